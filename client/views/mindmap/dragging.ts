// What dragging means on the map, told to the stage: from the hand's place to a move, and from a move to words.
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { relationOf } from '../../../shared/ops/ties.ts';
import type { DragBehaviour } from '../../drag/stage.tsx';
import type { Facts } from '../list/columns.ts';
import { toScene } from './camera.ts';
import type { Look } from './look.ts';
import { landing, nearest } from './drop.ts';

/** What is held; the rest follows from the hand. */
export interface MapGrab {
  readonly ids: readonly Id[];
  /** A relation is being drawn from it; it stays where it is. */
  readonly ties?: boolean;
}

export interface MapGround {
  readonly facts: Facts;
  readonly map: Mindmap;
  readonly camera: Look['camera'];
  readonly selected: readonly Id[];
  readonly mayEdit: boolean;
  readonly origin: () => Point;
}

/** Whether a part is the topic itself, for what grips it. */
export function isTopicPart(part: string): boolean {
  return part === 'box' || part === 'light' || part === 'span' || part === 'lead';
}

/** The topic the hand is over has a relation with the one it came from already; a grab is one object from press to release. */
const related = new WeakMap<MapGrab, Id | undefined>();

/** The topic a relation drawn from here would end at, and whether there is one already. */
export function tieEnd(map: Mindmap, plan: Plan, from: Id, at: Point) {
  const to = nearest(map, at, NEAR);
  if (!to || to.id === from || to.id === ROOT) return undefined;
  return { id: to.id, related: relationOf(plan, from, to.id) !== undefined };
}

/** How near the end of a relation has to come, in the scene's px. */
const NEAR = 24;

export function mapBehaviour({ facts, map, camera, selected, mayEdit, origin }: MapGround): DragBehaviour<MapGrab> {
  const { plan, t } = facts;
  const titleOf = (id: Id): string => (id === ROOT ? plan.meta.title : plan.nodes.get(id)?.title) || t('untitled');
  return {
    grab({ node, part }) {
      if (mayEdit && part === 'tie') return { ids: [node], ties: true };
      if (!mayEdit || !isTopicPart(part)) return undefined;
      const many = selected.includes(node) && selected.length > 1;
      return { ids: many ? selected.filter((id) => id !== ROOT) : [node] };
    },
    over(grab, hand) {
      const { ids, ties } = grab;
      const [first] = ids;
      const now = camera.get();
      if (!now || first === undefined) return undefined;
      const corner = origin();
      const at = toScene(now, { x: hand.x - corner.x, y: hand.y - corner.y });
      if (ties) {
        const to = tieEnd(map, plan, first, at);
        related.set(grab, to?.related ? to.id : undefined);
        return to && !to.related ? { command: 'map.relate', args: { from: first, to: to.id } } : undefined;
      }
      const found = landing(map, plan, ids, at);
      return found.kind === 'spot'
        ? { command: 'tree.move', args: { ids, ...found.spot }, draft: { node: first, ...found.spot } }
        : undefined;
    },
    // Topics are moved by keys with commands, not by lifting them.
    step: (_grab, hand) => hand,
    say(moment, grab, drop) {
      const { ids, ties } = grab;
      const title = titleOf(ids[0] ?? '');
      const already = related.get(grab);
      if (ties && already !== undefined && moment !== 'lifted')
        return t('map.tie.already', { title: titleOf(already) });
      if (ties && moment !== 'cancelled') {
        if (drop?.command !== 'map.relate' || !drop.args) return t('map.tie.to-nothing');
        return t(moment === 'dropped' ? 'map.tie.made' : 'map.tie.to', { title: titleOf(drop.args.to) });
      }
      if (moment === 'lifted') return t('map.lifted', { title });
      if (moment === 'cancelled') return t('map.cancelled');
      if (drop?.command !== 'tree.move' || !drop.args) return t('map.over-nothing');
      const { parent, before } = drop.args;
      const siblings = childrenOf(plan, parent);
      const n = (before ? siblings.indexOf(before) : siblings.length) + 1;
      return moment === 'dropped'
        ? t('map.dropped', { title, parent: titleOf(parent), n })
        : t('map.over', { parent: titleOf(parent), n });
    },
  };
}
