import { describe, expect, test } from 'vitest';
import { all, read, shown, zip } from './kit.ts';

const TREE = ['section 党的建设', '  item 学习', '    clause 制定方案 [甲科]', '      task 起草', '  item 廉政'].join(
  '\n',
);

describe('the same outline in every form', () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>2024年要点</title></head><body><outline text="党的建设"><outline text="学习" _note="一行&#10;两行"><outline text="制定方案（牵头部门：甲科）"><outline text="起草"/></outline></outline><outline text="廉政"/></outline></body></opml>`;
  const mm = `<map version="1.0.1"><node TEXT="2024年要点"><node TEXT="党的建设"><node TEXT="学习"><richcontent TYPE="NOTE"><html><body><p>一行</p><p>两行</p></body></html></richcontent><node TEXT="制定方案（牵头部门：甲科）"><node TEXT="起草"/></node></node><node TEXT="廉政"/></node></node></map>`;
  const topic = (title: string, children: unknown[] = [], more: object = {}): object => ({
    title,
    ...more,
    children: { attached: children },
  });
  const content = JSON.stringify([
    {
      rootTopic: topic('2024年要点', [
        topic('党的建设', [
          topic('学习', [topic('制定方案（牵头部门：甲科）', [topic('起草')])], {
            notes: { plain: { content: '一行\n两行' } },
          }),
          topic('廉政'),
        ]),
      ]),
    },
  ]);
  const t = (title: string, inner = '', more = ''): string =>
    `<topic id="x"><title>${title}</title>${more}${inner ? `<children><topics type="attached">${inner}</topics></children>` : ''}</topic>`;
  const old = `<xmap-content xmlns="urn:xmind:xmap:xmlns:content:2.0"><sheet>${t('2024年要点', t('党的建设', t('学习', t('制定方案（牵头部门：甲科）', t('起草')), '<notes><plain>一行\n两行</plain></notes>') + t('廉政')))}</sheet></xmap-content>`;
  const md =
    '# 2024年要点\n\n## 党的建设\n\n### 学习\n\n一行\n\n两行\n\n- 制定方案（牵头部门：甲科）\n  - 起草\n\n### 廉政\n';

  test.each([
    ['a.opml', opml],
    ['a.mm', mm],
    ['a.xmind', zip({ 'content.json': content })],
    ['old.xmind', zip({ 'content.xml': old })],
    ['a.md', md],
  ] as const)('%s', (name, content) => {
    const { reading } = read(name, content);
    expect([reading.title, reading.year, shown(reading.nodes)]).toEqual(['2024年要点', 2024, TREE]);
    expect(all(reading.nodes)[1]!.note).toBe('一行\n两行');
  });
});

test('Project: dates, the four links, lag, calendar exceptions and baselines', () => {
  const task = (uid: number, level: number, name: string, more = ''): string =>
    `<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel><Start>2024-03-0${uid}T08:00:00</Start><Finish>2024-03-1${uid}T17:00:00</Finish>${more}</Task>`;
  const link = (from: number, type: number, lag = 0): string =>
    `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`;
  const xml = `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>2024年计划</Title><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>标准</Name><Exceptions><Exception><TimePeriod><FromDate>2024-05-01T00:00:00</FromDate><ToDate>2024-05-05T23:59:00</ToDate></TimePeriod><Name>劳动节</Name><DayWorking>0</DayWorking></Exception><Exception><TimePeriod><FromDate>2024-05-11T00:00:00</FromDate><ToDate>2024-05-11T23:59:00</ToDate></TimePeriod><Name>劳动节</Name><DayWorking>1</DayWorking></Exception></Exceptions></Calendar></Calendars>
<Tasks>${task(1, 1, '板块')}${task(2, 2, '甲', '<Baseline><Number>0</Number><Start>2024-03-01T08:00:00</Start><Finish>2024-03-05T17:00:00</Finish></Baseline>')}${task(3, 2, '乙', link(2, 1, 9600))}${task(4, 2, '丙', link(2, 0) + link(3, 2) + link(2, 3, -4800))}</Tasks>
<Resources><Resource><UID>1</UID><Name>甲科</Name><Type>1</Type></Resource></Resources><Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments></Project>`;
  const { reading } = read('a.xml', xml);
  expect(shown(reading.nodes)).toBe('section 板块\n  item 甲 [甲科]\n  item 乙\n  item 丙');
  expect(all(reading.nodes)[1]!.span).toEqual({ start: '2024-03-02', end: '2024-03-12' });
  expect(reading.links!.map(({ from, to, type, lag }) => `${from}>${to} ${type} ${lag}`)).toEqual([
    'p2>p3 FS 2', 'p2>p4 FF 0', 'p3>p4 SF 0', 'p2>p4 SS -1',
  ]); // prettier-ignore
  expect(reading.notices).toEqual([
    { year: 2024, source: '标准', off: [['劳动节', '2024-05-01', '2024-05-05']], work: [['劳动节', '2024-05-11']] },
  ]);
  expect(reading.baselines![0]!.spans).toEqual({ p2: '2024-03-01/2024-03-05' });
});

test('a file as Project itself writes it', () => {
  const task = (uid: number, id: number, level: number, name: string, dates: string, more = ''): string => `
    <Task>
      <UID>${uid}</UID><GUID>2B4E0B6F-0000-4000-8000-0000000000${uid}</GUID><ID>${id}</ID><Name>${name}</Name><Active>1</Active><Manual>0</Manual><Type>0</Type><IsNull>0</IsNull>
      <CreateDate>2024-01-08T09:12:00</CreateDate><WBS>${id}</WBS><OutlineNumber>${id}</OutlineNumber><OutlineLevel>${level}</OutlineLevel><Priority>500</Priority>
      ${dates}<DurationFormat>7</DurationFormat><Milestone>${more.includes('<!--milestone-->') ? 1 : 0}</Milestone><Summary>${more.includes('<!--summary-->') ? 1 : 0}</Summary><PercentComplete>${uid === 3 ? 50 : 0}</PercentComplete><ConstraintType>0</ConstraintType><CalendarUID>-1</CalendarUID>${more}
    </Task>`;
  const from = (start: string, end: string): string =>
    `<Start>${start}T08:00:00</Start><Finish>${end}T17:00:00</Finish><Duration>PT80H0M0S</Duration><ManualStart>${start}T08:00:00</ManualStart>`;
  const link = (uid: number, type: number, lag: number, format = 7): string => `
      <PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
  const baseline = (number: number, start: string, end: string): string => `
      <Baseline><Number>${number}</Number><Interim>0</Interim><Start>${start}T08:00:00</Start><Finish>${end}T17:00:00</Finish><Duration>PT80H0M0S</Duration><DurationFormat>7</DurationFormat><EstimatedDuration>0</EstimatedDuration><Work>PT0H0M0S</Work></Baseline>`;
  const exception = (name: string, first: string, last: string, working: 0 | 1, more = '<Type>1</Type>'): string => `
        <Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>${first}T00:00:00</FromDate><ToDate>${last}T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences><Name>${name}</Name>${more}<DayWorking>${working}</DayWorking></Exception>`;
  const week = Array.from(
    { length: 7 },
    (_, at) => `<WeekDay><DayType>${at + 1}</DayType><DayWorking>${at % 6 === 0 ? 0 : 1}</DayWorking></WeekDay>`,
  ).join('');
  const xml = `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <SaveVersion>14</SaveVersion><BuildNumber>16.0.14332.20358</BuildNumber><Name>年度计划.xml</Name><GUID>{00000000-0000-4000-8000-000000000001}</GUID><Title>2024年年度计划</Title>
  <CreationDate>2024-01-08T09:00:00</CreationDate><LastSaved>2024-02-26T16:40:00</LastSaved><ScheduleFromStart>1</ScheduleFromStart><StartDate>2024-03-01T08:00:00</StartDate><FinishDate>2024-06-28T17:00:00</FinishDate>
  <CalendarUID>3</CalendarUID><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><NewTasksAreManual>0</NewTasksAreManual>
  <Views><View><Name>甘特图(&amp;G)</Name><IsCustomized>true</IsCustomized></View></Views><OutlineCodes/><WBSMasks/><ExtendedAttributes/>
  <Calendars>
    <Calendar><UID>1</UID><Name>标准</Name><IsBaseCalendar>1</IsBaseCalendar><IsBaselineCalendar>0</IsBaselineCalendar><BaseCalendarUID>0</BaseCalendarUID><WeekDays>${week}</WeekDays></Calendar>
    <Calendar><UID>3</UID><Name>机关日历</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${week}<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2024-05-01T00:00:00</FromDate><ToDate>2024-05-05T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>
      <Exceptions>${exception('劳动节', '2024-05-01', '2024-05-05', 0)}${exception('劳动节调休', '2024-05-11', '2024-05-11', 1)}${exception('元旦', '2024-01-01', '2026-12-31', 0, '<Type>2</Type><Month>0</Month><MonthDay>1</MonthDay>')}
      </Exceptions></Calendar>
  </Calendars>
  <Tasks>${task(0, 0, 0, '2024年年度计划', from('2024-03-01', '2024-06-28'), '<!--summary-->')}${task(1, 1, 1, '教学', from('2024-03-01', '2024-06-28'), `<!--summary-->${baseline(0, '2024-03-01', '2024-06-28')}`)}${task(2, 2, 2, '修订章程', from('2024-03-01', '2024-03-14'), baseline(0, '2024-03-01', '2024-03-12') + baseline(1, '2024-03-04', '2024-03-14'))}${task(3, 3, 2, '征求意见', from('2024-03-18', '2024-03-29'), link(2, 1, 9_600))}${task(4, 4, 2, '组织培训', from('2024-03-18', '2024-04-12'), link(3, 3, 0) + link(2, 0, 4_320, 6))}${task(5, 5, 2, '总结', from('2024-06-03', '2024-06-28'), link(4, 2, -4_800))}${task(6, 6, 2, '印发', from('2024-06-28', '2024-06-28'), `<!--milestone-->${link(5, 1, 0)}`)}
    <Task><UID>7</UID><ID>7</ID><IsNull>1</IsNull></Task>
  </Tasks>
  <Resources><Resource><UID>0</UID><ID>0</ID><Type>1</Type><IsNull>0</IsNull></Resource><Resource><UID>1</UID><ID>1</ID><Name>局办公室</Name><Type>1</Type></Resource><Resource><UID>2</UID><ID>2</ID><Name>印刷费</Name><Type>0</Type></Resource></Resources>
  <Assignments><Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID></Assignment><Assignment><UID>3</UID><TaskUID>3</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>
</Project>`.replaceAll('\n', '\r\n');
  const { reading } = read('年度计划.xml', xml);
  const nodes = all(reading.nodes);
  expect(
    nodes.map(({ kind, title, span, lead }) => [kind, title, span && `${span.start}/${span.end}`, ...lead]),
  ).toEqual([
    ['section', '教学', undefined],
    ['item', '修订章程', '2024-03-01/2024-03-14', '局办公室'],
    ['item', '征求意见', '2024-03-18/2024-03-29'],
    ['item', '组织培训', '2024-03-18/2024-04-12'],
    ['item', '总结', '2024-06-03/2024-06-28'],
    ['milestone', '印发', '2024-06-28/2024-06-28'],
  ]);
  expect(nodes[2]!.progress).toBe(50);
  expect(reading.links!.map(({ from: a, to, type, lag }) => `${a}>${to} ${type} ${lag}`)).toEqual([
    'p2>p3 FS 2', 'p3>p4 SS 0', 'p2>p4 FF 0', 'p4>p5 SF -1', 'p5>p6 FS 0',
  ]); // prettier-ignore
  expect(reading.notices).toEqual([
    { year: 2024, source: '机关日历', off: [['劳动节', '2024-05-01', '2024-05-05'], ['元旦', '2024-01-01', '2024-01-01']], work: [['劳动节调休', '2024-05-11']] },
  ]); // prettier-ignore
  expect(reading.baselines).toEqual([
    { name: '原定', at: '2024-02-26', by: 'Project', spans: { p1: '2024-03-01/2024-06-28', p2: '2024-03-01/2024-03-12' } },
    { name: '原定1', at: '2024-02-26', by: 'Project', spans: { p2: '2024-03-04/2024-03-14' } },
  ]); // prettier-ignore
});
