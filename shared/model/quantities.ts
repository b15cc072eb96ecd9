// Amounts that a text promises: 20项, 8个镇, 每年6次, 7所, 30%. Ordinals, years, grades and numbers inside names are none.

export interface Quantity {
  /** UTF-16 offsets into the text, half open. */
  readonly from: number;
  readonly to: number;
  /** As written: 20项. */
  readonly words: string;
  readonly number: number;
  readonly unit: string;
}

const UNITS =
  '人次|课时|学时|万元|亿元|个百分点|个[\\u4e00-\\u9fff]|[项所次家名人门场节套条处间台篇支批期件辆册户幢栋种轮个％%]';
/** Not behind 第, 〔, another digit, a point or a dash, and not before one: 第3所, 0-3, 2.0, 1-3批. */
const AMOUNT = new RegExp(`(?<![\\d.．第〔\\-—–~～:：])(\\d{1,7}(?:\\.\\d+)?)(?:余|多)?(${UNITS})`, 'g');

export function quantitiesIn(raw: string): readonly Quantity[] {
  const text = raw.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return [...text.matchAll(AMOUNT)].map((found) => {
    const [whole, number = '', unit = ''] = found;
    const to = found.index + whole.length;
    return { from: found.index, to, words: raw.slice(found.index, to), number: Number(number), unit };
  });
}

/** A target holds the amount when it says the same number of the same thing. */
export function holdsAmount(target: string, { number, unit }: Quantity): boolean {
  return quantitiesIn(target).some((each) => each.number === number && each.unit[0] === unit[0]);
}
