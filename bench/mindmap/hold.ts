// What all mind map players have in common: the same tree, the same motions, how a new name and a fold are seen. Knows no library.
import type { Grip, Player } from '../face.ts';
import type { DataRow, PlanData } from '../data.ts';

export const ROOT_ID = 'root';
export const ROOT_TITLE = '2019年工作要点';

export interface Hold {
  /** Every topic that is in the page now. */
  readonly topics: () => Iterable<Element>;
  readonly idOf: (topic: Element) => string | null | undefined;
  readonly topic: (id: string) => Element | null | undefined;
  readonly rename: (id: string, title: string) => void;
  readonly pan: (dx: number, dy: number, frame: number) => void;
  /** To this size, around the middle of the window. */
  readonly zoom: (scale: number) => void;
  readonly fold: () => void;
  readonly unfold: () => void;
  readonly drag?: boolean;
  /** What shows that a topic comes along with the hand; without it the topic itself does. */
  readonly ghost?: () => Element | null | undefined;
}

/** Px a frame, as a hand pans; and how small everything gets in a turn of zooming. */
const STEP = 24;
const TURN = 40;

export function motions(
  hold: Hold,
  rows: () => readonly DataRow[],
): Pick<Player, 'ready' | 'frames' | 'hands' | 'calls'> {
  let renamed: readonly string[] = [];
  const inSight = (): readonly string[] => {
    const found: string[] = [];
    for (const topic of hold.topics()) {
      const id = hold.idOf(topic);
      const { left, top, right, bottom } = topic.getBoundingClientRect();
      if (id && id !== ROOT_ID && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight) found.push(id);
      if (found.length === 8) break;
    }
    return found;
  };
  const deep = (): boolean => {
    for (const topic of hold.topics()) {
      const row = byId().get(hold.idOf(topic) ?? '');
      if (row && row.depth > 0 && topic.getClientRects().length > 0) return true;
    }
    return false;
  };
  let known: ReadonlyMap<string, DataRow> | undefined;
  const byId = (): ReadonlyMap<string, DataRow> => (known ??= new Map(rows().map((row) => [row.id, row])));
  return {
    ready: () => inSight().length > 0,
    frames: {
      pan: (frame) => {
        const way = Math.floor(frame / TURN) % 2 === 0 ? 1 : -1;
        hold.pan(0, -STEP * way, frame);
      },
      zoom: (frame) => {
        const at = frame % (2 * TURN);
        const part = at < TURN ? at / TURN : 2 - at / TURN;
        hold.zoom(1 - part * 0.7);
      },
    },
    ...(hold.drag && {
      hands: {
        async drag(): Promise<Grip> {
          const id = inSight().find((each) => (byId().get(each)?.depth ?? 0) > 0) ?? inSight().at(0) ?? '';
          const at = hold.topic(id)!.getBoundingClientRect();
          let came = false;
          const watch = (): void => {
            const ghost = hold.ghost?.();
            if (ghost || (!hold.ghost && Math.abs(hold.topic(id)!.getBoundingClientRect().left - at.left) > 4))
              came = true;
            if (!came) requestAnimationFrame(watch);
          };
          requestAnimationFrame(watch);
          return {
            x: at.left + Math.min(at.width / 2, 60),
            y: at.top + Math.min(at.height / 2, 12),
            moved: () => came,
          };
        },
      },
    }),
    calls: {
      rename(time) {
        if (renamed.length === 0) renamed = inSight();
        const id = renamed.at(time % renamed.length) ?? '';
        const title = `同事改的名称${time}`;
        hold.rename(id, title);
        return () => hold.topic(id)?.textContent?.includes(title) ?? false;
      },
      fold() {
        hold.fold();
        return () => !deep();
      },
      unfold() {
        hold.unfold();
        return deep;
      },
    },
  };
}

export interface Nested {
  readonly row: DataRow;
  readonly children: readonly Nested[];
}

/** The rows as the tree they are. */
export function nested({ rows }: PlanData): readonly Nested[] {
  const made = new Map<string, { row: DataRow; children: Nested[] }>();
  const tops: Nested[] = [];
  for (const row of rows) {
    const node = { row, children: [] };
    made.set(row.id, node);
    const above = made.get(row.parent);
    if (above) above.children.push(node);
    else tops.push(node);
  }
  return tops;
}
