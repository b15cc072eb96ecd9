// Days told by the school calendar: 第3周周五, 第二学期第5周, 开学, 学期末. They come to a day only where the 校历 is known; where two terms could be meant, to both.
import { addDays, mondayOf } from '../model/day.ts';
import type { Day, Term } from '../model/plan.ts';
import { weekOf, weeksOf } from '../model/terms.ts';
import { readNumeral } from './marks.ts';

export interface SchoolDay {
  readonly term: Term;
  /** One day, or the first and the last of a teaching week. */
  readonly start: Day;
  readonly end: Day;
}

const NUM = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const TERM = '(?:(\\d{4})学年度?)?(?:(?:第?([一二12])|([上下]))学期)?的?';
const WEEK = new RegExp(`^${TERM}第?${NUM}周(?:的?(?:周|星期|礼拜)([一二三四五六日天1-7]))?$`);
const EDGE = new RegExp(`^${TERM}(开学|开学日|开学第一天|学期末|期末|放假|放假前)$`);
const ENGLISH = /^(?:term([12]),?)?(?:week|w)(\d{1,2}),?(mon|tue|wed|thu|fri|sat|sun)?[a-z]*$/i;
const ENGLISH_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Every day the words may mean in the plan's year, the 学年 they name before it. Undefined when they tell no school day;
 * nothing when they do, and no known term has it.
 */
export function readSchoolDay(text: string, terms: readonly Term[], year: number): readonly SchoolDay[] | undefined {
  const words = text.normalize('NFKC').replace(/\s+/g, '');
  const edge = EDGE.exec(words);
  if (edge) {
    const first = edge[4]!.startsWith('开学');
    return meant(edge, terms, year).flatMap((term): readonly SchoolDay[] => {
      const day = first ? term.first : term.last;
      return day && (named(edge) || day.startsWith(`${year}-`)) ? [{ term, start: day, end: day }] : [];
    });
  }
  const asked = weekAsked(words);
  if (!asked) return undefined;
  return meant(asked.said, terms, year).flatMap((term): readonly SchoolDay[] => {
    if (weeksOf(term) === undefined) return [];
    const week = weekOf(term, asked.week);
    if (!week) return [];
    const day = asked.day === undefined ? undefined : addDays(mondayOf(week.start), asked.day - 1);
    const span = day === undefined ? week : { start: day, end: day };
    const within = span.start >= week.start && span.end <= week.end;
    const ofYear = named(asked.said) || span.end.startsWith(`${year}-`);
    return within && ofYear ? [{ term, ...span }] : [];
  });
}

/** School year, and the term by number or by 上 and 下. */
type Said = readonly (string | undefined)[];

function weekAsked(words: string): { said: Said; week: number; day: number | undefined } | undefined {
  const found = WEEK.exec(words);
  if (found) {
    const [, , , , week, day] = found;
    return { said: found, week: readNumeral(week!), day: day ? '一二三四五六日'.indexOf(chinese(day)) + 1 : undefined };
  }
  const english = ENGLISH.exec(words);
  if (!english) return undefined;
  const [, term, week, day] = english;
  const at = day ? ENGLISH_DAYS.indexOf(day.toLowerCase()) + 1 : undefined;
  return { said: [undefined, undefined, term, undefined], week: Number(week), day: at };
}

function chinese(day: string): string {
  return day === '天' ? '日' : ('一二三四五六日'[Number(day) - 1] ?? day);
}

function named([, schoolYear]: Said): boolean {
  return schoolYear !== undefined;
}

function meant([, schoolYear, number, side]: Said, terms: readonly Term[], year: number): readonly Term[] {
  const term = number === '一' || number === '1' || side === '上' ? 1 : number || side ? 2 : undefined;
  return terms.filter(
    (each) =>
      (term === undefined || each.term === term) &&
      (schoolYear === undefined ? [year - 1, year].includes(each.schoolYear) : each.schoolYear === Number(schoolYear)),
  );
}
