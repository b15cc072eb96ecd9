// Who may write what: one answer for the server, which refuses, and the page, which greys out.
// Knows a write only as what it touches; how it was found out, and how a plan is stored, is not its concern.

export interface Person {
  readonly role: 'viewer' | 'editor' | 'chair';
  /** The office's name as the invitation has it; empty for the chair. Rules by office will look here. */
  readonly office: string;
}

export interface Touched {
  readonly root: 'meta' | 'nodes' | 'links' | 'offices' | 'records';
  /** The entry: a node, an office, a link's key, the name of a field of meta, or a record's `sort/id`. */
  readonly id: string;
  /** The field of a node or office; none when the entry itself is meant. */
  readonly field?: string;
  /**
   * `create` an entry that was not there; `set` or `unset` a plain value; `write` inside a title, note or preamble;
   * `replace` or `remove` something that is born once and stays: an entry, a title, a note.
   */
  readonly kind: 'create' | 'set' | 'unset' | 'write' | 'replace' | 'remove';
}

export type Forbidden = 'read-only' | 'replaced' | 'removed' | 'server-only' | 'chair-only';

/** Fields of meta that only the server writes. */
const SERVER_ONLY: ReadonlySet<string> = new Set(['schema', 'sample']);

/** Records that hold for the whole bureau: its calendar and 标线, its rules, its 原定, and who answers for a finding. */
const CHAIR_ONLY: ReadonlySet<string> = new Set(['notice', 'term', 'marker', 'lights', 'baseline', 'waiver']);

export const chairOnly = (sort: string): boolean => CHAIR_ONLY.has(sort);

/** Why this person may not write this, or null. A write is permitted as a whole or not at all. */
export function decide(person: Person, touched: readonly Touched[]): Forbidden | null {
  if (touched.length > 0 && person.role === 'viewer') return 'read-only';
  for (const touch of touched) {
    const forbidden = never(touch) ?? notTheirs(person, touch);
    if (forbidden) return forbidden;
  }
  return null;
}

/** What nobody may do, whoever it is: nodes go to the bin, and offices and titles stay. */
function never({ root, id, kind }: Touched): Forbidden | null {
  if (kind === 'replace') return 'replaced';
  if (kind === 'remove') return 'removed';
  if (root === 'meta' && SERVER_ONLY.has(id)) return 'server-only';
  return null;
}

function notTheirs({ role }: Person, { root, id }: Touched): Forbidden | null {
  return root === 'records' && role !== 'chair' && chairOnly(id.slice(0, id.indexOf('/'))) ? 'chair-only' : null;
}
