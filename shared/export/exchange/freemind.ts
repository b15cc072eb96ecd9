// FreeMind 1.0.1 .mm, which Freeplane, XMind and the Chinese mind-map programs read too: sections to both sides, notes as rich content.
import type { ExportInput } from '../format.ts';
import { titleOf } from '../words.ts';
import { field, tag } from '../xml.ts';
import { branches } from './branches.ts';
import type { Branch } from './branches.ts';

export function toFreemind(input: ExportInput): string {
  const top = branches(input);
  const half = Math.ceil(top.length / 2);
  const sides = top.map((branch, index) => node(branch, index < half ? 'right' : 'left'));
  const root = tag('node', { ID: 'root', TEXT: titleOf(input.plan.meta) }, sides);
  return `${tag('map', { version: '1.0.1' }, ['\n', root, '\n'])}\n`;
}

function node(branch: Branch, side?: 'left' | 'right'): string {
  const { id, kind, title, note, facts, children } = branch;
  const attributes = [{ name: 'kind', value: kind }, ...facts].map(({ name, value }) =>
    tag('attribute', { NAME: name, VALUE: value }),
  );
  return tag('node', { ID: `ID_${id}`, TEXT: title, POSITION: side }, [
    ...(note.length > 0 ? [noteXml(note)] : []),
    ...attributes,
    ...children.map((child) => node(child)),
  ]);
}

function noteXml(lines: readonly string[]): string {
  const body = tag(
    'body',
    {},
    lines.map((line) => field('p', line)),
  );
  return tag('richcontent', { TYPE: 'NOTE' }, tag('html', {}, ['<head/>', body]));
}
