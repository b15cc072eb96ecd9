// .xmind → topics: content.json of today's XMind, content.xml of XMind 8.
import { isRecord } from '../../guard.ts';
import { NODE_DEPTH } from '../limits.ts';
import { Unreadable } from '../refusal.ts';
import { child, elements, parseXml, textIn } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { factFields, ourFields } from './ours.ts';
import type { Topic, Topics } from './topic.ts';

export function isXmind(archive: Archive): boolean {
  return archive.names.includes('content.json') || archive.names.includes('content.xml');
}

export function xmindTopics(archive: Archive): Topics {
  const json = archive.entry('content.json');
  const root = json ? fromJson(json) : fromXml(archive.entry('content.xml'));
  if (!root) throw new Unreadable('part-missing', 'content');
  const { title, note, children } = root;
  return { title, ...(note && { preamble: note }), topics: children };
}

function fromJson(bytes: Uint8Array): Topic | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Unreadable('not-text', 'content.json');
  }
  const sheet: unknown = Array.isArray(value) ? value[0] : undefined;
  return isRecord(sheet) ? jsonTopic(sheet['rootTopic'], 0) : undefined;
}

function jsonTopic(value: unknown, depth: number): Topic | undefined {
  if (!isRecord(value)) return undefined;
  if (depth > NODE_DEPTH) throw new Unreadable('xml-deep', `content.json > ${NODE_DEPTH}`);
  const below = isRecord(value['children']) ? value['children']['attached'] : undefined;
  const plain: unknown = dig(value, 'notes', 'plain', 'content');
  const labels: unknown = value['labels'];
  const said = ourLabels(Array.isArray(labels) ? labels : [], typeof plain === 'string' ? plain : '');
  const id = typeof value['id'] === 'string' && /^[0-9A-Za-z]{12}$/.test(value['id']) ? value['id'] : undefined;
  return {
    title: typeof value['title'] === 'string' ? value['title'] : '',
    ...said,
    ...(id && { id }),
    children: (Array.isArray(below) ? below : []).flatMap((each) => jsonTopic(each, depth + 1) ?? []),
  };
}

/** XMind keeps what it does not know in labels; ours read `牵头部门：局办公室`, or `guatu-kind=clause` in a careful script's; the rest stands in the note's last line. */
function ourLabels(labels: readonly unknown[], note: string): Partial<Topic> {
  const said = new Map<string, string>();
  for (const label of labels) {
    const at = typeof label === 'string' ? label.search(/[=：]/) : -1;
    if (typeof label === 'string' && at > 0) said.set(label.slice(0, at), label.slice(at + 1));
  }
  const [line = '', facts = ''] = /(?:^|\n)【([^】]+)】\s*$/.exec(note) ?? [];
  const joined = [...said].map(([name, value]) => `${name}：${value}`).join('；');
  const ours = facts || [...said.keys()].some((name) => OURS.has(name));
  const left = ours ? note.slice(0, note.length - line.length) : note;
  return {
    ...(left.trim() && { note: left }),
    ...(ours ? factFields([joined, facts].filter(Boolean).join('；')) : ourFields((key) => said.get(key))),
  };
}

const OURS: ReadonlySet<string> = new Set(['牵头部门', '配合部门', '完成时限', '时间']);

function dig(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}

function fromXml(bytes: Uint8Array | undefined): Topic | undefined {
  const root = bytes && parseXml(bytes, 'content.xml');
  const top = child(root, 'sheet', 'topic');
  return top && xmlTopic(top);
}

function xmlTopic(topic: XmlElement): Topic {
  const note = textIn(child(topic, 'notes', 'plain'));
  const labels = elements(child(topic, 'labels'), 'label').map(textIn);
  const attached = elements(child(topic, 'children'), 'topics').filter(({ attrs }) => attrs['type'] === 'attached');
  return {
    title: textIn(child(topic, 'title')),
    ...ourLabels(labels, note),
    children: attached.flatMap((each) => elements(each, 'topic').map(xmlTopic)),
  };
}
