// A reading cut to what a plan can hold, so that what the check screen shows can be made. What is put elsewhere is said; what no plan can hold at all is refused.
import { NAME_MAX } from '../ops/content.ts';
import { flatten } from './reading.ts';
import type { ReadDoubt, ReadNode, Reading } from './reading.ts';
import { Unreadable } from './refusal.ts';

/** As a plan file may have them. */
const WORDS_MAX = 200_000;
const TITLE_MAX = 2_000;
const FORM_MAX = 20_000;
const OFFICES_MAX = 5_000;
const OFFICES_EACH = 200;

export function fitted(reading: Reading): Reading {
  const { title, preamble, form, nodes } = reading;
  const read = flatten(nodes);
  if (preamble.length > WORDS_MAX) throw new Unreadable('too-long', `> ${WORDS_MAX}`);
  if (reading.contents) return reading;
  if (Object.values(form ?? {}).some((each) => each.length > FORM_MAX))
    throw new Unreadable('too-long', `> ${FORM_MAX}`);
  const long = read.find((node) => node.title.length > WORDS_MAX);
  if (long) throw new Unreadable('too-long', `line ${long.line}`);
  const offices = new Set(read.flatMap(({ lead, assist }) => [...lead, ...assist]));
  if (offices.size > OFFICES_MAX) throw new Unreadable('too-large', `${offices.size} > ${OFFICES_MAX}`);
  const doubts: ReadDoubt[] = [];
  const kept = [...offices].some((name) => name.length > NAME_MAX) || read.some(crowded) ? nodes.map((node) => named(node, doubts)) : nodes; // prettier-ignore
  const cut = title.length > TITLE_MAX;
  if (!cut && doubts.length === 0) return reading;
  return {
    ...reading,
    ...(cut && { title: title.slice(0, TITLE_MAX), rest: [...reading.rest, { line: 1, text: title }] }),
    nodes: kept,
    doubts: [
      ...reading.doubts,
      ...doubts,
      ...(cut ? [{ line: 1, code: 'unread', message: `标题太长，余下的原样保留：${title.slice(0, 24)}` }] : []),
    ],
  };
}

function crowded({ lead, assist }: ReadNode): boolean {
  return lead.length > OFFICES_EACH || assist.length > OFFICES_EACH;
}

/** What is too long to be a name is a sentence about who does it: it goes into the note. */
function named(node: ReadNode, doubts: ReadDoubt[]): ReadNode {
  const fits = (name: string, at: number): boolean => name.length <= NAME_MAX && at < OFFICES_EACH;
  const left = (['lead', 'assist'] as const).flatMap((role) => {
    const words = node[role].filter((name, at) => !fits(name, at)).join('、');
    if (!words) return [];
    doubts.push({ line: node.line, code: 'field-long', message: `这一格太长，全文放进备注：${words.slice(0, 24)}` });
    return [`${role === 'lead' ? '牵头部门' : '配合部门'}：${words}`];
  });
  const note = [node.note, ...left].filter(Boolean).join('\n');
  return {
    ...node,
    lead: node.lead.filter(fits),
    assist: node.assist.filter(fits),
    ...(note && { note }),
    children: node.children.map((each) => named(each, doubts)),
  };
}
