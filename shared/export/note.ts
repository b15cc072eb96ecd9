// A rich-text note as the plain lines of a document: looks go, structure stays as 1. 2. and •, and so does what a look means: that words no longer count, where a link leads. Nothing is ever shortened.
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

interface Meaning {
  /** The same for neighbours that are one stretch; undefined where it does not stand. */
  readonly of: (node: NoteJson) => string | undefined;
  readonly say: (words: string, of: string) => string;
}

const MEANINGS: readonly Meaning[] = [
  {
    of: (node) => {
      const href = markOf(node, 'link')?.attrs?.['href'];
      return typeof href === 'string' ? href : undefined;
    },
    say: (words, href) => (words.includes(href.replace(/^mailto:|\/$/g, '')) ? words : `${words}（${href}）`),
  },
  // As the bureau's reports write it where nothing can be struck through.
  { of: (node) => markOf(node, 'strike') && 'strike', say: (words) => `〔删：${words}〕` },
];

function markOf(node: NoteJson, type: string) {
  return (node.marks ?? []).find((mark) => mark.type === type);
}

function inlineText({ content = [] }: NoteJson): string {
  return said(content, MEANINGS);
}

function said(nodes: readonly NoteJson[], [meaning, ...inner]: readonly Meaning[]): string {
  if (!meaning)
    return nodes.map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? inlineText(child)))).join('');
  const stretches: { of: string | undefined; nodes: NoteJson[] }[] = [];
  for (const node of nodes) {
    const of = meaning.of(node);
    const last = stretches.at(-1);
    if (last && last.of === of) last.nodes.push(node);
    else stretches.push({ of, nodes: [node] });
  }
  return stretches
    .map(({ of, nodes: some }) => {
      const words = said(some, inner);
      return of === undefined || !words.trim() ? words : meaning.say(words, of);
    })
    .join('');
}

function isInline(node: NoteJson): boolean {
  return node.type === 'text' || node.type === 'hardBreak';
}
