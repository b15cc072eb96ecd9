// What two versions of a plan are compared by: each node as a document says it, in reading order. Says nothing of what changed.
import { BASE_SPACE } from '../../export/docx/base.ts';
import type { Id, Kind } from '../../model/plan.ts';
import { ROOT } from '../../model/plan.ts';
import { readId } from '../../model/readers.ts';
import { readMark } from '../../yaodian/marks.ts';
import { findRoles } from '../../yaodian/rolefind.ts';
import { readRoles } from '../../yaodian/roles.ts';
import type { ReadNode, Reading } from '../reading.ts';
import { Unreadable } from '../refusal.ts';
import { child, elements, parseXmlText, textIn } from '../xml.ts';

export interface Entry {
  readonly id?: Id | undefined;
  readonly kind: Kind;
  readonly title: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  /** The deadline in words. */
  readonly due: string;
  /** `start/end`; empty where none is said. */
  readonly span: string;
  readonly progress: string;
  readonly deliverable: string;
  /** All its characters but the number mark, as `bare` makes them. */
  readonly own: string;
  readonly parent: Entry | undefined;
  readonly node?: ReadNode;
}

export interface Version {
  readonly title: string;
  readonly preamble: string;
  readonly entries: readonly Entry[];
}

/** Text by which two writings are the same: white space, marks and the two ways to write quotes do not count. */
export function bare(text: string): string {
  const mark = readMark(text.trim())?.raw.length ?? 0;
  return plain(text.trim().slice(mark));
}

export function plain(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[“”„‟«»＂]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[。；;.]+$/, '');
}

export function versionOf(reading: Reading): Version {
  const entries: Entry[] = [];
  const visit = (nodes: readonly ReadNode[], parent: Entry | undefined): void => {
    for (const node of nodes) {
      const own = ownText(reading.source, node);
      const { span } = node;
      const entry: Entry = {
        id: node.id,
        kind: node.kind,
        title: node.title,
        lead: node.lead,
        assist: node.assist,
        due: node.due?.words.trim() ?? '',
        span: span ? `${span.start}/${span.end}` : '',
        progress: node.progress === undefined ? '' : String(node.progress),
        deliverable: node.deliverable ?? '',
        // What somebody has mended no longer says what its source does.
        own: reading.mended ? '' : bare(own),
        parent,
        node,
      };
      entries.push(entry);
      visit(node.children, entry);
    }
  };
  visit(reading.nodes, undefined);
  return { title: reading.title, preamble: reading.preamble, entries };
}

/** Its stretch of the source without those of its children. */
function ownText(source: string, { start, end, children }: ReadNode): string {
  let text = '';
  let at = start;
  for (const each of children) {
    if (each.start > at) text += source.slice(at, Math.min(each.start, end));
    at = Math.max(at, each.end);
  }
  return text + source.slice(at, Math.max(at, end));
}

/** What the document said when it was exported; undefined when that is missing or no longer readable. */
export function versionOfBase(xml: string): Version | undefined {
  try {
    const root = parseXmlText(xml, '');
    if (!xml.includes(BASE_SPACE)) return undefined;
    const byId = new Map<string, Entry>();
    const text = (name: string): string => textIn(child(root, name));
    for (const element of elements(root, 'node')) {
      const { id, kind, parent, start, end } = element.attrs;
      const written = textIn(child(element, 'written'));
      // Tasks and milestones stand in no text.
      if (!readId(id) || written === '') continue;
      byId.set(id!, {
        id: id!,
        kind: kind as Kind,
        title: textIn(child(element, 'title')),
        lead: elements(element, 'lead').map(textIn),
        assist: elements(element, 'assist').map(textIn),
        due: dueIn(written),
        span: start && end ? `${start}/${end}` : '',
        progress: '',
        deliverable: '',
        own: bare(written),
        parent: parent === ROOT ? undefined : byId.get(parent ?? ''),
      });
    }
    return { title: text('title'), preamble: text('preamble'), entries: [...byId.values()] };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function dueIn(written: string): string {
  const role = findRoles(written).at(-1);
  return role ? (readRoles(written.slice(role.start, role.end)).time?.trim() ?? '') : '';
}
