// How one document writes: its marks, its words for roles, and where they stand.
import { chineseNumber } from '../../../shared/model/numbering.ts';
import type { Hand } from './hand.ts';
import type { TrueClause, Truth } from './truth.ts';
import { ENDS, OFFICES, PEOPLE, PERSON_WORDS, THINGS, TIME_WORDS, TIMES, VERBS } from './vocabulary.ts';
import type { Time } from './vocabulary.ts';

export interface Manner {
  readonly outer: string;
  readonly sub: string;
  readonly item: string;
  readonly restart: boolean;
  /** Items are counted on: their mark is a dash, or nothing. */
  readonly unnumbered: boolean;
  readonly titles: 'full' | 'line' | 'colon' | 'framed' | 'none';
  readonly roles: Placement;
  /** 责 任 人：, in lines of their own. */
  readonly wide: boolean;
  readonly leadWord: string;
  readonly assistWord: string;
  readonly separator: string;
  readonly between: string;
  readonly colon: string;
  readonly brackets: readonly [string, string];
  readonly first: boolean;
}

export type Placement =
  | 'clause-before'
  | 'clause-after'
  | 'item-end'
  | 'item-lines'
  | 'item-head'
  /** Below several numbered measures, for all of them. */
  | 'group-lines'
  /** （甲牵头，乙配合） */
  | 'behind'
  /** ，由甲牵头，乙配合。 without a bracket. */
  | 'sentence'
  /** （甲、乙，3月底前） without a word for either. */
  | 'timed'
  | 'table';

export const ROUND = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
export const RINGS = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';

export function mark(style: string, n: number): string {
  if (style === '') return '';
  if (style === '①') return ROUND[n - 1] ?? `(${n})`;
  if (style === '㈠') return RINGS[n - 1] ?? `（${chineseNumber(n)}）`;
  const wide = [...String(n)].map((digit) => String.fromCharCode(+digit + 0xff10)).join('');
  return style.replace('一', chineseNumber(n)).replace('１', wide).replace('1', String(n));
}

/** Signs that would mean two things at once are not combined. */
export function settle(manner: Manner): Manner {
  let { separator, between, leadWord } = manner;
  if (separator === ' ' && between === ' ') between = '；';
  if (separator === '；' && between === '，') between = '；';
  if (manner.first && !leadWord.startsWith('责任')) leadWord = '责任单位';
  if (['behind', 'sentence', 'timed'].includes(manner.roles)) {
    separator = '、';
    between = '，';
  }
  return { ...manner, separator, between, leadWord };
}

export function heading(hand: Hand): string {
  return hand.fresh(
    () => `${hand.pick(['聚力', '围绕', '突出'])}${hand.pick(THINGS)}，${hand.pick(VERBS)}${hand.pick(THINGS)}`,
  );
}

export function itemTitle(hand: Hand): string {
  return hand.fresh(() => `${hand.pick(VERBS)}${hand.pick(THINGS)}${hand.pick(['', '', '工作', '与管理'])}`);
}

export function sentence(hand: Hand): string {
  return hand.fresh(
    () =>
      `${hand.pick(['抓紧', '分批', '联合', '统筹'])}${hand.pick(VERBS)}${hand.pick(THINGS)}和${hand.pick(THINGS)}${hand.pick(ENDS)}`,
  );
}

export interface Who {
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly time: Time | undefined;
}

/** Where no label says what a name is, its own end has to. */
const TAME = OFFICES.filter((name) => /[科室股站馆办院局校组]$/.test(name));
const DATED = TIMES.filter(([, kind]) => kind === 'by' || kind === 'range');

export function who(hand: Hand, manner: Manner): Who {
  const bare = manner.roles === 'sentence' || manner.roles === 'timed';
  const names = hand.some(bare ? TAME : OFFICES, 5);
  const n = hand.pick([1, 1, 1, 2, 3]);
  const assists = manner.roles !== 'timed' && hand.chance(0.45) ? hand.upTo(2) : 0;
  const behind = manner.roles === 'behind';
  const time = behind || hand.chance(0.5) ? undefined : hand.pick(bare ? DATED : TIMES);
  return {
    lead: manner.first ? names.slice(0, 1) : names.slice(0, n),
    assist: manner.first ? names.slice(1, n) : names.slice(3, 3 + assists),
    leaders: behind || bare || hand.chance(0.8) ? [] : [hand.pick(PEOPLE)],
    time: manner.roles === 'timed' ? (time ?? hand.pick(DATED)) : time,
  };
}

export function joinNames(manner: Manner, names: readonly string[]): string {
  const { separator } = manner;
  if (separator !== '和' || names.length < 2) return names.join(separator === '和' ? '、' : separator);
  const tame = names.every((name) => /[科室股站馆办]$/.test(name));
  return tame ? `${names.slice(0, -1).join('、')}和${names.at(-1)!}` : names.join('、');
}

/** The roles of one clause as labelled pieces, in the order they are written. */
export function pieces(hand: Hand, manner: Manner, them: Who): readonly string[] {
  const label = (word: string): string =>
    (manner.wide && word.length < 5 ? [...word].join(hand.pick([' ', '　'])) : word) + manner.colon;
  const { leadWord, assistWord } = manner;
  const leads = manner.first ? [...them.lead, ...them.assist] : them.lead;
  const assists = manner.first ? [] : them.assist;
  const parts = [label(leadWord) + joinNames(manner, leads)];
  if (assists.length > 0) parts.push(label(assistWord) + joinNames(manner, assists));
  else if (hand.chance(0.08) && !manner.first) parts.push(label(assistWord) + hand.pick(['无', '—', '']));
  if (them.leaders.length > 0) {
    const person = label(hand.pick(PERSON_WORDS)) + them.leaders.join('、');
    if (hand.chance(0.5)) parts.unshift(person);
    else parts.push(person);
  }
  if (them.time) parts.push(label(hand.pick(TIME_WORDS)) + them.time[0]);
  return parts;
}

export function bracketed(hand: Hand, manner: Manner, them: Who): string {
  const [open, close] = manner.brackets;
  if (manner.roles === 'timed') return `（${them.lead.join('、')}，${them.time![0]}）`;
  if (manner.roles === 'sentence') return told(hand, them);
  if (manner.roles === 'behind') {
    const lead = `${hand.pick(['', '由'])}${them.lead.join('、')}${hand.pick(['牵头', '负责'])}`;
    return (
      open +
      lead +
      (them.assist.length > 0 ? `，${them.assist.join('、')}${hand.pick(['配合', '协办', '参与'])}` : '') +
      close
    );
  }
  return open + pieces(hand, manner, them).join(manner.between) + close;
}

/** 由甲牵头，乙配合，6月底前完成 */
function told(hand: Hand, { lead, assist, time }: Who): string {
  const help =
    assist.length > 0 ? `${hand.pick(['，', '、'])}${assist.join('、')}${hand.pick(['配合', '协办', '参与'])}` : '';
  return `由${lead.join('、')}牵头${help}${time ? `，${time[0]}` : ''}`;
}

export function trueClause(text: string, them: Who): TrueClause {
  const { lead, assist, leaders, time } = them;
  const deadline = time ? { raw: time[0], kind: time[1], start: time[2], end: time[3] } : null;
  return { text, lead, assist, leaders, deadline };
}

export interface Tree {
  readonly sections: Truth['sections'][number][];
  readonly items: Truth['items'][number][];
  readonly lines: string[];
}
