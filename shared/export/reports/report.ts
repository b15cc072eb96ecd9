// What the bureau's reports are before they are a file: a table of words, or paragraphs of words, each row and paragraph with the node it speaks of.
import type { Id } from '../../model/plan.ts';
import type { Notice } from '../notices.ts';
import type { Piece } from './diff.ts';

export interface ReportColumn {
  readonly title: string;
  /** Millimetres across the turned sheet; 0 takes the rest. */
  readonly width: number;
  readonly centred?: boolean;
}

export interface ReportRow {
  /** Whom it leads back to. */
  readonly node: Id | undefined;
  readonly cells: readonly (string | readonly Piece[])[];
}

export interface Heading {
  readonly heading: string;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly title: string;
  /** Below the title, above the table. */
  readonly lines: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (ReportRow | Heading)[];
  readonly notices: readonly Notice[];
}

export interface ReportParagraph {
  readonly node: Id | undefined;
  readonly level: 'first' | 'second' | 'body';
  readonly pieces: readonly Piece[];
}

export interface ReportText {
  readonly kind: 'text';
  readonly title: string;
  readonly paragraphs: readonly ReportParagraph[];
  readonly notices: readonly Notice[];
}

export type Report = ReportTable | ReportText;

export function wordsOf(cell: string | readonly Piece[]): string {
  if (typeof cell === 'string') return cell;
  return cell
    .map(({ text, mark }) => (mark === 'out' ? `〔删：${text}〕` : mark === 'in' ? `〔增：${text}〕` : text))
    .join('');
}
