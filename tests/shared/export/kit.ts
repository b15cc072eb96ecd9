// What the tests of exports start from: the two plans a new server holds, and an Office file taken apart.
import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { toDocx } from '../../../shared/export/docx.ts';
import type { Contents } from '../../../shared/export/json.ts';
import type { Rasterise } from '../../../shared/export/png.ts';
import { contentsOf } from '../../../server/exporting.ts';
import { documentFrom } from '../../../server/founding.ts';
import { seeds } from '../../../server/seed/seeds.ts';
import type { Day, Id, Meta, Outline } from '../../../shared/model/plan.ts';
import { META, diceOf } from '../../kit/plan.ts';

const { official, sample } = seeds();

/** The 2019 text as it is: 28 items, 39 clauses, not one date. */
export const OFFICIAL: Contents = contentsOf(documentFrom(official, diceOf(1)));
/** The same with invented dates, progress, notes and links, marked 示例. */
export const SAMPLE: Contents = contentsOf(documentFrom(sample, diceOf(2)));

export function contentsOfOutlines(outlines: readonly Outline[], meta: Partial<Meta> = {}): Contents {
  return contentsOf(documentFrom({ meta: { ...META, ...meta }, outlines }, diceOf(3)));
}

/** The official document, as its bytes. */
export function docxOf(contents: Contents, today: Day, rasterise?: Rasterise, id?: Id): Promise<Uint8Array> {
  return toDocx({ ...contents, today, id }, { lang: 'zh', rasterise });
}

export function parts(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** An element of a parsed part: `{ tag: [children], ':@': { '@_name': value } }`. */
export interface Element {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

/** Refuses what is not well-formed. */
export function parseXml(xml: string): Element {
  return (parser.parse(xml, true) as Raw[]).map(element).find(({ tag }) => !tag.startsWith('?'))!;
}

function element(raw: Raw): Element {
  const tag = Object.keys(raw).find((key) => key !== ':@')!;
  if (tag === '#text') return { tag, attrs: {}, children: [], text: String(raw[tag]) };
  const children = (raw[tag] as Raw[]).map(element);
  return {
    tag,
    attrs: (raw[':@'] ?? {}) as Record<string, string>,
    children,
    text: children.map(({ text }) => text).join(''),
  };
}

/** Every element of this name below, in document order. */
export function all(root: Element, tag: string): readonly Element[] {
  return root.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...all(child, tag)]);
}

export function one(root: Element, tag: string): Element {
  const found = all(root, tag);
  if (found.length === 0) throw new Error(`no ${tag} in ${root.tag}`);
  return found[0]!;
}

/** The words of a paragraph or cell, a line break as a line end. */
export function textOf(root: Element): string {
  if (root.tag === 'w:br') return '\n';
  if (root.tag === 'w:t') return root.text;
  return root.children.map(textOf).join('');
}

export function styleOf(paragraph: Element): string {
  return all(paragraph, 'w:pStyle')[0]?.attrs['w:val'] ?? '';
}
