// The few words a drawing itself carries, in both languages, because an exported file has no interface around it.
import type { Light } from '../model/plan.ts';

export type Lang = 'zh' | 'en';

interface Words {
  readonly mark: string;
  readonly title: string;
  readonly lead: string;
  readonly span: string;
  readonly today: string;
  readonly undated: string;
  readonly sample: string;
  readonly makeup: string;
  readonly unknownYear: string;
  /** From the full form to the shortest. */
  readonly unknownHolidays: (years: readonly number[]) => readonly string[];
  readonly unknownTerms: string;
  readonly untitled: string;
  readonly milestone: string;
  readonly lights: Readonly<Record<Light, string>>;
  /** Several leads in a narrow place. */
  readonly others: (first: string, count: number) => string;
  readonly brokenLink: (day: string) => string;
  /** The same beside the bar. */
  readonly tooEarly: (day: string) => string;
  /** How many days work may move later; that it may not. */
  readonly slack: (days: number) => string;
  readonly critical: string;
  /** Work that ends within the days the bureau has set. */
  readonly soon: string;
  readonly collective: string;
  readonly noLead: string;
  readonly quarterOf: (year: number, quarter: number) => string;
  /** Of a lane: how much stands in it, and how much its office leads with others. */
  readonly laneCount: (count: number, also: readonly string[]) => string;
  /** +7, -3 */
  readonly days: (signed: string) => string;
  readonly page: (number: number, count: number) => string;
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  zh: {
    mark: '序号',
    title: '工作',
    lead: '牵头',
    span: '起止',
    today: '今天',
    undated: '待定',
    sample: '示例',
    makeup: '班',
    unknownYear: '节假日安排未录入',
    unknownHolidays: (years) => [
      `${inRuns(years, '、')}年节假日安排未录入`,
      '节假日安排未录入',
      '节假日未录入',
      '未录入',
    ],
    unknownTerms: '校历未录入',
    untitled: '（无标题）',
    milestone: '节点',
    lights: { todo: '未启动', doing: '推进中', done: '已完成', late: '滞后', hold: '暂缓' },
    others: (first, count) => `${first}等${count}家`,
    brokenLink: (day) => `前后衔接不上：按前置工作，最早应为${day}`,
    collective: '集体牵头',
    noLead: '未定牵头',
    quarterOf: (year, quarter) => `${year}年第${'一二三四'[quarter - 1]}季度`,
    laneCount: (count, also) =>
      also.length > 0 ? `${count}条，另联合牵头${also.length}条：${also.join('、')}` : `${count}条`,
    tooEarly: (day) => `衔接不上，最早${day}`,
    slack: (days) => `余${days}天`,
    critical: '关键',
    soon: '临期',
    days: (signed) => `${signed}天`,
    page: (number, count) => `第${number}页/共${count}页`,
  },
  en: {
    mark: 'No.',
    title: 'Work',
    lead: 'Lead',
    span: 'Dates',
    today: 'Today',
    undated: 'No date',
    sample: 'Sample',
    makeup: 'W',
    unknownYear: 'Public holidays of this year are not entered',
    unknownHolidays: (years) => [
      `Public holidays of ${inRuns(years, ', ')} not entered`,
      'Holidays not entered',
      'No holidays',
    ],
    unknownTerms: 'Terms not entered',
    untitled: '(untitled)',
    milestone: 'Milestone',
    lights: { todo: 'Not started', doing: 'In progress', done: 'Done', late: 'Behind', hold: 'On hold' },
    others: (first, count) => `${first} +${count - 1}`,
    brokenLink: (day) => `This link does not hold: with the work before it, the earliest day is ${day}`,
    collective: 'Several offices',
    noLead: 'No lead yet',
    quarterOf: (year, quarter) => `Q${quarter} ${year}`,
    laneCount: (count, also) =>
      also.length > 0 ? `${count}, co-leads ${also.length} more: ${also.join(', ')}` : String(count),
    tooEarly: (day) => `link does not hold: not before ${day}`,
    slack: (days) => `${days} d spare`,
    critical: 'critical',
    soon: 'due soon',
    days: (signed) => `${signed} d`,
    page: (number, count) => `Page ${number} of ${count}`,
  },
};

/** 2027–2031; years alone, or two, by themselves. */
function inRuns(years: readonly number[], and: string): string {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(and))).join(and);
}
