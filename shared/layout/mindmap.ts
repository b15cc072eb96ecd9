// Tree + fold → the mind map. Who is measured how is in branches.ts and topic.ts, where it stands in tidy.ts, what joins it in twigs.ts and ties.ts.
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Plan } from '../model/plan.ts';
import { spans as spansOf } from '../model/schedule.ts';
import { lights as lightsOf } from '../model/lights.ts';
import { createBuilder, focusOf } from './branches.ts';
import type { Asked } from './branches.ts';
import { spanLabel } from './label.ts';
import type { Box, Group, Layer, Scene } from './scene.ts';
import { drawBrace, drawRelation } from './ties.ts';
import { MARGIN, placeChild, placeRoot, walk } from './tidy.ts';
import type { Arrangement, Branch, Placed, Spot } from './tidy.ts';
import type { Colouring } from './tone.ts';
import { drawAxis, drawCourse, drawKnob } from './twigs.ts';
import type { Lang } from './words.ts';

export interface MindmapView {
  readonly folded: ReadonlySet<Id>;
  readonly arrangement: Arrangement;
  readonly today: Day;
  readonly lang: Lang;
  /** Open branches carry a knob to fold them; folded ones always say how much they hide. */
  readonly knobs?: boolean | undefined;
  readonly colouring?: Colouring | undefined;
  /** Dates and leads under the words of clauses and tasks; default yes. */
  readonly details?: boolean | undefined;
  /** Only this branch. */
  readonly focus?: Id | null | undefined;
}

export interface Mindmap extends Scene {
  readonly arrangement: Arrangement;
  readonly root: Branch;
  readonly knobs: boolean;
  /** The id at its middle: ROOT, or the branch that is looked at alone. */
  readonly middle: Id;
  /** Every visible topic, the middle among them, without knobs. Computed when first asked for. */
  readonly boxes: ReadonlyMap<Id, Box>;
  readonly spots: ReadonlyMap<Id, Spot>;
  /** One topic: cheap, whatever the size of the map. */
  readonly find: (id: Id) => Placed | undefined;
  /** The topic that stands for it: itself, or the folded branch it is hidden in. */
  readonly standIn: (id: Id) => Placed | undefined;
  /** What is to be drawn where one looks, parents before children. */
  readonly see: (sight: Box | undefined) => Seen;
  /** Relations and braces of what is shown. */
  readonly ties: () => readonly Group[];
  readonly axis: Group | undefined;
}

export interface Seen {
  readonly placed: readonly Placed[];
  /** Not in sight themselves, but the line to them crosses it. */
  readonly passing: readonly Placed[];
}

/** A layout that remembers what it measured and makes anew only what changed. */
export function createMindmapLayout(): (plan: Plan, view: MindmapView) => Mindmap {
  const build = createBuilder();
  return (plan, view) => {
    const spans = spansOf(plan);
    const asked: Asked = {
      plan,
      folded: view.folded,
      arrangement: view.arrangement,
      colouring: view.colouring ?? 'section',
      details: view.details !== false,
      lang: view.lang,
      focus: focusOf(plan, view.focus),
      today: view.today,
      spans,
      lights: lightsOf(plan, spans, view.today),
      numbers: numbering(plan),
    };
    return mapOf(build(asked), asked, view.knobs !== false);
  };
}

export function layoutMindmap(plan: Plan, view: MindmapView): Mindmap {
  return createMindmapLayout()(plan, view);
}

function mapOf(root: Branch, asked: Asked, knobs: boolean): Mindmap {
  const { plan } = asked;
  const lazy = <T>(make: () => T): (() => T) => {
    let held: { value: T } | undefined;
    return () => (held ??= { value: make() }).value;
  };
  const all = lazy(() => see(root, undefined).placed);
  const boxes = lazy(() => new Map(all().map(({ branch: { id }, box }) => [id, box])));
  const spots = lazy(() => new Map(all().map((placed) => [placed.branch.id, spotOf(placed)])));
  const axis = drawAxis(root, (id) => {
    const span = asked.spans.get(id);
    return span ? spanLabel(span, asked.lang, plan.meta.year) : '';
  });
  const standIn = (id: Id): Placed | undefined => descend(root, plan, id)?.placed;
  const ties = lazy(() => tiesOf(root, plan, standIn));
  const layers = lazy((): readonly Layer[] => [
    { name: 'links', groups: [...(axis ? [axis] : []), ...all().flatMap((each) => drawCourse(each) ?? [])] },
    { name: 'body', groups: all().map(({ branch: { topic }, box }) => topic.draw(box.x, box.y)) },
    { name: 'over', groups: [...all().flatMap((each) => drawKnob(each, knobs) ?? []), ...ties()] },
  ]);
  // A relation may swing out beyond the topics.
  const extent = lazy(() => {
    const right = Math.max(MARGIN + root.block.w, axis ? axis.bounds.x + axis.bounds.w : 0);
    return {
      width: Math.ceil(Math.max(right, ...ties().map(({ bounds: { x, w } }) => x + w)) + MARGIN),
      height: Math.ceil(Math.max(MARGIN + root.block.h, ...ties().map(({ bounds: { y, h } }) => y + h)) + MARGIN),
    };
  });
  return {
    get width() {
      return extent().width;
    },
    get height() {
      return extent().height;
    },
    get layers() {
      return layers();
    },
    get boxes() {
      return boxes();
    },
    get spots() {
      return spots();
    },
    arrangement: asked.arrangement,
    root,
    knobs,
    middle: root.id,
    marked: plan.meta.sample && root.id === ROOT,
    find(id) {
      const found = descend(root, plan, id);
      return found?.exact ? found.placed : undefined;
    },
    standIn,
    see: (sight) => see(root, sight),
    ties,
    axis,
  };
}

function see(root: Branch, sight: Box | undefined): Seen {
  const placed: Placed[] = [];
  const passing: Placed[] = [];
  walk(
    root,
    sight,
    (each) => void placed.push(each),
    (each) => void passing.push(each),
  );
  return { placed, passing };
}

function spotOf({ side, branch, parent }: Placed): Spot {
  return { side, depth: branch.level, parent: parent?.branch.id };
}

const indexes = new WeakMap<Branch, ReadonlyMap<Id, number>>();

/** Which of its children; a branch with many is asked often. */
function indexIn(branch: Branch, child: Id): number | undefined {
  let held = indexes.get(branch);
  if (!held) indexes.set(branch, (held = new Map(branch.children.map(({ id }, index) => [id, index]))));
  return held.get(child);
}

/** From the middle down to a node, or as far as folds allow. */
function descend(root: Branch, plan: Plan, id: Id): { readonly placed: Placed; readonly exact: boolean } | undefined {
  const way: Id[] = [];
  for (let at: Id | undefined = id; at !== root.id; at = plan.tree.parent.get(at)) {
    if (at === undefined || at === ROOT) return undefined;
    way.push(at);
  }
  let placed = placeRoot(root);
  for (const step of way.reverse()) {
    const index = indexIn(placed.branch, step);
    if (index === undefined) return { placed, exact: false };
    placed = placeChild(placed, index);
  }
  return { placed, exact: true };
}

function tiesOf(root: Branch, plan: Plan, standIn: (id: Id) => Placed | undefined): readonly Group[] {
  const { brace, relation } = plan.records;
  const found: Group[] = [];
  if (brace.size > 0)
    walk(root, undefined, (placed) => {
      for (const spot of placed.branch.block.braces)
        found.push(drawBrace(spot, placed, brace.get(spot.id)?.title ?? ''));
    });
  for (const [id, { from, to, title }] of relation) {
    const [a, b] = [standIn(from), standIn(to)];
    // Both hidden in one folded branch: nothing to see between them.
    if (a && b && a.branch.id !== b.branch.id) found.push(drawRelation(id, a.box, b.box, title));
  }
  return found;
}
