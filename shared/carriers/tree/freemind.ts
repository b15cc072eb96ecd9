// FreeMind and Freeplane .mm → topics. Words in TEXT or in rich content, notes in rich content of their own.
import { readId } from '../../model/readers.ts';
import { Unreadable } from '../refusal.ts';
import { elements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { ourFields } from './ours.ts';
import type { Topic, Topics } from './topic.ts';

export function freemindTopics(root: XmlElement): Topics {
  const top = root.name === 'map' ? elements(root, 'node')[0] : undefined;
  if (!top) throw new Unreadable('unknown-kind', root.name);
  const { title, note, children } = topicOf(top);
  return { title, ...(note && { preamble: note }), topics: children };
}

function topicOf(node: XmlElement): Topic {
  const rich = (type: RegExp): string | undefined => {
    const found = elements(node, 'richcontent').find(({ attrs }) => type.test(attrs['TYPE'] ?? ''));
    return found && linesIn(found);
  };
  const attributes = new Map(elements(node, 'attribute').map(({ attrs }) => [attrs['NAME'], attrs['VALUE']]));
  const note = rich(/^note$/i);
  const details = rich(/^details$/i);
  const notes = [details, note].filter(Boolean).join('\n');
  return {
    title: node.attrs['TEXT'] ?? node.attrs['LOCALIZED_TEXT'] ?? rich(/^node$/i) ?? '',
    ...(notes && { note: notes }),
    ...ourFields((key) => attributes.get(key) ?? node.attrs[key]),
    ...ownId(attributes.has('kind') ? node.attrs['ID'] : undefined),
    children: elements(node, 'node').map(topicOf),
  };
}

/** Ours bear the plan's id behind a sign that makes it an XML name. */
function ownId(written: string | undefined): Pick<Topic, 'id'> {
  const id = readId(written?.replace(/^ID_/, ''));
  return id === undefined ? {} : { id };
}

/** HTML as lines, a paragraph each. */
export function linesIn(element: XmlElement): string {
  const lines: string[] = [''];
  const visit = (at: XmlElement): void => {
    for (const each of at.children)
      if (typeof each === 'string') lines[lines.length - 1] += each.replace(/[ \t\r\n]+/g, ' ');
      else {
        const local = each.name.replace(/^.*:/, '').toLowerCase();
        if (local === 'head' || local === 'style' || local === 'script') continue;
        const block = /^(p|div|br|li|h[1-6]|tr)$/.test(local);
        if (block && lines.at(-1)!.trim() !== '') lines.push('');
        visit(each);
        if (block && lines.at(-1)!.trim() !== '') lines.push('');
      }
  };
  visit(element);
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
