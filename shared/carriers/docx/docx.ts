// .docx → blocks, with what was left out and the ids of our own content controls. Opens only the parts it needs.
import { Unreadable } from '../refusal.ts';
import { child, elements, parseXml, textIn } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readBody } from './blocks.ts';
import type { Body } from './blocks.ts';
import { readComments } from './hands.ts';
import type { Comment } from './hands.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

export interface Docx extends Body {
  /** The text of custom XML parts, for whoever knows its own. */
  readonly custom: readonly string[];
  /** By id. */
  readonly comments: ReadonlyMap<string, Comment>;
}

export function isDocx(archive: Archive): boolean {
  return archive.names.some((name) => /^word\/document\d*\.xml$/.test(name));
}

export function readDocx(archive: Archive): Docx {
  const path = mainPart(archive);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const links = relations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const part = (kind: string): XmlElement | undefined => {
    const target = links.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target === undefined ? undefined : xmlPart(archive, absolute(folder, target));
  };
  const styles = readStyles(part('styles'));
  const counter = readNumbering(part('numbering'), styles);
  const body = child(xmlPart(archive, path), 'w:body');
  if (!body) throw new Unreadable('part-missing', path);
  const read = readBody(body, styles, counter);
  const headers = links.filter(({ type }) => /\/(header|footer)$/.test(type));
  const spoken = headers.some(({ target }) => /\p{L}{2}/u.test(textIn(xmlPart(archive, absolute(folder, target)))));
  if (spoken) read.leftOut.set('header', { times: headers.length, block: 0 });
  const comments = readComments(part('comments'));
  const hung = read.anchors.filter(({ id }) => comments.has(id));
  if (hung.length > 0) read.leftOut.set('comment', { times: hung.length, block: hung[0]!.block });
  return { ...read, comments, custom: customParts(archive) };
}

function mainPart(archive: Archive): string {
  const target = relations(archive, '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  return target === undefined ? 'word/document.xml' : absolute('', target);
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export function relations(archive: Archive, path: string): readonly Relation[] {
  return elements(xmlPart(archive, path), 'Relationship').flatMap(({ attrs }) =>
    attrs['TargetMode'] === 'External'
      ? []
      : [{ id: attrs['Id'] ?? '', type: attrs['Type'] ?? '', target: attrs['Target'] ?? '' }],
  );
}

export function absolute(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

export function xmlPart(archive: Archive, path: string): XmlElement | undefined {
  const bytes = archive.entry(path);
  return bytes && parseXml(bytes, path);
}

function customParts(archive: Archive): readonly string[] {
  return archive.names
    .filter((name) => /^customXml\/item\d+\.xml$/.test(name))
    .slice(0, 50)
    .flatMap((name) => {
      try {
        return [new TextDecoder().decode(archive.entry(name))];
      } catch {
        return [];
      }
    });
}
