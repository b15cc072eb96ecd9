// A plan to attack, what an honest page would send about it, and three ways of making frames no page would send.
import { encoding } from 'lib0';
import * as Y from 'yjs';
import { resolve } from '../../../server/authorize.ts';
import { gate } from '../../../server/gate.ts';
import { LIMITS } from '../../../server/limits.ts';
import { commit } from '../../../shared/doc/commit.ts';
import { noteOf } from '../../../shared/doc/notes.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { ROOTS, rootOf } from '../../../shared/doc/schema.ts';
import { decide } from '../../../shared/policy/decide.ts';
import type { Person } from '../../../shared/policy/decide.ts';
import type { Dice } from '../../../shared/model/plan.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import { anyIntent, pick, SMALL, words } from '../../kit/random.ts';
import { docFrom } from './plans.ts';

export const EDITOR: Person = { role: 'editor', office: '局基教科' };
/** Anything a person might do includes what is the chair's alone. */
export const CHAIR: Person = { role: 'chair', office: '' };

/** Why this frame would not be applied, or null. The same steps as in the room. */
export function judge(
  doc: Y.Doc,
  frame: Uint8Array,
  owns: (client: number) => boolean,
  person = EDITOR,
): string | null {
  const passed = gate(frame, doc, owns, LIMITS);
  if (!passed.ok) return `${passed.code} ${passed.why}`;
  const touched = resolve(doc, passed, LIMITS);
  if ('unfit' in touched) return touched.unfit;
  const forbidden = decide(person, touched);
  return forbidden && `${forbidden}: ${JSON.stringify(touched)}`;
}

/** Judges, and applies what passes. */
export function receive(
  doc: Y.Doc,
  frame: Uint8Array,
  owns: (client: number) => boolean,
  person = EDITOR,
): string | null {
  const passed = gate(frame, doc, owns, LIMITS);
  if (!passed.ok) return `${passed.code} ${passed.why}`;
  const touched = resolve(doc, passed, LIMITS);
  if ('unfit' in touched) return touched.unfit;
  const forbidden = decide(person, touched);
  if (!forbidden) Y.applyUpdate(doc, passed.bytes);
  return forbidden;
}

export const target = (): Y.Doc => docFrom(SMALL, { note: '第一段\n第二段' });

/** A copy as a page would have it, under the clientID given. */
export function copyOf(doc: Y.Doc, clientID?: number): Y.Doc {
  const copy = new Y.Doc();
  if (clientID !== undefined) copy.clientID = clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'wire');
  return copy;
}

/** The frame that `work` sends. */
export function frameOf(doc: Y.Doc, work: (copy: Y.Doc) => void, clientID?: number): Uint8Array {
  const copy = copyOf(doc, clientID);
  const before = Y.encodeStateVector(copy);
  copy.transact(() => work(copy));
  const frame = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return frame;
}

/** One thing a person might do: an intent, or typing in a note as an editor writes it. */
export function act(doc: Y.Doc, dice: Dice, origin: object = {}): void {
  if (dice() < 0.3) return typeInNote(doc, dice);
  const outcome = anyIntent(readPlan(doc), dice);
  if (!isRefusal(outcome)) commit(doc, outcome, origin);
}

function typeInNote(doc: Y.Doc, dice: Dice): void {
  const note = noteOf(doc, pick([...rootOf(doc, 'nodes').keys()].sort(), dice) ?? '');
  if (!note) return;
  doc.transact(() => {
    const block = pick(note.toArray(), dice);
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (text instanceof Y.XmlText && dice() < 0.6) {
      const at = Math.floor(dice() * (text.length + 1));
      const x = dice();
      if (x < 0.4) text.insert(at, words(dice), dice() < 0.3 ? { bold: {} } : {});
      else if (x < 0.6 && text.length > 0)
        text.format(0, text.length, { link: { href: 'https://example.cn', target: null } });
      else if (x < 0.7 && text.length > 0) text.format(0, text.length, { bold: null });
      else if (at < text.length) text.delete(at, 1);
    } else if (dice() < 0.3 && note.length > 0) note.delete(Math.floor(dice() * note.length), 1);
    else note.insert(Math.floor(dice() * (note.length + 1)), [newBlock(dice)]);
  });
}

function newBlock(dice: Dice): Y.XmlElement {
  const name = pick(['paragraph', 'heading', 'blockquote', 'bulletList', 'horizontalRule'], dice)!;
  const block = new Y.XmlElement(name);
  if (name === 'heading') block.setAttribute('level', 2 as unknown as string);
  if (name === 'bulletList') {
    const item = new Y.XmlElement('listItem');
    const inner = new Y.XmlElement('paragraph');
    inner.insert(0, [new Y.XmlText(words(dice))]);
    item.insert(0, [inner]);
    block.insert(0, [item]);
  } else if (name === 'blockquote') {
    const inner = new Y.XmlElement('paragraph');
    inner.insert(0, [new Y.XmlText(words(dice)), new Y.XmlElement('hardBreak')]);
    block.insert(0, [inner]);
  } else if (name !== 'horizontalRule') block.insert(0, [new Y.XmlText(words(dice))]);
  return block;
}

// ── Frames no page would send ──

const NUMBERS = [0, 1, 127, 128, 2 ** 16, 2 ** 20, 2 ** 25, 2 ** 31, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER];
const INFOS = [0, 1, 4, 7, 8, 10, 39, 40, 129, 132, 135, 136, 193, 255];

/** One to four bytes, cuts, numbers or pieces of another frame put into an honest one. */
export function mutate(frame: Uint8Array, others: readonly Uint8Array[], dice: Dice): Uint8Array {
  const roll = (most: number): number => Math.floor(dice() * most);
  let bytes = [...frame];
  for (let times = 1 + roll(4); times > 0; times--) {
    const at = roll(bytes.length || 1);
    switch (roll(9)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
        break;
      case 1:
        bytes[at] = roll(256);
        break;
      case 2:
        bytes = bytes.slice(0, at);
        break;
      case 3:
        bytes.splice(at, 0, ...encoding.encode((encoder) => encoding.writeVarUint(encoder, NUMBERS[roll(11)]!)));
        break;
      case 4: {
        const other = pick(others, dice)!;
        const from = roll(other.length);
        bytes.splice(at, 0, ...other.subarray(from, from + roll(40)));
        break;
      }
      case 5:
        bytes.splice(at, 1 + roll(8));
        break;
      case 6: {
        const from = roll(bytes.length || 1);
        bytes.splice(at, 6, ...bytes.slice(from, from + 1 + roll(6)));
        break;
      }
      case 7:
        bytes[at] = pick(INFOS, dice)!;
        break;
      default:
        bytes = Array.from({ length: roll(64) }, () => roll(256));
    }
  }
  return Uint8Array.from(bytes);
}

const KEYS = [
  'kind',
  'place',
  'span',
  'progress',
  'title',
  'note',
  'status',
  'lead/aaa',
  'zz',
  'schema',
  'sample',
  'preamble',
];
const VALUES: readonly unknown[] = [
  5,
  'task',
  'milestone',
  [1, 2],
  null,
  true,
  { start: '2019-01-01', end: '2019-02-01' },
  { start: '2019-03-01', end: '2019-02-01' },
  { parent: 'root', order: 'a5', turn: 3, was: 'root' },
  { light: 'late', reason: '' },
  { type: 'FS', lag: 1 },
  'a3',
];

/** Well-formed structs with neighbours, parents and keys drawn from the whole document, and deletes of anything. */
export function forge(doc: Y.Doc, me: number, dice: Dice): Uint8Array {
  const roll = (most: number): number => Math.floor(dice() * most);
  const structs = [...doc.store.clients.values()].flat();
  const types = structs.filter((each) => each instanceof Y.Item && each.content instanceof Y.ContentType);
  const ids = [...rootOf(doc, 'nodes').keys()];
  const mine: number[] = [];
  const start = Y.getState(doc.store, me);
  let clock = start;
  const count = 1 + roll(4);
  return encoding.encode((encoder) => {
    const num = (n: number): void => encoding.writeVarUint(encoder, n);
    const word = (text: string): void => encoding.writeVarString(encoder, text);
    const writeId = ([client, at]: readonly [number, number]): void => (num(client), num(at));
    const anyId = (): readonly [number, number] => {
      if (mine.length > 0 && roll(3) === 0) return [me, pick(mine, dice)!];
      const struct = pick(structs, dice)!;
      return [struct.id.client, struct.id.clock + roll(struct.length)];
    };
    const anyType = (): readonly [number, number] => {
      if (mine.length > 0 && roll(3) === 0) return [me, pick(mine, dice)!];
      const { id } = pick(types, dice)!;
      return [id.client, id.clock];
    };
    const anyKey = (): string =>
      [pick(KEYS, dice)!, pick(ids, dice) ?? 'x', `n${roll(9)}`, `${pick(ids, dice)}>${pick(ids, dice)}`][roll(4)]!;
    num(1);
    num(count);
    num(me);
    num(start);
    for (let i = 0; i < count; i++) {
      const content = pick([1, 4, 5, 6, 7, 7, 7, 8, 8, 8], dice)!;
      const anchor = roll(8);
      const sub = roll(4) > 0;
      const left = anchor >= 5 && roll(4) > 0;
      const right = anchor >= 5 && (!left || roll(3) === 0);
      encoding.writeUint8(encoder, content | (anchor < 5 && sub ? 32 : 0) | (left ? 128 : 0) | (right ? 64 : 0));
      if (left) writeId(anyId());
      if (right) writeId(anyId());
      if (anchor < 2) {
        num(1);
        word(pick(ROOTS, dice)!);
      } else if (anchor < 5) {
        num(0);
        writeId(anyType());
      }
      if (anchor < 5 && sub) word(anyKey());
      mine.push(clock);
      clock += writeContent(encoder, content, roll, dice);
    }
    const deletes = roll(3);
    num(deletes ? 1 : 0);
    if (deletes === 0) return;
    const client = pick([...doc.store.clients.keys()], dice)!;
    num(client);
    num(deletes);
    for (let i = 0; i < deletes; i++) {
      num(roll(Y.getState(doc.store, client)));
      num(1 + roll(3));
    }
  });
}

function writeContent(encoder: encoding.Encoder, content: number, roll: (most: number) => number, dice: Dice): number {
  switch (content) {
    case 1: {
      const length = 1 + roll(3);
      encoding.writeVarUint(encoder, length);
      return length;
    }
    case 4: {
      const text = 'ab𠮷'.slice(0, 1 + roll(4));
      encoding.writeVarString(encoder, text);
      return text.length;
    }
    case 5:
      encoding.writeVarString(encoder, '{"a":1}');
      return 1;
    case 6:
      encoding.writeVarString(encoder, 'bold');
      encoding.writeVarString(encoder, pick(['true', 'null', '{}', '{"href":["x"]}'], dice)!);
      return 1;
    case 7: {
      const type = [0, 1, 2, 3, 4, 6][roll(6)]!;
      encoding.writeVarUint(encoder, type);
      if (type === 3) encoding.writeVarString(encoder, pick(['paragraph', 'heading', 'script'], dice)!);
      return 1;
    }
    default: {
      const length = 1 + roll(2);
      encoding.writeVarUint(encoder, length);
      for (let i = 0; i < length; i++) encoding.writeAny(encoder, pick(VALUES, dice) as never);
      return length;
    }
  }
}
