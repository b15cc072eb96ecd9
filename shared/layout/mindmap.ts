// Tree + fold → the mind map as a scene. Where topics stand is in tidy.ts, what they look like in topic.ts, what joins them in twigs.ts.
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Light, Plan, Span } from '../model/plan.ts';
import { lights, spans } from '../model/schedule.ts';
import { numbering } from '../model/numbering.ts';
import type { Numbered } from '../model/numbering.ts';
import { branch, childrenOf } from '../model/tree.ts';
import { createKeeper } from './keep.ts';
import type { Keeper } from './keep.ts';
import { leadLabel, leadNames, shortTitle, spanLabel } from './label.ts';
import type { Box, Group, Scene } from './scene.ts';
import { hueOf } from './theme.ts';
import type { Hue } from './theme.ts';
import { extentOf, placeAll } from './tidy.ts';
import type { Branch, Placed, Spot } from './tidy.ts';
import { measureTopic } from './topic.ts';
import type { Words } from './topic.ts';
import { drawCurve, drawKnob } from './twigs.ts';
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

/** A layout that remembers its last scene and reuses every group whose inputs are unchanged. */
export function createMindmapLayout(): (plan: Plan, view: MindmapView) => Mindmap {
  const keeper = createKeeper();
  return (plan, view) => layOut(plan, view, keeper);
}

export function layoutMindmap(plan: Plan, view: MindmapView): Mindmap {
  return layOut(plan, view, createKeeper());
}

function layOut(plan: Plan, view: MindmapView, keeper: Keeper): Mindmap {
  const { placed: all, width, height } = placeAll(buildRoot(plan, view, keeper.value), view.side);
  return keeper.finish({
    width,
    height,
    layers: [
      { name: 'links', groups: all.flatMap((each) => drawCurve(each, keeper)) },
      { name: 'body', groups: all.map((each) => drawTopic(each, keeper)) },
      { name: 'over', groups: all.flatMap((each) => drawKnob(each, view.knobs !== false, keeper)) },
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
  readonly keep: Keeper['value'];
  readonly shown: ReadonlyMap<Id, Span>;
  readonly lights: ReadonlyMap<Id, Light>;
  readonly numbers: ReadonlyMap<Id, Numbered>;
}

function buildRoot(plan: Plan, view: MindmapView, keep: Keeper['value']): Branch {
  const shown = spans(plan);
  const facts: Facts = { plan, view, keep, shown, lights: lights(plan, shown, view.today), numbers: numbering(plan) };
  const { lang } = view;
  const { title, sample } = plan.meta;
  const words: Words = {
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
  };
  const topic = keep(`topic ${ROOT}`, Object.values(words), () => measureTopic(words));
  const children = childrenOf(plan, ROOT).map((id, index) => build(facts, id, 1, hueOf(index)));
  return { id: ROOT, level: 0, hue: 1, topic, children, extent: 0, hidden: 0 };
}

function build(facts: Facts, id: Id, level: number, hue: Hue): Branch {
  const { plan, view } = facts;
  const node = plan.nodes.get(id)!;
  const folded = view.folded.has(id);
  const children = folded ? [] : childrenOf(plan, id).map((child) => build(facts, child, level + 1, hue));
  const span = facts.shown.get(id);
  const number = facts.numbers.get(id);
  const words: Words = {
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
  };
  const topic = facts.keep(`topic ${id}`, Object.values(words), () => measureTopic(words));
  const hidden = folded ? branch(plan, id).length - 1 : 0;
  return { id, level, hue, topic, children, extent: extentOf(topic, children, level), hidden };
}

function drawTopic({ branch: { id, topic }, box }: Placed, keeper: Keeper): Group {
  return keeper.group('body', id, [topic, box.x, box.y], () => topic.draw(box.x, box.y));
}
