import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { seeds } from '../../../server/seed/seeds.ts';
import { found } from '../../../shared/doc/found.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { GROUPS_BY } from '../../../shared/layout/lane.ts';
import type { GroupBy } from '../../../shared/layout/lane.ts';
import { createLanes, laneAt, laneOf, lanes } from '../../../shared/layout/lanes.ts';
import type { AnyRow, Lane } from '../../../shared/layout/lanes.ts';
import { matcher } from '../../../shared/layout/filter.ts';
import type { Filter } from '../../../shared/layout/filter.ts';
import type { Row } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { NO_NETWORK } from '../../../shared/model/critical.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { ancestors, childrenOf, inOrder } from '../../../shared/model/tree.ts';
import { diceOf } from '../../kit/plan.ts';
import { randomFold, randomPlan } from './plans.ts';

const NOTHING: ReadonlySet<Id> = new Set();
const TODAY = '2019-06-14';
const inLanes = (plan: Plan, by: GroupBy, folded = NOTHING, filter?: Filter): readonly AnyRow[] =>
  lanes(plan, { by, folded, filter, today: TODAY, lang: 'zh' });
const heads = (rows: readonly AnyRow[]): readonly Lane[] => rows.flatMap((row) => (row.is === 'lane' ? [row] : []));
const nodes = (rows: readonly AnyRow[]): readonly Row[] => rows.flatMap((row) => (row.is === 'node' ? [row] : []));

function seedPlan(name: 'official' | 'sample'): Plan {
  const doc = new Y.Doc();
  found(doc, seeds()[name], diceOf(2019));
  return readPlan(doc);
}

describe('the lanes of the official plan', () => {
  const plan = seedPlan('official');

  test('by lead are its 21 offices and one for the names that stand for several', () => {
    const made = heads(inLanes(plan, 'lead'));
    expect(made).toHaveLength(22);
    expect(made.at(-1)).toMatchObject({ label: '集体牵头', count: 3 });
    expect(made.find(({ label }) => label === '局基教科')?.count).toBe(8);
    expect(made.reduce((sum, { count }) => sum + count, 0)).toBe(39);
  });

  test('hold a clause with several leads once, where the first-named stands; the others say how many they lead with', () => {
    const made = heads(inLanes(plan, 'lead'));
    expect(made.find(({ label }) => label === '局综改办')).toMatchObject({ count: 0, also: ['4.1'] });
    expect(made.reduce((sum, { also }) => sum + also.length, 0)).toBe(45 - 39);
  });

  test('by quarter are one, as nothing has a date', () => {
    expect(heads(inLanes(plan, 'quarter')).map(({ label, count }) => `${label} ${count}`)).toEqual(['待定 39']);
  });
});

describe('the lanes of the sample', () => {
  const plan = seedPlan('sample');

  test('by light begin with what is behind', () => {
    expect(heads(inLanes(plan, 'light'))[0]?.label).toBe('滞后');
  });

  test('by quarter go by the time of the deadline, the undated last', () => {
    expect(heads(inLanes(plan, 'quarter')).map(({ label }) => label)).toEqual([
      '2019年第一季度',
      '2019年第二季度',
      '2019年第三季度',
      '2019年第四季度',
      '待定',
    ]);
  });

  test('are told for every work, and of no heading', () => {
    const rows = inLanes(plan, 'lead');
    const told = rows.flatMap((row) => (row.is === 'node' ? [laneOf(plan, { by: 'lead', today: TODAY }, row.id)] : []));
    expect(told).toEqual(rows.flatMap((row, index) => (row.is === 'node' ? [laneAt(rows, index)!.lane.id] : [])));
    const item = [...plan.nodes.values()].find(({ kind }) => kind === 'item')!.id;
    expect(laneOf(plan, { by: 'lead', today: TODAY }, item)).toBeUndefined();
  });

  test('fold to their heads, and still say how much stands in them', () => {
    const open = inLanes(plan, 'lead');
    const folded = inLanes(plan, 'lead', new Set(heads(open).map(({ id }) => id)));
    expect(folded.every(({ is }) => is === 'lane')).toBe(true);
    expect(heads(folded).map(({ count }) => count)).toEqual(heads(open).map(({ count }) => count));
  });

  test('are drawn without their heads being taken for nodes', () => {
    const scale = timescale({ zoom: 'month', from: '2018-12-01', to: '2020-01-31', perDay: 4 });
    const rows = inLanes(plan, 'lead');
    const scene = layoutGantt(plan, {
      rows,
      scale,
      today: TODAY,
      calendar: calendarOf(plan),
      density: 'normal',
      side: sideOf(460),
      lang: 'zh',
      critical: { ...NO_NETWORK, critical: new Set(plan.nodes.keys()) },
      baselines: [{ name: '定稿', at: TODAY, by: '', spans: {} }],
    });
    const drawn = scene.layers
      .find(({ name }) => name === 'side')!
      .groups.filter(({ target }) => target?.part === 'lane');
    expect(drawn).toHaveLength(heads(rows).length);
  });
});

describe('lanes of any plan', () => {
  const filters: readonly (Filter | undefined)[] = [
    undefined,
    { text: 'a' },
    { offices: ['o1'] },
    { lights: ['late'], today: TODAY },
    { undated: true },
    { period: { start: '2019-04-01', end: '2019-06-30' } },
    { findings: ['no-lead'], text: 'a' },
  ];
  for (const by of GROUPS_BY)
    test(`by ${by} show every work that is asked for, with what it stands under, once`, () => {
      for (let seed = 0; seed < 60; seed++) {
        const plan = randomPlan(seed, 60);
        for (const filter of filters) {
          const rows = nodes(inLanes(plan, by, NOTHING, filter));
          const heading = (id: Id): boolean =>
            ['section', 'item'].includes(plan.nodes.get(id)!.kind) && childrenOf(plan, id).length > 0;
          const match = matcher(plan, filter ?? {});
          const asked = new Set<Id>();
          for (const id of inOrder(plan))
            if (match(plan.nodes.get(id)!)) for (const each of [id, ...ancestors(plan, id)]) asked.add(each);
          const wanted = [...asked].filter((id) => !heading(id)).sort();
          expect(rows.map(({ id }) => id).sort(), `seed ${seed}, ${JSON.stringify(filter)}`).toEqual(wanted);
        }
      }
    });

  test('count what a fold hides', () => {
    for (let seed = 0; seed < 60; seed++) {
      const plan = randomPlan(seed, 60);
      const rows = inLanes(plan, 'lead', randomFold(plan, seed));
      const all = nodes(inLanes(plan, 'lead'));
      const tops = nodes(rows).filter(({ depth }) => depth === 1);
      expect(nodes(rows).length + tops.reduce((sum, { hidden }) => sum + hidden, 0), `seed ${seed}`).toBe(all.length);
    }
  });

  test('tell the lane of every line', () => {
    const rows = inLanes(randomPlan(7, 80), 'light');
    rows.forEach((row, index) => {
      const { lane, from, to } = laneAt(rows, index)!;
      expect(rows[from]).toBe(lane);
      expect(index >= from && index < to).toBe(true);
      if (row.is === 'lane') expect(row).toBe(lane);
    });
  });
});

describe('remembered lanes', () => {
  test('are the same array while an edit changes nothing of them', () => {
    const plan = seedPlan('sample');
    const rowsOf = createLanes();
    const view = { folded: NOTHING, by: 'lead', today: TODAY, lang: 'zh' } as const;
    const before = rowsOf(plan, view);
    const [id, node] = [...plan.nodes].find(([, { kind }]) => kind === 'clause')!;
    const renamed = { ...plan, nodes: new Map(plan.nodes).set(id, { ...node, title: '别的话' }) };
    expect(rowsOf(renamed, view)).toBe(before);
    const other = [...plan.offices.keys()].find((each) => !node.lead.has(each));
    const moved = { ...plan, nodes: new Map(plan.nodes).set(id, { ...node, lead: new Map([[other!, 'a0']]) }) };
    expect(rowsOf(moved, view)).not.toBe(before);
  });
});
