import { describe, expect, test } from 'vitest';
import { calendarWith, CHINA, isWorking } from '../../../shared/model/calendar.ts';
import { addDays } from '../../../shared/model/day.ts';
import { NOTICES } from '../../../shared/model/holidays.ts';
import type { Notice } from '../../../shared/model/plan.ts';
import { readNotice } from '../../../shared/yaodian/notice.ts';

/** As the notices word it, year by year; the amended parts as amended. */
const TEXTS: Readonly<Record<number, string>> = {
  2018: `国务院办公厅关于2018年部分节假日安排的通知
国办发明电〔2017〕12号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2018年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月15日至21日放假调休，共7天。2月11日（星期日）、2月24日（星期六）上班。
三、清明节：4月5日至7日放假调休，共3天。4月8日（星期日）上班。
四、劳动节：4月29日至5月1日放假调休，共3天。4月28日（星期六）上班。
五、端午节：6月18日放假，与周末连休。
六、中秋节：9月24日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期六）、9月30日（星期日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`,
  2019: `国务院办公厅关于2019年部分节假日安排的通知 国办发明电〔2018〕15号
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2021: `国务院办公厅关于2021年部分节假日安排的通知
一、元旦：2021年1月1日至3日放假，共3天。
二、春节：2月11日至17日放假调休，共7天。2月7日（星期日）、2月20日（星期六）上班。
三、清明节：4月3日至5日放假调休，共3天。
四、劳动节：5月1日至5日放假调休，共5天。4月25日（星期日）、5月8日（星期六）上班。
五、端午节：6月12日至14日放假，共3天。
六、中秋节：9月19日至21日放假调休，共3天。9月18日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。`,
  2022: `国务院办公厅关于2022年部分节假日安排的通知
一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
六、中秋节：9月10日至12日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。`,
  2023: `国务院办公厅关于2023年部分节假日安排的通知
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};

const FIRST_2020 = `国务院办公厅关于2020年部分节假日安排的通知
一、元旦：2020年1月1日放假，共1天。
二、春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。
三、清明节：4月4日至6日放假调休，共3天。
四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。
五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。
六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。`;

/** The days of a year on which two calendars disagree about work. */
function differences(year: number, notice: Notice): string[] {
  const calendar = calendarWith([...NOTICES.filter((each) => each.year !== year), notice]);
  const found: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (isWorking(day, calendar) !== isWorking(day, CHINA)) found.push(day);
  return found;
}

describe('a pasted notice', () => {
  test.each(Object.keys(TEXTS).map(Number))('of %i gives the very working days that are published', (year) => {
    const { notice, doubts } = readNotice(TEXTS[year]!);
    expect(doubts.filter(({ code }) => code !== 'left-out')).toEqual([]);
    expect(notice?.year).toBe(year);
    expect(differences(year, notice!)).toEqual([]);
  });

  test('of 2020, made longer by a second one', () => {
    const first = readNotice(FIRST_2020);
    expect(first.doubts).toEqual([]);
    expect(differences(2020, first.notice!)).toEqual(['2020-01-31', '2020-02-01']);
    const longer =
      '国务院办公厅关于延长2020年春节假期的通知\n国办发明电〔2020〕1号\n一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。';
    const second = readNotice(longer, () => first.notice);
    expect(second.doubts.map(({ code }) => code)).toEqual(['amends']);
    expect(differences(2020, second.notice!)).toEqual([]);
  });

  test('that only changes one holiday leaves the others as they were', () => {
    const old = readNotice(TEXTS[2019]!.replace(/四、劳动节.*/, '四、劳动节：5月1日放假，共1天。')).notice!;
    const text =
      '国务院办公厅关于调整2019年劳动节假期安排的通知 国办发明电〔2019〕3号\n劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。';
    const { notice, doubts } = readNotice(text, () => old);
    expect(doubts).toEqual([{ code: 'amends', words: '劳动节' }]);
    expect(differences(2019, notice!)).toEqual([]);
    expect(notice!.source).toBe('国办发明电〔2018〕15号、国办发明电〔2019〕3号');
  });

  test('keeps its number', () => {
    expect(readNotice(TEXTS[2018]!).notice!.source).toBe('国办发明电〔2017〕12号');
  });

  test('is read in one run too, with brackets of any width', () => {
    const run = TEXTS[2026]!
      .replace(/\n/g, '')
      .replace('的通知', '的通知。')
      .replaceAll('（', '(')
      .replaceAll('）', ')');
    expect(differences(2026, readNotice(run).notice!)).toEqual([]);
  });
});

describe('a doubt is raised', () => {
  const codes = (text: string): string[] => readNotice(text).doubts.map(({ code }) => code);
  test('when a weekday is not that day’s', () => {
    expect(codes(TEXTS[2026]!.replace('1月4日（周日）', '1月5日（周日）'))).toEqual(['weekday', 'work-weekday']);
  });
  test('when the number of days is not what the days come to', () => {
    expect(codes(TEXTS[2026]!.replace('共9天', '共8天'))).toEqual(['count']);
  });
  test('when a holiday is missing', () => {
    expect(readNotice(TEXTS[2026]!.replace(/五、端午节.*/, '')).doubts).toEqual([
      { code: 'holiday-missing', words: '端午' },
    ]);
  });
  test('when a day is off and worked', () => {
    expect(codes(TEXTS[2019]!.replace('5月5日（星期日）', '5月4日（星期六）'))).toEqual(['off-and-work']);
  });
  test('when a sentence about days is not taken in', () => {
    expect(codes(TEXTS[2024]!)).toEqual(['left-out']);
  });
  test('when there is no year, or nothing at all', () => {
    expect(codes('今天天气很好')).toEqual(['year-missing']);
    expect(codes('2026年的工作要点')).toEqual(['no-holidays']);
  });
});
