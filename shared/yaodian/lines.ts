// The types of lines on their way to a tree: what is known of one beforehand, what is seen in it, what it becomes. Nothing else.
import type { Mark } from './marks.ts';

/** What is known of a line of the tidy text beyond its words. */
export interface Hint {
  readonly kind?: 'title' | 'section' | 'item' | 'rest';
  /** Of a heading, from 1. */
  readonly level?: number;
  /** How many signs of an item's text, behind its mark, are its title. */
  readonly titled?: number;
  readonly deliverable?: string;
  /** A point of a list without numbers. */
  readonly listed?: boolean;
}

/** What a carrier knows of a line of the source. */
export interface LineHint {
  readonly level?: number;
  readonly title?: boolean;
  /** The line is a row of a table. */
  readonly row?: boolean;
  /** It is a point of a list without numbers. */
  readonly listed?: boolean;
}

export interface Line {
  readonly text: string;
  readonly mark: Mark | undefined;
  /** Somebody is named in it. */
  readonly led: boolean;
  /** It holds nothing else. */
  readonly roles: boolean;
}

/** What is known of every line, so that it is looked at once. */
export interface Lines {
  readonly all: readonly Line[];
  readonly hints: ReadonlyMap<number, Hint>;
}

/** A section's heading, or an item with all its body: lines `first` to `last`, indices from 0. */
export interface Block {
  readonly kind: 'section' | 'item';
  readonly first: number;
  /** Of a section, the last line of roles below its heading. */
  readonly last: number;
  readonly mark: Mark | undefined;
  /** How many sections it stands in. */
  readonly depth: number;
  /** Lines of an item's body that begin with a mark of their own or are points of a list. */
  readonly marked: readonly number[];
  readonly hint?: Hint;
}
