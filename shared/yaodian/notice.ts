// The text of the year's notice on public holidays → a Notice, with a doubt wherever the text contradicts itself or the calendar. Nothing is guessed silently.
import { addDays, diffDays, isDay, weekday } from '../model/day.ts';
import type { Day, Notice } from '../model/plan.ts';

export type NoticeDoubtCode =
  /** No year is named anywhere. */
  | 'year-missing'
  | 'no-holidays'
  /** A holiday is named, and no day of it was found. */
  | 'no-days'
  /** The weekday in the brackets is not that day's. */
  | 'weekday'
  /** 共3天, and the days are not three. */
  | 'count'
  /** Said to be worked, and no weekend day. */
  | 'work-weekday'
  /** Off and worked at once. */
  | 'off-and-work'
  /** One of the seven holidays is not named. */
  | 'holiday-missing'
  /** Only some holidays are named: the rest stays as it was. */
  | 'amends'
  /** A sentence about days that was not taken in. */
  | 'left-out';

export interface NoticeDoubt {
  readonly code: NoticeDoubtCode;
  /** The words it is about. */
  readonly words: string;
}

export interface ReadNotice {
  readonly notice: Notice | undefined;
  readonly doubts: readonly NoticeDoubt[];
}

/** A notice names these seven; one that names fewer than five amends an earlier one. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'] as const;
const FEW = 5;

/** `before` is what is known of that year so far, for a notice that only amends it. */
export function readNotice(text: string, before: (year: number) => Notice | undefined = () => undefined): ReadNotice {
  const plain = text.normalize('NFKC').replace(/[ \t\r]+/g, '');
  const year = yearOf(plain);
  if (year === undefined) return { notice: undefined, doubts: [{ code: 'year-missing', words: '' }] };
  const doubts: NoticeDoubt[] = [];
  const off: [string, Day, Day][] = [];
  const work: [string, Day][] = [];
  for (const { name, body } of parts(plain)) {
    const found = readPart(name, body, year, doubts);
    if (found.off.length === 0 && found.work.length === 0) doubts.push({ code: 'no-days', words: name });
    off.push(...found.off);
    work.push(...found.work);
  }
  const source = [...new Set(plain.match(/国办发(?:明电)?[〔[(]\d{4}[\])〕]\d+号/g) ?? [])].map(bracketed).join('、');
  if (off.length === 0 && work.length === 0)
    return { notice: undefined, doubts: [{ code: 'no-holidays', words: '' }, ...doubts] };
  const named = new Set(HOLIDAYS.filter((each) => off.some(([name]) => name.includes(each))));
  const old = before(year);
  const amends = named.size < FEW && old !== undefined;
  if (amends) doubts.unshift({ code: 'amends', words: [...named].join('、') });
  else for (const each of HOLIDAYS) if (!named.has(each)) doubts.push({ code: 'holiday-missing', words: each });
  const made: Notice = { year, source, off, work };
  const notice = amends ? amended(old, made) : made;
  for (const [, day] of notice.work)
    if (notice.off.some(([, first, last]) => first <= day && day <= last))
      doubts.push({ code: 'off-and-work', words: spell(day) });
  return { notice, doubts };
}

/** 关于2019年部分节假日安排的通知; else the year named most often. */
function yearOf(plain: string): number | undefined {
  const titled = /关于(?:调整|延长)?(\d{4})年/.exec(plain) ?? /(\d{4})年(?:部分)?(?:节假日|春节|劳动节)/.exec(plain);
  if (titled) return +titled[1]!;
  const counts = new Map<number, number>();
  for (const [, digits] of plain.matchAll(/(\d{4})年/g)) counts.set(+digits!, (counts.get(+digits!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

interface Part {
  readonly name: string;
  readonly body: string;
}

/** 一、元旦：… up to the next such head; a sentence that begins with a holiday's name is a head too. */
function parts(plain: string): readonly Part[] {
  const names = '(?:元旦|春节|清明节?|(?:五一)?劳动节|端午节?|中秋节?|国庆节?)';
  const head = new RegExp(
    `(?:^|\\n|。|;)(?:[一二三四五六七八九十]+[、.]|\\d+[、.]|\\([一二三四五六七八九十]+\\))?(${names}(?:[、和]${names})*)(?:假期|放假)?:`,
    'g',
  );
  const heads = [...plain.matchAll(head)];
  const found = heads.map((match, at) => ({
    name: nameOf(match[1]!),
    body: plain.slice(match.index + match[0].length, heads[at + 1]?.index ?? plain.length),
  }));
  // 延长2020年春节假期至2月2日
  const longer = /延长(?:\d{4}年)?(春节|劳动节|国庆节)假期至[^。;\n]*/.exec(plain);
  return longer ? [...found, { name: longer[1]!, body: longer[0] }] : found;
}

function nameOf(words: string): string {
  return words
    .split(/[、和]/)
    .map((each) =>
      each
        .replace(/^五一/, '')
        .replace(/^(清明|端午|中秋)节$/, '$1')
        .replace(/^国庆$/, '国庆节'),
    )
    .join('、');
}

const DAY = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(\\([^)]*\\))?';

function readPart(
  name: string,
  body: string,
  year: number,
  doubts: NoticeDoubt[],
): { off: [string, Day, Day][]; work: [string, Day][] } {
  const off: [string, Day, Day][] = [];
  const work: [string, Day][] = [];
  for (const sentence of body.split(/[。;\n]/).filter((each) => /\d日/.test(each))) {
    if (/鼓励|值班|安全|高速|免费/.test(sentence)) {
      doubts.push({ code: 'left-out', words: sentence });
      continue;
    }
    const longer = sentence.startsWith('延长');
    // What is before 放假 is off; what is before 上班 is worked. One sentence may say both.
    const [rest, worked] = cut(sentence);
    const span = rest && readSpan(rest, name, year, doubts);
    if (span) {
      const [first, last] = longer ? [span[0], span[0]] : span;
      const [from, to] = /与(?:周末|双休日)连休/.test(sentence) ? withWeekend(first, last) : [first, last];
      off.push([name, from, to]);
      const count = /共(\d+)天|放假(\d+)天/.exec(sentence);
      if (count && +(count[1] ?? count[2])! !== diffDays(from, to) + 1) doubts.push({ code: 'count', words: sentence });
    }
    for (const day of worked ? readDays(worked, name, year, doubts) : []) {
      work.push([name, day]);
      if (weekday(day) < 6) doubts.push({ code: 'work-weekday', words: spell(day) });
    }
    if (!span && !worked) doubts.push({ code: 'left-out', words: sentence });
  }
  return { off, work };
}

/** The words about rest, and those about work; 2月3日起正常上班 says nothing new. */
function cut(sentence: string): readonly [string, string] {
  const plain = sentence.replace(/[,，]?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\([^)]*\))?起正常上班.*/, '');
  const rest =
    /^(.*?)(?:放假|假期(?!至)|休息|调休|连休)/.exec(plain)?.[1] ??
    (plain.startsWith('延长') ? plain.replace(/^.*?至/, '') : '');
  const tail = plain.slice(/放假|休息/.test(plain) ? rest.length : 0);
  return [rest, /上班/.test(tail) ? tail.slice(0, tail.lastIndexOf('上班')) : ''];
}

function readSpan(words: string, name: string, year: number, doubts: NoticeDoubt[]): readonly [Day, Day] | undefined {
  const days = readDays(words, name, year, doubts);
  const first = days[0];
  const last = days.at(-1);
  return first !== undefined && last !== undefined && first <= last ? [first, last] : undefined;
}

/** The days named, in order; what is left out of one is as in the one before. */
function readDays(words: string, name: string, year: number, doubts: NoticeDoubt[]): Day[] {
  const found: Day[] = [];
  const all = [...words.matchAll(new RegExp(DAY, 'g'))];
  const named = all.some((match) => match[1] !== undefined);
  let [y, m] = [year, 0];
  for (const [at, match] of all.entries()) {
    const month = match[2] === undefined ? m : +match[2];
    if (match[1] !== undefined) y = +match[1];
    // December before 元旦 is of the year before, and January after it is not.
    else if (at === 0) y = month === 12 && name.includes('元旦') ? year - 1 : year;
    else if (month < m && !named) y = year;
    m = month;
    const day = `${y}-${String(m).padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
    if (!isDay(day)) {
      doubts.push({ code: 'left-out', words: match[0] });
      continue;
    }
    const said = /(?:周|星期)([一二三四五六日天])/.exec(match[4] ?? '')?.[1];
    if (said && '一二三四五六日'.indexOf(said.replace('天', '日')) + 1 !== weekday(day))
      doubts.push({ code: 'weekday', words: match[0] });
    found.push(day);
  }
  return found;
}

function withWeekend(first: Day, last: Day): readonly [Day, Day] {
  let [from, to] = [first, last];
  while (weekday(addDays(from, -1)) > 5) from = addDays(from, -1);
  while (weekday(addDays(to, 1)) > 5) to = addDays(to, 1);
  return [from, to];
}

/** The older one, in which what the newer one names is replaced; a holiday it makes longer begins when it did. */
function amended(old: Notice, made: Notice): Notice {
  const touched = (name: string): boolean => made.off.some(([each]) => each.includes(name) || name.includes(each));
  const off = made.off.map(([name, first, last]): Notice['off'][number] => {
    const was = old.off.find(
      ([each, , end]) => (each.includes(name) || name.includes(each)) && end < last && first === last,
    );
    return was ? [was[0], was[1], last] : [name, first, last];
  });
  const keep = old.work.filter(
    ([name, day]) => !touched(name) || (made.work.length === 0 && !off.some(([, a, b]) => a <= day && day <= b)),
  );
  return {
    year: old.year,
    source: [old.source, made.source].filter(Boolean).join('、'),
    off: [...old.off.filter(([name]) => !touched(name)), ...off].sort((a, b) => (a[1] < b[1] ? -1 : 1)),
    work: [...keep, ...made.work].sort((a, b) => (a[1] < b[1] ? -1 : 1)),
  };
}

const bracketed = (number: string): string => number.replace(/[[(](\d{4})[\])]/, '〔$1〕');

function spell(day: Day): string {
  return `${+day.slice(5, 7)}月${+day.slice(8)}日`;
}
