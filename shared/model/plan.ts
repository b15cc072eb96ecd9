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

/** How a deadline was stated: by a day, over a range, without an end, again and again, or counted from something else. */
export type DueKind = 'by' | 'range' | 'ongoing' | 'recurring' | 'relative';

/** The deadline in the source's own words; what of it is days stands in the span. */
export interface Due {
  readonly kind: DueKind;
  readonly words: string;
}

/** Where a span comes from: 据原文 · 会上定 · 估. `words` and their place in the title, in UTF-16 units, for what the text said. */
export interface Basis {
  readonly how: 'text' | 'meeting' | 'guess';
  readonly words?: string;
  readonly from?: number;
  readonly to?: number;
}

/** 每年6次: how often in the plan's year, and the days on which it was done, in order. */
export interface Ticks {
  readonly times: number;
  readonly done: readonly Day[];
}

/** 分管领导 · 责任人 · 联系人, as written. */
export interface People {
  readonly chief?: string;
  readonly duty?: string;
  readonly contact?: string;
}

/** 完成 · 结转 · 常态化 · 收官: what becomes of it next year. */
export type Fate = 'done' | 'carry' | 'routine' | 'close';

/** The node of an earlier year's plan that this one continues. */
export interface Lineage {
  readonly plan: Id;
  readonly node: Id;
  readonly year: number;
  readonly fate: Fate;
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
  /** 问题: what stands in the way. */
  readonly issue?: string;
  readonly due?: Due;
  readonly basis?: Basis;
  readonly ticks?: Ticks;
  readonly people?: People;
  readonly fate?: Fate;
  readonly lineage?: Lineage;
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
  /** Merged into this one: no longer picked, its names live on there as aliases. */
  readonly into?: Id;
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

/** 原定: the dates of every dated node as they stood when it was named. */
export interface Baseline {
  readonly name: string;
  readonly at: Day;
  /** Who kept it, as presence names them; may be empty. */
  readonly by: string;
  /** Node → `start/end`, both days inclusive. */
  readonly spans: Readonly<Record<Id, string>>;
  /** What everything said then, in reading order; too long a plan, and older baselines, kept only dates. */
  readonly texts?: readonly KeptText[];
  /** What stood before the first section; baselines older than this did not keep it. */
  readonly preamble?: string;
}

/** A node's words and offices as they stood when a baseline was named. */
export interface KeptText {
  readonly node: Id;
  readonly kind: Kind;
  /** 一、 or 6.1: its number then. */
  readonly mark: string;
  readonly title: string;
  readonly lead: readonly Id[];
  readonly assist: readonly Id[];
}

/** A school term. */
export interface Term {
  /** 2019 means 2019学年, September 2019 to August 2020. */
  readonly schoolYear: number;
  readonly term: 1 | 2;
  readonly first?: Day;
  readonly last?: Day;
  readonly source: string;
}

/** One year's notice, with what it says about days of the neighbouring years too. */
export interface Notice {
  readonly year: number;
  /** The number of the notice, and of those that amended it. */
  readonly source: string;
  /** Days off: name, first day, last day, weekends inside included. */
  readonly off: readonly (readonly [name: string, first: Day, last: Day])[];
  /** 调休: days of a weekend that are worked, and for which holiday. */
  readonly work: readonly (readonly [name: string, day: Day])[];
}

/** A vertical line across the chart. */
export interface Marker {
  readonly day: Day;
  readonly name: string;
}

/** A look at a face that an office can come back to. `look` is the view's own JSON text; whoever reads it trusts nothing. */
export interface SavedView {
  readonly name: string;
  readonly face: string;
  /** Whose it is; empty: everybody's. */
  readonly office: Id;
  readonly look: string;
}

/** 关系线 of the mind map, between any two nodes; says nothing about dates. */
export interface Relation {
  readonly from: Id;
  readonly to: Id;
  readonly title: string;
}

/** 概括 of the mind map: a brace over neighbouring children of one node, `first` to `last`. */
export interface Brace {
  readonly parent: Id;
  readonly first: Id;
  readonly last: Id;
  readonly title: string;
}

/** A bureau's own words and measures for the lights. What is not said follows the usual. */
export interface LightRules {
  readonly names?: Readonly<Partial<Record<Light, string>>>;
  /** Degrees on the colour wheel, 0–359. */
  readonly hues?: Readonly<Partial<Record<Light, number>>>;
  /** Behind 序时进度 by more than this many points is 滞后. */
  readonly latePoints?: number;
  /** Unfinished more than this many days after the end is 滞后, however little is left. */
  readonly graceDays?: number;
  /** So many days before the end, unfinished work is marked 临期; 0 never. */
  readonly soonDays?: number;
}

export type SuggestionState = 'open' | 'taken' | 'left';

/** A change someone proposes, with what it was proposed against: nothing happens before somebody takes it. */
export interface Suggestion {
  readonly node: Id;
  /** What would change: title, lead, assist, span, place, bin, add … */
  readonly field: string;
  /** The value it was made against, and the value proposed, as text of that field. */
  readonly was: string;
  readonly now: string;
  readonly by: string;
  readonly at: Day;
  /** Where it comes from: a file's name, 据原文, a moved predecessor … */
  readonly source: string;
  readonly state: SuggestionState;
  /** Why it was left. */
  readonly reason: string;
}

/** 采纳 · 部分采纳 · 未采纳; open while nobody has answered. */
export type Answer = 'open' | 'taken' | 'part' | 'left';

/** 征求意见: what an office said of a node, what became of it and why. */
export interface Opinion {
  readonly node: Id;
  /** Whose opinion it is; empty for one from outside the register. */
  readonly office: Id;
  readonly by: string;
  readonly at: Day;
  readonly words: string;
  readonly answer: Answer;
  readonly reason: string;
}

/** 进展: what was reported of a node on a day. The last percent is the node's own progress. */
export interface Report {
  readonly node: Id;
  readonly at: Day;
  readonly by: string;
  readonly progress?: number;
  readonly words: string;
}

/** A finding that somebody answers for: exports name who and why. */
export interface Waiver {
  readonly by: string;
  readonly at: Day;
  readonly reason: string;
}

/** Sort → what is kept under it. Keys in the document are `<sort>/<id>`. */
export interface RecordTypes {
  readonly baseline: Baseline;
  readonly marker: Marker;
  readonly term: Term;
  /** A year's public holidays, pasted by the chair; the id is the year. */
  readonly notice: Notice;
  readonly view: SavedView;
  readonly relation: Relation;
  readonly brace: Brace;
  /** One entry, `rules`. */
  readonly lights: LightRules;
  readonly suggestion: Suggestion;
  readonly waiver: Waiver;
  readonly opinion: Opinion;
  readonly report: Report;
}

export type Sort = keyof RecordTypes;

/** Every sort has its map, sorted by id. */
export type Records = { readonly [S in Sort]: ReadonlyMap<string, RecordTypes[S]> };

export interface Plan {
  readonly meta: Meta;
  readonly nodes: ReadonlyMap<Id, Node>;
  readonly offices: ReadonlyMap<Id, Office>;
  /** Keyed `from>to`. */
  readonly links: ReadonlyMap<string, Link>;
  readonly records: Records;
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
  readonly issue?: string;
  readonly due?: Due;
  readonly basis?: Basis;
  readonly ticks?: Ticks;
  readonly people?: People;
  readonly lineage?: Lineage;
  readonly form?: Form;
  /** Plain text of the note, one paragraph per line. */
  readonly note?: string;
  readonly children?: readonly Outline[];
}

/** Random numbers in [0, 1): passed in, so that the same dice give the same plan. */
export type Dice = () => number;
