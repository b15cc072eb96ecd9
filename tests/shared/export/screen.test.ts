// What a screen shows is what its file holds: folds, lanes, filters, columns, baselines and critical path, read from one plain value.
import { describe, expect, test } from 'vitest';
import { screenOf } from '../../../client/state/screen.ts';
import { FIRST_VIEW } from '../../../client/state/view-store.ts';
import type { View } from '../../../client/state/view-store.ts';
import { pagesFor } from '../../../shared/export/pdf.ts';
import { chartSheets } from '../../../shared/export/pdf/wall.ts';
import { fileName, exporterOf, runExport } from '../../../shared/export/registry.ts';
import type { ExportId, ExportInput, ExportOptions } from '../../../shared/export/format.ts';
import { readScreen } from '../../../shared/layout/screen.ts';
import type { Screen } from '../../../shared/layout/screen.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { addDays } from '../../../shared/model/day.ts';
import type { Node, Plan } from '../../../shared/model/plan.ts';
import { SAMPLE, parts } from './kit.ts';

function done(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

const clauses = [...SAMPLE.plan.nodes.values()].filter(({ kind, span }) => kind === 'clause' && span);
const later = (plan: Plan, { id, span }: Node, days: number): Plan =>
  done(plan, setSpan(plan, { id, span: { ...span!, end: addDays(span!.end, days) } }));
const keep = (plan: Plan, id: string, name: string): Plan =>
  done(plan, keepBaseline(plan, { id, name, at: '2019-01-10', by: '' }));

/** Kept as it was, one clause a week later, kept again, another three days earlier. */
const first = later(keep(SAMPLE.plan, 'b1', '年初'), clauses[0]!, 7);
const plan = later(keep(first, 'b2', '年中'), clauses[5]!, -3);
const input: ExportInput = { ...SAMPLE, plan, today: '2019-06-18' };
const office = [...plan.offices.values()].find(({ name }) => name === '局基教科')!.id;
const sections = [...plan.nodes.values()].filter(({ kind }) => kind === 'section');

/** As it travels: through JSON, and read again. */
const seen = (change: Partial<View>): Screen =>
  readScreen(JSON.parse(JSON.stringify(screenOf({ ...FIRST_VIEW, ...change }))));

async function made(id: ExportId, screen: Screen, options: Partial<ExportOptions> = {}): Promise<string> {
  const { file } = await runExport(id, input, { lang: 'zh', ...options, screen });
  return typeof file === 'string' ? file : Object.values(parts(file)).join('');
}

test('a screen comes back from JSON as it was, and nothing else comes back as one', () => {
  const view = {
    folded: new Set(['a', 'b']),
    filter: { text: '课程', offices: [office], lights: ['late'], period: { start: '2019-03-01', end: '2019-06-30' } },
    lanes: 'lead',
    critical: true,
    baselines: ['b1', 'b2'],
    school: false,
    table: 620,
    zoom: { gantt: 8.5, mindmap: 1 },
    map: { colouring: 'office', details: false, minimap: true, arrangement: 'right' },
    focus: 'c',
    sheet: { ...FIRST_VIEW.sheet, sorts: [{ column: 'end', down: true }], group: 'lead' },
  } as const satisfies Partial<View>;
  expect(seen(view)).toEqual(screenOf({ ...FIRST_VIEW, ...view }));
  for (const nothing of [null, [], 'x', { chart: { perDay: 'wide', baselines: {}, lanes: 'moon' }, folded: [1, {}] }])
    expect(readScreen(nothing)).toEqual(readScreen({}));
});

describe('the chart', () => {
  test('leaves out what is folded, and shows that something is', async () => {
    const svg = await made('svg', seen({ folded: new Set(sections.map(({ id }) => id)) }), { view: 'gantt' });
    expect(svg.match(/data-part="cell"/g)).toHaveLength(8);
    expect(svg.match(/data-part="fold"/g)).toHaveLength(8);
    expect(svg).not.toContain('全区教育大会召开');
  });

  test('stands in lanes, with what the filter leaves, and says by what it is filtered', async () => {
    const lanes = await made('svg', seen({ lanes: 'lead' }), { view: 'gantt' });
    expect(lanes).toMatch(/data-node="lane:lead:[^"]+" data-part="lane"/);
    const screen = seen({ filter: { offices: [office], text: '课程' } });
    const svg = await made('svg', screen, { view: 'gantt' });
    expect(svg).toContain('“课程” · 局基教科');
    expect(svg.match(/data-part="cell"/g)!.length).toBeLessThan(20);
    expect(fileName(plan, exporterOf('svg')!, { lang: 'zh', view: 'gantt', screen })).toContain('局基教科');
  });

  test('sets two baselines below the bars, with the days of each beside them, and names both', async () => {
    const svg = await made('svg', seen({ baselines: ['b1', 'b2'] }), { view: 'gantt' });
    expect(svg).toContain('对照年初、年中');
    expect(svg).toContain('>+7天 / 0天<');
    expect(svg).toMatch(/stroke-dasharray="4 3"/);
    expect(svg).toContain('>年初</text>');
  });

  test('has 原定 and 偏差 of both baselines in its table, where they were chosen', async () => {
    const hidden = FIRST_VIEW.columns.hidden.filter((name) => !/was|deviation/.test(name));
    const columns = { ...FIRST_VIEW.columns, hidden };
    const screen = seen({ baselines: ['b1', 'b2'], table: 960, columns });
    const svg = await made('svg', screen, { view: 'gantt' });
    for (const word of ['原定', '偏差', '第二基线原定', '第二基线偏差', '+7']) expect(svg).toContain(`>${word}</text>`);
    const list = { ...FIRST_VIEW.sheet, hidden: [] };
    const csv = await made('csv', seen({ open: 'list', baselines: ['b1', 'b2'], sheet: list }));
    expect(csv.split('\r\n')[0]).toContain('原定,偏差,第二基线原定,第二基线偏差');
  });

  test('marks the critical path, has the columns of the table, and leaves out terms that were put away', async () => {
    const columns = { ...FIRST_VIEW.columns, hidden: FIRST_VIEW.columns.hidden.filter((name) => name !== 'light') };
    const svg = await made('svg', seen({ critical: true, table: 640, columns, school: false }), { view: 'gantt' });
    expect(svg).toMatch(/>[^<]*关键<\/text>/);
    expect(svg).toContain('>状态<');
    expect(svg).not.toContain('2019学年第一学期');
  });

  test('keeps the band of days that is on the screen, over as many sheets as it takes, each with its terms named', () => {
    const { pages } = chartSheets(input, 'A3', 'tiles', {
      lang: 'zh',
      screen: seen({ zoom: { gantt: 9, mindmap: 1 } }),
    });
    expect(new Set(pages.map(({ column }) => column)).size).toBeGreaterThan(1);
    for (const page of pages) {
      const said = page.parts.flatMap(({ layers }) =>
        layers.flatMap(({ groups }) =>
          groups.flatMap(({ shapes }) => shapes.flatMap((s) => (s.kind === 'text' ? s.text : []))),
        ),
      );
      expect(said).toContain('牵头');
      expect(said.join(' ')).toMatch(/校历未录入|\d+周|寒假/);
      expect(page.foot[0]).toMatchObject({ text: `第${page.number}页/共${pages.length}页` });
    }
  });

  test('appended to the official document is the whole plan, unless the screen is asked for', async () => {
    const folded = seen({ folded: new Set(sections.map(({ id }) => id)), filter: { section: sections[1]!.id } });
    const pages = (screen: Screen | undefined) => pagesFor(input, { lang: 'zh', view: 'text', screen }).pages.length;
    expect(pages(folded)).toBeLessThan(pages(undefined));
  });
});

describe('the map', () => {
  test('keeps folds, focus and layout', async () => {
    const whole = await made('svg', seen({}), { view: 'mindmap' });
    const focus = await made(
      'svg',
      seen({ focus: sections[2]!.id, map: { ...FIRST_VIEW.map, arrangement: 'right' } }),
      { view: 'mindmap' },
    );
    expect(focus).toContain(sections[2]!.title.slice(0, 6));
    expect(focus).not.toContain(sections[3]!.title.slice(0, 6));
    expect(focus.length).toBeLessThan(whole.length / 2);
    const folded = await made('svg', seen({ folded: new Set(sections.map(({ id }) => id)) }), { view: 'mindmap' });
    expect(folded.length).toBeLessThan(whole.length / 4);
  });
});

describe('the list', () => {
  const sheet = {
    ...FIRST_VIEW.sheet,
    order: ['mark', 'title', 'end', 'lead', 'light'],
    hidden: [],
    sorts: [{ column: 'end', down: true }],
    group: 'lead',
  } as const;
  const screen = seen({
    sheet: {
      ...FIRST_VIEW.sheet,
      ...sheet,
      hidden: FIRST_VIEW.sheet.order.filter((name) => !sheet.order.includes(name as never)),
    },
  });

  test('has the columns, groups and order of the screen, and the ids it comes back by', async () => {
    const rows = (await made('csv', screen)).split('\r\n');
    expect(rows[0]).toMatch(
      /^\uFEFF?序号,具体任务,完成时限,牵头,状态,.*编号$|^\uFEFF?序号,具体任务,.*完成时限,牵头,状态,编号$/,
    );
    expect(rows.some((row) => /^局基教科（\d+）,/.test(row))).toBe(true);
    const ends = rows
      .slice(rows.findIndex((row) => row.startsWith('局基教科（')) + 1)
      .map((row) => /,(2019-\d\d-\d\d),/.exec(row)?.[1]);
    const run = ends.slice(
      0,
      ends.findIndex((end) => end === undefined),
    );
    expect(run).toEqual([...run].sort().reverse());
    expect(run.length).toBeGreaterThan(2);
  });

  test('is filtered as the screen is, in Excel and on paper', async () => {
    const filtered = seen({ filter: { section: sections[1]!.id } });
    const xlsx = await made('xlsx', filtered);
    expect(xlsx).toContain(sections[1]!.title.slice(0, 6));
    expect(xlsx).not.toContain(sections[3]!.title.slice(0, 6));
    const all = JSON.stringify(pagesFor(input, { lang: 'zh', view: 'list', screen }).pages);
    expect(all).toContain('局基教科（');
    expect(JSON.stringify(pagesFor(input, { lang: 'zh', view: 'list', screen: filtered }).pages).length).toBeLessThan(
      all.length / 2,
    );
  });
});

test('原定, 现定 and 偏差 of one baseline, and 原定 of two, stand in the task list of Word and Excel', async () => {
  const one = Object.values(
    parts((await runExport('docx', input, { lang: 'zh', baseline: 'b1' })).file as Uint8Array),
  ).join('');
  for (const word of ['>现定<', '>原定<', '>偏差<', '>+7天<', '条下细线为原定（年初）']) expect(one).toContain(word);
  const two = Object.values(
    parts((await runExport('docx', input, { lang: 'zh', baseline: 'b1', beside: 'b2' })).file as Uint8Array),
  ).join('');
  for (const word of ['>年初<', '>年中<', '>-3天<', '虚线为年中']) expect(two).toContain(word);
  const csv = (await runExport('csv', input, { lang: 'zh', baseline: 'b1', beside: 'b2' })).file as string;
  expect(csv.split('\r\n')[0]).toContain('年初·原定启动,年初·原定完成,年初·偏差（天）,年中·原定启动');
});
