// 开学前, 学期末, 第3周, 暑假期间: which days such words mean by the school terms that are known. Without the days it says nothing.
import { addDays, mondayOf, year as yearOf } from '../model/day.ts';
import type { Day, Span, Term } from '../model/plan.ts';
import { weeksOf } from '../model/terms.ts';
import { readNumeral } from './marks.ts';

export interface TermReading {
  readonly span: Span;
  readonly term: Pick<Term, 'schoolYear' | 'term'>;
}

/** Every reading that falls into the year, in order. */
export function termChoices(words: string, year: number | undefined, terms: readonly Term[]): readonly TermReading[] {
  const readings = terms.flatMap((term, at): TermReading[] => {
    if (!isMeant(words, term)) return [];
    const span = spanFor(words, term, terms[at + 1]);
    if (!span || (year !== undefined && yearOf(span.end) !== year)) return [];
    return [{ span, term: { schoolYear: term.schoolYear, term: term.term } }];
  });
  return readings.sort((a, b) => (a.span.end < b.span.end ? -1 : 1));
}

/** Names a season, a number or a school year, or leaves it open. */
function isMeant(words: string, { schoolYear, term }: Term): boolean {
  const [, named] = /(20\d\d)(?:[-—–]20\d\d)?学年/.exec(words) ?? [];
  if (named !== undefined && +named !== schoolYear) return false;
  if (/秋季|第?一学期|上学期|寒[假期]|新学年/.test(words)) return term === 1;
  if (/春季|第?二学期|下学期|暑[假期]/.test(words)) return term === 2;
  return true;
}

function spanFor(words: string, term: Term, next: Term | undefined): Span | undefined {
  const { first, last } = term;
  const [, week] = /第(\d{1,2}|[一二三四五六七八九十]{1,3})(?:教学)?周/.exec(words) ?? [];
  if (week !== undefined) return first === undefined ? undefined : weekOf(readNumeral(week), first, weeksOf(term));
  const before = words.endsWith('前');
  if (words.includes('开学')) return first === undefined ? undefined : aroundFirst(words, first);
  if (/[寒暑][假期]/.test(words)) return last === undefined ? undefined : holiday(words, last, next?.first);
  if (words.endsWith('初') || words.endsWith('开始前'))
    return first === undefined ? undefined : before ? day(addDays(first, -1)) : opening(first);
  if (words.endsWith('末') || before) return last === undefined ? undefined : day(last);
  return first && last ? { start: first, end: last } : undefined;
}

function weekOf(week: number, first: Day, weeks: number | undefined): Span | undefined {
  if (week < 1 || week > (weeks ?? 30)) return undefined;
  const monday = addDays(mondayOf(first), (week - 1) * 7);
  return { start: week === 1 ? first : monday, end: addDays(monday, 6) };
}

function aroundFirst(words: string, first: Day): Span {
  if (words.endsWith('前')) return day(addDays(first, -1));
  return /[初后]$/.test(words) ? opening(first) : day(first);
}

function opening(first: Day): Span {
  return { start: first, end: addDays(first, 6) };
}

/** `back` is the first day of the term that follows. */
function holiday(words: string, last: Day, back: Day | undefined): Span | undefined {
  if (words.endsWith('前') && !words.endsWith('结束前')) return day(last);
  if (!back) return undefined;
  if (words.endsWith('结束前')) return day(addDays(back, -1));
  return words.endsWith('后') ? day(back) : { start: addDays(last, 1), end: addDays(back, -1) };
}

function day(at: Day): Span {
  return { start: at, end: at };
}
