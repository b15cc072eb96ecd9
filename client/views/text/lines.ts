// The arrow keys at the first and last line of a field: they go on into the field above or below, at the same height of the line.
import type { KeyboardEvent } from 'react';

type Go = (field: string | undefined, caret: number | 'start' | 'end') => boolean;

/** True when the caret left the field; false leaves the key to the browser. */
export function crossLine(event: KeyboardEvent, fields: readonly string[], field: string, go: Go): boolean {
  const el = event.currentTarget;
  const down = event.key === 'ArrowDown';
  const lines = [...el.getClientRects()];
  const edge = down ? lines.at(-1) : lines[0];
  const caret = caretRect() ?? edge;
  if (!caret || !edge) return false;
  const y = middle(caret);
  if (Math.abs(y - middle(edge)) > edge.height / 2) return false;
  const step = (down ? 1 : -1) * edge.height;
  // Between paragraphs and headings there may be more than one line of nothing.
  for (const n of [1, 1.8, 2.6]) {
    const hit = fieldAt(caret.left, y + n * step);
    if (hit && hit.field !== field) return go(hit.field, hit.offset);
  }
  const index = fields.indexOf(field);
  return go(fields[index + (down ? 1 : -1)], down ? 'start' : 'end');
}

function middle({ top, height }: DOMRect): number {
  return top + height / 2;
}

function caretRect(): DOMRect | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = document.createRange();
  const { focusNode, focusOffset } = selection;
  if (!(focusNode instanceof Text)) return undefined;
  range.setStart(focusNode, focusOffset);
  const rect = range.getClientRects()[0];
  return rect && rect.height > 0 ? rect : undefined;
}

interface OldDocument {
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

function fieldAt(x: number, y: number): { field: string; offset: number } | undefined {
  const point =
    'caretPositionFromPoint' in document
      ? document.caretPositionFromPoint(x, y)
      : rangePoint((document as OldDocument).caretRangeFromPoint?.(x, y));
  const node = point?.offsetNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const field = element?.closest<HTMLElement>('[data-words]')?.dataset['words'];
  return field === undefined || !point ? undefined : { field, offset: point.offset };
}

function rangePoint(range: Range | null | undefined): { offsetNode: globalThis.Node; offset: number } | undefined {
  return range ? { offsetNode: range.startContainer, offset: range.startOffset } : undefined;
}
