// What whoever exports must be told about the file: nothing dated, nothing there, characters that had to go. Codes here, sentences too.
import { audit, waiverOf } from '../model/audit.ts';
import { ROOT } from '../model/plan.ts';
import type { Node, Plan } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { childrenOf } from '../model/tree.ts';
import type { Lang } from '../layout/words.ts';
import { legalXml } from './clean.ts';
import type { Contents } from './json.ts';
import { noteLines } from './note.ts';

export type NoticeCode =
  | 'empty'
  | 'no-dates'
  | 'characters'
  | 'wanting'
  | 'notes'
  | 'shortened'
  | 'glyphs'
  | 'font'
  | 'no-holidays'
  | 'folded'
  | 'small'
  | 'no-reports'
  | 'no-opinions'
  | 'no-versions';

export interface Notice {
  readonly code: NoticeCode;
  /** How many, or which. */
  readonly detail?: string;
}

/** What can be said of any format before it is run. */
export function noticesOf(plan: Plan, dated: boolean): readonly Notice[] {
  const found: Notice[] = [];
  if (childrenOf(plan, ROOT).length === 0) found.push({ code: 'empty' });
  else if (dated && spans(plan).size === 0) found.push({ code: 'no-dates' });
  const illegal = textsOf(plan).filter((text) => legalXml(text) !== text).length;
  if (illegal > 0) found.push({ code: 'characters', detail: String(illegal) });
  return found;
}

/** An official document goes out although something is wanting for which nobody answers. */
export function wantingIn(plan: Plan): readonly Notice[] {
  const open = audit(plan).filter((finding) => !waiverOf(plan, finding)).length;
  return open > 0 ? [{ code: 'wanting', detail: String(open) }] : [];
}

/** The text alone has no place for what was written beside it. */
export function notesLeft({ plan, notes }: Contents): readonly Notice[] {
  const left = [...notes].filter(([id, note]) => plan.tree.parent.has(id) && noteLines(note).length > 0).length;
  return left > 0 ? [{ code: 'notes', detail: String(left) }] : [];
}

/** Most characters that are named one by one. */
const NAMED = 40;

/** Which characters the fonts at hand could not draw. */
export function lacking(missing: Iterable<string>): readonly Notice[] {
  const all = [...new Set(missing)];
  return all.length > 0 ? [{ code: 'glyphs', detail: all.slice(0, NAMED).join(' ') }] : [];
}

function textsOf(plan: Plan): readonly string[] {
  const ofNode = ({ title, deliverable, issue, status }: Node): string[] => [
    title,
    deliverable ?? '',
    issue ?? '',
    status?.reason ?? '',
  ];
  const nodes = [...plan.nodes.values()].filter(({ id }) => plan.tree.parent.has(id));
  return [plan.meta.title, plan.meta.preamble, ...nodes.flatMap(ofNode)];
}

const SAID: Readonly<Record<NoticeCode, Readonly<Record<Lang, string>>>> = {
  empty: { zh: '计划里还没有内容，文件是空的。', en: 'The plan is empty, and so is the file.' },
  'no-dates': {
    zh: '计划里还没有任何时间，文件里没有日程。',
    en: 'Nothing in the plan has a date, so the file shows none.',
  },
  characters: {
    zh: '{detail}处文字含有文件格式不允许的字符，已略去这些字符。',
    en: '{detail} texts held characters that files cannot hold; those characters were left out.',
  },
  shortened: {
    zh: '{detail}处文字超过该格式的长度上限，全文写在备注里。',
    en: '{detail} texts were longer than the format allows; the whole text stands in the notes.',
  },
  glyphs: {
    zh: '字体里没有这些字，文件中以〓代替（复制出来仍是原字）：{detail}。可在“设置—字体”里添加含有它们的字体。',
    en: 'The fonts lack these characters; 〓 stands for them (copying gives the originals): {detail}. Add a font that has them under Settings, Fonts.',
  },
  wanting: {
    zh: '还有{detail}处待补，没有补上，也没有人说明理由；附件可以选“再带待补清单”。',
    en: '{detail} things are still wanting, and nobody has said why they may be; the list can go along as an attachment.',
  },
  notes: {
    zh: '{detail}条备注不在正文里，没有写入这份文件；Word、PDF 选“带任务清单和进度图”时列在任务清单里。',
    en: '{detail} notes are no part of the text and are not in this file; Word and PDF list them with the tasks when “Task list and chart” is chosen.',
  },
  font: { zh: '所用字体：{detail}。', en: 'Fonts used: {detail}.' },
  folded: {
    zh: '一张纸上 7 磅以上的字放不下全部条目，只排到重点工作；选“分页”可排出全部。',
    en: 'Not every row fits on one sheet in 7 pt type; it shows sections and items. Choose several sheets for all.',
  },
  small: {
    zh: '内容太多，一张纸上的字只有{detail}磅；换大一些的纸，或选“分页”。',
    en: 'There is so much that type on one sheet is only {detail} pt; take larger paper or several sheets.',
  },
  'no-reports': {
    zh: '计划里还没有填报过进展，“本期进展”一栏都写“未报”。',
    en: 'No progress has been reported yet, so that column says so in every row.',
  },
  'no-opinions': {
    zh: '计划里还没有意见和修改建议，表是空的。',
    en: 'There are no opinions or suggestions yet, so the table is empty.',
  },
  'no-versions': {
    zh: '还没有留过可对照的文字：在“基线”里留一版，以后就能和它对照。',
    en: 'No words were kept to compare with: keep a baseline, and later versions can be set beside it.',
  },
  'no-holidays': {
    zh: '{detail}年的节假日安排未录入，文件按周一至周五为工作日。',
    en: 'The public holidays of {detail} are not entered; the file takes Monday to Friday as working days.',
  },
};

export function noticeText({ code, detail = '' }: Notice, lang: Lang): string {
  return SAID[code][lang].replace('{detail}', detail);
}
