// Whose hand a Word file shows: insertions, deletions and moves under track changes, and comments. Knows where in a paragraph; of no plan.
import { isDay } from '../../model/day.ts';
import { child, elements, textIn } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

export interface Signed {
  readonly by: string;
  /** Empty where the file does not say. */
  readonly at: string;
}

/** What somebody changed of a paragraph: the characters that are new, or a place where some went. */
export interface Revised extends Signed {
  readonly from: number;
  readonly to: number;
  readonly deleted?: string;
  /** Content controls around what was deleted. */
  readonly tags?: readonly string[];
}

/** Where a comment hangs; the words are in another part of the file. */
export interface Anchor {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Comment extends Signed {
  readonly words: string;
}

/** Word writes the local time and calls it Greenwich's; the day is the author's own. */
export function signedBy({ attrs }: XmlElement): Signed {
  const day = (attrs['w:date'] ?? '').slice(0, 10);
  return { by: (attrs['w:author'] ?? '').trim().slice(0, 120), at: isDay(day) ? day : '' };
}

export function isDeletion({ name }: XmlElement): boolean {
  return name === 'w:del' || name === 'w:moveFrom';
}

/** The words of a stretch that was deleted. */
export function deletedText(element: XmlElement): string {
  return elements(element)
    .map((each) => (/^w:(t|delText)$/.test(each.name) ? textIn(each) : deletedText(each)))
    .join('');
}

/** By id; replies stand beside what they answer. */
export function readComments(part: XmlElement | undefined): ReadonlyMap<string, Comment> {
  const found = new Map<string, Comment>();
  for (const comment of elements(part, 'w:comment')) {
    const words = elements(comment, 'w:p')
      .map((each) => textIn(paragraphOf(each)).trim())
      .filter(Boolean)
      .join('\n');
    if (words) found.set(comment.attrs['w:id'] ?? '', { ...signedBy(comment), words: words.slice(0, 5_000) });
  }
  return found;
}

/** Without what was itself deleted under track changes. */
function paragraphOf(element: XmlElement): XmlElement {
  const kept = element.children.flatMap((each): (XmlElement | string)[] =>
    typeof each === 'string' ? [each] : isDeletion(each) || each.name === 'w:pPr' ? [] : [paragraphOf(each)],
  );
  return { ...element, children: kept };
}

/** Of the mark at a paragraph's end: deleted or moved away, the paragraph runs on into the next. */
export function endsInto(properties: XmlElement | undefined): boolean {
  const run = child(properties, 'w:rPr');
  return child(run, 'w:del') !== undefined || child(run, 'w:moveFrom') !== undefined;
}
