// What a dependency says of itself, in a tooltip, to the ear and in the inspector. Knows names and days, no px.
import { longDay } from '../../i18n/days.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { numbersOf, spansOf } from '../../state/derived.ts';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Id, Link, Plan } from '../../../shared/model/plan.ts';
import { earliest, isBroken } from '../../../shared/model/links.ts';

/** 6.1 加强教师队伍建设 */
export function callNode(plan: Plan, id: Id, lang: Lang): string {
  const node = plan.nodes.get(id);
  return [numbersOf(plan).get(id)?.label ?? '', node ? shortTitle(node, lang) : ''].filter(Boolean).join(' ');
}

/** 完成—开始，间隔+2天 */
export function linkKind(t: T, { type, lag }: Pick<Link, 'type' | 'lag'>): string {
  return lag === 0 ? t(`links.${type}`) : t('link.with-lag', { type: t(`links.${type}`), lag: signed(lag) });
}

export function signed(days: number): string {
  return days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '0';
}

export function linkSentence(t: T, lang: Lang, plan: Plan, link: Link): string {
  const shown = spansOf(plan);
  const from = callNode(plan, link.from, lang);
  const said = t('link.sentence', { from, to: callNode(plan, link.to, lang), kind: linkKind(t, link) });
  const day = isBroken(link, shown) ? earliest(link, shown) : undefined;
  return day ? `${said}${t('gantt.stop')}${t('links.broken', { day: longDay(lang, day) })}` : said;
}
