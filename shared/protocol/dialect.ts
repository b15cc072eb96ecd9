// What both ends of a socket must have in common before a word is exchanged: sent as `?v=` when it opens.
import { PROTOCOL } from './messages.ts';

/**
 * Not the protocol's number alone: an editor that does not know an element of a note deletes it for everybody by merely
 * opening the note, and a page that does not know the schema writes what others cannot read.
 */
export function dialect(schema: number, noteSchema: number): string {
  return [PROTOCOL, schema, noteSchema].join('.');
}
