// Numbers in the formats Word counts in. What is not known here counts in plain figures, as Word itself falls back.
import { chineseNumber } from '../../model/numbering.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => (n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`),
  decimalEnclosedFullstop: (n) => (n <= 20 ? String.fromCodePoint(0x2487 + n) : `${n}.`),
  numberInDash: (n) => `- ${n} -`,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  japaneseCounting: chineseNumber,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  koreanDigital2: digits,
  ideographDigital: digits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  ideographEnclosedCircle: (n) => (n <= 10 ? String.fromCodePoint(0x327f + n) : chineseNumber(n)),
  none: () => '',
  bullet: () => '',
};

export function numeral(format: string, n: number): string {
  return n < 1 || n > 9_999 ? String(n) : (FORMATS[format] ?? String)(n);
}

function fullWidth(n: number): string {
  return [...String(n)].map((digit) => String.fromCharCode(+digit + 0xff10)).join('');
}

function circled(n: number): string {
  return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
}

function letters(n: number): string {
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

function digits(n: number): string {
  return [...String(n)].map((digit) => '〇一二三四五六七八九'[+digit]).join('');
}

function legal(n: number): string {
  return [...chineseNumber(n)]
    .map((sign) => ({ 十: '拾', 百: '佰', 千: '仟' })[sign] ?? LEGAL['〇一二三四五六七八九'.indexOf(sign)] ?? sign)
    .join('');
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

function roman(n: number): string {
  let rest = n;
  let made = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) made += sign;
  return made;
}
