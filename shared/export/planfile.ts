// What a plan file must look like, field by field. A message is the code of the problem; json.ts says where it stands.
import * as v from 'valibot';
import { isId, isOrder, isRecord } from '../guard.ts';
import { isDay } from '../model/day.ts';
import type { NoteJson } from '../model/note.ts';
import type { Day, Form } from '../model/plan.ts';
import { RECORD_READERS } from '../model/record-readers.ts';
import { readBasis, readDue, readFate, readLineage, readPeople, readTicks } from '../model/readers.ts';
import type { Reader } from '../model/readers.ts';
import { SORTS } from '../model/records.ts';

export const FORMAT = 'guatu-plan';
/** Bump when a reader of the last version could misread the file; older versions stay readable. */
export const VERSION = 1;

const NOTE_DEPTH = 64;

const text = (max: number) => v.pipe(v.string('text'), v.maxLength(max, 'too-long'));
const whole = (min: number, max: number) =>
  v.pipe(v.number('number'), v.integer('number'), v.minValue(min, 'number'), v.maxValue(max, 'number'));
const list = <T extends v.GenericSchema>(each: T, max: number) =>
  v.pipe(v.array(each, 'list'), v.maxLength(max, 'too-many'));

/** What the document's own reader gives back unchanged; anything more would be dropped there without a word. */
const read = <T>(reader: Reader<T>, code: string) =>
  v.custom<T>((value) => JSON.stringify(sorted(reader(value))) === JSON.stringify(sorted(value)), code);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, sorted(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const Id = v.custom<string>(isId, 'id');
const Parent = v.union([v.literal('root'), v.literal('bin'), Id], 'id');
const Order = v.custom<string>(isOrder, 'order');
const DayIn = v.custom<Day>(isDay, 'day');

const SpanIn = v.pipe(
  v.strictObject({
    start: DayIn,
    end: DayIn,
    grain: v.exactOptional(v.picklist(['day', 'month', 'quarter', 'half', 'year'], 'choice')),
  }),
  v.check(({ start, end }) => start <= end, 'ends-before-start'),
);

const FormIn = v.custom<Form>(
  (value) =>
    isRecord(value) &&
    Object.keys(value).length <= 40 &&
    Object.entries(value).every(([key, each]) => key.length <= 40 && typeof each === 'string' && each.length <= 20_000),
  'form',
);

const Mark = v.strictObject({ office: Id, order: Order });

const MetaIn = v.strictObject({
  title: text(2_000),
  year: v.exactOptional(whole(1900, 2199)),
  horizon: v.exactOptional(SpanIn),
  sample: v.boolean('choice'),
  asOf: v.exactOptional(DayIn),
  preamble: text(200_000),
  form: v.exactOptional(FormIn),
});

const OfficeIn = v.strictObject({
  id: Id,
  name: text(60),
  aliases: list(text(60), 40),
  hue: whole(0, 359),
  order: Order,
  collective: v.boolean('choice'),
  into: v.exactOptional(Id),
});

const NodeIn = v.strictObject({
  id: Id,
  kind: v.picklist(['section', 'item', 'clause', 'task', 'milestone'], 'choice'),
  place: v.strictObject({ parent: Parent, order: Order, turn: whole(0, 2 ** 40), was: Parent }),
  title: text(200_000),
  span: v.exactOptional(SpanIn),
  progress: v.exactOptional(whole(0, 100)),
  status: v.exactOptional(
    v.strictObject({ light: v.picklist(['todo', 'doing', 'done', 'late', 'hold'], 'choice'), reason: text(2_000) }),
  ),
  deliverable: v.exactOptional(text(2_000)),
  issue: v.exactOptional(text(2_000)),
  due: v.exactOptional(read(readDue, 'due')),
  basis: v.exactOptional(read(readBasis, 'basis')),
  ticks: v.exactOptional(read(readTicks, 'ticks')),
  people: v.exactOptional(read(readPeople, 'people')),
  fate: v.exactOptional(read(readFate, 'choice')),
  lineage: v.exactOptional(read(readLineage, 'lineage')),
  lead: list(Mark, 200),
  assist: list(Mark, 200),
  form: v.exactOptional(FormIn),
  note: v.exactOptional(v.custom<NoteJson>((value) => isNote(value, 0), 'note')),
});

const LinkIn = v.strictObject({
  from: Id,
  to: Id,
  type: v.picklist(['FS', 'SS', 'FF', 'SF'], 'choice'),
  lag: whole(-3_660, 3_660),
});

const RecordsIn = v.strictObject(
  Object.fromEntries(
    SORTS.map((sort) => [sort, v.exactOptional(v.record(Id, read<unknown>(RECORD_READERS[sort], sort)))]),
  ),
);

export const PlanFile = v.strictObject({
  format: v.literal(FORMAT, 'choice'),
  version: whole(1, VERSION),
  meta: MetaIn,
  offices: list(OfficeIn, 5_000),
  nodes: list(NodeIn, 50_000),
  links: list(LinkIn, 50_000),
  records: v.exactOptional(RecordsIn),
  /** Computed from the rest: read by other programs, not by us. */
  findings: v.exactOptional(v.array(v.unknown(), 'list')),
});

export type FileNode = v.InferOutput<typeof NodeIn>;

/** Any tree of ProseMirror nodes: which of them an editor knows is the editor's matter. */
function isNote(value: unknown, depth: number): value is NoteJson {
  if (!isRecord(value) || depth > NOTE_DEPTH) return false;
  const { type, attrs, content, text: words, marks, ...more } = value;
  return (
    typeof type === 'string' &&
    Object.keys(more).length === 0 &&
    (attrs === undefined || isRecord(attrs)) &&
    (words === undefined || typeof words === 'string') &&
    (content === undefined || (Array.isArray(content) && content.every((child) => isNote(child, depth + 1)))) &&
    (marks === undefined || (Array.isArray(marks) && marks.every(isMark)))
  );
}

function isMark(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { type, attrs, ...more } = value;
  return typeof type === 'string' && Object.keys(more).length === 0 && (attrs === undefined || isRecord(attrs));
}
