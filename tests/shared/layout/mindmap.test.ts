import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Node, Plan } from '../../../shared/model/plan.ts';
import { branch, childrenOf, inOrder } from '../../../shared/model/tree.ts';
import { neighbour } from '../../../shared/layout/compass.ts';
import { createMindmapLayout, layoutMindmap } from '../../../shared/layout/mindmap.ts';
import type { Mindmap, MindmapView } from '../../../shared/layout/mindmap.ts';
import { ARRANGEMENTS } from '../../../shared/layout/tidy.ts';
import { hit, overlap } from '../../../shared/layout/scene.ts';
import type { Group, Layer } from '../../../shared/layout/scene.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { randomFold, randomPlan } from './plans.ts';
import { RUN_NAME, RUNS } from '../../kit/runs.ts';

const VIEW: MindmapView = { folded: new Set(), arrangement: 'both', today: '2019-09-20', lang: 'zh' };
const layer = (map: Mindmap, name: Layer['name']): readonly Group[] =>
  map.layers.find((each) => each.name === name)!.groups;
const words = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));

const plan = planOf(`
  聚焦改革
    考试招生
      落实中考方案 @局基教科 03-01..06-30 40%
      制定评价方案
    对口交流
      签订协议 02-01..02-28
  聚焦队伍
    教师培养
      名师工程 05-01..11-30
  聚焦质量
    学前教育
      课程管理 @局托幼办
  聚焦保障
    经费
      预算
`);
const at = (title: string): Id => idOf(plan, title);

describe('law 6, scene', { timeout: 600_000 }, () => {
  test(RUN_NAME, () => {
    expect(RUNS.numRuns).toBeGreaterThan(0);
  });

  const anyMap = fc.record({
    seed: fc.integer(),
    size: fc.integer({ min: 1, max: 500 }),
    fold: fc.integer(),
    arrangement: fc.constantFrom(...ARRANGEMENTS),
  });
  const cases = (check: (plan: Plan, map: Mindmap, folded: ReadonlySet<Id>) => void): void =>
    fc.assert(
      fc.property(anyMap, ({ seed, size, fold, arrangement }) => {
        const plan = randomPlan(seed, size);
        const folded = fold % 3 === 0 ? randomFold(plan, fold) : new Set<Id>();
        check(plan, layoutMindmap(plan, { ...VIEW, arrangement, folded }), folded);
      }),
      RUNS,
    );

  test('no two topics overlap', () => {
    cases((_, map) => {
      const boxes = [...map.boxes].sort(([, a], [, b]) => a.y - b.y);
      boxes.forEach(([id, box], index) => {
        for (let next = index + 1; next < boxes.length && boxes[next]![1].y < box.y + box.h; next++)
          expect(overlap(box, boxes[next]![1]), `${id} and ${boxes[next]![0]}`).toBe(false);
      });
    });
  });
  test.each(ARRANGEMENTS)('at 500 nodes no two of them overlap: %s', (arrangement) => {
    const boxes = [...layoutMindmap(randomPlan(500, 500), { ...VIEW, arrangement }).boxes.values()];
    expect(boxes).toHaveLength(501);
    const crossed = boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => overlap(box, other)));
    expect(crossed).toEqual([]);
  });
  test('a brace lies clear of every topic and of what folded ones say they hide', () => {
    const any = fc.record({ seed: fc.integer(), fold: fc.integer(), arrangement: fc.constantFrom(...ARRANGEMENTS) });
    fc.assert(
      fc.property(any, ({ seed, fold, arrangement }) => {
        const plan = randomPlan(seed, 40);
        const folded = randomFold(plan, fold);
        const parents = [ROOT, ...plan.nodes.keys()].filter((id) => childrenOf(plan, id).length > 1);
        const brace = new Map(
          parents.map((parent, i) => {
            const children = childrenOf(plan, parent);
            const last = children[i % 2 === 0 ? 1 : children.length - 1]!;
            return [`b${i}`, { parent, first: children[0]!, last, title: '概括' }];
          }),
        );
        const map = layoutMindmap({ ...plan, records: { ...plan.records, brace } }, { ...VIEW, arrangement, folded });
        const over = layer(map, 'over');
        const knobs = over.filter(({ target, key }) => target?.part === 'fold' && folded.has(key));
        for (const { key, bounds } of over.filter(({ target }) => target?.part === 'brace')) {
          // Its two tips begin beside the neighbours of what it embraces.
          const brace = { ...bounds, y: bounds.y + 4, h: bounds.h - 8 };
          for (const knob of knobs)
            expect(overlap(brace, knob.bounds), `${key} and the knob of ${knob.key}`).toBe(false);
          for (const [id, box] of map.boxes) expect(overlap(brace, box), `${key} and ${id}`).toBe(false);
        }
      }),
      RUNS,
    );
  });
  test('each node outside folds stands in it once, under its parent', () => {
    cases((plan, map, folded) => {
      const hidden = new Set([...folded].flatMap((id) => branch(plan, id).slice(1)));
      expect(
        layer(map, 'body')
          .map(({ key }) => key)
          .sort(),
      ).toEqual([ROOT, ...inOrder(plan).filter((id) => !hidden.has(id))].sort());
      for (const [id, { parent }] of map.spots) expect(parent).toBe(id === ROOT ? undefined : plan.tree.parent.get(id));
    });
  });
  test('nothing lies outside the scene', () => {
    cases((_, map) => {
      for (const { groups } of map.layers)
        for (const { key, bounds } of groups) {
          expect(Math.min(bounds.x, bounds.y), key).toBeGreaterThanOrEqual(0);
          expect(bounds.x + bounds.w, key).toBeLessThanOrEqual(map.width);
          expect(bounds.y + bounds.h, key).toBeLessThanOrEqual(map.height);
        }
    });
  });
  test('a hit at the middle of a topic finds it', () => {
    cases((_, map) => {
      for (const [id, box] of map.boxes) expect(hit(map, box.x + box.w / 2, box.y + box.h / 2)?.node).toBe(id);
    });
  });
  test('children stand outward of their parent, in order', () => {
    cases((plan, map) => {
      for (const [id, { side }] of map.spots) {
        if (side === 'down') continue;
        const children = childrenOf(plan, id).filter((child) => map.spots.get(child)?.side === side);
        const tops = children.map((child) => map.boxes.get(child)!.y);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
        if (side === 'root') continue;
        const box = map.boxes.get(id)!;
        for (const child of children) {
          const there = map.boxes.get(child)!;
          expect(side === 'right' ? there.x - box.x - box.w : box.x - there.x - there.w).toBeGreaterThan(20);
        }
      }
    });
  });
});

describe('both sides', () => {
  test('the first sections go down the right, the rest down the left, about as high', () => {
    const map = layoutMindmap(plan, VIEW);
    expect(['聚焦改革', '聚焦队伍', '聚焦质量', '聚焦保障'].map((title) => map.spots.get(at(title))!.side)).toEqual([
      'right',
      'left',
      'left',
      'left',
    ]);
  });
  test('or all go right', () => {
    const map = layoutMindmap(plan, { ...VIEW, arrangement: 'right' });
    expect(new Set([...map.spots.values()].map(({ side }) => side))).toEqual(new Set(['root', 'right']));
  });
  test('a plan without sections is its title', () => {
    const map = layoutMindmap({ ...plan, tree: { ...plan.tree, children: new Map([[ROOT, []]]) } }, VIEW);
    expect([...map.boxes.keys()]).toEqual([ROOT]);
  });
});

describe('what a topic says', () => {
  const saying = (title: string): string[] =>
    words(layer(layoutMindmap(plan, VIEW), 'body').filter(({ key }) => key === at(title)));
  test('a section: number and title in one', () => expect(saying('聚焦改革')).toEqual(['一、聚焦改革']));
  test('an item: number, title, dates and leads of what is below', () => {
    expect(saying('考试招生')).toEqual(['1', '考试招生', '3/1–6/30', '局基教科']);
    expect(saying('学前教育')).toEqual(['4', '学前教育', '待定', '局托幼办']);
  });
  test('a clause: number and text, dates and leads below', () =>
    expect(saying('签订协议')).toEqual(['2.1', '签订协议', '2/1–2/28']));
  test('and nothing but its words for who wants no details', () =>
    expect(
      words(
        layer(layoutMindmap(plan, { ...VIEW, details: false }), 'body').filter(({ key }) => key === at('签订协议')),
      ),
    ).toEqual(['2.1', '签订协议']));
  test('long text wraps at 18 characters', () => {
    const long = '深入推进教育综合改革和考试招生制度改革试点工作';
    const id = at('考试招生');
    const renamed = { ...plan, nodes: new Map(plan.nodes).set(id, { ...plan.nodes.get(id)!, title: long }) };
    const lines = words(layer(layoutMindmap(renamed, VIEW), 'body').filter(({ key }) => key === id)).slice(1, 3);
    expect(lines.join('')).toBe(long);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(18);
  });
});

describe('folding', () => {
  const map = layoutMindmap(plan, { ...VIEW, folded: new Set([at('聚焦改革')]) });
  test('a folded branch shows how many it hides', () => {
    const knob = layer(map, 'over').find(({ key }) => key === at('聚焦改革'))!;
    expect(words([knob])).toEqual(['5']);
    expect(knob.target).toEqual({ node: at('聚焦改革'), part: 'fold' });
    expect(hit(map, knob.bounds.x + knob.bounds.w / 2, knob.bounds.y + knob.bounds.h / 2)).toEqual(knob.target);
  });
  test('an open branch has a knob on screen and none on paper', () => {
    expect(layer(map, 'over').some(({ key }) => key === at('教师培养'))).toBe(true);
    const paper = layoutMindmap(plan, { ...VIEW, knobs: false, folded: new Set([at('聚焦改革')]) });
    expect(layer(paper, 'over').map(({ key }) => key)).toEqual([at('聚焦改革')]);
  });
});

describe('arrow keys', () => {
  const map = layoutMindmap(plan, VIEW);
  const go = (from: Id, ...keys: ('left' | 'right' | 'up' | 'down')[]): Id | undefined =>
    keys.reduce<Id | undefined>((id, key) => id && neighbour(map, id, key), from);
  test('lead from the root to either side and back', () => {
    expect(go(ROOT, 'right')).toBe(at('聚焦改革'));
    expect(go(ROOT, 'right', 'left')).toBe(ROOT);
    expect(map.spots.get(go(ROOT, 'left')!)!.side).toBe('left');
    expect(go(ROOT, 'left', 'right')).toBe(ROOT);
  });
  test('go outward to a child and inward to the parent', () => {
    expect(go(at('对口交流'), 'right')).toBe(at('签订协议'));
    expect(go(at('签订协议'), 'left')).toBe(at('对口交流'));
    expect(go(at('学前教育'), 'left')).toBe(at('课程管理'));
  });
  test('go up and down within a level, past the end of a branch', () => {
    expect(go(at('落实中考方案'), 'down')).toBe(at('制定评价方案'));
    expect(go(at('制定评价方案'), 'down')).toBe(at('签订协议'));
    expect(go(at('签订协议'), 'down')).toBeUndefined();
  });
});

describe('what is reused', () => {
  test('an edit makes its topic anew and what sums it up; everything else is the same', () => {
    const layout = createMindmapLayout();
    const before = new Set(
      layout(plan, VIEW)
        .see(undefined)
        .placed.map(({ branch: { topic } }) => topic),
    );
    const id = at('名师工程');
    const node: Node = { ...plan.nodes.get(id)!, progress: 100 };
    const after = layout({ ...plan, nodes: new Map(plan.nodes).set(id, node) }, VIEW);
    const made = after.see(undefined).placed.filter(({ branch: { topic } }) => !before.has(topic));
    expect(made.map(({ branch }) => branch.id).sort()).toEqual([at('教师培养'), at('聚焦队伍'), id].sort());
  });
  test('what it follows edit by edit is what it would lay out from nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...ARRANGEMENTS), (seed, arrangement) => {
        const layout = createMindmapLayout();
        let now = randomPlan(seed, 60);
        const ids = [...now.nodes.keys()];
        for (let edit = 0; edit < 8; edit++) {
          const id = ids[(Math.abs(seed) + edit * 7) % ids.length]!;
          const node = now.nodes.get(id)!;
          const next: Node =
            edit % 2 === 0 ? { ...node, title: `${node.title}改改改改改改` } : { ...node, progress: 100 };
          now = { ...now, nodes: new Map(now.nodes).set(id, next) };
          const view = { ...VIEW, arrangement };
          // Which side a branch is on may depend on where it was.
          const [kept, fresh] = [layout(now, view), layoutMindmap(now, view)];
          if (arrangement !== 'both') expect([...kept.boxes]).toEqual([...fresh.boxes]);
          expect([...kept.boxes.keys()].sort()).toEqual([...fresh.boxes.keys()].sort());
        }
      }),
      RUNS,
    );
  });
  test('what is seen is what overlaps, and nothing of it is missing', () => {
    const plan = randomPlan(11, 400);
    for (const arrangement of ARRANGEMENTS) {
      const map = layoutMindmap(plan, { ...VIEW, arrangement });
      const sight = { x: map.width / 3, y: map.height / 3, w: map.width / 4, h: map.height / 4 };
      const seen = new Set(map.see(sight).placed.map(({ branch }) => branch.id));
      for (const [id, box] of map.boxes) if (overlap(box, sight)) expect(seen.has(id)).toBe(true);
    }
  });
});
