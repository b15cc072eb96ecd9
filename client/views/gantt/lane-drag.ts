// Dragging between the lanes of offices: across rows rather than along days, it proposes another lead. All else is left to the usual meaning.
import type { Grab } from '../../drag/drop.ts';
import type { Hand } from '../../drag/sensors.ts';
import type { DragBehaviour, Drop } from '../../drag/stage.tsx';
import type { T } from '../../i18n/t.ts';
import { laneAt } from '../../../shared/layout/lanes.ts';
import type { Lane } from '../../../shared/layout/lanes.ts';
import type { Point } from '../../../shared/layout/scene.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

interface Lift extends Point {
  readonly lane: Lane;
}

/** Where each drag began, in the scene; a grab is the same object from press to release. */
const lifts = new WeakMap<Grab, Lift>();

export interface Lanes {
  readonly box: () => HTMLElement | null;
  readonly seen: Pick<Seen, 'rows' | 'head' | 'plan'>;
  readonly mayEdit: boolean;
  readonly selected: () => readonly string[];
  readonly t: T;
}

export function withLanes(usual: DragBehaviour<Grab>, lanes: Lanes): DragBehaviour<Grab> {
  const { seen, t } = lanes;
  const at = ({ x, y }: Point): Point => {
    const element = lanes.box();
    const box = element?.getBoundingClientRect();
    return element && box ? { x: x - box.left + element.scrollLeft, y: y - box.top + element.scrollTop } : { x, y };
  };
  const rowAt = (y: number): number => Math.min(seen.rows.length - 1, Math.floor((y - seen.head) / M.row));
  const laneUnder = (hand: Point): Lane | undefined => {
    const lane = laneAt(seen.rows, rowAt(at(hand).y))?.lane;
    return lane?.by === 'lead' ? lane : undefined;
  };
  const proposed = (grab: Grab, hand: Hand): Drop | undefined => {
    const from = lifts.get(grab);
    const lane = laneUnder(hand);
    if (!from || !lane || lane.id === from.lane.id || (grab.does !== 'shift' && grab.does !== 'lane')) return undefined;
    const now = at(hand);
    const [across, along] = [Math.abs(now.y - from.y), Math.abs(now.x - from.x)];
    // Along the days it is a move in time, however the hand may stray.
    if (grab.does === 'shift' && (across < M.row / 2 || across < along)) return undefined;
    return { command: 'lanes.propose', args: { ids: grab.ids, lane: lane.value } };
  };
  return {
    ...usual,
    grab(held, hand) {
      const lane = laneUnder(hand);
      const node = seen.plan.nodes.get(held.node);
      const chosen = lanes.selected();
      const grab: Grab | undefined =
        held.part === 'cell' && lane && node && lanes.mayEdit
          ? { does: 'lane', node: node.id, ids: chosen.includes(node.id) ? chosen : [node.id] }
          : usual.grab(held, hand);
      if (grab && lane) lifts.set(grab, { ...at(hand), lane });
      return grab;
    },
    over: (grab, hand) => proposed(grab, hand) ?? (grab.does === 'lane' ? undefined : usual.over(grab, hand)),
    step(grab, hand, step) {
      // By keys, a row at a time would be a long way: up and down go from lane to lane.
      const found = lifts.has(grab) && step.y !== 0 ? laneAt(seen.rows, rowAt(at(hand).y)) : undefined;
      if (!found) return usual.step(grab, hand, step);
      const next = step.y > 0 ? found.to : found.from - 1;
      const other = next >= 0 && next < seen.rows.length ? laneAt(seen.rows, next) : undefined;
      if (!other) return hand;
      return { x: hand.x, y: hand.y + (seen.head + (other.from + 0.5) * M.row - at(hand).y) };
    },
    say(moment, grab, drop) {
      if (drop?.command !== 'lanes.propose')
        return grab.does === 'lane' && moment === 'moved' ? '' : usual.say(moment, grab, drop);
      if (moment === 'moved') return leadWords(t, seen, drop);
      return moment === 'dropped'
        ? t('lead.asked', { lane: laneName(t, seen, drop) })
        : usual.say(moment, grab, undefined);
    },
    done(grab, drop) {
      if (drop.command !== 'lanes.propose') usual.done?.(grab, drop);
    },
  };
}

type Named = Pick<Seen, 'rows'>;

function laneName(t: T, { rows }: Named, drop: Drop): string {
  const value = drop.command === 'lanes.propose' ? drop.args?.lane : undefined;
  const lane = rows.find((row) => row.is === 'lane' && row.value === value);
  return lane?.is === 'lane' && lane.value !== '' ? lane.label : t('lead.none');
}

/** What letting go would ask. */
export function leadWords(t: T, seen: Named, drop: Drop): string {
  const nobody = drop.command === 'lanes.propose' && drop.args?.lane === '';
  return nobody ? t('lead.over.nobody') : t('lead.over', { lane: laneName(t, seen, drop) });
}
