// Whether words stand in a node: in what it says, or as pinyin initials in its names. What is read of a node is read once.
import { finds, initials } from '../model/pinyin.ts';
import type { Node, Plan } from '../model/plan.ts';

/** First letters of pinyin count for names and short titles only: a long clause holds every letter sequence by accident. */
const SHORT = 40;

export type Words = (node: Node, number: string) => boolean;

/** Every word must be found. */
export function createWords(plan: Plan, text: string): Words {
  const words = wordsOf(text).map((word) => ({ word, letters: /^[a-z0-9]+$/.test(word) && /[a-z]/.test(word) }));
  // Letters that an office answers to mean that office: a title that happens to hold them is not looked for.
  const offices = new Set(words.filter(({ word, letters }) => letters && isOffice(plan, word)).map(({ word }) => word));
  return (node, number) => {
    const read = readOf(plan, node);
    return words.every(
      ({ word, letters }) =>
        number.toLowerCase().includes(word) ||
        read.said.includes(word) ||
        (letters && (marksOf(read).includes(word) || (!offices.has(word) && ownOf(read).includes(word)))),
    );
  };
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function isOffice({ offices }: Plan, word: string): boolean {
  for (const { name, aliases } of offices.values())
    if (finds(name, word) || aliases.some((alias) => finds(alias, word))) return true;
  return false;
}

interface Read {
  readonly offices: Plan['offices'];
  /** All its words, in lower case. */
  readonly said: string;
  /** Its own names, and those of its offices; their initials as soon as letters are looked for. */
  readonly names: string;
  readonly marked: string;
  own?: string;
  marks?: string;
}

const ownOf = (read: Read): string => (read.own ??= initials(read.names));
const marksOf = (read: Read): string => (read.marks ??= initials(read.marked));

const known = new WeakMap<Node, Read>();

function readOf({ offices }: Plan, node: Node): Read {
  const held = known.get(node);
  if (held?.offices === offices) return held;
  const marked = [...node.lead.keys(), ...node.assist.keys()].flatMap((id) => {
    const office = offices.get(id);
    return office ? [office.name, ...office.aliases] : [];
  });
  const people = Object.values(node.people ?? {});
  const names = node.title.length <= SHORT ? [node.title, ...people] : people;
  const read: Read = {
    offices,
    said: [node.title, node.deliverable ?? '', node.issue ?? '', ...people, ...marked].join('\n').toLowerCase(),
    names: names.join('\n'),
    marked: marked.join('\n'),
  };
  known.set(node, read);
  return read;
}
