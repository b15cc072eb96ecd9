// A rich-text note as the plain lines of a document: marks go, structure stays as 1. 2. and •. Nothing is ever shortened.
import type { NoteJson } from '../model/note.ts';

/** One line for each paragraph; none for a note that holds no text. */
export function noteLines(note: NoteJson): readonly string[] {
  const lines: string[] = [];
  visit(note, '', lines);
  return lines.filter((line) => line.trim() !== '');
}

/** Elements that hold lines of text; everything else holds elements. Unknown ones are passed through, so no word is lost. */
function visit(node: NoteJson, lead: string, lines: string[]): void {
  const children = node.content ?? [];
  if (children.some(isInline)) {
    lines.push(...`${lead}${inlineText(node)}`.split('\n'));
    return;
  }
  children.forEach((child, index) => {
    // The mark of a list item stands before its first line only.
    const first = index === 0 ? lead : ' '.repeat(lead.length);
    if (child.type !== 'listItem') return visit(child, first, lines);
    const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1;
    visit(child, `${lead}${node.type === 'orderedList' ? `${start + index}. ` : '• '}`, lines);
  });
}

function inlineText(node: NoteJson): string {
  return (node.content ?? [])
    .map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? inlineText(child))))
    .join('');
}

function isInline(node: NoteJson): boolean {
  return node.type === 'text' || node.type === 'hardBreak';
}
