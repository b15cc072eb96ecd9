// How a plan is kept in Yjs: the names of roots and keys, the schema version, and how each value survives bad data. Read this first.
//
//   meta     Y.Map   schema, title, year, horizon, sample, asOf, form (plain values); preamble (Y.Text)
//   nodes    Y.Map   id → Y.Map { kind, place, span, progress, status, deliverable, form (plain values, replaced whole);
//                                 title (Y.Text), note (Y.XmlFragment), born with the node;
//                                 lead/<office>, assist/<office> → order key }
//   links    Y.Map   from>to → { type, lag }
//   offices  Y.Map   id → Y.Map { name, aliases, hue, order, collective }
//
// Entries of nodes and offices are set once and never replaced or removed.
import * as Y from 'yjs';
import { isDay } from '../model/day.ts';
import type { Day, Form, Grain, Kind, Light, LinkType, Place, Span, Status } from '../model/plan.ts';

/** Bump for a breaking change and add a migration; additions only need a default in a reader. */
export const SCHEMA = 1;
/** Bump when the note editor learns an element or mark: an older editor would delete it for everybody. */
export const NOTE_SCHEMA = 1;

export const NOTE_ELEMENTS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
] as const;
export const NOTE_MARKS = ['bold', 'italic', 'strike', 'underline', 'code', 'link'] as const;

export const ROOTS = ['meta', 'nodes', 'links', 'offices'] as const;
export type RootName = (typeof ROOTS)[number];

export const rootOf = (doc: Y.Doc, name: RootName): Y.Map<unknown> => doc.getMap(name);

const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];
const GRAINS: readonly Grain[] = ['day', 'month', 'quarter', 'half', 'year'];
const LIGHTS: readonly Light[] = ['todo', 'doing', 'done', 'late', 'hold'];
const LINKS: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** Turns whatever is stored into a value, or undefined when it is not one. Readers never throw; the gate refuses what they refuse. */
export type Reader<T> = (value: unknown) => T | undefined;

const oneOf =
  <T extends string>(list: readonly T[]): Reader<T> =>
  (value) =>
    list.find((each) => each === value);

const text =
  (max: number): Reader<string> =>
  (value) =>
    typeof value === 'string' && value.length <= max ? value : undefined;

const whole =
  (min: number, max: number): Reader<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;

const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const day: Reader<Day> = (value) => (isDay(value) ? value : undefined);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
}

/** An id of ours or of a careful script: no separators, no words that mean something. */
export const readId: Reader<string> = (value) =>
  typeof value === 'string' &&
  /^[\w-]{1,40}$/.test(value) &&
  !/^(root|bin|__proto__|constructor|prototype)$/.test(value)
    ? value
    : undefined;

/** ROOT, BIN or an id. */
const readParent: Reader<string> = (value) => (value === 'root' || value === 'bin' ? value : readId(value));

export const readOrder: Reader<string> = (value) =>
  typeof value === 'string' && /^[0-9A-Za-z]{1,400}$/.test(value) ? value : undefined;

const readPlace: Reader<Place> = (value) => {
  if (!isRecord(value)) return undefined;
  const parent = readParent(value['parent']);
  const order = readOrder(value['order']);
  const turn = whole(0, 2 ** 40)(value['turn']);
  const was = readParent(value['was']);
  return parent && order && turn !== undefined && was ? { parent, order, turn, was } : undefined;
};

const readSpan: Reader<Span> = (value) => {
  if (!isRecord(value)) return undefined;
  const { start, end } = value;
  if (!isDay(start) || !isDay(end) || end < start) return undefined;
  const grain = oneOf(GRAINS)(value['grain']);
  return grain ? { start, end, grain } : { start, end };
};

const readStatus: Reader<Status> = (value) => {
  if (!isRecord(value)) return undefined;
  const light = oneOf(LIGHTS)(value['light']);
  return light ? { light, reason: text(2_000)(value['reason']) ?? '' } : undefined;
};

const readForm: Reader<Form> = (value) => {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).slice(0, 40);
  if (!entries.every(([key, each]) => key.length <= 40 && typeof each === 'string' && each.length <= 20_000))
    return undefined;
  return Object.fromEntries(entries) as Form;
};

const readNames: Reader<readonly string[]> = (value) =>
  Array.isArray(value) && value.length <= 40 && value.every((each) => typeof each === 'string' && each.length <= 60)
    ? (value as string[])
    : undefined;

/** The plain fields of a node. */
export const NODE_FIELDS = {
  kind: oneOf(KINDS),
  place: readPlace,
  span: readSpan,
  progress: whole(0, 100),
  status: readStatus,
  deliverable: text(2_000),
  form: readForm,
} as const;

export const OFFICE_FIELDS = {
  name: text(60),
  aliases: readNames,
  hue: whole(0, 359),
  order: readOrder,
  collective: flag,
} as const;

export const META_FIELDS = {
  schema: whole(1, 1_000),
  title: text(2_000),
  year: whole(1900, 2199),
  horizon: readSpan,
  sample: flag,
  asOf: day,
  form: readForm,
} as const;

export const readLink: Reader<{ type: LinkType; lag: number }> = (value) => {
  if (!isRecord(value)) return undefined;
  const type = oneOf(LINKS)(value['type'] ?? 'FS');
  const lag = whole(-3_660, 3_660)(value['lag'] ?? 0);
  return type && lag !== undefined ? { type, lag } : undefined;
};

/** `lead/<office>` and `assist/<office>`. */
export function readMarkKey(key: string): { role: 'lead' | 'assist'; office: string } | undefined {
  const slash = key.indexOf('/');
  const role = key.slice(0, slash);
  const office = readId(key.slice(slash + 1));
  return (role === 'lead' || role === 'assist') && office ? { role, office } : undefined;
}

/** `from>to` */
export function readLinkKey(key: string): { from: string; to: string } | undefined {
  const [from, to, ...rest] = key.split('>').map((id) => readId(id));
  return from && to && rest.length === 0 ? { from, to } : undefined;
}
