// Number marks, both directions: 一、 （一） 1. （1） ① 第一条, and the numerals in them. Knows no document.
import { chineseNumber } from '../model/numbering.ts';

/** Number styles from the outermost to the innermost. */
export const STYLES = [
  'part',
  'knot',
  'chinese',
  'chineseBracket',
  'article',
  'arabic',
  'decimal',
  'decimals',
  'arabicBracket',
  'circled',
] as const;
export type Style = (typeof STYLES)[number];

export interface Mark {
  readonly style: Style;
  readonly number: number;
  /** As written, with the white space behind it. */
  readonly raw: string;
  /** The numeral inside; of 1.2.1 all of it. */
  readonly numeral: string;
  /** The same mark for number one. */
  readonly sample: string;
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const CHINESE = `(?:[〇零一二三四五六七八九十百]{1,5}|[${FORMAL}]{1,3})`;
const ARABIC = '[0-9０-９]{1,3}';
const CIRCLED = '[①-⑳]';
const ROUND = '[㈠-㈩]';
/** ⒈ … ⒛, a numeral with its point in one sign. */
const POINTED = '[⒈-⒛]';
/** ⑴ … ⒇ */
const ENCLOSED = '[⑴-⒇]';
const BLANK = '[ \\t\\u00a0\\u3000]*';
const POINT = '[.．]';
/** What no 1.2 stands before when it is a number of things, or a day. */
const COUNTED = '(?![0-9０-９.．]|[%％个亿万元倍米公千平人次名所家间座套台件项年月日号吨亩])';

const PATTERNS: Readonly<Record<Style, RegExp>> = {
  part: new RegExp(`^第(${CHINESE}|${ARABIC})(?:部分|篇|章|编)${BLANK}[：:、.．]?${BLANK}`),
  knot: new RegExp(`^第(${CHINESE}|${ARABIC})节${BLANK}[：:、.．]?${BLANK}`),
  chinese: new RegExp(`^(${CHINESE})${BLANK}[、.．]${BLANK}`),
  chineseBracket: new RegExp(`^(?:[（(]${BLANK}(${CHINESE})${BLANK}[)）][、.．]?|(${ROUND}))${BLANK}`),
  article: new RegExp(
    `^(?:第(${CHINESE}|${ARABIC})条${BLANK}[：:、.．]?|(?:重点)?(?:任务|项目|事项|工程|行动|举措)${BLANK}(${CHINESE}|${ARABIC})${BLANK}[：:、.．])${BLANK}`,
  ),
  arabic: new RegExp(`^(?:(${ARABIC})(?: ?[.．](?![0-9０-９])|、)|(${POINTED})[、.．]?)${BLANK}`),
  decimal: new RegExp(`^(${ARABIC}${POINT}${ARABIC})${COUNTED}[、]?${BLANK}`),
  decimals: new RegExp(`^(${ARABIC}(?:${POINT}${ARABIC}){2,3})(?![0-9０-９])${POINT}?[、]?${BLANK}`),
  arabicBracket: new RegExp(
    `^(?:[（(]${BLANK}(${ARABIC})${BLANK}[)）][、.．]?|(${ARABIC})[)）][、.．]?|(${ENCLOSED})[、.．]?)${BLANK}`,
  ),
  circled: new RegExp(`^(${CIRCLED})[、.．]?${BLANK}`),
};

/** The number mark a paragraph begins with. */
export function readMark(text: string): Mark | undefined {
  for (const style of STYLES) {
    const found = PATTERNS[style].exec(text);
    const numeral = found?.slice(1).find((each) => each !== undefined);
    const number = numeral === undefined ? 0 : readNumeral(numeral.split(/[.．]/).at(-1)!);
    if (!found || numeral === undefined || number === 0) continue;
    return { style, number, raw: found[0], numeral, sample: sampleOf(found[0], numeral) };
  }
  return undefined;
}

/** 1 总则: a number with nothing but white space behind it, which says something only among such as 1.1. */
export function readBareNumber(text: string): Mark | undefined {
  const [raw, numeral = ''] = /^([0-9０-９]{1,2})[ \t\u00a0\u3000]+(?=[一-龥“《])/.exec(text) ?? [];
  const number = raw === undefined ? 0 : readNumeral(numeral);
  return raw && number > 0 ? { style: 'arabic', number, raw, numeral, sample: sampleOf(raw, numeral) } : undefined;
}

function sampleOf(raw: string, numeral: string): string {
  return raw.replace(
    numeral,
    numeral.replace(/[^.．]+/g, (part) => writeNumeral(part, 1)),
  );
}

const ANY_NUMERAL = new RegExp(`${CIRCLED}|${ROUND}|${POINTED}|${ENCLOSED}|${ARABIC}(?:${POINT}${ARABIC})*|${CHINESE}`);

/** The mark of number `n` in the way of `sample`, below the numbers `above`; `literal` is a numeral to use as it is. */
export function writeMark(sample: string, n: number, literal?: string, above: readonly number[] = []): string {
  return sample.replace(ANY_NUMERAL, (numeral) => {
    if (literal !== undefined) return literal;
    const parts = numeral.split(/(?=[.．])/);
    const numbers = [...above.slice(-parts.length + 1), n];
    return parts
      .map((part, i) =>
        part.replace(/[^.．]+/, (each) => writeNumeral(each, numbers[numbers.length - parts.length + i] ?? 1)),
      )
      .join('');
  });
}

/** 0 when the text is no numeral from 1 to 999. */
export function readNumeral(numeral: string): number {
  const code = numeral.codePointAt(0)!;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  if (code >= 0x2488 && code <= 0x249b) return code - 0x2487;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  const plain = halfWidth(numeral);
  if (/^\d+$/.test(plain)) return +plain;
  return readChinese(
    numeral.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (sign) => '一二三四五六七八九十'[FORMAL.indexOf(sign)]!),
  );
}

function readChinese(numeral: string): number {
  const digits = [...numeral].map((sign) => '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign));
  if (!/[十百]/.test(numeral)) return digits.reduce((sum, digit) => sum * 10 + digit, 0);
  const [, hundreds = '', , tens = '', ones = ''] =
    /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九])?$/.exec(numeral) ?? [];
  const value = (sign: string): number => Math.max(0, '〇一二三四五六七八九'.indexOf(sign || ' '));
  return value(hundreds) * 100 + (numeral.includes('十') ? (value(tens) || 1) * 10 : 0) + value(ones);
}

/** `n` in the digits of `like`: 一, 01, １, ① or ㈠. */
function writeNumeral(like: string, n: number): string {
  if (/[①-⑳]/.test(like)) return n <= 20 ? String.fromCodePoint(0x245f + n) : `(${n})`;
  if (/[⒈-⒛]/.test(like)) return n <= 20 ? String.fromCodePoint(0x2487 + n) : `${n}.`;
  if (/[⑴-⒇]/.test(like)) return n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`;
  if (/[㈠-㈩]/.test(like)) return n <= 10 ? String.fromCodePoint(0x321f + n) : `（${chineseNumber(n)}）`;
  if (/^\d+$/.test(like)) return like.startsWith('0') ? String(n).padStart(like.length, '0') : String(n);
  if (/^[０-９]+$/.test(like)) return [...String(n)].map((digit) => String.fromCharCode(+digit + 0xff10)).join('');
  return chineseNumber(n);
}

/** Full-width digits as half-width ones. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** What stands before an item instead of a number: it is kept as its indent. */
const BULLET = /^[●○◆◇■□▲△★☆•▪►➢·※]{1,2}[ \t\u00a0\u3000]*|^(?:[—–―─]{1,2}|-)[ \t\u00a0\u3000]*(?=[一-龥“《【])/;

/** '' where the text begins with none. */
export function bulletAt(text: string): string {
  return BULLET.exec(text)?.[0] ?? '';
}

/** 一, （二） or 三、 alone in the column of a table's numbers. */
export function isGroupNumber(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/.test(text);
}

/** It as it stands before a heading: 一、. */
export function groupMark(text: string): string {
  return /[、.．）)]$/.test(text) ? text : `${text}、`;
}

/** Two rows at least are numbered 1, 2, …, so that 一 is no row among them. */
export function areCounted(numbers: readonly string[]): boolean {
  return numbers.filter((text) => /^[0-9０-９]{1,3}[、.．]?$/.test(text)).length >= 2;
}
