// Words about time that only a person or a school calendar can turn into days: 开学前, 适时, 三年行动计划 without its years.
export type AskWhy =
  /** Needs the school calendar. */
  | 'term'
  /** Somebody must say when. */
  | 'when'
  /** So many years, but not which. */
  | 'years'
  /** The year named is not the plan's. */
  | 'other-year';

interface Ask {
  readonly kind: 'ask';
  readonly from: number;
  readonly to: number;
  readonly why: AskWhy;
}

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const TERM = new RegExp(
  [
    `(?:新学期|新学年|秋季|春季|秋季学期|春季学期)?开学(?:之?前|后|初|第${NUMBER}[周天日]|当[天日])`,
    '(?<!每个?)(?:第?[一二]|上|下|本|新)学期(?:初|末|结束前|开始前)?',
    '(?<!每个?|[一二上下本新])(?:学期|学年)(?:初|末|结束前|开始前)',
    '(?:20\\d\\d(?:[-—–]20\\d\\d)?)学年(?:第?[一二]学期)?',
    '[寒暑](?:假|期)(?:期间|之?前|之?后|结束前|中)',
    `第${NUMBER}(?:教学)?周(?![年岁])`,
  ].join('|'),
  'g',
);
const WHEN = /适时|择机|择期|届时|(?:条件|时机)成熟(?:时|后)?/g;
const YEARS = new RegExp(`(?<![第\\d])(?:[一二两三四五六七八九十]|\\d)年(?:行动(?:计划|方案)?|规划|计划)`, 'g');

export function findAsks(text: string): readonly Ask[] {
  const all = (pattern: RegExp, why: AskWhy): Ask[] =>
    [...text.matchAll(pattern)].map((found) => ({
      kind: 'ask',
      from: found.index,
      to: found.index + found[0].length,
      why,
    }));
  const asks = [...all(TERM, 'term'), ...all(WHEN, 'when'), ...all(YEARS, 'years')];
  return asks.sort((a, b) => a.from - b.from);
}

/** Its years stand beside it: 三年行动计划（2018-2020）. */
export function isNearHorizon(
  text: string,
  ask: { readonly from: number; readonly to: number },
  horizon: { readonly from: number; readonly to: number },
): boolean {
  const between =
    horizon.from >= ask.to ? text.slice(ask.to, horizon.from) : text.slice(horizon.to, Math.max(horizon.to, ask.from));
  return /^[》”"（(）) ]{0,3}$/.test(between);
}
