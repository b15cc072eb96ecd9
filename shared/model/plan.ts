// The types of a plan, and nothing else. A Plan is a plain frozen value: it knows nothing of Yjs, screens or files.

/** 12 random base-62 characters; means nothing and is never shown. */
export type Id = string;
/** A civil day, `YYYY-MM-DD`: no time, no zone. */
export type Day = string;

/** The parent of top-level nodes. */
export const ROOT = 'root';
/** The parent of binned nodes: deleting is moving here. */
export const BIN = 'bin';

export type Kind = 'section' | 'item' | 'clause' | 'task' | 'milestone';

/** Where a node hangs, written whole. `turn` is 1 + the greatest turn seen when it was moved; `was` is the parent before that move. */
export interface Place {
  readonly parent: Id;
  readonly order: string;
  readonly turn: number;
  readonly was: Id;
}

export type Grain = 'day' | 'month' | 'quarter' | 'half' | 'year';

/** Civil days, both inclusive, written whole; a milestone has `start = end`. `grain` says how exactly the day was stated ("年底前" is a day with grain year). */
export interface Span {
  readonly start: Day;
  readonly end: Day;
  readonly grain?: Grain;
}

/** 未启动 · 推进中 · 已完成 · 滞后 · 暂缓 */
export type Light = 'todo' | 'doing' | 'done' | 'late' | 'hold';

/** A light set by hand, with the reason; without one the light is computed from span and progress. */
export interface Status {
  readonly light: Light;
  readonly reason: string;
}

/** How the source wrote a node where it differs from the usual form (keys: yaodian/grammar.ts). */
export type Form = Readonly<Record<string, string>>;

export interface Node {
  readonly id: Id;
  readonly kind: Kind;
  /** As written; where the node really hangs after healing is `plan.tree`. */
  readonly place: Place;
  /** What it is called; of a clause, its whole official text without role bracket and closing 。 */
  readonly title: string;
  readonly span?: Span;
  /** Whole percent, 0–100. */
  readonly progress?: number;
  readonly status?: Status;
  /** 目标/成果 */
  readonly deliverable?: string;
  /** Office → order key, iterated in order: the first is the 牵头部门, the others co-lead. */
  readonly lead: ReadonlyMap<Id, string>;
  /** 配合部门, the same way. */
  readonly assist: ReadonlyMap<Id, string>;
  readonly form?: Form;
  /** The note holds text. */
  readonly noted: boolean;
}

/** A department in the plan's register. */
export interface Office {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Degrees on the colour wheel, 0–359. */
  readonly hue: number;
  readonly order: string;
  /** Stands for several offices, such as 局各职能科室. */
  readonly collective: boolean;
}

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** A dependency; `lag` in days. */
export interface Link {
  readonly from: Id;
  readonly to: Id;
  readonly type: LinkType;
  readonly lag: number;
}

/** The tree that `settle` makes of all places. Every node is in it exactly once, below ROOT or below BIN. */
export interface Tree {
  readonly parent: ReadonlyMap<Id, Id>;
  /** Children in order; has an entry for ROOT and BIN, and for every node that has children. */
  readonly children: ReadonlyMap<Id, readonly Id[]>;
  /** Nodes whose written parent was not followed, because it is missing or closes a cycle. */
  readonly overridden: ReadonlySet<Id>;
}

export interface Meta {
  readonly title: string;
  readonly year?: number;
  /** The horizon offered for bars; without it, the year. */
  readonly horizon?: Span;
  /** A demonstration plan: marked 示例 on screen and in every export. */
  readonly sample: boolean;
  /** The day a demonstration pretends it is; a real plan has none and follows the clock. */
  readonly asOf?: Day;
  /** The running text between the title and the first section. */
  readonly preamble: string;
  readonly form?: Form;
}

export interface Plan {
  readonly meta: Meta;
  readonly nodes: ReadonlyMap<Id, Node>;
  readonly offices: ReadonlyMap<Id, Office>;
  /** Keyed `from>to`. */
  readonly links: ReadonlyMap<string, Link>;
  readonly tree: Tree;
}

/** A tree without ids: what a parser makes and `graft` plants. Offices are names. */
export interface Outline {
  readonly kind: Kind;
  readonly title: string;
  readonly lead?: readonly string[];
  readonly assist?: readonly string[];
  readonly span?: Span;
  readonly progress?: number;
  readonly status?: Status;
  readonly deliverable?: string;
  readonly form?: Form;
  /** Plain text of the note, one paragraph per line. */
  readonly note?: string;
  readonly children?: readonly Outline[];
}

/** Random numbers in [0, 1): passed in, so that the same dice give the same plan. */
export type Dice = () => number;
