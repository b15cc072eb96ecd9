import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { seeds } from '../../../server/seed/seeds.ts';
import { found } from '../../../shared/doc/found.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { hitsOf, isActive, matcher } from '../../../shared/layout/filter.ts';
import type { Filter } from '../../../shared/layout/filter.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { ancestors, childrenOf, inOrder } from '../../../shared/model/tree.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';
import { randomFold, randomPlan } from './plans.ts';

const EIGHT = ['4.1', '5.1', '6.2', '11.1', '12.1', '14.1', '19.1', '20.1'];
const TODAY = '2019-06-14';

describe.each(['official', 'sample'] as const)('in the %s plan', (name) => {
  const doc = new Y.Doc();
  found(doc, seeds()[name], diceOf(2019));
  const plan = readPlan(doc);
  const labels = (filter: Filter): (string | undefined)[] => {
    const hits = hitsOf(plan, filter).found;
    return inOrder(plan).flatMap((id) => (hits.has(id) ? [numbering(plan).get(id)?.label] : []));
  };

  test.each(['jjk', '基教', 'JJK', 'jjjk', '局基教科'])('%s is exactly the 8 clauses of 局基教科', (text) => {
    expect(labels({ text })).toEqual(EIGHT);
  });

  test('so is its chip', () => {
    const office = [...plan.offices.values()].find((each) => each.name === '局基教科')!.id;
    expect(labels({ offices: [office] })).toEqual(EIGHT);
  });

  test('several offices are asked for together, other conditions besides', () => {
    const [a, b] = ['局基教科', '局人事科'].map((wanted) => [...plan.offices.values()].find((each) => each.name === wanted)!.id); // prettier-ignore
    expect(new Set(labels({ offices: [a!, b!] }))).toEqual(
      new Set([...labels({ offices: [a!] }), ...labels({ offices: [b!] })]),
    );
    expect(labels({ offices: [a!], text: '中考' })).toEqual(['5.1']);
  });
});

describe('a period', () => {
  const plan = planOf(`
  一
    甲
      甲一 03-01..04-30
      甲二 04-01..06-30
      甲三`);
  const asked = (start: string, end: string): string[] =>
    [...hitsOf(plan, { period: { start, end } }).found].map((id) => plan.nodes.get(id)!.title);
  test('finds work with a day in it, both ends inclusive', () => {
    expect(asked('2019-04-30', '2019-05-01')).toEqual(['甲一', '甲二']);
    expect(asked('2019-05-01', '2019-05-01')).toEqual(['甲二']);
    expect(asked('2019-01-01', '2019-02-28')).toEqual([]);
  });
  test('does not find what only gathers it', () => {
    expect(asked('2019-01-01', '2019-12-31')).toEqual(['甲一', '甲二']);
  });
});

describe('letters', () => {
  const plan = planOf(`
  一
    甲
      讲究卡片 @局人事科
      别的 @局基教科`);
  const asked = (text: string): string[] => [...hitsOf(plan, { text }).found].map((id) => plan.nodes.get(id)!.title);
  test('that an office answers to mean the office, not a title that holds them', () => {
    expect(asked('jjk')).toEqual(['别的']);
    expect(asked('jjkp')).toEqual(['讲究卡片']);
  });
});

describe('what is lacking', () => {
  test('is asked for by its code', () => {
    const plan = planOf(`
  一
    甲
      甲一 03-01..04-30
      甲二 04-01..06-30 @局基教科`);
    expect([...hitsOf(plan, { findings: ['no-lead'] }).found]).toEqual([idOf(plan, '甲一')]);
  });
});

describe('for any plan and filter', () => {
  const filters: readonly Filter[] = [
    { text: 'a' },
    { text: '改' },
    { offices: ['o1'] },
    { lights: ['late', 'todo'], today: TODAY },
    { undated: true },
    { period: { start: '2019-03-01', end: '2019-03-31' } },
    { findings: ['no-lead', 'no-span'] },
    { offices: ['o1'], period: { start: '2019-03-01', end: '2019-09-30' }, lights: ['late'], today: TODAY },
  ];
  test('the rows are exactly what matches and what it stands under, each once, in the order of the plan', () => {
    for (let seed = 0; seed < 80; seed++) {
      const plan = randomPlan(seed, 60);
      for (const filter of filters) {
        const shown = rows(plan, { folded: randomFold(plan, seed), filter }).map(({ id }) => id);
        expect(shown, `seed ${seed}, ${JSON.stringify(filter)}`).toEqual(wanted(plan, filter));
      }
    }
  });
  test('a section alone asks for all of it', () => {
    for (let seed = 0; seed < 20; seed++) {
      const plan = randomPlan(seed, 40);
      const [section] = childrenOf(plan, 'root');
      const all = rows(plan, { folded: new Set(), filter: { section } }).map(({ id }) => id);
      expect(all, `seed ${seed}`).toEqual(
        inOrder(plan).filter((id) => id === section || ancestors(plan, id).includes(section!)),
      );
    }
  });
});

function wanted(plan: Plan, filter: Filter): readonly Id[] {
  const match = matcher(plan, filter);
  const found = new Set<Id>();
  for (const id of inOrder(plan))
    if (match(plan.nodes.get(id)!)) for (const each of [id, ...ancestors(plan, id)]) found.add(each);
  return inOrder(plan).filter((id) => found.has(id));
}

test.each([{}, { text: ' ' }, { offices: [] }, { lights: [] }, { findings: [] }, { undated: false }])(
  'an empty condition is none: %j',
  (filter: Filter) => expect(isActive(filter)).toBe(false),
);
