// What is kept in documents and said on the wire, as fingerprints per version: neither can change unnoticed.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readRecordKey } from '../shared/doc/records.ts';
import * as schema from '../shared/doc/schema.ts';
import { RECORD_READERS } from '../shared/model/record-readers.ts';
import { readId, readOrder } from '../shared/model/readers.ts';
import type { Reader } from '../shared/model/readers.ts';
import { CLOSE, REMEDY } from '../shared/protocol/close.ts';
import * as messages from '../shared/protocol/messages.ts';
import { PRESENCE_BYTES, readPresence } from '../shared/protocol/presence.ts';

/**
 * When one of these fails, a stored document or an older page may no longer be understood.
 * An addition that old readers ignore: write down the new fingerprint. Anything else: raise the version in its home
 * (SCHEMA with a migration, NOTE_SCHEMA, PROTOCOL) and add a line; the old line stays as history.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'schema 1': 'e7ca34b17ec9c5f3',
  'note schema 1': '18eab0d385824b80',
  'protocol 1': 'aa07f24fdcea8d6d',
};

/** One value of every sort a field may meet, so that a reader that takes more or less than before shows. */
const PROBES: readonly unknown[] = [
  ...[
    'section',
    'item',
    'clause',
    'task',
    'milestone',
    'phase',
    'root',
    'bin',
    '',
    '甲',
    'a0',
    'a-0',
    '2019-02-28',
    '2019-02-30',
  ],
  ...[0, 1, 50, 100, 101, 359, 360, 1899, 1900, 2199, -1, 0.5, Number.NaN, true, false, null],
  ...['x'.repeat(60), 'x'.repeat(61), 'x'.repeat(2000), 'x'.repeat(2001)],
  ...[[], ['甲'], [1], {}, { k: 'v' }, { k: 1 }],
  ...['todo', 'doing', 'done', 'late', 'hold', 'red'].map((light) => ({ light, reason: 'r' })),
  ...['day', 'month', 'quarter', 'half', 'year', 'week'].map((grain) => ({
    start: '2019-01-01',
    end: '2019-12-31',
    grain,
  })),
  { start: '2019-02-01', end: '2019-01-01' },
  { parent: 'root', order: 'a0', turn: 0, was: 'root' },
  { parent: 'abcdef012345', order: 'a0V', turn: 7, was: 'bin' },
  { parent: 'root', order: '', turn: 0, was: 'root' },
  ...['FS', 'SS', 'FF', 'SF', 'XX'].map((type) => ({ type, lag: 1 })),
  ...['by', 'range', 'ongoing', 'recurring', 'relative', 'soon'].map((kind) => ({ kind, words: '3月底前' })),
  ...['text', 'meeting', 'guess', 'dream'].map((how) => ({ how, words: '上半年', from: 3, to: 6 })),
  { times: 6, done: ['2019-03-01'] },
  { times: 0, done: [] },
  { chief: '甲', duty: '乙', contact: '丙', other: '丁' },
  ...['done', 'carry', 'routine', 'close', 'gone'].map((fate) => ({ plan: 'a', node: 'b', year: 2018, fate })),
  ...['carry', 'gone'],
  { name: '定稿', at: '2019-03-01', by: '甲', spans: { a: '2019-01-01/2019-02-01' } },
  { name: '定稿', at: '2019-03-01', by: '甲', spans: { a: '2019-02-01/2019-01-01' } },
  { day: '2019-03-01', name: '开学' },
  { schoolYear: 2019, term: 1, first: '2019-09-02', last: '2020-01-17', source: '' },
  { year: 2027, source: '', off: [['元旦', '2027-01-01', '2027-01-03']], work: [['元旦', '2027-01-09']] },
  { name: '我科室', face: 'list', office: 'a', look: '{}' },
  { from: 'a', to: 'b', title: '' },
  { parent: 'a', first: 'b', last: 'c', title: '概括' },
  { names: { late: '红灯' }, hues: { late: 20 }, latePoints: 10, graceDays: 3, soonDays: 7 },
  { node: 'a', field: 'title', was: '', now: '甲', by: '', at: '2019-03-01', source: '', state: 'open', reason: '' },
  { by: '甲', at: '2019-03-01', reason: '' },
  {
    name: '定稿',
    at: '2019-03-01',
    by: '甲',
    spans: {},
    texts: [{ node: 'a', kind: 'clause', mark: '1.1', title: '甲', lead: ['o'], assist: [] }],
  },
  ...['open', 'taken', 'part', 'left', 'lost'].map((answer) => ({
    node: 'a',
    office: 'o',
    by: '',
    at: '2019-03-01',
    words: '甲',
    answer,
    reason: '',
  })),
  { node: 'a', at: '2019-03-01', by: '', progress: 30, words: '' },
  { node: 'a', at: '2019-03-01', by: '', words: '' },
];

const KEYS = [
  'marker/abc',
  'marker/',
  'what/abc',
  'lead/abc',
  'assist/abc',
  'helper/abc',
  'lead/',
  'a>b',
  'a>b>c',
  'a',
];

const DESCRIPTIONS: Readonly<Record<string, unknown>> = {
  [`schema ${schema.SCHEMA}`]: {
    roots: schema.ROOTS,
    node: readings(schema.NODE_FIELDS),
    office: readings(schema.OFFICE_FIELDS),
    meta: readings(schema.META_FIELDS),
    link: readings({ link: schema.readLink }),
    id: readings({ id: readId, order: readOrder }),
    records: readings(RECORD_READERS),
    keys: KEYS.map((key) => [
      key,
      schema.readMarkKey(key) ?? null,
      schema.readLinkKey(key) ?? null,
      readRecordKey(key) ?? null,
    ]),
  },
  [`note schema ${schema.NOTE_SCHEMA}`]: { elements: schema.NOTE_ELEMENTS, marks: schema.NOTE_MARKS },
  [`protocol ${messages.PROTOCOL}`]: {
    numbers: Object.entries(messages).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    close: CLOSE,
    remedy: REMEDY,
    presence: readPresence({
      user: { name: '张', office: '局基教科', role: 'editor', color: '#aa3322' },
      view: 'gantt',
      selected: ['a', 1],
      draft: { node: 'a', span: { start: '2019-01-01', end: '2019-01-02' } },
      more: 'ignored',
    }),
    presenceBytes: PRESENCE_BYTES,
  },
};

describe('nothing kept or sent changes without its version', () => {
  test.each(Object.keys(DESCRIPTIONS))('%s', (name) => {
    expect({ [name]: fingerprint(DESCRIPTIONS[name]) }).toEqual({ [name]: KNOWN[name] });
  });

  test('a changed description has another fingerprint', () => {
    expect(fingerprint({ roots: ['meta', 'nodes'] })).not.toBe(fingerprint({ roots: ['meta', 'node'] }));
  });
});

function readings(fields: Readonly<Record<string, Reader<unknown>>>): unknown {
  return Object.entries(fields).map(([key, read]) => [key, PROBES.map((probe) => read(probe) ?? null)]);
}

function fingerprint(description: unknown): string {
  return createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 16);
}
