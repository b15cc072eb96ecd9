// What each sort of record may hold and how it survives bad data. Types are plan.ts's.

import { isDay } from './day.ts';
import type {
  Baseline,
  Brace,
  LightRules,
  Marker,
  Opinion,
  RecordTypes,
  Relation,
  Report,
  SavedView,
  Sort,
  Suggestion,
  Waiver,
  Notice,
  Term,
} from './plan.ts';

import { KINDS, LIGHTS, day, isPlain, oneOf, readId, text, whole } from './readers.ts';
import type { Reader } from './readers.ts';

type Stored = Readonly<Record<string, unknown>>;

/** A reader of plain objects; what stands in no reader is refused with the rest. */
const object =
  <T>(read: (value: Stored) => T | undefined): Reader<T> =>
  (value) =>
    isPlain(value) ? read(value) : undefined;

const name = (value: unknown): string | undefined => text(200)(value) || undefined;

const baseline = object<Baseline>((value) => {
  const called = name(value['name']);
  const at = day(value['at']);
  const by = text(120)(value['by'] ?? '');
  const spans = value['spans'];
  if (!called || !at || by === undefined || !isPlain(spans)) return undefined;
  const entries = Object.entries(spans);
  if (entries.length > 50_000 || !entries.every(([id, span]) => readId(id) && isInterval(span))) return undefined;
  const texts = value['texts'];
  if (texts !== undefined && !(Array.isArray(texts) && texts.length <= 50_000 && texts.every(isKeptText)))
    return undefined;
  const words = texts === undefined ? {} : { texts: texts as unknown as Baseline['texts'] & object };
  const preamble = text(200_000)(value['preamble'] ?? '');
  if (preamble === undefined) return undefined;
  const before = value['preamble'] === undefined ? {} : { preamble };
  return { name: called, at, by, spans: spans as Baseline['spans'], ...words, ...before };
});

function isKeptText(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { node, kind, mark, title, lead, assist, ...rest } = value;
  const ids = (each: unknown): boolean => Array.isArray(each) && each.length <= 500 && each.every(readId);
  return (
    Object.keys(rest).length === 0 &&
    !!readId(node) &&
    !!oneOf(KINDS)(kind) &&
    text(40)(mark) !== undefined &&
    text(20_000)(title) !== undefined &&
    ids(lead) &&
    ids(assist)
  );
}

function isInterval(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [start, end, ...rest] = value.split('/');
  return isDay(start) && isDay(end) && start <= end && rest.length === 0;
}

const marker = object<Marker>((value) => {
  const at = day(value['day']);
  const called = name(value['name']);
  return at && called ? { day: at, name: called } : undefined;
});

const term = object<Term>((value) => {
  const schoolYear = whole(1900, 2199)(value['schoolYear']);
  const which = value['term'] === 1 || value['term'] === 2 ? value['term'] : undefined;
  const first = day(value['first']);
  const last = day(value['last']);
  if (!schoolYear || !which || (first && last && last < first)) return undefined;
  const source = text(400)(value['source'] ?? '') ?? '';
  return { schoolYear, term: which, ...(first && { first }), ...(last && { last }), source };
});

const notice = object<Notice>((value) => {
  const year = whole(1900, 2199)(value['year']);
  const source = text(400)(value['source'] ?? '');
  const { off, work } = value;
  if (!year || source === undefined || !Array.isArray(off) || !Array.isArray(work)) return undefined;
  const offs = off.length <= 60 && off.every((each) => isTuple(each, 3) && each[1]! <= each[2]!);
  const works = work.length <= 60 && work.every((each) => isTuple(each, 2));
  return offs && works
    ? { year, source, off: off as unknown as Notice['off'], work: work as unknown as Notice['work'] }
    : undefined;
});

/** A name and days. */
function isTuple(value: unknown, length: number): value is string[] {
  return Array.isArray(value) && value.length === length && !!name(value[0]) && value.slice(1).every(isDay);
}

const view = object<SavedView>((value) => {
  const called = name(value['name']);
  const face = text(40)(value['face']);
  const office = value['office'] === '' ? '' : readId(value['office']);
  const look = text(8_000)(value['look']);
  return called && face && office !== undefined && look !== undefined
    ? { name: called, face, office, look }
    : undefined;
});

const relation = object<Relation>((value) => {
  const from = readId(value['from']);
  const to = readId(value['to']);
  const title = text(400)(value['title'] ?? '');
  return from && to && title !== undefined ? { from, to, title } : undefined;
});

const brace = object<Brace>((value) => {
  const parent = value['parent'] === 'root' ? 'root' : readId(value['parent']);
  const first = readId(value['first']);
  const last = readId(value['last']);
  const title = text(400)(value['title'] ?? '');
  return parent && first && last && title !== undefined ? { parent, first, last, title } : undefined;
});

const lights = object<LightRules>((value) => {
  const names = perLight(value['names'], text(20));
  const hues = perLight(value['hues'], whole(0, 359));
  const latePoints = whole(0, 100)(value['latePoints']);
  const graceDays = whole(0, 366)(value['graceDays']);
  const soonDays = whole(0, 366)(value['soonDays']);
  return {
    ...(names && { names }),
    ...(hues && { hues }),
    ...(latePoints !== undefined && { latePoints }),
    ...(graceDays !== undefined && { graceDays }),
    ...(soonDays !== undefined && { soonDays }),
  };
});

function perLight<T>(value: unknown, read: Reader<T>): Partial<Record<(typeof LIGHTS)[number], T>> | undefined {
  if (!isPlain(value)) return undefined;
  const found: Partial<Record<(typeof LIGHTS)[number], T>> = {};
  for (const light of LIGHTS) {
    const one = read(value[light]);
    if (one !== undefined && one !== '') found[light] = one;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

const suggestion = object<Suggestion>((value) => {
  const node = readId(value['node']);
  const field = text(40)(value['field']);
  const was = text(20_000)(value['was']);
  const now = text(20_000)(value['now']);
  const at = day(value['at']);
  const state = oneOf(['open', 'taken', 'left'] as const)(value['state']);
  if (!node || !field || was === undefined || now === undefined || !at || !state) return undefined;
  const by = text(120)(value['by'] ?? '') ?? '';
  const source = text(400)(value['source'] ?? '') ?? '';
  return { node, field, was, now, by, at, source, state, reason: text(2_000)(value['reason'] ?? '') ?? '' };
});

const waiver = object<Waiver>((value) => {
  const by = name(value['by']);
  const at = day(value['at']);
  const reason = text(2_000)(value['reason']);
  return by && at && reason !== undefined ? { by, at, reason } : undefined;
});

const opinion = object<Opinion>((value) => {
  const node = readId(value['node']);
  const office = value['office'] === '' ? '' : readId(value['office']);
  const at = day(value['at']);
  const words = text(5_000)(value['words']);
  const answer = oneOf(['open', 'taken', 'part', 'left'] as const)(value['answer']);
  if (!node || office === undefined || !at || !words || !answer) return undefined;
  const by = text(120)(value['by'] ?? '') ?? '';
  return { node, office, by, at, words, answer, reason: text(2_000)(value['reason'] ?? '') ?? '' };
});

const report = object<Report>((value) => {
  const node = readId(value['node']);
  const at = day(value['at']);
  const progress = whole(0, 100)(value['progress']);
  const words = text(2_000)(value['words'] ?? '');
  if (!node || !at || words === undefined || (progress === undefined && !words)) return undefined;
  const by = text(120)(value['by'] ?? '') ?? '';
  return { node, at, by, ...(progress !== undefined && { progress }), words };
});

export const RECORD_READERS: { readonly [S in Sort]: Reader<RecordTypes[S]> } = {
  baseline,
  marker,
  term,
  notice,
  view,
  relation,
  brace,
  lights,
  suggestion,
  waiver,
  opinion,
  report,
};
