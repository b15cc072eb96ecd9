// The rich-text note of a node: where it lives, its text and its JSON as plain values, and how an import fills it.
import * as Y from 'yjs';
import type { NoteJson } from '../model/note.ts';
import type { Id } from '../model/plan.ts';
import { NOTE_ELEMENTS, NOTE_MARKS, rootOf } from './schema.ts';

export function noteOf(doc: Y.Doc, id: Id): Y.XmlFragment | undefined {
  const node = rootOf(doc, 'nodes').get(id);
  const note: unknown = node instanceof Y.Map ? node.get('note') : undefined;
  return note instanceof Y.XmlFragment ? note : undefined;
}

/** All notes that hold anything. */
export function readNotes(doc: Y.Doc): ReadonlyMap<Id, NoteJson> {
  const notes = new Map<Id, NoteJson>();
  for (const id of [...rootOf(doc, 'nodes').keys()].sort()) {
    const note = noteOf(doc, id);
    const json = note && noteJson(note);
    if (json && noteText(json).trim()) notes.set(id, json);
  }
  return notes;
}

export function noteJson(note: Y.XmlFragment): NoteJson {
  return { type: 'doc', content: note.toArray().flatMap(childJson) };
}

function childJson(child: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly NoteJson[] {
  if (child instanceof Y.XmlText) return textJson(child);
  if (!(child instanceof Y.XmlElement)) return [];
  const attrs = child.getAttributes() as Record<string, unknown>;
  const content = (child.toArray() as (Y.XmlElement | Y.XmlText)[]).flatMap(childJson);
  return [
    { type: child.nodeName, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content.length > 0 && { content }) },
  ];
}

function textJson(text: Y.XmlText): readonly NoteJson[] {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return parts.flatMap(({ insert, attributes }): NoteJson[] => {
    if (typeof insert !== 'string') return [];
    // Overlapping marks of one kind are stored as `name--hash`.
    const marks = Object.entries(attributes ?? {}).map(([name, value]) => ({
      type: name.split('--')[0]!,
      ...(isRecord(value) && Object.keys(value).length > 0 && { attrs: value }),
    }));
    return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock', 'hardBreak', 'horizontalRule']);

/** Plain text, a line for each block. */
export function noteText(json: NoteJson): string {
  const lines: string[] = [''];
  const visit = (node: NoteJson): void => {
    if (BLOCKS.has(node.type) && lines.at(-1) !== '') lines.push('');
    if (node.text) lines[lines.length - 1] += node.text;
    for (const child of node.content ?? []) visit(child);
  };
  visit(json);
  return lines.join('\n').trimEnd();
}

/** Fills an empty note with paragraphs, one per line. */
export function seedNote(note: Y.XmlFragment, text: string): void {
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph');
    if (line) paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  note.insert(0, paragraphs);
}

/** Fills an empty note from JSON, as an import of a plan file does. Unknown element names are kept as they are written. */
export function plantNote(note: Y.XmlFragment, json: NoteJson): void {
  note.insert(0, (json.content ?? []).flatMap(toYjs));
}

const ELEMENTS: ReadonlySet<string> = new Set(NOTE_ELEMENTS);
const MARKS: ReadonlySet<string> = new Set(NOTE_MARKS);
/** As deep as the gate lets a note be. */
const NOTE_DEPTH = 20;

/** Only what the editor knows, as the gate asks of every edit: of an element it does not know the text stays, in paragraphs. */
export function knownNote(json: NoteJson): NoteJson {
  const blocks = (list: readonly NoteJson[], depth: number): NoteJson[] =>
    list.flatMap((each): NoteJson[] => {
      if (each.type === 'text') return each.text ? [{ type: 'paragraph', content: inline([each]) }] : [];
      return depth < NOTE_DEPTH && ELEMENTS.has(each.type) ? [element(each, depth)] : blocks(each.content ?? [], depth);
    });
  const element = (each: NoteJson, depth: number): NoteJson => {
    const { attrs, content = [] } = each;
    const below = content.some(({ type }) => type === 'text' || type === 'hardBreak')
      ? inline(content)
      : blocks(content, depth + 1);
    return { type: each.type, ...(attrs && { attrs: scalars(attrs) }), ...(below.length > 0 && { content: below }) };
  };
  const inline = (list: readonly NoteJson[]): NoteJson[] =>
    list.flatMap((each): NoteJson[] => {
      if (each.type === 'hardBreak') return [{ type: 'hardBreak' }];
      if (each.type !== 'text') return inline(each.content ?? []);
      if (!each.text) return [];
      const marks = (each.marks ?? [])
        .filter(({ type }) => MARKS.has(type))
        .map(({ type, attrs }) => ({ type, ...(attrs && { attrs: scalars(attrs) }) }));
      return [{ type: 'text', text: each.text, ...(marks.length > 0 && { marks }) }];
    });
  return { type: 'doc', content: blocks(json.content ?? [], 0) };
}

function scalars(attrs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(
      ([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
}

function toYjs(json: NoteJson): (Y.XmlElement | Y.XmlText)[] {
  if (json.type === 'text') {
    const text = new Y.XmlText();
    const marks = Object.fromEntries((json.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]));
    text.insert(0, json.text ?? '', marks);
    return [text];
  }
  const element = new Y.XmlElement(json.type);
  for (const [key, value] of Object.entries(json.attrs ?? {})) element.setAttribute(key, value as string);
  const children = joinText(json.content ?? []);
  if (children.length > 0) element.insert(0, children);
  return [element];
}

/** Runs of text share one Y.XmlText, as the editor writes them. */
function joinText(content: readonly NoteJson[]): (Y.XmlElement | Y.XmlText)[] {
  const out: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const flush = (): void => {
    if (delta.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(delta);
    out.push(text);
    delta = [];
  };
  for (const child of content) {
    if (child.type === 'text') {
      const attributes = Object.fromEntries((child.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]));
      delta.push({ insert: child.text ?? '', attributes });
    } else {
      flush();
      out.push(...toYjs(child));
    }
  }
  flush();
  return out;
}
