// The door for every carrier but plain text (.docx, .xlsx, .csv, .md …): a document as paragraphs and tables → the same draft as its text gives.
// A carrier's reader only has to say what it knows for sure; what it leaves out is found in the words, as in a text.
import type { Draft } from './draft.ts';
import type { LineHint } from './lines.ts';
import { parse } from './parse.ts';

export type Carried = CarriedParagraph | CarriedTable;

export interface CarriedParagraph {
  readonly kind: 'paragraph';
  /** Without the automatic number; a line break inside is `\n`. */
  readonly text: string;
  /** The automatic number as the carrier shows it, with its punctuation: `一、`, `（一）`, `1.`. None when the number was typed into the text. */
  readonly mark?: string;
  /** How deep the carrier says this heading is, from 1 (heading 1, outline level 1). None for running text. */
  readonly level?: number;
  /** The paragraph bears the style of a document's title. */
  readonly title?: boolean;
  /** A point of a list without numbers; its sign is not in the text. */
  readonly listed?: boolean;
}

export interface CarriedTable {
  readonly kind: 'table';
  /** The text of a merged cell stands in every cell it covers. A line break inside a cell is `\n`. Rows may differ in length. */
  readonly rows: readonly (readonly string[])[];
}

/** Where a line of the draft's source came from: index into the blocks, and into the rows of a table. */
export interface CarriedPlace {
  readonly block: number;
  readonly row?: number;
}

export interface CarriedDraft extends Draft {
  /** By line of `source`, from line 1 at index 0. Each block is one line, each row of a table is one. */
  readonly places: readonly CarriedPlace[];
}

/** Never throws. `draft.source` is the document as text: one line per paragraph, one per row with tabs between the cells. */
export function parseCarried(blocks: readonly Carried[]): CarriedDraft {
  const lines: string[] = [];
  const places: CarriedPlace[] = [];
  const known = new Map<number, LineHint>();
  blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      const { level, title, listed } = block;
      if (level !== undefined || title || listed)
        known.set(lines.length, { ...(level && { level }), ...(title && { title }), ...(listed && { listed }) });
      lines.push(oneLine(withMark(block)));
      places.push({ block: index });
    } else {
      block.rows.forEach((row, at) => {
        known.set(lines.length, { row: true });
        lines.push(row.map((cell) => oneLine(cell).replaceAll('\t', ' ')).join('\t'));
        places.push({ block: index, row: at });
      });
    }
  });
  return { ...parse(lines.join('\n'), known), places };
}

function withMark({ mark = '', text }: CarriedParagraph): string {
  return /^\d+[.．]?$/.test(mark) ? `${mark} ${text}` : mark + text;
}

/** A line break inside a paragraph or a cell becomes a vertical tab, as word processors write it into plain text. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, '\v');
}
