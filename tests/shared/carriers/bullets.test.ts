// Lists of others whose bullets close in a bracket of offices: what it says goes where it belongs, whoever names the offices how.
import { expect, test } from 'vitest';
import { all, read } from './kit.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const BRACKET = '（牵头科室：安保科；配合科室：办公室、工会；完成时限：6月底前）';

test.each([
  ['below numbered headings', '# 2023年工作要点\n\n## 一、安全\n\n### （一）校车\n\n'],
  ['below one heading', '# 2023年工作要点\n\n## 安全\n\n'],
])('%s in Markdown', (_, above) => {
  const { reading } = read('a.md', bytes(`${above}- 排查校车隐患，每学期两轮。${BRACKET}\n* 建好食堂。${BRACKET}\n`));
  const led = all(reading.nodes).filter(({ lead }) => lead.length > 0);
  expect(led).toHaveLength(2);
  for (const node of led) {
    expect([node.lead, node.assist, node.due]).toEqual([
      ['安保科'],
      ['办公室', '工会'],
      { kind: 'by', words: '6月底前' },
    ]);
    expect(node.title).not.toMatch(/科室|时限/);
  }
});

test('persons and a time in the bracket of a topic of others stay too', () => {
  const opml = `<opml version="2.0"><head><title>2023年工作要点</title></head><body><outline text="安全"><outline text="排查隐患（责任领导：王某；责任科室：安保科；时间：9月底前）"/></outline></body></opml>`;
  const { reading } = read('a.opml', bytes(opml));
  const node = all(reading.nodes).find(({ lead }) => lead.length > 0);
  expect([node!.title, node!.lead, node!.people, node!.due?.words]).toEqual([
    '排查隐患',
    ['安保科'],
    { chief: '王某' },
    '9月底前',
  ]);
});
