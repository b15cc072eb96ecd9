// Whose hand wrote the value that a node has now: the client number of a visit, as presence has it too. Knows nothing of people.
import * as Y from 'yjs';
import { rootOf } from './schema.ts';

/** Undefined for a value that nobody wrote, or that is none. */
export function authorOf(doc: Y.Doc, node: string, key: string): number | undefined {
  const map = rootOf(doc, 'nodes').get(node);
  if (!(map instanceof Y.Map)) return undefined;
  const item = map._map.get(key);
  return item && !item.deleted ? item.id.client : undefined;
}
