// Which characters of the source belong to which node: what is clicked on one side is shown on the other.
import { flatten } from '../../../shared/carriers/reading.ts';
import type { Reading } from '../../../shared/carriers/reading.ts';

/** A piece of one line; no key for what belongs to no node. */
export interface Piece {
  readonly text: string;
  readonly key?: string;
}

/** The lines of the source, each cut where another node begins. */
export function sourceLines({ source, nodes }: Reading): readonly (readonly Piece[])[] {
  const starts = flatten(nodes)
    .map(({ key, start, end }) => ({ key, start, end }))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let at = 0;
  let open: (typeof starts)[number] | undefined;
  // What a node that ended leaves to the node around it, such as a bracket for the whole item.
  const around: (typeof starts)[number][] = [];
  return source.split('\n').map((line) => {
    const end = at + line.length;
    const pieces: Piece[] = [];
    let from = at;
    const piece = (to: number): void => {
      if (to <= from) return;
      while (open && open.end <= from) open = around.pop();
      pieces.push({ text: source.slice(from, to), ...(open && { key: open.key }) });
      from = to;
    };
    while (next < starts.length && starts[next]!.start < end) {
      const node = starts[next++]!;
      if (open) piece(Math.max(from, Math.min(node.start, open.end)));
      piece(Math.max(from, node.start));
      if (open && open.end > node.start) around.push(open);
      open = node;
    }
    if (open && open.end > from && open.end < end) piece(open.end);
    piece(end);
    at = end + 1;
    return pieces;
  });
}
