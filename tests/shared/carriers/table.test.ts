import { describe, expect, test } from 'vitest';
import { all, read, shown, xlsx } from './kit.ts';

const SHEET: readonly (readonly (string | number)[])[] = [
  ['2024年教育重点工作任务清单', '', '', '', '', '', ''],
  ['序号', '重点工作', '具体任务', '责任单位', '启动', '完成时限', '备注'],
  ['一、党的建设', '', '', '', '', '', ''],
  ['1', '深化学习', '制定方案', '甲科、乙科', 45352, 45473, '含“引号”'],
  ['2', '', '开展督查', '丙室', '', '10月底前', ''],
  ['3', '廉政建设', '', '丁室', '', '持续推进', '=cmd|calc'],
  ['', '', '', '', '', '', '坏行'],
];

describe('a 任务清单', () => {
  const { reading } = read('a.xlsx', xlsx(SHEET, ['A1:G1', 'A3:G3', 'B4:B5']));

  test('group rows, merged cells and several offices read as the tree they draw', () => {
    expect(reading.title).toBe('2024年教育重点工作任务清单');
    expect(shown(reading.nodes)).toBe(
      [
        'section 党的建设',
        '  item 深化学习',
        '    clause 制定方案 [甲科、乙科]',
        '    clause 开展督查 [丙室]',
        '  item 廉政建设 [丁室]',
      ].join('\n'),
    );
  });

  test('native dates are a bar, a deadline alone stays in its words, a formula is text', () => {
    const [, , first, second, third] = all(reading.nodes);
    expect(first!.span).toEqual({ start: '2024-03-01', end: '2024-06-30' });
    expect([second!.span, second!.due, second!.stated]).toEqual([
      undefined,
      { kind: 'by', words: '10月底前' },
      { start: null, end: '2024-10-31' },
    ]);
    expect(third!.due).toEqual({ kind: 'ongoing', words: '持续推进' });
    expect(third!.note).toBe('=cmd|calc');
  });

  test('a row that says no work is listed with its number, not dropped', () => {
    expect(reading.doubts).toContainEqual(expect.objectContaining({ line: 7, code: 'row-unread' }));
    expect(reading.rest.map(({ text }) => text)).toEqual(['坏行']);
  });
});

test('a group without a number is a section, and said to be one; a numbered one is not', () => {
  const rows = SHEET.map((row) => (row[0] === '一、党的建设' ? ['党的建设', '', '', '', '', '', ''] : row));
  const { reading } = read('a.xlsx', xlsx(rows, ['A1:G1', 'A3:G3', 'B4:B5']));
  const unmarked = (each: typeof reading): readonly number[] =>
    each.doubts.filter(({ code }) => code === 'section-unmarked').map(({ line }) => line);
  expect(unmarked(reading)).toEqual([3]);
  expect(unmarked(read('a.xlsx', xlsx(SHEET, ['A1:G1', 'A3:G3', 'B4:B5'])).reading)).toEqual([]);
});

test('measures that one cell counts are measures of their own, by the same offices and the same day', () => {
  const csv = (cell: string): string =>
    `编号,重点任务,主要措施,主责部门,完成时限,备注\n1,教联体建设,"${cell}",基教股,6月底前,省级试点\n`;
  const tree = (cell: string) => read('a.csv', new TextEncoder().encode(csv(cell))).reading.nodes;
  const [item] = tree('1.新建教联体5个；\n2.统一排课、统一教研。');
  expect(item!.children.map(({ title, lead, due, note }) => [title, lead, due?.words, note])).toEqual([
    ['新建教联体5个；', ['基教股'], '6月底前', '省级试点'],
    ['统一排课、统一教研。', ['基教股'], '6月底前', undefined],
  ]);
  // Lines that do not count on are one measure's words.
  for (const cell of ['1.新建教联体5个；\n3.统一排课。', '新建教联体5个；\n统一排课。'])
    expect(tree(cell)[0]!.children).toHaveLength(1);
});

describe('csv', () => {
  test('who filled it in, below the table, is no work and no office', () => {
    const foot = ['填报单位：甲局', '', '', '填报日期：2024年3月1日', '', '', ''];
    const csv = read(
      'a.csv',
      new TextEncoder().encode('序号,任务,责任单位\n1,做好甲事,甲科\n填表人：钱某,,2024年3月8日\n'),
    );
    expect(all(csv.reading.nodes).some(({ title }) => title.includes('填表'))).toBe(false);
    const { reading } = read('a.xlsx', xlsx([...SHEET, foot], ['A8:C8', 'D8:G8']));
    expect(shown(reading.nodes)).not.toMatch(/填报/);
    expect(reading.rest.at(-1)!.text.replace(/\t+/g, ' ')).toBe('填报单位：甲局 填报日期：2024年3月1日');
    expect(reading.doubts.filter(({ code, line }) => code === 'row-unread' && line === 8)).toHaveLength(1);
  });

  test('quotes, line ends in cells, a mark, ; and GB18030', () => {
    const { reading } = read('a.csv', '\ufeff序号;任务;牵头单位;配合单位\r\n1;"甲;""乙""\n丙";A科、B科;C科\r\n');
    expect(shown(reading.nodes)).toBe('item 甲;"乙" 丙 [A科、B科]');
    expect(reading.nodes[0]!.assist).toEqual(['C科']);
    // 任务,牵头单位 / 学习,甲科
    const gbk = new Uint8Array([
      0xc8, 0xce, 0xce, 0xf1, 0x2c, 0xc7, 0xa3, 0xcd, 0xb7, 0xb5, 0xa5, 0xce, 0xbb, 0x0a, 0xd1, 0xa7, 0xcf, 0xb0, 0x2c,
      0xbc, 0xd7, 0xbf, 0xc6,
    ]);
    expect(shown(read('b.csv', gbk).reading.nodes)).toBe('item 学习 [甲科]');
  });

  test('a header in two rows, its merging lost', () => {
    const { reading } = read('a.csv', '序号,重点工作,责任,,完成时限\n,,责任单位,配合单位,\n1,学习,甲科,乙科,6月底前\n');
    expect(shown(reading.nodes)).toBe('item 学习 [甲科]');
    expect(reading.nodes[0]!.assist).toEqual(['乙科']);
  });

  test('a column nobody knows is kept in the note under its heading, and doubted', () => {
    const { reading } = read('a.csv', '任务,牵头单位,经费\n学习,甲科,3万元\n');
    expect(reading.nodes[0]!.note).toBe('经费：3万元');
    expect(reading.doubts.map(({ code }) => code)).toContain('column-guessed');
  });
});

describe('offices that share a cell', () => {
  const sheet = (above: string, offices: string): ReturnType<typeof read>['reading'] =>
    read(
      'a.xlsx',
      xlsx([[above], ['序号', '重点工作', '具体任务', '责任单位'], ['1', '全民健身', '新建步道', offices]]),
    ).reading;
  const rolesIn = ({ nodes }: ReturnType<typeof sheet>): unknown => {
    const { lead, assist } = all(nodes).find(({ title }) => title === '新建步道')!;
    return { lead, assist };
  };

  test('each keeps the part that its own bracket says', () => {
    expect(rolesIn(sheet('2024年任务清单', '甲科（牵头）、乙科（配合）'))).toEqual({
      lead: ['甲科'],
      assist: ['乙科'],
    });
  });

  test('a rule above the head is followed, and told of', () => {
    const reading = sheet('说明：责任单位列第一位的为牵头单位。', '甲科、乙科');
    expect(rolesIn(reading)).toEqual({ lead: ['甲科'], assist: ['乙科'] });
    expect(reading.doubts.map(({ code }) => code)).toContain('role-first');
  });
});

describe('columns', () => {
  test.each([
    ['责任人及科室', '王建军、社会救助科'],
    ['责任单位/责任人', '社会救助科/王建军'],
    ['责任科室（责任人）', '社会救助科（王建军）'],
    ['牵头领导和部门', '王建军 社会救助科'],
  ])('%s names persons and offices side by side', (head, cell) => {
    const { reading } = read('a.csv', `任务,${head},完成时限\n核查低保,"${cell}",6月底前\n`);
    expect([reading.nodes[0]!.lead, reading.nodes[0]!.people]).toEqual([['社会救助科'], { duty: '王建军' }]);
  });

  test('工作目标 is the work where no other column says it, else what the work is to reach', () => {
    const alone = read('a.csv', '序号,重点任务,工作目标,牵头单位\n1,农资保供,储备化肥五千吨,农资股\n').reading;
    expect(shown(alone.nodes)).toBe('item 农资保供\n  clause 储备化肥五千吨 [农资股]');
    const beside = read('a.csv', '重点任务,具体措施,工作目标,牵头单位\n农资保供,订货,五千吨,农资股\n').reading;
    expect(all(beside.nodes)[1]).toMatchObject({ title: '订货', deliverable: '五千吨' });
  });

  test('a leader of any kind is one', () => {
    const { reading } = read('a.csv', '任务,牵头单位,督办领导\n学习,甲科,秦 朗\n');
    expect(reading.nodes[0]!.people).toEqual({ chief: '秦 朗' });
  });

  test('that the table was read by its heads is said, at the heads', () => {
    const { reading } = read('a.csv', '某局任务清单\n任务,牵头单位\n学习,甲科\n');
    expect(reading.doubts).toContainEqual(expect.objectContaining({ line: 2, code: 'table-read' }));
  });
});

describe('a heading nobody knows', () => {
  const table = (who: readonly string[], when: readonly string[]): string =>
    `序号,板块,重点任务,谁来办,什么时候办完\n${who.map((each, i) => `${i + 1},教学,任务${i},${each},${when[i]}`).join('\n')}`;

  test('over names of offices is read as the lead, over deadlines as the deadline, and both are said', () => {
    const { reading } = read(
      'a.csv',
      table(['局基教科、局督导室', '局人事科', '局计财科'], ['6月30日前', '第三季度', '适时']),
    );
    const items = reading.nodes[0]!.children;
    expect(items.map(({ lead, assist }) => [...lead, ...assist])).toEqual([
      ['局基教科', '局督导室'], ['局人事科'], ['局计财科'],
    ]); // prettier-ignore
    expect(items[0]!.due?.words).toBe('6月30日前');
    expect(reading.doubts.filter(({ code }) => code === 'column-guessed').map(({ message }) => message)).toEqual([
      '没有认出这一列，按内容读作牵头部门：谁来办',
      '没有认出这一列，按内容读作完成时限：什么时候办完',
    ]);
  });

  test('over anything else stays a note', () => {
    const { reading } = read('a.csv', table(['尽快', '局人事科', '再议'], ['看情况', '第三季度', '会上定']));
    expect(reading.nodes[0]!.children.map(({ lead }) => lead)).toEqual([[], [], []]);
    expect(reading.nodes[0]!.children[1]!.note).toBe('谁来办：局人事科\n什么时候办完：第三季度');
  });
});

test('an item with nothing but milestones below it is its own measure in what is printed', () => {
  const { json } = read('a.csv', '任务,牵头单位,季度安排,完成时限\n评审,甲科,5月20日 申报,11月底前\n');
  const [own] = json.items[0]!.clauses;
  expect([own!.text, own!.lead, own!.deadline?.raw]).toEqual(['评审', ['甲科'], '11月底前']);
});
