// 季度形象进度 as lines of text: what stands in the cell when it is opened, and what is read from it. Pure.
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { quarterPoint } from '../../../shared/ops/quarters.ts';
import type { Lang } from '../../i18n/t.ts';
import { readDay } from './entry.ts';

const NAMES: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['一季度', '二季度', '三季度', '四季度'],
  en: ['Q1', 'Q2', 'Q3', 'Q4'],
};

/** A line for each quarter, with its words where it has some. */
export function quarterLines(plan: Plan, id: Id, year: number, lang: Lang): string {
  return NAMES[lang].map((name, at) => `${name} ${quarterPoint(plan, id, year, at)?.title ?? ''}`).join('\n');
}

const MARK = /^(?:第?([一二三四1-4])季(?:度)?末?|Q([1-4]))(?:[\s:：、.．]+|(?=[^\d\s])|$)(.*)$/iu;
const DATED = /^(.*\S)\s+(\d{1,2}\/\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2})$/u;

/**
 * The words of each quarter: lines or parts that begin with its name, end with its last day as they are copied out, or are four.
 * `known` are parts that stand there already and are no quarter's. Nothing when a part names none.
 */
export function readQuarters(
  text: string,
  year: number,
  known: ReadonlySet<string> = new Set(),
): readonly (string | undefined)[] | undefined {
  const parts = text
    .split(/[\n；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !known.has(part));
  const found: (string | undefined)[] = [undefined, undefined, undefined, undefined];
  if (parts.length === 4 && parts.every((part) => quarterIn(part, year) === undefined)) return parts;
  for (const part of parts) {
    const read = quarterIn(part, year);
    if (!read) return undefined;
    if (read.words !== '') found[read.at] = read.words;
  }
  return found;
}

function quarterIn(part: string, year: number): { readonly at: number; readonly words: string } | undefined {
  const [, chinese, latin, rest] = MARK.exec(part) ?? [];
  const said = chinese ?? latin;
  if (said !== undefined) return { at: Math.max('一二三四'.indexOf(said), Number(said) - 1 || 0), words: rest!.trim() };
  const [, words, day] = DATED.exec(part) ?? [];
  const end = day === undefined ? undefined : readDay(day, year)?.day;
  const at = ENDS.indexOf(end?.slice(5) ?? '');
  return words !== undefined && at >= 0 ? { at, words } : undefined;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'];
