// What people type where a day belongs, read in every way it may be meant, the likeliest first. Pure; knows no field.
import { lastOfMonth, month } from '../../../shared/model/day.ts';
import type { Day, Due, Grain, Span, Term } from '../../../shared/model/plan.ts';
import { readDeadline } from '../../../shared/yaodian/deadline.ts';
import { readSchoolDay } from '../../../shared/yaodian/schoolday.ts';
import type { SchoolDay } from '../../../shared/yaodian/schoolday.ts';
import { readDay } from './entry.ts';

/** The ends that are said; of `start` and `end` at least one, or else words that come to no day: 持续推进. */
export interface When {
  readonly start?: Day;
  readonly end?: Day;
  readonly grain?: Grain;
  readonly due?: Due;
}

/** Which day is asked for; a milestone has but one. */
export type Which = 'start' | 'end' | 'point';

/**
 * Nothing is read from the empty text, and none is a text that is not understood. `terms` are the plan's, for 第3周周五;
 * `length` tells when 4个工作日 would be over, which only an end can be asked: what may also be a day, as 3月, is that.
 */
export function readWhen(
  text: string,
  which: Which,
  year: number,
  terms: readonly Term[] = [],
  length?: (text: string) => Day | undefined,
): readonly When[] {
  const words = text.normalize('NFKC').replace(/\s+/g, '');
  if (words === '') return [];
  const day = readDay(words, year);
  if (day) return [atEnd(which, day.day), ...bothMonths(words, which, year)];
  const school = readSchoolDay(words, terms, year) ?? [];
  const ends = which === 'end' ? length?.(text) : undefined;
  const over: readonly When[] = ends ? [{ end: ends }] : [];
  // 2周 is two weeks, and may also be the second.
  if (school.length > 0) return [...over, ...school.flatMap((meant) => atSchool(which, meant))];
  const { kind, start, end } = readDeadline(spelt(words), year);
  if (kind === 'unclear') return over;
  if (!end) return kind === 'by' || kind === 'range' || which !== 'end' ? [] : [{ due: { kind, words: text.trim() } }];
  const grain = grainOf(words, end);
  const rough = grain ? { grain } : {};
  if (!start || start === end) return [which === 'start' ? { start: end } : { end, ...rough }];
  const one: When = which === 'start' ? { start } : { end, ...rough };
  if (which === 'point') return [one];
  const both: When = { start, end, ...(isRange(words) ? {} : rough) };
  return isRange(words) ? [both, one] : [one, both];
}

/** 3/1 and Q1 as the texts would have them. */
function spelt(words: string): string {
  return words
    .replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g, '$1月$2日')
    .replace(/^(\d{4}年?)?Q([1-4])$/i, '$1第$2季度');
}

/** A teaching week is its first and its last day, or either; a term named twice is two ways. */
function atSchool(which: Which, { start, end }: SchoolDay): readonly When[] {
  if (start === end) return [atEnd(which, start)];
  const one = atEnd(which, which === 'start' ? start : end);
  return which === 'point' ? [one] : [{ start, end }, one];
}

function atEnd(which: Which, day: Day): When {
  return which === 'start' ? { start: day } : { end: day };
}

/** 3-7 is the seventh of March, and may also be March to July. */
function bothMonths(words: string, which: Which, year: number): readonly When[] {
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(words) ?? [];
  if (which === 'point' || !from || !to || +from >= +to || +to > 12) return [];
  const first = (of: string): Day => `${year}-${of.padStart(2, '0')}-01`;
  return [{ start: first(from), end: lastOfMonth(first(to)) }];
}

function isRange(words: string): boolean {
  return /[-—–~～至到]/.test(words);
}

/** How exactly it was said. A span whose end is no end of a month was said by the day, whatever the words. */
function grainOf(words: string, end: Day): Grain | undefined {
  if (isRange(words) || end !== lastOfMonth(end) || /日|号/.test(words)) return undefined;
  if (/季/.test(words)) return 'quarter';
  if (/半年|年中/.test(words)) return 'half';
  if (/月/.test(words)) return 'month';
  return /年/.test(words) && month(end) === 12 ? 'year' : undefined;
}

/** As it can be typed again, and reads back the same; also what stands in a spreadsheet's cell beside a real date. */
export function whenText({ start, end, grain, due }: When): string {
  if (due) return due.words;
  if (start && end && start !== end) return `${long(start)}—${long(end)}`;
  if (!end) return start ?? '';
  return grain && grain !== 'day' ? roughText(end, grain) : end;
}

function roughText(end: Day, grain: Exclude<Grain, 'day'>): string {
  const [year, m] = [end.slice(0, 4), month(end)];
  const texts = {
    month: `${year}年${m}月底`,
    quarter: `${year}年第${'一二三四'[Math.ceil(m / 3) - 1]}季度`,
    half: m <= 6 ? `${year}年上半年` : `${year}年下半年`,
    year: `${year}年底`,
  };
  return texts[grain];
}

function long(day: Day): string {
  const [year, m, d] = day.split('-');
  return `${year}年${+m!}月${+d!}日`;
}

/** The deadline of a node as words: its own where it has some, else its last day as exactly as it was said. */
export function endText(span: Span | undefined, due: Due | undefined): string {
  if (due && !span) return due.words;
  return span ? whenText({ end: span.end, ...(span.grain && { grain: span.grain }) }) : '';
}
