// What dragging means on the map, told to the stage: from the hand's place to a move, and from a move to words.
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import type { DragBehaviour } from '../../drag/stage.tsx';
import type { Facts } from '../list/columns.ts';
import { toScene } from './camera.ts';
import type { Camera } from './camera.ts';
import { landing } from './drop.ts';

/** What is held; the rest follows from the hand. */
export interface MapGrab {
  readonly ids: readonly Id[];
}

export interface MapGround {
  readonly facts: Facts;
  readonly map: Mindmap;
  readonly camera: Camera | undefined;
  readonly selected: readonly Id[];
  readonly mayEdit: boolean;
  readonly origin: () => Point;
}

export function mapBehaviour({ facts, map, camera, selected, mayEdit, origin }: MapGround): DragBehaviour<MapGrab> {
  const { plan, t } = facts;
  const titleOf = (id: Id): string => (id === ROOT ? plan.meta.title : plan.nodes.get(id)?.title) || t('untitled');
  return {
    grab({ node, part }) {
      if (!mayEdit || part !== 'box') return undefined;
      const many = selected.includes(node) && selected.length > 1;
      return { ids: many ? selected.filter((id) => id !== ROOT) : [node] };
    },
    over({ ids }, hand) {
      const [first] = ids;
      if (!camera || first === undefined) return undefined;
      const corner = origin();
      const found = landing(map, plan, ids, toScene(camera, { x: hand.x - corner.x, y: hand.y - corner.y }));
      return found.kind === 'spot'
        ? { command: 'tree.move', args: { ids, ...found.spot }, draft: { node: first, ...found.spot } }
        : undefined;
    },
    // Topics are moved by keys with commands, not by lifting them.
    step: (_grab, hand) => hand,
    say(moment, { ids }, drop) {
      const title = titleOf(ids[0] ?? '');
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
