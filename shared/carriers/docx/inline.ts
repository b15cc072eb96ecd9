// The text of one paragraph: runs with their tabs and breaks, insertions kept, deletions left out and counted, ids of content controls by where they stand.
import { deletedText, isDeletion, signedBy } from './hands.ts';
import type { Anchor, Revised } from './hands.ts';
import { child, elements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

/** A content control of ours around these characters of a paragraph. */
export interface Tagged {
  readonly tag: string;
  readonly from: number;
  readonly to: number;
}

export interface Inline {
  text: string;
  readonly tags: Tagged[];
  readonly revised: Revised[];
  readonly anchors: Anchor[];
  /** The controls that are open. */
  readonly inside: string[];
  /** Paragraphs inside text boxes, in order. */
  readonly boxes: XmlElement[];
}

/** What is left out of the text, and how often: said to whoever imports. */
export type LeftOut =
  'deleted' | 'footnote' | 'comment' | 'header' | 'hidden' | 'contents' | 'picture' | 'text-box' | 'annex';
export type Tally = Map<LeftOut, { times: number; block: number }>;

export interface Scribe {
  note(what: LeftOut): void;
}

const DROPPED: Readonly<Record<string, LeftOut>> = {
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'footnote',
};

export function readInline(paragraph: XmlElement, scribe: Scribe): Inline {
  const made: Inline = { text: '', tags: [], revised: [], anchors: [], inside: [], boxes: [] };
  for (const each of elements(paragraph)) visit(each, made, scribe);
  return made;
}

function visit(element: XmlElement, made: Inline, scribe: Scribe): void {
  const { name } = element;
  const dropped = DROPPED[name];
  if (dropped) {
    if (dropped !== 'deleted' || holdsText(element)) scribe.note(dropped);
    if (isDeletion(element)) deletion(element, made);
    return;
  }
  switch (name) {
    case 'w:r':
      readRun(element, made, scribe);
      break;
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
    case 'w:instrText':
    case 'w:delText':
    case 'w:rt':
    case 'mc:Fallback':
      break;
    case 'w:sdt': {
      const tag = child(element, 'w:sdtPr', 'w:tag')?.attrs['w:val'];
      const from = made.text.length;
      if (tag !== undefined) made.inside.push(tag);
      for (const each of elements(child(element, 'w:sdtContent'))) visit(each, made, scribe);
      if (tag !== undefined) made.inside.pop();
      if (tag !== undefined) made.tags.push({ tag, from, to: made.text.length });
      break;
    }
    case 'w:t':
    case 'm:t':
      made.text += ownText(element);
      break;
    case 'w:tab':
    case 'w:ptab':
      made.text += '\t';
      break;
    case 'w:br':
      if (!/page|column/.test(element.attrs['w:type'] ?? '')) made.text += '\n';
      break;
    case 'w:cr':
      made.text += '\n';
      break;
    case 'w:noBreakHyphen':
      made.text += '-';
      break;
    case 'w:sym':
      made.text += symbol(element.attrs['w:char']);
      break;
    case 'w:ins':
    case 'w:moveTo': {
      const from = made.text.length;
      for (const each of elements(element)) visit(each, made, scribe);
      if (made.text.length > from) made.revised.push({ ...signedBy(element), from, to: made.text.length });
      break;
    }
    case 'w:commentRangeStart':
    case 'w:commentReference':
      anchor(element, made);
      break;
    case 'w:commentRangeEnd': {
      const at = made.anchors.findIndex(({ id }) => id === element.attrs['w:id']);
      if (at >= 0) made.anchors[at] = { ...made.anchors[at]!, to: made.text.length };
      break;
    }
    case 'w:txbxContent':
      made.boxes.push(element);
      scribe.note('text-box');
      break;
    default:
      for (const each of elements(element)) visit(each, made, scribe);
  }
}

function deletion(element: XmlElement, made: Inline): void {
  const deleted = deletedText(element);
  const at = made.text.length;
  if (deleted) made.revised.push({ ...signedBy(element), from: at, to: at, deleted, tags: [...made.inside] });
}

/** A comment's range comes before its reference; some programs write the reference only. */
function anchor({ attrs }: XmlElement, made: Inline): void {
  const id = attrs['w:id'] ?? '';
  const at = made.text.length;
  if (!made.anchors.some((each) => each.id === id)) made.anchors.push({ id, from: at, to: at });
}

function readRun(run: XmlElement, made: Inline, scribe: Scribe): void {
  const hidden = child(run, 'w:rPr', 'w:vanish');
  if (hidden && !/^(0|false|off)$/.test(hidden.attrs['w:val'] ?? '')) {
    if (holdsText(run)) scribe.note('hidden');
    return;
  }
  for (const each of elements(run)) visit(each, made, scribe);
}

function holdsText(element: XmlElement): boolean {
  return elements(element).some((each) => /^w:(t|delText)$/.test(each.name) || holdsText(each));
}

function ownText(element: XmlElement): string {
  return element.children.filter((each): each is string => typeof each === 'string').join('');
}

/** Symbol fonts sit in a private area; only what is a real character is kept. */
function symbol(code: string | undefined): string {
  const n = parseInt(code ?? '', 16);
  return n >= 0x20 && n < 0xe000 ? String.fromCharCode(n) : '';
}
