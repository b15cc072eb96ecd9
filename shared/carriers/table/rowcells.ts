// What the cells of one row say by themselves: a group's name, a number, several measures in one cell; and a row as a line of text. Knows no tree.
import { readMark, readNumeral } from '../../yaodian/marks.ts';
import type { Building, Row } from './fill.ts';
import type { Field, Mapping } from './grid.ts';

/** Several measures in one cell, each on a line of its own and counted from one. */
export function counted(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marks = lines.map((line) => readMark(line.trim()));
  return lines.length > 1 && marks.every((mark, i) => mark?.number === i + 1 && mark.style === marks[0]!.style)
    ? lines.map((line) => line.trim())
    : undefined;
}

/** What the row says of who and when goes for every measure in it; notes, results and progress are said once. */
export function fillAlike(made: Building, { lead, assist, people, due, stated, span, said }: Building): void {
  Object.assign(made, {
    lead,
    assist,
    ...(people && { people }),
    ...(due && { due }),
    ...(stated && { stated }),
    ...(span && { span }),
    ...(said && { said }),
  });
}

/** One text over the whole width: merged, or alone in its row before the columns of the work. */
export function isGroup(row: Row, { fields }: Mapping): boolean {
  const filled = row.filter(({ text }, at) => text !== '' && fields[at] !== 'id' && fields[at] !== 'none');
  const first = filled[0];
  if (!first) return false;
  if (filled.length > 1) return filled.every((cell) => cell === first) && filled.length * 2 > fields.length;
  const at = row.indexOf(first);
  const field = fields[at];
  if (/^\d+$/.test(first.text)) return false;
  return (
    (field === 'number' || at === 0) &&
    (field !== 'item' || readMark(first.text)?.style === 'chinese') &&
    field !== 'task'
  );
}

export function isLone(row: Row): boolean {
  return new Set(row.filter(({ text }) => text !== '')).size === 1;
}

export function numberOf(words: string): number | undefined {
  const [digits] = /^[0-9０-９]{1,3}(?=[.．、\s]*$)/.exec(words.trim()) ?? [];
  return digits === undefined ? undefined : readNumeral(digits) || undefined;
}

/** Of a field with several columns, what stands in each of them. */
export function textOf(row: Row, { fields }: Mapping, field: Field): string {
  const cells = new Set(row.filter(({ text }, column) => fields[column] === field && text !== ''));
  const texts = [...cells].map(({ text }) => text);
  return texts.length < 2
    ? (texts[0] ?? '')
    : texts.map((text) => text.replace(/[。；;、]+$/, '')).join(field === 'task' ? '。' : '、');
}

export function bare(text: string): string {
  return flat(text.slice(readMark(text)?.raw.length ?? 0));
}

export function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

export function sourceOf(rows: readonly Row[]): { readonly source: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const lines = rows.map(lineOf);
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return { source: lines.join('\n'), starts };
}

export function lineOf(row: Row): string {
  return row
    .map(({ text }, at) => (at > 0 && row[at - 1] === row[at] ? '' : text.replace(/\s+/g, ' ')))
    .join('\t')
    .trimEnd();
}
