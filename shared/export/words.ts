// The words an exported file itself carries: days as a document writes them, headings, what is wrong with a plan file.
import { dayOfMonth, month, quarter, year } from '../model/day.ts';
import type { Day, Light, Meta, Plan, Span } from '../model/plan.ts';
import { WORDS } from '../layout/words.ts';
import type { Lang } from '../layout/words.ts';
import type { FileRefusal, Problem } from './json.ts';

/** Said wherever a date would stand and none is known. */
export const UNDATED = WORDS.zh.undated;

/** 6月30日; with its year where that is not the plan's own. */
export function dayWords(day: Day, home: number | undefined): string {
  return `${yearWords(day, home)}${month(day)}月${dayOfMonth(day)}日`;
}

/** When work begins, as exactly as it was stated and no more. */
export function startWords(span: Span, home: number | undefined): string {
  const { start, grain = 'day' } = span;
  return grain === 'day' ? dayWords(start, home) : `${yearWords(start, home)}${month(start)}月`;
}

/** 完成时限: 6月30日, 6月底前, 第二季度, 上半年, 年底前. */
export function deadlineWords(span: Span, home: number | undefined): string {
  const { end, grain = 'day' } = span;
  const m = month(end);
  const words = {
    day: `${m}月${dayOfMonth(end)}日`,
    month: `${m}月底前`,
    quarter: `第${'一二三四'[quarter(end) - 1]}季度`,
    half: m <= 6 ? '上半年' : '下半年',
    year: '年底前',
  };
  return yearWords(end, home) + words[grain];
}

function yearWords(day: Day, home: number | undefined): string {
  return year(day) === home ? '' : `${year(day)}年`;
}

/** The plan's title; a demonstration cannot be taken for the real thing, whatever it is called. */
export function titleOf(meta: Meta): string {
  const title = meta.title.trim() || WORDS.zh.untitled;
  return meta.sample && !title.includes(WORDS.zh.sample) ? `${WORDS.zh.sample} · ${title}` : title;
}

/** What a bureau calls the lights. */
export function lightNames(plan: Pick<Plan, 'records'>): Readonly<Record<Light, string>> {
  return { ...WORDS.zh.lights, ...plan.records.lights.get('rules')?.names };
}

/** What stands on every page of a demonstration. */
export const SAMPLE_NOTICE = '示例：日期与进展均为演示，不是正式安排';

const REFUSED: Readonly<Record<FileRefusal, Readonly<Record<Lang, string>>>> = {
  'too-large': { zh: '文件太大，没有读取。', en: 'The file is too large and was not read.' },
  'not-json': { zh: '这不是 JSON 文件，或内容不完整。', en: 'This is not a JSON file, or it is cut short.' },
  'not-a-plan-file': { zh: '这不是挂图的计划文件。', en: 'This is not a Guatu plan file.' },
  'newer-version': {
    zh: '文件由更新的版本写成，请先升级。',
    en: 'The file was written by a newer version; please upgrade first.',
  },
  damaged: { zh: '计划文件有错，没有导入任何内容：', en: 'The plan file is faulty; nothing was taken from it:' },
};

const PROBLEMS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'unknown-field': { zh: '有不认识的字段', en: 'a field that is not known' },
  missing: { zh: '缺少这个字段', en: 'missing' },
  repeated: { zh: '同一标识出现两次', en: 'the same id twice' },
  object: { zh: '应是一个对象', en: 'should be an object' },
  list: { zh: '应是一个列表', en: 'should be a list' },
  text: { zh: '应是文字', en: 'should be text' },
  number: { zh: '应是允许范围内的整数', en: 'should be a whole number in range' },
  choice: { zh: '不是允许的值', en: 'not one of the allowed values' },
  id: { zh: '标识不合规', en: 'not a valid id' },
  order: { zh: '排序键不合规', en: 'not a valid order key' },
  day: { zh: '不是真实的日期（应如 2019-09-02）', en: 'not a real day (such as 2019-09-02)' },
  'ends-before-start': { zh: '结束早于开始', en: 'ends before it starts' },
  form: { zh: '书写格式记录不合规', en: 'not a valid record of form' },
  note: { zh: '备注内容不合规', en: 'not a valid note' },
  'too-long': { zh: '文字太长', en: 'too long' },
  'too-many': { zh: '条目太多', en: 'too many entries' },
};

/** Why a file was refused, one line for each fault. */
export function refusalText(refused: FileRefusal, problems: readonly Problem[], lang: Lang): string {
  const colon = lang === 'zh' ? '：' : ': ';
  const lines = problems.map(({ at, code }) => `  ${at}${colon}${PROBLEMS[code]?.[lang] ?? code}`);
  return [REFUSED[refused][lang], ...lines].join('\n');
}
