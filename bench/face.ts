// What a benchmark of one face is: who is measured, on which data, by which acts, towards which goals. Knows no browser and no package.

import type { PlanData } from './data.ts';

/** `also` is shown for comparison and takes no part in ratios. */
export type Part = 'ours' | 'peer' | 'floor' | 'also';

export interface Contestant {
  readonly name: string;
  readonly part: Part;
  /** The package in bench/package.json whose version the table names. */
  readonly package?: string;
  /** Runs in the page. */
  readonly load: () => Promise<Player>;
}

/** One contestant in the page. Everything here is called from outside, like a person's hands and the network would. */
export interface Player {
  /** Turns the common data into what this one takes; not timed. */
  prepare(data: PlanData): void | Promise<void>;
  /** Draws into the empty host. Timed from here to the last change that was painted. */
  mount(host: HTMLElement): void;
  /** What must be on screen before stillness counts as done. */
  ready(): boolean;
  /** One step of a motion in each frame, by the key of a `frames` measure. */
  readonly frames?: Readonly<Record<string, (frame: number) => void>>;
  /** What a press of the mouse takes hold of, by the key of a `hand` measure. */
  readonly hands?: Readonly<Record<string, () => Promise<Grip>>>;
  /** Something that happens at once, by the key of a `call` measure; the answer tells when it can be seen. */
  readonly calls?: Readonly<Record<string, (time: number) => () => boolean>>;
  /** What has to be there before a measure begins and is no part of it, by the key of that measure. */
  readonly before?: Readonly<Record<string, () => void>>;
  /** Keeps the collaborative document in the page by itself, and need not be given one to compare heaps. */
  readonly holdsDocument?: true;
  /** Work without a picture, by the key of a `timed` measure; answers with its ms. */
  readonly timed?: Readonly<Record<string, (time: number) => number>>;
}

export interface Grip {
  readonly x: number;
  readonly y: number;
  /** Asked after letting go: whether it came along. */
  readonly moved: () => boolean;
}

export type Unit = 'ms' | 'MB' | 'KB' | '';

export type Measure = { readonly key: string; readonly title: string } &
  /** `fed` is the heap with the collaborative document held in the page, whoever draws it. */
  (
    | { readonly kind: 'paint' | 'heap' | 'fed' | 'given' | 'nodes' | 'bytes' }
    /** What the main thread worked during an earlier measure, each time; unlike clocks it does not see what else the machine did. */
    | { readonly kind: 'work'; readonly during: string }
    /** The 95th percentile of the time between frames while a motion runs. */
    | { readonly kind: 'frames'; readonly count: number }
    /** The same while a real mouse drags. */
    | { readonly kind: 'hand'; readonly count: number }
    /** Work that says itself how long it took: the 95th percentile of `count` times. */
    | { readonly kind: 'timed'; readonly count: number }
    /** From the call to the frame that shows it: the median of `count` calls. */
    | { readonly kind: 'call'; readonly count: number }
  );

/** The median of one contestant at one size, or of the best peer. */
export interface Medians {
  of(measure: string, who: 'ours' | 'best' | 'floor', size: number): number | undefined;
}

export interface Goal {
  readonly says: string;
  /** Sizes it is asked at; a goal is not judged at a size that was not run. */
  readonly sizes: readonly number[];
  /** What was reached and what is allowed, both in words of the measure; undefined when something was not measured. */
  judge(medians: Medians, size: number): { readonly is: number; readonly most: number } | undefined;
}

export interface Face {
  readonly name: string;
  /** What a size counts: rows, nodes. */
  readonly of: string;
  readonly sizes: readonly number[];
  readonly contestants: readonly Contestant[];
  readonly measures: readonly Measure[];
  readonly goals: readonly Goal[];
}
