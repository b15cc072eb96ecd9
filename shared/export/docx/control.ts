// Content controls around what belongs to a node: invisible, kept by Word and WPS through editing, so that the file finds its way back.
import { XmlComponent } from 'docx';
import type { ParagraphChild, TextRun } from 'docx';
import type { Id, Kind } from '../../model/plan.ts';

/** `guatu:<kind>:<id>`, which a reader of the file looks for. */
export function tagOf(kind: Kind, id: Id): string {
  return `guatu:${kind}:${id}`;
}

/** `number` tells the controls of a document apart; `name` is what an editor shows when asked for it. */
export function control(tag: string, name: string, number: number, runs: readonly TextRun[]): ParagraphChild {
  const properties = element('w:sdtPr', {}, [
    element('w:alias', { 'w:val': name }),
    element('w:tag', { 'w:val': tag }),
    element('w:id', { 'w:val': number }),
    // No frame around it: a clerk edits the sentence, not a form.
    element('w15:appearance', { 'w15:val': 'hidden' }),
  ]);
  // The library's list of what a paragraph may hold lacks controls, though it writes any component.
  return element('w:sdt', {}, [properties, element('w:sdtContent', {}, runs)]) as unknown as ParagraphChild;
}

/** Words that lead somewhere, as a field: it needs no entry in a list of the file, so equal documents stay equal. */
export function leading(url: string, words: readonly ParagraphChild[]): ParagraphChild {
  const instruction = { 'w:instr': ` HYPERLINK "${url.replace(/["\\]/g, encodeURIComponent)}" ` };
  return element('w:fldSimple', instruction, words as unknown as readonly XmlComponent[]) as unknown as ParagraphChild;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  return new Plain(name, attributes, children);
}

/** A class because the library asks its components to be one. */
class Plain extends XmlComponent {
  constructor(
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    children: readonly (XmlComponent | string)[],
  ) {
    super(name);
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes });
    this.root.push(...children);
  }
}
