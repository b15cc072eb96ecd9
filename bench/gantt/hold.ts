// What all Gantt players have in common: how the motions go, how a change is seen, where a bar is taken hold of. Knows no library.
import type { Grip, Player } from '../face.ts';
import { painted } from '../page/probe.ts';
import type { Edit } from '../data.ts';

/** Px a day, px a row, px of table beside the days: the same for all. */
export const PER_DAY = 4;
export const PER_MONTH = 120;
export const ROW = 36;
export const BAND = 28;
export const TABLE = 480;

/** A fast turn of the wheel in each frame. */
const DOWN = 120;
const ACROSS = 24;

export interface Hold {
  /** What is asked of everybody; the rest of the data is each one's own to keep or to let go. */
  readonly edits: () => readonly Edit[];
  readonly rows: () => number;
  /** What shows the days of this node. */
  readonly bar: (id: string) => Element | null | undefined;
  readonly scroll: (axis: 'x' | 'y', to: number) => void;
  readonly edit: (edit: Edit, time: number) => void;
  /** Lets colleagues in, where there are such. */
  readonly crowd?: () => void;
}

export function motions(hold: Hold): Pick<Player, 'ready' | 'frames' | 'hands' | 'calls'> {
  const barOf = ({ id }: Pick<Edit, 'id'>): Element | null | undefined => hold.bar(id);
  const grip = async (): Promise<Grip> => {
    hold.scroll('x', 0);
    hold.scroll('y', 0);
    await painted();
    await painted();
    return gripOf(() => barOf(hold.edits()[0]!));
  };
  return {
    ready: () => hold.edits().every((edit) => barOf(edit)),
    frames: {
      // As far as a plan of a hundred rows reaches, there and back.
      'scroll-y': (frame) => hold.scroll('y', bounce(frame * DOWN, Math.min(2_400, hold.rows() * ROW - 900))),
      'scroll-x': (frame) => hold.scroll('x', bounce(frame * ACROSS, 500)),
    },
    hands: {
      drag: grip,
      async crowd() {
        hold.crowd?.();
        return grip();
      },
    },
    calls: {
      change(time) {
        const edit = hold.edits()[time]!;
        const before = leftOf(barOf(edit));
        hold.edit(edit, time);
        return () => Math.abs(leftOf(barOf(edit)) - before) > 1;
      },
    },
  };
}

function bounce(way: number, length: number): number {
  const at = way % (2 * length);
  return at < length ? at : 2 * length - at;
}

function leftOf(bar: Element | null | undefined): number {
  if (!bar) throw new Error('the bar is not on screen');
  return bar.getBoundingClientRect().left;
}

/** Past the left rim, where most charts have a handle, and before the middle, where a title may catch the press. */
export function gripOf(bar: () => Element | null | undefined): Grip {
  const { left, top, width, height } = bar()!.getBoundingClientRect();
  return {
    x: left + Math.min(width / 2, 24),
    y: top + height / 2,
    moved: () => Math.abs(leftOf(bar()) - left) > PER_DAY,
  };
}
