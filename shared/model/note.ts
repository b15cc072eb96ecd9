// A rich-text note as a plain value: the JSON an editor and a file know. Knows nothing of how a note is stored or shown.

export interface NoteMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A ProseMirror node; the outermost has the type `doc`. */
export interface NoteJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NoteJson[];
  readonly text?: string;
  readonly marks?: readonly NoteMark[];
}
