// A scripted year: every opinion, suggestion and line of progress stands in the tables once, with what became of it, and leads back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id, Outline, Plan, Suggestion } from '../../../shared/model/plan.ts';
import { outlineText, placeText } from '../../../shared/model/spot.ts';
import { inOrder } from '../../../shared/model/tree.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { addMark, retitle, setIssue, setPreamble } from '../../../shared/ops/content.ts';
import { answerOpinion, giveOpinion } from '../../../shared/ops/opinions.ts';
import { reportProgress } from '../../../shared/ops/reports.ts';
import { bin, moveNode } from '../../../shared/ops/tree.ts';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportId, ExportInput, ExportOptions } from '../../../shared/export/format.ts';
import { piecesOf } from '../../../shared/export/reports/diff.ts';
import { periodOf, periodsOf } from '../../../shared/export/reports/period.ts';
import { reportOf } from '../../../shared/export/reports/reports.ts';
import { wordsOf } from '../../../shared/export/reports/report.ts';
import type { ReportRow, ReportTable, ReportText } from '../../../shared/export/reports/report.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';
import { all, parseXml, parts, textOf } from './kit.ts';
import { misplacedIn } from './order.ts';
import { opinion, plan, suggestion, year } from './year.ts';

const options: ExportOptions = { lang: 'zh' };
const dice = diceOf(7);
const rowsOf = (table: ReportTable): readonly ReportRow[] =>
  table.rows.filter((row): row is ReportRow => 'cells' in row);
const table = (
  name: 'supervise' | 'opinions' | 'compare',
  some: Partial<ExportOptions> = {},
  input = year,
): ReportTable => reportOf(name, input, { ...options, ...some }) as ReportTable;

function done(before: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(before, outcome);
}

describe('意见采纳情况汇总表', () => {
  const rows = rowsOf(table('opinions'));
  const lines = rows.map(({ cells }) => cells.map(wordsOf));

  test('holds every opinion and suggestion once, with its answer and reason', () => {
    expect(rows).toHaveLength(85);
    const words = { taken: '采纳', part: '部分采纳', left: '未采纳', open: '待答复' } as const;
    for (const [index, { answer, reason }] of [...opinion.values()].entries()) {
      const found = lines.filter(([, , , said]) => said === `意见第${index}号。`);
      expect(found).toHaveLength(1);
      expect(found[0]!.slice(4)).toEqual([words[answer], reason]);
    }
    for (const [index, { state, reason }] of [...suggestion.values()].entries()) {
      const found = lines.filter(([, , , said]) => said!.includes(`〔增：补第${index}号〕`));
      expect(found).toHaveLength(1);
      expect(found[0]!.slice(4)).toEqual([words[state], reason]);
    }
  });

  test('names each office as the register does, counts at its head, and stands in the plan’s order', () => {
    const known = new Set([...plan.offices.values()].map(({ name }) => name));
    for (const [, , from] of lines) expect(known.has(from!) || /^局\d+$/.test(from!)).toBe(true);
    expect(table('opinions').lines[0]).toMatch(/^共收到意见85条：采纳\d+条，部分采纳15条，未采纳\d+条，待答复\d+条。$/);
    const order = inOrder(plan);
    const places = rows.map(({ node }) => order.indexOf(node!));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('what a suggestion would change, in the words of the report', () => {
  const small = planOf('一 作风\n  甲项\n    改造教室 @局人事科 03-01..03-29\n    开展培训');
  const [item, first, second] = ['甲项', '改造教室', '开展培训'].map((title) => idOf(small, title)) as [Id, Id, Id];
  const outline: Outline = {
    kind: 'clause',
    title: '设家长开放日',
    lead: ['局办公室'],
    children: [{ kind: 'task', title: '定方案' }],
  };
  const made = (each: Pick<Suggestion, 'node' | 'field' | 'was' | 'now'>): readonly string[] => {
    const one: Suggestion = { ...each, by: '王', at: '2019-03-01', source: '', state: 'open', reason: '' };
    const input = { ...year, plan: { ...small, records: { ...small.records, suggestion: new Map([['s', one]]) } } };
    return rowsOf(table('opinions', {}, input)).flatMap(({ cells }) => [wordsOf(cells[1]!), wordsOf(cells[3]!)]);
  };

  test.each([
    ['span', first, '2019-03-01/2019-03-29', '2019-04-01/2020-01-05', '1.1 改造教室', '3月1日 时间由“3月1日至3月29日”改为“4月1日至2020年1月5日”'],
    ['progress', first, '', '60', '1.1 改造教室', '3月1日 进度由“无”改为“60%”'],
    ['due', first, '3月底前', '{"kind":"by","words":"4月底前"}', '1.1 改造教室', '3月1日 完成时限由“3月底前”改为“4月底前”'],
    ['lead', first, '局人事科', '局办公室', '1.1 改造教室', '3月1日 牵头由“局人事科”改为“局办公室”'],
    ['deliverable', first, '方案', '方案和清单', '1.1 改造教室', '3月1日 改目标/成果：方案〔增：和清单〕'],
    ['place', first, placeText({ parent: item, after: '' }), placeText({ parent: item, after: second }), '1.1 改造教室', '3月1日 移到“1.2 开展培训”之后'],
    ['add', 'new', '', outlineText({ parent: item, after: second }, outline), '1 甲项', '3月1日 在“1.2 开展培训”之后增加：设家长开放日（牵头部门：局办公室）\n定方案'],
    ['add', 'new', '', outlineText({ parent: 'root', after: '' }, { kind: 'section', title: '二 安全' }), '全文', '3月1日 在全文最前增加：二 安全'],
    ['bin', second, '开展培训', '', '1.2 开展培训', '3月1日 删去本条：开展培训'],
    ['preamble', 'plan', '为做好工作。', '为做好全年工作。', '全文', '3月1日 改前言：为做好〔增：全年〕工作。'],
  ])('%s', (field, node, was, now, clause, words) => {
    expect(made({ field, node, was, now })).toEqual([clause, words]);
  }); // prettier-ignore

  test('times that were left, which are kept beside the suggestions, are no opinion', () => {
    expect(made({ field: 'times', node: first, was: '', now: '3月底前' })).toEqual([]);
  });
});

describe('督查表', () => {
  const quarters = periodsOf(plan, '2019-12-31').slice(0, 4);

  test('of the four quarters hold every line of progress once', () => {
    const words = quarters.flatMap(({ id }) =>
      rowsOf(table('supervise', { period: id })).map(({ cells }) => wordsOf(cells[4]!)),
    );
    for (let index = 0; index < 300; index++)
      expect(
        words.flatMap((cell) => cell.split('\n')).filter((line) => line.includes(`进展第${index}号。`)),
      ).toHaveLength(1);
  });

  test('of a month hold its days and no others', () => {
    const june = rowsOf(table('supervise', { period: '2019-06' })).map(({ cells }) => wordsOf(cells[4]!));
    const days = june.flatMap((cell) => cell.split('\n')).filter((line) => line !== '未报');
    expect(days).toHaveLength(30);
    for (const line of days) expect(line).toMatch(/^6月\d+日 /);
  });

  test('measure what had been reported by the end of the period, not what came later', () => {
    const text = '一\n  甲\n    甲一 03-01..08-31\n    甲二 09-01..10-31';
    let small = planOf(text);
    const id = idOf(small, '甲一');
    small = done(
      small,
      reportProgress(small, { id: 'r1', node: id, at: '2019-05-20', by: '', progress: 40, words: '定稿' }),
    );
    small = done(
      small,
      reportProgress(small, { id: 'r2', node: id, at: '2019-08-20', by: '', progress: 100, words: '完成' }),
    );
    expect(small.nodes.get(id)!.progress).toBe(100);
    const input: ExportInput = { plan: small, notes: new Map(), today: '2019-12-01' };
    const second = rowsOf(table('supervise', { period: '2019-Q2' }, input));
    expect(second.map(({ cells }) => cells.slice(4, 8))).toEqual([['5月20日 定稿（40%）', '66%', '40%', '滞后']]);
    const third = rowsOf(table('supervise', { period: '2019-Q3' }, input));
    expect(third.map(({ cells }) => [cells[1], cells[6], cells[7]])).toEqual([
      ['甲一', '100%', '已完成'],
      ['甲二', '—', '滞后'],
    ]);
  });

  test('name for a step without an office the office of the work it belongs to', () => {
    const small = planOf(
      '一\n  甲\n    甲一 03-01..06-30 @局人事科\n      步骤一 03-01..04-30\n      步骤二 05-01..06-30 @局办公室',
    );
    const input: ExportInput = { plan: small, notes: new Map(), today: '2019-12-01' };
    const rows = rowsOf(table('supervise', { period: '2019-Q2' }, input));
    expect(rows.map(({ cells }) => [cells[1], cells[2]])).toEqual([
      ['甲一', '局人事科'],
      ['步骤一', '局人事科'],
      ['步骤二', '局办公室'],
    ]);
  });

  test('never rank: rows stand in the plan’s order', () => {
    const order = inOrder(plan);
    const places = rowsOf(table('supervise', { period: '2019-Q3' })).map(({ node }) => order.indexOf(node!));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('speak of months and quarters that exist', () => {
    expect(periodOf('2019-Q2')).toEqual({
      id: '2019-Q2',
      name: '2019年第二季度',
      first: '2019-04-01',
      last: '2019-06-30',
    });
    expect(periodOf('2020-02')).toMatchObject({ first: '2020-02-01', last: '2020-02-29' });
    for (const id of ['2019-Q5', '2019-13', '2019', 'x']) expect(periodOf(id)).toBeUndefined();
  });
});

describe('新旧对照表 and 花脸稿', () => {
  const text =
    '一 聚焦作风\n  甲 深化改革\n    甲一 推进甲项工作 @局人事科\n    甲二 推进乙项工作\n    甲三 推进丙项工作';
  let now = planOf(text);
  now = done(
    now,
    keepBaseline({ ...now, nodes: now.nodes }, { id: 'draft', name: '征求意见稿', at: '2019-01-20', by: '' }),
  );
  const kept = now;
  now = done(now, retitle(now, { id: idOf(now, '甲一 推进甲项工作'), title: '甲一 全面推进甲项重点工作' }));
  now = done(now, bin(now, { ids: [idOf(now, '甲二 推进乙项工作')] }));
  now = done(
    now,
    addMark(now, { id: idOf(now, '甲三 推进丙项工作'), role: 'lead', office: [...now.offices.keys()][0]! }, dice),
  );
  const input: ExportInput = { plan: now, notes: new Map(), today: '2019-03-01' };

  test('name exactly what changed, from the version that was kept to what stands now', () => {
    const { lines, rows, notices } = table('compare', {}, input);
    expect(lines).toEqual(['原文：征求意见稿；现文：现稿。变动3条，未变2条。']);
    expect(rows.map((row) => 'cells' in row && row.cells.map(wordsOf))).toEqual([
      [
        '1.1',
        '甲一 推进甲项工作（牵头部门：局人事科）。',
        '1.1',
        '甲一 〔增：全面〕推进甲项〔增：重点〕工作（牵头部门：局人事科）。',
        '文字',
      ],
      ['1.2', '〔删：甲二 推进乙项工作。〕', '', '—', '删去'],
      ['1.3', '甲三 推进丙项工作。', '1.2', '甲三 推进丙项工作〔增：（牵头部门：局人事科）〕。', '牵头'],
    ]);
    expect(notices).toEqual([]);
    expect(table('compare', {}, { ...input, plan: kept }).rows).toEqual([]);
  });

  test('say what hangs elsewhere now, and not what gave way to it', () => {
    const before = `一 作风\n  甲\n    甲一\n    甲二\n    甲三\n  乙\n    乙一\n二 改革\n  丙\n    丙一`;
    let next = planOf(before);
    next = done(next, keepBaseline(next, { id: 'draft', name: '征求意见稿', at: '2019-01-20', by: '' }));
    next = done(next, moveNode(next, { ids: [idOf(next, '乙')], parent: idOf(next, '二 改革') }, dice));
    next = done(
      next,
      moveNode(next, { ids: [idOf(next, '甲三')], parent: idOf(next, '甲'), before: idOf(next, '甲一') }, dice),
    );
    const { rows } = table('compare', {}, { ...input, plan: next });
    expect(rows.map((row) => 'cells' in row && [row.cells[1], row.cells[4]].map((cell) => wordsOf(cell!)))).toEqual([
      ['甲三。', '移动'],
      ['乙', '移动'],
    ]);
  });

  describe('and what stands before the first section', () => {
    const preamble = '2019年是新中国成立70周年。\n制定本要点。';
    const opened = planOf(text, 1, { preamble });
    const first = done(opened, keepBaseline(opened, { id: 'draft', name: '征求意见稿', at: '2019-01-20', by: '' }));
    const later = done(first, setPreamble(first, { text: preamble.replace('70周年', '七十周年') }));
    const paragraphs = (plan: Plan): readonly string[] => {
      const report = reportOf('redline', { ...input, plan }, options);
      if (report.kind !== 'text') throw new Error('no text');
      return report.paragraphs.map(({ pieces }) => wordsOf(pieces));
    };

    test('is part of the 花脸稿, changed or not', () => {
      expect(paragraphs(first).slice(0, 3)).toEqual([...preamble.split('\n'), '一、一 聚焦作风']);
      expect(paragraphs(later)[0]).toBe('2019年是新中国成立〔删：70〕〔增：七十〕周年。');
    });

    test('is a row of the table where it changed', () => {
      const { lines, rows } = table('compare', {}, { ...input, plan: later });
      expect(lines[0]).toContain('变动1条，未变5条');
      expect(rows.map((row) => 'cells' in row && [row.cells[0], row.cells[4]])).toEqual([['前言', '文字']]);
      expect(table('compare', {}, { ...input, plan: first }).rows).toEqual([]);
    });

    test('is not said to be new beside a version that did not keep it', () => {
      const { preamble: _, ...older } = later.records.baseline.get('draft')!;
      const aged = { ...later, records: { ...later.records, baseline: new Map([['draft', older]]) } };
      expect(table('compare', {}, { ...input, plan: aged }).rows).toEqual([]);
      expect(paragraphs(aged)[0]).toBe('2019年是新中国成立七十周年。');
    });
  });

  test('the 花脸稿 has the words of the official text and no others: neither steps nor milestones', () => {
    const plan = planOf('一\n  甲\n    甲一 @局人事科\n      步骤一\n      ◆ 节点 03-15\n    甲二');
    const with_ = done(plan, keepBaseline(plan, { id: 'draft', name: '定稿', at: '2019-01-20', by: '' }));
    const report = reportOf('redline', { ...input, plan: with_ }, options);
    const said = report.kind === 'text' && report.paragraphs.map(({ pieces }) => wordsOf(pieces)).join('\n');
    expect(said).toContain('甲一（牵头部门：局人事科）。甲二。');
    expect(said).not.toMatch(/步骤|节点/);
  });

  test('say so when no version was ever kept', () => {
    expect(table('compare', {}, { ...input, plan: planOf(text) }).notices).toEqual([{ code: 'no-versions' }]);
  });

  test('mark what goes and comes as revisions that a word processor takes or refuses', async () => {
    const file = parts((await runExport('redline-docx', input, options)).file as Uint8Array);
    const document = parseXml(file['word/document.xml']!);
    expect(all(document, 'w:ins').map(textOf).join('|')).toContain('全面');
    expect(
      all(document, 'w:delText')
        .map(({ text: gone }) => gone)
        .join('|'),
    ).toContain('甲二 推进乙项工作');
  });
});

test('a text taken apart is both texts', () => {
  const words = fc.string({ unit: fc.constantFrom(...'推进重点工作𠮷，。ab1'), maxLength: 40 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = piecesOf(before, after);
      const side = (mark: 'in' | 'out'): string =>
        pieces
          .filter((piece) => !piece.mark || piece.mark === mark)
          .map((piece) => piece.text)
          .join('');
      expect(side('out')).toBe(before);
      expect(side('in')).toBe(after);
    }),
  );
});

test('年终总结 says what the plan knows of every measure, and where somebody has to write', () => {
  const { paragraphs, title } = reportOf('summary', year, options) as ReportText;
  expect(title).toBe('示例 · 2019年青浦教育工作总结（示例排期）（草稿）');
  const words = paragraphs.map(({ pieces }) => wordsOf(pieces));
  for (const id of inOrder(plan).filter((each) => plan.nodes.get(each)!.kind === 'clause'))
    expect(paragraphs.some(({ node }) => node === id)).toBe(true);
  for (let index = 0; index < 300; index++)
    expect(words.filter((line) => line.includes(`进展第${index}号`)).length).toBeGreaterThan(0);
  expect(words.join('')).toContain('〔待补〕');
});

test('年终总结 goes through the plan in its order, what was said of a heading before what is below it', () => {
  const { paragraphs } = reportOf('summary', year, options) as ReportText;
  const end = paragraphs.findIndex(({ pieces }) => pieces[0]!.text === '存在的问题和下一步打算');
  const place = new Map(inOrder(plan).map((id, index) => [id, index]));
  const order = paragraphs.slice(0, end).flatMap(({ node }) => (node === undefined ? [] : place.get(node)!));
  expect(order.length).toBeGreaterThan(45);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('年终总结 tells of each problem once, with one stop, and of what goes on without any together', () => {
  let small = planOf('一\n  甲\n    甲一 01-01..12-31\n    甲二 01-01..12-31\n    甲三 01-01..12-31');
  const [first, second, third] = ['甲一', '甲二', '甲三'].map((title) => idOf(small, title)) as [
    string,
    string,
    string,
  ];
  small = done(small, setIssue(small, { id: first, text: '方案仍在征求意见。' }));
  small = done(
    small,
    reportProgress(small, { id: 'r', node: third, at: '2019-02-01', by: '', progress: 100, words: '' }),
  );
  const { paragraphs, title } = reportOf(
    'summary',
    { plan: small, notes: new Map(), today: '2019-02-01' },
    options,
  ) as ReportText;
  const words = paragraphs.map(({ pieces }) => wordsOf(pieces));
  const after = words.slice(words.indexOf('存在的问题和下一步打算') + 1);
  expect(after).toHaveLength(2);
  expect(after[0]).toMatch(/^1\.1 甲一：.*。方案仍在征求意见。下一步：〔待补〕。$/);
  expect(after[1]).toMatch(/没有报告问题的1项：1\.2 甲二。下一步：〔待补〕。$/);
  expect(paragraphs.at(-2)!.node).toBe(first);
  expect(paragraphs.filter(({ node }) => node === second)).toHaveLength(1);
  expect(words.join('')).not.toMatch(/。。|已完成，完成100%/);
  expect(title).toBe('试排工作总结（草稿）');
});

describe('opinions and reports', () => {
  const small = planOf('一\n  甲\n    甲一');
  const node = idOf(small, '甲一');
  const said = done(
    small,
    giveOpinion(small, { id: 'o1', node, office: '', by: '张', at: '2019-02-01', words: ' 改短 ' }),
  );

  test('are kept open until answered; what is not taken says why', () => {
    expect(said.records.opinion.get('o1')).toMatchObject({ words: '改短', answer: 'open' });
    expect(answerOpinion(said, { id: 'o1', answer: 'left', reason: ' ' })).toMatchObject({ refused: 'no-reason' });
    expect(
      done(said, answerOpinion(said, { id: 'o1', answer: 'part', reason: '一半' })).records.opinion.get('o1'),
    ).toMatchObject({
      answer: 'part',
      reason: '一半',
    });
    expect(giveOpinion(small, { id: 'o2', node, office: '', by: '', at: '2019-02-01', words: ' ' })).toMatchObject({
      refused: 'no-words',
    });
  });

  test('of progress set the node’s own percent in the same step', () => {
    const next = done(
      small,
      reportProgress(small, { id: 'r', node, at: '2019-02-01', by: '', progress: 30, words: '' }),
    );
    expect(next.nodes.get(node)!.progress).toBe(30);
    const again = done(
      next,
      reportProgress(next, { id: 'r2', node, at: '2019-03-01', by: '', progress: 30, words: '照旧' }),
    );
    expect(again.records.report.size).toBe(2);
    expect(reportProgress(small, { id: 'r', node, at: '2019-02-01', by: '', words: '' })).toMatchObject({
      refused: 'no-words',
    });
  });
});

describe.each(['supervise-docx', 'opinions-docx', 'compare-docx', 'redline-docx', 'summary-docx'] as const)(
  '%s',
  (id: ExportId) => {
    test('is a valid document whose rows lead back', async () => {
      const { file } = await runExport(id, year, { ...options, period: '2019-Q3' });
      const made = parts(file as Uint8Array);
      expect(misplacedIn(made).wrong).toEqual([]);
      const document = parseXml(made['word/document.xml']!);
      const tags = all(document, 'w:tag').map(({ attrs }) => attrs['w:val']!);
      for (const tag of tags) expect(plan.nodes.has(/^guatu:ref:(.+)$/.exec(tag)![1]!)).toBe(true);
      if (id !== 'compare-docx' && id !== 'redline-docx') expect(tags.length).toBeGreaterThan(30);
      const ids = [...all(document, 'w:id'), ...all(document, 'w:ins'), ...all(document, 'w:del')].map(
        ({ attrs }) => attrs['w:val'] ?? attrs['w:id'],
      );
      expect(new Set(ids).size).toBe(ids.length);
    });
  },
);

test('the tables as workbooks keep the node of each row in a hidden column', async () => {
  const file = parts((await runExport('opinions-xlsx', year, options)).file as Uint8Array);
  const sheet = parseXml(file['xl/worksheets/sheet1.xml']!);
  expect(all(sheet, 'col').at(-1)!.attrs['hidden']).toBe('1');
  expect(file['xl/sharedStrings.xml']).toContain([...opinion.values()][0]!.node);
});
