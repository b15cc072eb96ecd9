// What is kept in documents and said on the wire, as fingerprints per version: neither can change unnoticed.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as schema from '../shared/doc/schema.ts';
import { CLOSE, REMEDY } from '../shared/protocol/close.ts';
import * as messages from '../shared/protocol/messages.ts';
import { PRESENCE_BYTES, readPresence } from '../shared/protocol/presence.ts';

/**
 * When one of these fails, a stored document or an older page may no longer be understood.
 * An addition that old readers ignore: write down the new fingerprint. Anything else: raise the version in its home
 * (SCHEMA with a migration, NOTE_SCHEMA, PROTOCOL) and add a line; the old line stays as history.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'schema 1': '6a98b988e6694247',
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
];

const KEYS = ['lead/abc', 'assist/abc', 'helper/abc', 'lead/', 'a>b', 'a>b>c', 'a'];

const DESCRIPTIONS: Readonly<Record<string, unknown>> = {
  [`schema ${schema.SCHEMA}`]: {
    roots: schema.ROOTS,
    node: readings(schema.NODE_FIELDS),
    office: readings(schema.OFFICE_FIELDS),
    meta: readings(schema.META_FIELDS),
    link: readings({ link: schema.readLink }),
    id: readings({ id: schema.readId, order: schema.readOrder }),
    keys: KEYS.map((key) => [key, schema.readMarkKey(key) ?? null, schema.readLinkKey(key) ?? null]),
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

function readings(fields: Readonly<Record<string, schema.Reader<unknown>>>): unknown {
  return Object.entries(fields).map(([key, read]) => [key, PROBES.map((probe) => read(probe) ?? null)]);
}

function fingerprint(description: unknown): string {
  return createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 16);
}
