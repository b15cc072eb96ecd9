// What I have filtered by, one by one: what each is called, and what is left without it.
import { numbersOf } from '../../state/derived.ts';
import { NO_FILTER } from '../../../shared/layout/chips.ts';
import type { Filter } from '../../../shared/layout/chips.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { lightWord } from '../../i18n/light-word.ts';
import { keyIf } from '../../i18n/t.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { periodName } from './period.ts';

export interface Condition {
  readonly key: string;
  readonly label: string;
  readonly without: Filter;
}

export function conditionsOf(plan: Plan, filter: Filter, t: T, lang: Lang): readonly Condition[] {
  const found: Condition[] = [];
  const { text, section, period, undated, offices = [], lights = [], findings = [] } = filter;
  const less = (change: Partial<Filter>): Filter => tidy({ ...filter, ...change });
  if (text?.trim())
    found.push({ key: 'text', label: t('filter.text', { text: text.trim() }), without: less({ text: undefined }) });
  for (const id of offices) {
    const label = plan.offices.get(id)?.name ?? t('filter.gone');
    found.push({ key: id, label, without: less({ offices: offices.filter((each) => each !== id) }) });
  }
  if (section) {
    const label = sectionName(plan, section, t);
    found.push({ key: 'section', label, without: less({ section: undefined }) });
  }
  for (const light of lights)
    found.push({
      key: light,
      label: lightWord(t, plan, light),
      without: less({ lights: lights.filter((each) => each !== light) }),
    });
  if (period) {
    const label = periodName(lang, period, plan.meta.year);
    found.push({ key: 'period', label, without: less({ period: undefined }) });
  }
  if (undated) found.push({ key: 'undated', label: t('filter.undated'), without: less({ undated: undefined }) });
  for (const code of findings)
    found.push({
      key: code,
      label: findingName(t, code),
      without: less({ findings: findings.filter((each) => each !== code) }),
    });
  return found;
}

export function findingName(t: T, code: string): string {
  const key = keyIf(`finding.${code}`);
  return key ? t(key) : code;
}

/** 二、聚焦队伍 */
export function sectionName(plan: Plan, id: string, t: T): string {
  const node = plan.nodes.get(id);
  return node ? `${numbersOf(plan).get(id)?.mark ?? ''}${node.title || t('untitled')}` : t('filter.gone');
}

/** Without what asks for nothing. */
export function tidy(filter: Filter): Filter {
  const kept = Object.entries(filter).filter(
    ([, value]: [string, unknown]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : NO_FILTER;
}
