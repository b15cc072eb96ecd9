// Tree + fold → the mind map as a scene: where every topic stands. What a topic looks like is in topic.ts.
import { BIN, ROOT } from '../model/plan.ts';
import type { Day, Id, Light, Plan, Span } from '../model/plan.ts';
import { lights, spans } from '../model/schedule.ts';
import { numbering } from '../model/numbering.ts';
import type { Numbered } from '../model/numbering.ts';
import { branch, childrenOf } from '../model/tree.ts';
import { num } from './glyph.ts';
import { createKeeper } from './keep.ts';
import type { Keeper } from './keep.ts';
import { leadLabel, leadNames, shortTitle, spanLabel } from './label.ts';
import type { Box, Group, Scene, Shape } from './scene.ts';
import { union } from './scene.ts';
import { baseline, measure } from './text.ts';
import { hueOf } from './theme.ts';
import type { Hue } from './theme.ts';
import { measureTopic } from './topic.ts';
import type { Topic } from './topic.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

export interface MindmapView {
  readonly folded: ReadonlySet<Id>;
  readonly side: 'both' | 'right';
  readonly today: Day;
  readonly lang: Lang;
  /** Open branches carry a knob to fold them; folded ones always say how much they hide. */
  readonly knobs?: boolean | undefined;
}

export interface Mindmap extends Scene {
  /** Every visible topic, ROOT among them, without knobs. */
  readonly boxes: ReadonlyMap<Id, Box>;
  readonly spots: ReadonlyMap<Id, Spot>;
}

/** Where a topic hangs in the map as it is drawn. */
export interface Spot {
  readonly side: 'root' | 'left' | 'right';
  readonly depth: number;
  readonly parent: Id | undefined;
}

/** A layout that remembers its last scene and reuses every group whose inputs are unchanged. */
export function createMindmapLayout(): (plan: Plan, view: MindmapView) => Mindmap {
  const keeper = createKeeper();
  return (plan, view) => layOut(plan, view, keeper);
}

export function layoutMindmap(plan: Plan, view: MindmapView): Mindmap {
  return layOut(plan, view, createKeeper());
}

/** Px between a topic and its children, and between siblings, by the parent's level. */
const ACROSS = [88, 52, 40];
const BETWEEN = [26, 14, 8];
const MARGIN = 48;

interface Branch {
  readonly id: Id;
  readonly level: number;
  readonly hue: Hue;
  readonly topic: Topic;
  readonly children: readonly Branch[];
  /** What the topic shows, for `keep`. */
  readonly inputs: readonly unknown[];
  /** The height of the topic with all that hangs on it. */
  readonly extent: number;
  readonly hidden: number;
}

interface Placed {
  readonly branch: Branch;
  readonly parent: Placed | undefined;
  readonly side: Spot['side'];
  readonly box: Box;
}

function layOut(plan: Plan, view: MindmapView, keeper: Keeper): Mindmap {
  const placed = placeAll(buildRoot(plan, view), view.side);
  const frame = union(placed.map(({ box }) => box))!;
  const dx = Math.round(MARGIN - frame.x);
  const dy = Math.round(MARGIN - frame.y);
  const moved = new Map<Branch, Placed>();
  for (const each of placed) {
    const parent = each.parent && moved.get(each.parent.branch);
    const { x, y, w, h } = each.box;
    moved.set(each.branch, { ...each, parent, box: { x: x + dx, y: y + dy, w, h } });
  }
  const all = [...moved.values()];
  return keeper.finish({
    width: Math.round(frame.w + 2 * MARGIN),
    height: Math.round(frame.h + 2 * MARGIN),
    layers: [
      { name: 'links', groups: all.flatMap((each) => drawCurve(each, keeper)) },
      { name: 'body', groups: all.map((each) => drawTopic(each, keeper)) },
      { name: 'over', groups: all.flatMap((each) => drawKnob(each, view, keeper)) },
    ],
    marked: plan.meta.sample,
    boxes: new Map(all.map(({ branch: { id }, box }) => [id, box])),
    spots: new Map(
      all.map(({ branch: { id, level }, side, parent }) => [id, { side, depth: level, parent: parent?.branch.id }]),
    ),
  });
}

interface Facts {
  readonly plan: Plan;
  readonly view: MindmapView;
  readonly shown: ReadonlyMap<Id, Span>;
  readonly lights: ReadonlyMap<Id, Light>;
  readonly numbers: ReadonlyMap<Id, Numbered>;
}

function buildRoot(plan: Plan, view: MindmapView): Branch {
  const shown = spans(plan);
  const facts: Facts = { plan, view, shown, lights: lights(plan, shown, view.today), numbers: numbering(plan) };
  const { lang } = view;
  const { title, sample } = plan.meta;
  const topic = measureTopic({
    id: ROOT,
    level: 0,
    kind: 'root',
    mark: '',
    title: title.trim() || WORDS[lang].untitled,
    hue: 1,
    light: 'todo',
    span: '',
    lead: '',
    sample,
    lang,
  });
  const children = childrenOf(plan, ROOT).map((id, index) => build(facts, id, 1, hueOf(index)));
  return { id: ROOT, level: 0, hue: 1, topic, children, inputs: [title, sample, lang], extent: 0, hidden: 0 };
}

function build(facts: Facts, id: Id, level: number, hue: Hue): Branch {
  const { plan, view } = facts;
  const node = plan.nodes.get(id)!;
  const folded = view.folded.has(id);
  const children = folded ? [] : childrenOf(plan, id).map((child) => build(facts, child, level + 1, hue));
  const span = facts.shown.get(id);
  const number = facts.numbers.get(id);
  const words = {
    id,
    level,
    kind: node.kind,
    mark: (level === 1 ? number?.mark : number?.label) ?? '',
    title: shortTitle(node, view.lang),
    hue,
    light: facts.lights.get(id) ?? 'todo',
    span: span ? spanLabel(span, view.lang, plan.meta.year) : level === 2 ? WORDS[view.lang].undated : '',
    lead: level === 2 ? leadLabel(leadNames(plan, id), view.lang, 13, 168) : '',
    sample: false,
    lang: view.lang,
  } as const;
  const topic = measureTopic(words);
  const hidden = folded ? branch(plan, id).length - 1 : 0;
  const inputs = Object.values(words);
  return { id, level, hue, topic, children, inputs, extent: Math.max(topic.h, stackHeight(children, level)), hidden };
}

function stackHeight(children: readonly Branch[], level: number): number {
  if (children.length === 0) return 0;
  return children.reduce((sum, child) => sum + child.extent, 0) + (children.length - 1) * at(BETWEEN, level);
}

/** Every topic with its box, parents before children; the root's middle is at 0, 0. */
function placeAll(root: Branch, side: 'both' | 'right'): Placed[] {
  const { w, h } = root.topic;
  const first: Placed = {
    branch: root,
    parent: undefined,
    side: 'root',
    box: { x: -Math.round(w / 2), y: -Math.round(h / 2), w, h },
  };
  const found = [first];
  const turn = side === 'both' ? turningPoint(root.children) : root.children.length;
  stack(root.children.slice(0, turn), first, 'right', found);
  stack(root.children.slice(turn), first, 'left', found);
  return found;
}

/** How many of the top branches go right so that both sides are about as high; order is kept, down the right, then down the left. */
function turningPoint(children: readonly Branch[]): number {
  const total = children.reduce((sum, child) => sum + child.extent, 0);
  let right = 0;
  let best = children.length;
  let least = total;
  children.forEach((child, index) => {
    right += child.extent;
    const difference = Math.abs(total - 2 * right);
    if (difference < least) [best, least] = [index + 1, difference];
  });
  return best;
}

/** Stacks children beside their parent, their middle at its height; each keeps its whole extent to itself, so nothing can overlap. */
function stack(children: readonly Branch[], parent: Placed, side: 'left' | 'right', found: Placed[]): void {
  const { box, branch: above } = parent;
  const middle = box.y + (above.level === 0 ? box.h / 2 : Math.min(above.topic.attach, box.h / 2));
  let y = middle - stackHeight(children, above.level) / 2;
  const gap = at(ACROSS, above.level);
  for (const child of children) {
    const { w, h } = child.topic;
    const x = side === 'right' ? box.x + box.w + gap : box.x - gap - w;
    const placed: Placed = {
      branch: child,
      parent,
      side,
      box: { x: Math.round(x), y: Math.round(y + (child.extent - h) / 2), w, h },
    };
    found.push(placed);
    stack(child.children, placed, side, found);
    y += child.extent + at(BETWEEN, above.level);
  }
}

function drawTopic({ branch: { id, topic, inputs }, box }: Placed, keeper: Keeper): Group {
  return keeper.group('body', id, [...inputs, box.x, box.y], () => topic.draw(box.x, box.y));
}

const WIDTHS = [3, 2, 1.5];

function drawCurve({ branch: child, parent, box, side }: Placed, keeper: Keeper): Group[] {
  if (!parent) return [];
  const right = side === 'right';
  // Behind a pill or card the branch begins a little inside, so that no gap shows at its round end.
  const x1 = right ? parent.box.x + parent.box.w - inset(parent) : parent.box.x + inset(parent);
  const y1 = parent.box.y + parent.branch.topic.attach;
  const x2 = right ? box.x : box.x + box.w;
  const y2 = box.y + child.topic.attach;
  const inputs = [x1, y1, x2, y2, child.hue, child.level];
  return [
    keeper.group('links', child.id, inputs, () => {
      const middle = (x1 + x2) / 2;
      const d = `M${num(x1)} ${num(y1)}C${num(middle)} ${num(y1)} ${num(middle)} ${num(y2)} ${num(x2)} ${num(y2)}`;
      return {
        key: child.id,
        bounds: { x: Math.min(x1, x2), y: Math.min(y1, y2) - 2, w: Math.abs(x2 - x1), h: Math.abs(y2 - y1) + 4 },
        shapes: [{ kind: 'path', d, stroke: `hue${child.hue}-edge`, width: at(WIDTHS, child.level - 1) }],
      };
    }),
  ];
}

function inset({ branch: { level } }: Placed): number {
  return level === 0 ? 24 : level === 1 ? 8 : 0;
}

const KNOB = { r: 8, size: 13, away: 13 } as const;

/** Folded: how many nodes are hidden. Open: a knob to fold, where knobs are wanted. */
function drawKnob({ branch: each, box, side }: Placed, view: MindmapView, keeper: Keeper): Group[] {
  const { id, hidden, hue, level } = each;
  if (level === 0 || (hidden === 0 && (each.children.length === 0 || view.knobs === false))) return [];
  const y = box.y + each.topic.attach;
  const edge = side === 'left' ? box.x - KNOB.away : box.x + box.w + KNOB.away;
  return [
    keeper.group('over', id, [edge, y, hidden, hue, side], () => {
      const text = String(hidden);
      const w = hidden === 0 ? 2 * KNOB.r : Math.max(22, Math.ceil(measure(text, KNOB.size, 600)) + 12);
      const h = hidden === 0 ? 2 * KNOB.r : 20;
      const x = side === 'left' ? edge + KNOB.r - w : edge - KNOB.r;
      const shapes: Shape[] = [
        {
          kind: 'rect',
          x,
          y: y - h / 2,
          w,
          h,
          r: h / 2,
          fill: hidden === 0 ? 'paper' : `hue${hue}-tint`,
          stroke: `hue${hue}-edge`,
          width: 1.5,
        },
        hidden === 0
          ? { kind: 'line', x1: x + 5, y1: y, x2: x + w - 5, y2: y, stroke: `hue${hue}-ink`, width: 1.5 }
          : {
              kind: 'text',
              x: x + w / 2,
              y: baseline(y - h / 2, h, KNOB.size),
              text,
              size: KNOB.size,
              fill: `hue${hue}-ink`,
              weight: 600,
              anchor: 'middle',
            },
      ];
      return {
        key: id,
        target: { node: id, part: 'fold' },
        bounds: { x: x - 1, y: y - h / 2 - 1, w: w + 2, h: h + 2 },
        shapes,
      };
    }),
  ];
}

/** Which topic an arrow key leads to. */
export function neighbour(map: Mindmap, id: Id, key: 'left' | 'right' | 'up' | 'down'): Id | undefined {
  const spot = map.spots.get(id);
  const box = map.boxes.get(id);
  if (!spot || !box || id === BIN) return undefined;
  if (key === 'left' || key === 'right') {
    if (spot.side !== 'root' && key !== spot.side) return spot.parent;
    const children = [...map.spots].filter(([, each]) => each.parent === id && each.side === key);
    return nearest(
      map,
      box,
      children.map(([child]) => child),
    );
  }
  const sign = key === 'up' ? -1 : 1;
  const middle = box.y + box.h / 2;
  const others = [...map.spots].filter(([other, each]) => {
    const there = map.boxes.get(other)!;
    return each.side === spot.side && each.depth === spot.depth && (there.y + there.h / 2 - middle) * sign > 0;
  });
  return nearest(
    map,
    box,
    others.map(([other]) => other),
  );
}

function nearest(map: Mindmap, from: Box, ids: readonly Id[]): Id | undefined {
  const distance = (id: Id): number => {
    const box = map.boxes.get(id)!;
    return Math.abs(box.y + box.h / 2 - from.y - from.h / 2);
  };
  return ids.reduce<Id | undefined>(
    (best, id) => (best === undefined || distance(id) < distance(best) ? id : best),
    undefined,
  );
}

function at(values: readonly number[], level: number): number {
  return values[Math.min(level, values.length - 1)]!;
}
