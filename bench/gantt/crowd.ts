// Colleagues for our own chart: each shows, twenty times a second, what it has selected and where it drags a bar. As the network would bring it.
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addDays } from '../../shared/model/day.ts';
import type { Edit } from '../data.ts';

export const CROWD = 25;
const EVERY_MS = 50;

/** Returns how to send them home. */
export function joinCrowd(mine: Awareness, edits: readonly Edit[]): () => void {
  const timers = Array.from({ length: CROWD }, (_, index) => {
    const theirs = new Awareness(new Y.Doc());
    let step = 0;
    return setInterval(
      () => {
        const { id, start, end } = edits[(index + Math.floor(step / 40)) % edits.length]!;
        const days = step++ % 40;
        theirs.setLocalState({
          user: { name: `同事${index + 1}`, office: '', role: 'editor', color: '#4477aa' },
          view: 'gantt',
          selected: [id],
          draft: { node: id, span: { start: addDays(start, days), end: addDays(end, days) } },
        });
        applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'network');
      },
      EVERY_MS + (index % 5),
    );
  });
  return () => timers.forEach(clearInterval);
}
