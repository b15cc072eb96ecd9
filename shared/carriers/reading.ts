// What any carrier's reader makes of a file: the tree with what was stated of each node, where it stands in the source, and every doubt. Nothing is a plan yet.
import type {
  Form,
  Id,
  LinkType,
  Notice,
  People,
  Span,
  Status,
  Ticks,
  Baseline,
  Day,
  Due,
  Kind,
} from '../model/plan.ts';
import type { Contents } from '../export/json.ts';
import type { Grid, Mapping } from './table/grid.ts';

export type CarrierId = 'txt' | 'docx' | 'xlsx' | 'csv' | 'md' | 'opml' | 'mm' | 'xmind' | 'mspdi' | 'json';

export interface ReadNode {
  /** Stands for this node while the reading is mended; an id of the file's own where it has one. */
  readonly key: string;
  readonly kind: Kind;
  readonly title: string;
  /** From 1, in `source`. */
  readonly line: number;
  /** UTF-16 offsets into `source`, half open. */
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly marked: boolean;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly people?: People;
  readonly due?: Due;
  /** What the deadline's words come to, where they say days. */
  readonly stated?: { readonly start: Day | null; readonly end: Day | null };
  /** The words of a deadline, where no `due` keeps them: they were not understood, or are the days of the span. */
  readonly said?: string;
  readonly span?: Span;
  readonly progress?: number;
  readonly status?: Status;
  readonly deliverable?: string;
  readonly issue?: string;
  readonly ticks?: Ticks;
  readonly form?: Form;
  /** Plain text, one paragraph per line. */
  readonly note?: string;
  /** The node of the plan this was exported from. */
  readonly id?: Id;
  readonly children: readonly ReadNode[];
}

export interface ReadDoubt {
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** A dependency between two nodes, by key. */
export interface ReadLink {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly lag: number;
}

export interface ReadBaseline extends Omit<Baseline, 'spans'> {
  /** By key. */
  readonly spans: Readonly<Record<string, string>>;
}

export interface Reading {
  readonly carrier: CarrierId;
  readonly title: string;
  readonly year: number | undefined;
  readonly preamble: string;
  readonly form: Form | undefined;
  /** The document as text, one line for each paragraph, row or topic. */
  readonly source: string;
  readonly nodes: readonly ReadNode[];
  readonly doubts: readonly ReadDoubt[];
  /** Text that belongs to no node. */
  readonly rest: readonly { readonly line: number; readonly text: string }[];
  readonly links?: readonly ReadLink[];
  readonly notices?: readonly Notice[];
  readonly baselines?: readonly ReadBaseline[];
  /** Of a table: its cells and what each column was taken for, so that this can be changed. */
  readonly table?: { readonly grid: Grid; readonly mapping: Mapping };
  /** Texts the file was exported with, by node; the base of a three-way comparison. */
  readonly base?: string;
  /** Where in `source` the file itself says whose the text is. */
  readonly owned?: readonly Owned[];
  /** Who changed what of the source, where the file says so. */
  readonly hands?: readonly Hand[];
  /** What somebody wrote beside the text. */
  readonly remarks?: readonly Remark[];
  /** Our own plan file: whole, with ids, notes and records. */
  readonly contents?: Contents;
  /** Somebody has changed what was read. */
  readonly mended?: true;
}

/** Characters of the source that somebody put there, or the place where some were deleted. */
export interface Hand {
  readonly by: string;
  /** Its day; empty where it is not said. */
  readonly at: Day;
  readonly start: number;
  readonly end: number;
  readonly deleted?: string;
  /** The nodes that what was deleted belonged to, where the file says so. */
  readonly ids?: readonly Id[];
}

/** A comment, with the characters it is about. */
export interface Remark {
  readonly by: string;
  /** Empty where it is not said. */
  readonly at: Day;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of the source, half open, that were a node's when the file was exported. */
export interface Owned {
  readonly id: Id;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

export function flatten(nodes: readonly ReadNode[]): readonly ReadNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** The smallest node these characters lie in; between nodes, the one before, and before all, the first. */
export function nodeAround<T extends Pick<ReadNode, 'start' | 'end'>>(
  nodes: readonly T[],
  { start, end }: { readonly start: number; readonly end: number },
): T | undefined {
  const share = (node: T): number => Math.min(end, node.end) - Math.max(start, node.start);
  // Of nested ones the innermost: it is as much in sight and shorter.
  const closer = (a: T, b: T): boolean => (share(a) - share(b) || b.end - b.start - (a.end - a.start)) > 0;
  const best = nodes
    .filter((node) => (end > start ? share(node) > 0 : share(node) >= 0))
    .reduce<T | undefined>((held, node) => (held && !closer(node, held) ? held : node), undefined);
  return best ?? nodes.findLast((node) => node.start <= start) ?? nodes[0];
}
