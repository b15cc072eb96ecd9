// 每年6次, 每学期至少组织2次, 每季度召开一次: how often in a year. 每月 and 每周 alone say no number and are not found.
import { readNumeral } from './marks.ts';

export interface Recurrence {
  readonly kind: 'times';
  readonly from: number;
  readonly to: number;
  /** In one year. */
  readonly times: number;
}

const PER: readonly (readonly [words: RegExp, times: number])[] = [
  [/学期/, 2],
  [/半年/, 2],
  [/季/, 4],
  [/月/, 12],
  [/年/, 1],
];

const PHRASE =
  /(每个?(?:学年|学期|半年|季度|季|月|年)|(?<![\d十])一年(?!级|制)|全年)([^，。；、,;：:（）()《》\d每一二两三四五六七八九十]{0,8})(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|场|轮|期|回)/g;

/** Digits are half as wide here. */
export function findRecurrences(text: string): readonly Recurrence[] {
  return [...text.matchAll(PHRASE)].flatMap((found): Recurrence[] => {
    const [whole, per = '', between = '', number = ''] = found;
    // 一年 begins many sentences; only a number close behind counts them.
    if (per === '一年' && between.length > 4) return [];
    const times = readNumeral(number.replace('两', '二')) * (PER.find(([words]) => words.test(per))?.[1] ?? 1);
    return times >= 1 && times <= 366
      ? [{ kind: 'times', from: found.index, to: found.index + whole.length, times }]
      : [];
  });
}
