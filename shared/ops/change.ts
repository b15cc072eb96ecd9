// The primitive writes an op may ask for, and what they do to a Plan value. Knows nothing of how a plan is stored.
import { patched } from '../model/patched.ts';
import { quoteAfter, spliceBetween } from '../model/text.ts';
import { settle } from '../model/tree.ts';
import type {
  Basis,
  Due,
  Fate,
  Form,
  Id,
  Kind,
  Lineage,
  Link,
  LinkType,
  Node,
  Office,
  People,
  Place,
  Plan,
  RecordTypes,
  Records,
  Sort,
  Span,
  Status,
  Ticks,
} from '../model/plan.ts';

/** The fields of a node that are plain values, replaced whole; `undefined` unsets. */
export interface Fields {
  readonly kind: Kind;
  readonly place: Place;
  readonly span?: Span | undefined;
  readonly progress?: number | undefined;
  readonly status?: Status | undefined;
  readonly deliverable?: string | undefined;
  readonly issue?: string | undefined;
  readonly due?: Due | undefined;
  readonly basis?: Basis | undefined;
  readonly ticks?: Ticks | undefined;
  readonly people?: People | undefined;
  readonly fate?: Fate | undefined;
  readonly lineage?: Lineage | undefined;
  readonly form?: Form | undefined;
}

export type Role = 'lead' | 'assist';

export type Change =
  /** A new node with its title, marks and (empty or seeded) note. */
  | {
      readonly do: 'create';
      readonly id: Id;
      readonly fields: Fields;
      readonly title: string;
      readonly lead?: ReadonlyMap<Id, string>;
      readonly assist?: ReadonlyMap<Id, string>;
      readonly note?: string;
    }
  | {
      [K in keyof Fields]-?: { readonly do: 'put'; readonly id: Id; readonly key: K; readonly value: Fields[K] };
    }[keyof Fields]
  /** The full new title; the store computes the smallest splice. */
  | { readonly do: 'retitle'; readonly id: Id; readonly title: string }
  | { readonly do: 'mark'; readonly id: Id; readonly role: Role; readonly office: Id; readonly order: string }
  | { readonly do: 'unmark'; readonly id: Id; readonly role: Role; readonly office: Id }
  | { readonly do: 'link'; readonly from: Id; readonly to: Id; readonly type: LinkType; readonly lag: number }
  | { readonly do: 'unlink'; readonly from: Id; readonly to: Id }
  /** Creates the office if it is new, else replaces the given fields. */
  | { readonly do: 'office'; readonly id: Id; readonly put: Partial<Omit<Office, 'id'>> }
  /** Keeps a record under its sort and id, or takes it away. */
  | {
      [S in Sort]: {
        readonly do: 'record';
        readonly sort: S;
        readonly id: string;
        readonly value: RecordTypes[S] | undefined;
      };
    }[Sort]
  | { readonly do: 'entitle'; readonly title: string }
  | { readonly do: 'preamble'; readonly text: string };

/** "No, because …" as a value. `code` names the sentence `refuse.<code>` in client/i18n. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** What fills the sentence's places: titles, days, names. */
  readonly with?: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | 'no-such-node'
  | 'no-such-office'
  | 'into-itself'
  | 'wrong-level'
  | 'section-is-led'
  | 'beside-sections'
  | 'nothing-to-do'
  | 'nothing-waits'
  | 'no-span'
  | 'no-holidays'
  | 'bad-day'
  | 'unread-day'
  | 'unread-light'
  | 'unread-quarter'
  | 'computed'
  | 'no-column'
  | 'ends-before-start'
  | 'link-cycle'
  | 'link-to-itself'
  | 'link-to-kin'
  | 'no-link'
  | 'no-terms'
  | 'no-moves'
  | 'empty-title'
  | 'too-long'
  | 'has-children'
  | 'read-only'
  | 'parent-in-bin'
  | 'summary-follows'
  | 'office-taken'
  | 'baseline-taken'
  | 'no-words'
  | 'no-reason'
  | 'no-dates'
  | 'bad-number'
  | 'bad-times'
  | 'bad-record'
  | 'not-answered'
  | 'bad-days'
  | 'same-light-name'
  | 'chair-only'
  | 'pick-two'
  | 'related'
  | 'not-siblings'
  | 'nothing-found'
  | 'nothing-to-undo'
  | 'nothing-to-redo';

export type Outcome = readonly Change[] | Refusal;

export function refuse(code: RefusalCode, fill?: Readonly<Record<string, string | number>>): Refusal {
  return fill ? { refused: code, with: fill } : { refused: code };
}

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'refused' in outcome;
}

export const linkKey = (from: Id, to: Id): string => `${from}>${to}`;

/** The plan after the changes. Pure; a change that names what does not exist does nothing, as in the store. */
export function applyChanges(plan: Plan, changes: readonly Change[]): Plan {
  // A drag asks for this with every move of the hand: what no change names is not copied.
  const touched = new Map<Id, Node>();
  const nodeAt = (id: Id): Node | undefined => touched.get(id) ?? plan.nodes.get(id);
  let offices: Map<Id, Office> | undefined;
  let links: Map<string, Link> | undefined;
  let records = plan.records;
  let meta = plan.meta;
  let moved = false;
  for (const change of changes) {
    switch (change.do) {
      case 'create':
        if (nodeAt(change.id)) break;
        touched.set(change.id, born(change));
        moved = true;
        break;
      case 'link':
        links ??= new Map(plan.links);
        links.set(linkKey(change.from, change.to), toLink(change));
        break;
      case 'unlink':
        links ??= new Map(plan.links);
        links.delete(linkKey(change.from, change.to));
        break;
      case 'office': {
        offices ??= new Map(plan.offices);
        const old = offices.get(change.id) ?? { id: change.id, ...BLANK_OFFICE };
        offices.set(change.id, { ...old, ...change.put });
        break;
      }
      case 'record':
        records = recorded(records, change);
        break;
      case 'entitle':
        meta = { ...meta, title: change.title };
        break;
      case 'preamble':
        meta = { ...meta, preamble: change.text };
        break;
      default: {
        const node = nodeAt(change.id);
        if (!node) break;
        touched.set(change.id, changed(node, change));
        moved ||= change.do === 'put' && change.key === 'place';
      }
    }
  }
  const nodes = patched(plan.nodes, touched);
  const tree = moved ? settle(nodes) : plan.tree;
  return { meta, nodes, offices: offices ?? plan.offices, links: links ?? plan.links, records, tree };
}

export const BLANK_OFFICE: Omit<Office, 'id'> = { name: '', aliases: [], hue: 0, order: 'a0', collective: false };

function recorded(records: Records, { sort, id, value }: Extract<Change, { do: 'record' }>): Records {
  const kept = new Map<string, unknown>(records[sort]);
  kept.delete(id);
  if (value !== undefined) kept.set(id, value);
  return { ...records, [sort]: new Map([...kept].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function toLink({ from, to, type, lag }: Extract<Change, { do: 'link' }>): Link {
  return { from, to, type, lag };
}

function born(change: Extract<Change, { do: 'create' }>): Node {
  const { id, title, fields, note } = change;
  return {
    ...defined(fields),
    id,
    title,
    lead: sortMarks(change.lead ?? NO_MARKS),
    assist: sortMarks(change.assist ?? NO_MARKS),
    noted: !!note?.trim(),
  } as Node;
}

type NodeChange = Extract<Change, { do: 'put' | 'retitle' | 'mark' | 'unmark' }>;

function changed(node: Node, change: NodeChange): Node {
  switch (change.do) {
    case 'put': {
      const { [change.key]: _, ...rest } = node;
      return (change.value === undefined ? rest : { ...rest, [change.key]: change.value }) as Node;
    }
    case 'retitle':
      return { ...node, ...basisAfter(node, change.title), title: change.title };
    case 'mark': {
      const marks = new Map(node[change.role]).set(change.office, change.order);
      return { ...node, [change.role]: sortMarks(marks) };
    }
    case 'unmark': {
      const marks = new Map(node[change.role]);
      marks.delete(change.office);
      return { ...node, [change.role]: marks };
    }
  }
}

/** What the basis quotes stays on its characters while the text around them changes. */
function basisAfter({ basis, title }: Node, now: string): { readonly basis?: Basis } {
  if (basis?.from === undefined || basis.to === undefined) return {};
  const { from, to, ...words } = basis;
  return { basis: { ...words, ...quoteAfter({ from, to }, spliceBetween(title, now)) } };
}

/** Most nodes have no 配合部门: one empty map for all of them. */
export const NO_MARKS: ReadonlyMap<Id, string> = new Map();

/** Offices in the order of their keys, ties by id. */
export function sortMarks(marks: ReadonlyMap<Id, string>): ReadonlyMap<Id, string> {
  if (marks.size === 0) return NO_MARKS;
  if (marks.size === 1) return marks;
  return new Map([...marks].sort(([a, x], [b, y]) => (x < y ? -1 : x > y ? 1 : a < b ? -1 : 1)));
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>;
}
