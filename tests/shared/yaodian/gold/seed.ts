// The gold set of times in the 2019 text, clause by clause, read and written down by hand. A clause that is not named here holds none:
// its numbers (20项, 第十届, 2.0版本, 0-3岁, 12345 …) are no times.

export const SEED: Readonly<Record<string, readonly string[]>> = {
  '6.1': ['适时 = ask when'],
  '7.1': ['三年行动 = ask years'],
  '10.1': ['每年6次 = times 6'],
  '11.1': ['2019年 = range 2019-01-01 2019-12-31'],
  '14.1': ['2018-2020 = horizon 2018 2020'],
  '20.1': ['2019年 = range 2019-01-01 2019-12-31'],
  '21.1': ['2020年 = ask other-year'],
  '22.1': ['2018-2020年 = horizon 2018 2020', '三年行动计划 = ask years'],
  '26.1': ['三年行动计划 = ask years'],
};
