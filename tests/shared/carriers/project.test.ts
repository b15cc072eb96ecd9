// Project files as Microsoft Project and ProjectLibre write them: a root task of UID 0, tenths of minutes, finishes at five or at midnight, assignments to nobody.
import { expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { isRefusedFile, planFromJson, toJson } from '../../../shared/export/json.ts';
import { diceOf } from '../../kit/plan.ts';
import { all, read, shown } from './kit.ts';

const task = (uid: number, level: number, name: string, start: string, finish: string, more = ''): string => `
<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><Active>1</Active><Manual>0</Manual><Type>0</Type><IsNull>0</IsNull><CreateDate>2024-01-05T09:00:00</CreateDate><WBS>${uid}</WBS><OutlineNumber>${uid}</OutlineNumber><OutlineLevel>${level}</OutlineLevel><Priority>500</Priority><Start>${start}</Start><Finish>${finish}</Finish><Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat>${more}</Task>`;
const link = (from: number, type: number, lag: number, format = 7): string =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
const baseline = (start: string, finish: string): string =>
  `<Baseline><Number>0</Number><Interim>0</Interim><Start>${start}</Start><Finish>${finish}</Finish><Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT40H0M0S</Work></Baseline>`;

const PROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Name>2024要点.mpp</Name><Title>2024年教育工作要点</Title><CreationDate>2024-01-05T09:00:00</CreationDate><LastSaved>2024-02-01T10:30:00</LastSaved><ScheduleFromStart>1</ScheduleFromStart><StartDate>2024-03-01T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><CalendarUID>1</CalendarUID>
<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>督办号</Alias></ExtendedAttribute></ExtendedAttributes>
<Calendars><Calendar><UID>1</UID><Name>标准</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID><WeekDays><WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays>
<Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2024-05-01T00:00:00</FromDate><ToDate>2024-05-05T23:59:00</ToDate></TimePeriod><Occurrences>5</Occurrences><Name>劳动节</Name><Type>1</Type><DayWorking>0</DayWorking></Exception><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2024-05-11T00:00:00</FromDate><ToDate>2024-05-11T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences><Name>劳动节调休</Name><Type>1</Type><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></Exception></Exceptions></Calendar></Calendars>
<Tasks>${task(0, 0, '2024年教育工作要点', '2024-03-01T08:00:00', '2024-09-30T17:00:00', '<Summary>1</Summary>')}
${task(1, 1, '一、教学', '2024-03-01T08:00:00', '2024-06-28T17:00:00', '<Summary>1</Summary>')}
${task(2, 2, '修订方案', '2024-03-01T08:00:00', '2024-06-28T17:00:00', '<Summary>1</Summary>')}
${task(3, 3, '形成初稿', '2024-03-01T08:00:00', '2024-03-29T17:00:00', `<Milestone>0</Milestone><PercentComplete>40</PercentComplete><ConstraintType>4</ConstraintType><ConstraintDate>2024-02-20T08:00:00</ConstraintDate><Deadline>2024-04-10T17:00:00</Deadline><ExtendedAttribute><FieldID>188743731</FieldID><Value>教督〔2024〕1号</Value></ExtendedAttribute>${baseline('2024-03-01T08:00:00', '2024-03-22T17:00:00')}<Notes>先调研</Notes>`)}
${task(4, 3, '征求意见', '2024-04-08T08:00:00', '2024-05-01T00:00:00', `<PercentComplete>0</PercentComplete><ConstraintType>4</ConstraintType><ConstraintDate>2024-04-08T08:00:00</ConstraintDate>${link(3, 1, 24_000)}`)}
${task(5, 3, '试行', '2024-04-08T08:00:00', '2024-06-28T17:00:00', `<PercentComplete>0</PercentComplete>${link(4, 3, -9_600)}${link(3, 0, 43_200, 8)}`)}
${task(6, 3, '方案公布', '2024-06-28T17:00:00', '2024-06-28T17:00:00', `<Milestone>1</Milestone><PercentComplete>0</PercentComplete>${link(5, 2, 50, 19)}`)}
<Task><UID>7</UID><ID>7</ID><IsNull>1</IsNull></Task>
</Tasks>
<Resources><Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource><Resource><UID>1</UID><Name>局办公室</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>局人事科</Name><Type>1</Type></Resource><Resource><UID>3</UID><Name>复印纸</Name><Type>0</Type></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment><Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID></Assignment><Assignment><UID>3</UID><TaskUID>3</TaskUID><ResourceUID>3</ResourceUID></Assignment><Assignment><UID>4</UID><TaskUID>4</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments></Project>`;

test('dates, the four links with their lags, offices, calendar, baseline and deadlines of a file of Microsoft Project', () => {
  const { reading } = read('2024要点.xml', PROJECT);
  expect(reading.title).toBe('2024年教育工作要点');
  expect(shown(reading.nodes)).toBe(
    `section 教学\n  item 修订方案\n    clause 形成初稿 [局办公室、局人事科]\n    clause 征求意见\n    clause 试行\n    milestone 方案公布`,
  );
  const nodes = all(reading.nodes);
  expect(nodes.map(({ title, span }) => `${title} ${span ? `${span.start}..${span.end}` : ''}`)).toEqual([
    '教学 ', '修订方案 ', '形成初稿 2024-03-01..2024-03-29', '征求意见 2024-04-08..2024-04-30',
    '试行 2024-04-08..2024-06-28', '方案公布 2024-06-28..2024-06-28',
  ]); // prettier-ignore
  expect(nodes[2]).toMatchObject({ progress: 40, note: '先调研', due: { kind: 'by', words: '2024年4月10日前' } });
  expect(reading.links).toEqual([
    { from: 'p3', to: 'p4', type: 'FS', lag: 5 },
    { from: 'p4', to: 'p5', type: 'SS', lag: -2 },
    { from: 'p3', to: 'p5', type: 'FF', lag: 3 },
    { from: 'p5', to: 'p6', type: 'SF', lag: 0 },
  ]);
  expect(reading.notices).toEqual([
    { year: 2024, source: '标准', off: [['劳动节', '2024-05-01', '2024-05-05']], work: [['劳动节调休', '2024-05-11']] },
  ]);
  expect(reading.baselines).toEqual([
    { name: '原定', at: '2024-02-01', by: 'Project', spans: { p3: '2024-03-01/2024-03-22' } },
  ]);
  expect(reading.doubts.filter(({ code }) => code === 'project-left').map(({ message }) => message)).toEqual([
    '限制“不得早于…开始 2024-02-20”没有读入，日期按排定的读入：形成初稿',
    '按百分比的时滞 50%，按 0 天读入：方案公布',
  ]);
  expect(isRefusedFile(planFromJson(toJson(contentsOf(reading, diceOf(1)))))).toBe(false);
});

test('a file of ProjectLibre: no root task, old exceptions, everybody a work resource', () => {
  const libre = PROJECT.replace(/<Task><UID>0<\/UID>[^]*?<\/Task>/, '')
    .replace(/<Exceptions>[^]*?<\/Exceptions>/, '')
    .replace('<WeekDays>', '<WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2024-05-01T00:00:00</FromDate><ToDate>2024-05-05T23:59:00</ToDate></TimePeriod></WeekDay>')
    .replace('<Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>', '<Resource><UID>0</UID><ID>0</ID><Name>未分配</Name><Type>1</Type></Resource>'); // prettier-ignore
  const { reading } = read('要点.xml', libre);
  expect(reading.title).toBe('2024年教育工作要点');
  expect(all(reading.nodes).map(({ title }) => title)).toEqual(['教学', '修订方案', '形成初稿', '征求意见', '试行', '方案公布']); // prettier-ignore
  expect(all(reading.nodes).flatMap(({ lead }) => lead)).toEqual(['局办公室', '局人事科']);
  expect(reading.notices?.[0]?.off.map(([, first, last]) => `${first}..${last}`)).toEqual(['2024-05-01..2024-05-05']);
});
