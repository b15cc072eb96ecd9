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
