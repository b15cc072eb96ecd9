// What dragging a row by its grip means, told to the stage; and the line where it would come to stand.
import type { RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { branch, childrenOf, depthOf } from '../../../shared/model/tree.ts';
import type { DragBehaviour } from '../../drag/stage.tsx';
import { useDrag } from '../../drag/stage.tsx';
import { HEAD } from './anchored.ts';
import type { Facts } from './columns.ts';
import { rowSpot } from './spots.ts';
import type { Spot } from './spots.ts';

/** What is held, where the hand took it, and how deep it hung then. */
interface RowGrab {
  readonly ids: readonly Id[];
  readonly x: number;
  readonly depth: number;
}

interface Ground {
  readonly facts: Facts;
  readonly rows: readonly Row[];
  readonly tops: readonly number[];
  readonly flat: boolean;
  readonly mayEdit: boolean;
  readonly selected: readonly Id[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The keys are the list's again. */
  readonly done: () => void;
}

/** Sideways, this much is one level. */
const LEVEL = 28;

export function listBehaviour(ground: Ground): DragBehaviour<RowGrab> {
  const { facts, rows, tops, flat, mayEdit, selected, scroller } = ground;
  const { plan, t } = facts;
  const titleOf = (id: Id): string => (id === ROOT ? plan.meta.title : plan.nodes.get(id)?.title) || t('untitled');
  return {
    grab({ node, part }, hand) {
      if (!mayEdit || flat || part !== 'row' || !plan.nodes.has(node)) return undefined;
      return {
        ids: selected.includes(node) && selected.length > 1 ? selected : [node],
        x: hand.x,
        depth: depthOf(plan, node),
      };
    },
    over({ ids, x, depth }, hand) {
      const el = scroller.current;
      if (!el) return undefined;
      const y = hand.y - el.getBoundingClientRect().top - HEAD + el.scrollTop;
      const at = tops.findIndex((top, i) => i < rows.length && y < (top + tops[i + 1]!) / 2);
      const spot = rowSpot(plan, rows, ids, at < 0 ? rows.length : at, depth + Math.round((hand.x - x) / LEVEL));
      return spot ? { command: 'tree.move', args: { ids, ...spot }, draft: { node: ids[0]!, ...spot } } : undefined;
    },
    // Rows are moved by keys with commands, not by lifting them.
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
    done: ground.done,
    pane: () => (scroller.current ? { element: scroller.current, left: 0, top: HEAD } : null),
  };
}

interface LineProps {
  readonly rows: readonly Row[];
  readonly tops: readonly number[];
  readonly plan: Plan;
}

export function DropLine({ rows, tops, plan }: LineProps) {
  const args = useDrag((drag) => (drag?.drop?.command === 'tree.move' ? drag.drop.args : undefined));
  if (!args) return null;
  const spot: Spot = { parent: args.parent, before: args.before ?? null };
  const depth = spot.parent === ROOT ? 0 : depthOf(plan, spot.parent) + 1;
  return <span className="list-drop" style={{ top: HEAD + topOf(plan, rows, tops, spot), left: 8 + depth * LEVEL }} />;
}

/** Above the sibling it comes before, else below all that its new neighbours above show. */
function topOf(plan: Plan, rows: readonly Row[], tops: readonly number[], { parent, before }: Spot): number {
  const index = rows.findIndex(({ id }) => id === before);
  if (index >= 0) return tops[index]!;
  const inside = new Set(parent === ROOT ? [] : branch(plan, parent));
  const last = rows.findLastIndex(({ id }) => inside.has(id));
  return tops[last < 0 ? rows.length : last + 1]!;
}
