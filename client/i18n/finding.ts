// What is wanting, as a sentence: the kind, and where it helps the office, the amount or the day that is meant.
import { shortTitle } from '../../shared/layout/label.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { sayDay } from './when.ts';
import { calendarOf } from '../../shared/model/almanac.ts';
import type { Lang, T } from './t.ts';

export function sayFinding(t: T, lang: Lang, plan: Plan, finding: Finding): string {
  const detail = detailOf(t, lang, plan, finding);
  return detail
    ? `${t(`finding.${finding.code}`)}${lang === 'zh' ? '：' : ': '}${detail}`
    : t(`finding.${finding.code}`);
}

export function detailOf(t: T, lang: Lang, plan: Plan, { code, node, other, words }: Finding): string {
  if (words) return words;
  const span = plan.nodes.get(node)?.span;
  if (code === 'day-off' && span) return sayDay(t, lang, span.end, calendarOf(plan));
  if (code === 'outside-horizon' && span) return `${span.start} — ${span.end}`;
  if (other === undefined) return '';
  const linked = plan.nodes.get(other);
  return plan.offices.get(other)?.name ?? (linked ? shortTitle(linked, lang) : '');
}
