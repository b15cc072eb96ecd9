// A file that was read, beside the plan it belongs to: what did it say when it left, and what would it change?
import { toCsv } from '../../export/table/csv.ts';
import { toXlsx } from '../../export/table/tasksheet.ts';
import { toFreemind } from '../../export/exchange/freemind.ts';
import { toMarkdown } from '../../export/exchange/markdown.ts';
import { toOpml } from '../../export/exchange/opml.ts';
import { toXmind } from '../../export/exchange/xmind.ts';
import type { Contents } from '../../export/json.ts';
import { toJson } from '../../export/json.ts';
import { toMspdi } from '../../export/project/project.ts';
import type { Day, Dice } from '../../model/plan.ts';
import { parse } from '../../yaodian/parse.ts';
import { writeParts } from '../../yaodian/write.ts';
import { identified } from '../docx/told.ts';
import { readingOf } from '../draft.ts';
import { isRefusedCarrier, readCarrier } from '../read.ts';
import { flatten } from '../reading.ts';
import type { CarrierId, Owned, ReadNode, Reading } from '../reading.ts';
import { differ } from './differ.ts';
import type { Difference } from './differ.ts';
import { versionOf, versionOfBase } from './entries.ts';
import type { PlacedRemark } from './signed.ts';

export interface Comparison {
  /** What the copy was made from: what it says it was exported with, or the plan as it stands. */
  readonly with: 'base' | 'plan';
  readonly differences: readonly Difference[];
  /** It holds only a part of the plan: what it does not mention stays. */
  readonly part: boolean;
  /** Comments that the plan does not hold yet. */
  readonly remarks: readonly PlacedRemark[];
}

export function compare(reading: Reading, contents: Contents, today: Day, dice: Dice): Comparison {
  const { plan } = contents;
  const base = reading.base === undefined ? undefined : versionOfBase(reading.base);
  // A copy of another plan knows other nodes; its ids and its base say nothing here.
  const own = base && mostly(base.entries, ({ id }) => id !== undefined && plan.nodes.has(id));
  const late = own || known(reading, contents) ? reading : withoutIds(reading);
  const was = own ? base : versionOf(asToday(late.carrier, contents, today));
  const { part, list, remarks } = differ(plan, was, versionOf(late), late, dice);
  return { with: own ? 'base' : 'plan', part, differences: list, remarks };
}

function known({ nodes }: Reading, { plan }: Contents): boolean {
  return mostly(
    flatten(nodes).filter(({ id }) => id !== undefined),
    ({ id }) => plan.nodes.has(id!),
  );
}

function mostly<T>(list: readonly T[], is: (each: T) => boolean): boolean {
  return list.filter(is).length * 2 > list.length;
}

function withoutIds(reading: Reading): Reading {
  const strip = (node: ReadNode): ReadNode => {
    const { id: _, ...rest } = node;
    return { ...rest, children: node.children.map(strip) };
  };
  const { owned: _, ...plain } = reading;
  return { ...plain, nodes: reading.nodes.map(strip) };
}

/** The plan as this kind of file says it today, read by the same reader: what the way there and back alters is no difference. */
function asToday(carrier: CarrierId, contents: Contents, today: Day): Reading {
  const made = written(carrier, contents, today);
  if (made !== undefined) {
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const read = readCarrier({ name: `plan.${EXT[carrier] ?? carrier}`, bytes });
    if (!isRefusedCarrier(read)) return read.reading;
  }
  return textOf(contents);
}

const EXT: Partial<Record<CarrierId, string>> = { mspdi: 'xml' };

function written(carrier: CarrierId, contents: Contents, today: Day): string | Uint8Array | undefined {
  const input = { ...contents, today };
  switch (carrier) {
    case 'csv':
      return toCsv(input, {});
    case 'xlsx':
      return bytesOf(toXlsx(input, {}));
    case 'md':
      return toMarkdown(input);
    case 'opml':
      return toOpml(input);
    case 'mm':
      return toFreemind(input);
    case 'xmind':
      return toXmind(input);
    case 'mspdi':
      return bytesOf(toMspdi(input));
    case 'json':
      return toJson(contents);
    case 'txt':
    case 'docx':
      return undefined;
  }
}

function bytesOf(made: ReturnType<typeof toXlsx>): string | Uint8Array {
  return typeof made === 'string' || made instanceof Uint8Array ? made : made.file;
}

/** The official text with whose each character is. */
function textOf({ plan }: Contents): Reading {
  let text = '';
  const owned: Owned[] = [];
  for (const { node, text: piece } of writeParts(plan)) {
    const kind = node === undefined ? undefined : plan.nodes.get(node)?.kind;
    if (node !== undefined && kind) owned.push({ id: node, kind, start: text.length, end: text.length + piece.length });
    text += piece;
  }
  const reading = readingOf('txt', parse(text));
  // Where lines end in two characters, the reader's places are those of one.
  return text.includes('\r') ? reading : { ...reading, nodes: identified(reading.nodes, joined(owned)) };
}

function joined(owned: readonly Owned[]): readonly Owned[] {
  const found: Owned[] = [];
  for (const each of owned) {
    const last = found.at(-1);
    if (last && last.id === each.id && last.end === each.start) found[found.length - 1] = { ...last, end: each.end };
    else found.push(each);
  }
  return found;
}
