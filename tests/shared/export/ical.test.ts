// Calendars as a strict reader takes them: cut into lines between characters, escaped, whole days whose end is the day after, the same names for ever.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportInput } from '../../../shared/export/format.ts';
import { legalXml } from '../../../shared/export/clean.ts';
import { addDays } from '../../../shared/model/day.ts';
import { dateOf, only, readIcal, text, texts } from '../../kit/ical.ts';
import type { Component } from '../../kit/ical.ts';
import { SAMPLE, contentsOfOutlines } from './kit.ts';

const sample: ExportInput = { ...SAMPLE, today: '2019-06-18', address: 'https://plan.example.cn/plan/plan1' };

async function read(input: ExportInput, office?: string): Promise<Component> {
  const { file } = await runExport('ics', input, { lang: 'zh', office });
  return readIcal(new TextEncoder().encode(file as string));
}

const uidOf = (event: Component): string => only(event, 'UID').value;

describe('the sample', () => {
  test('is a calendar with what the standard asks of it, each event named once', async () => {
    const calendar = await read(sample);
    expect(calendar.name).toBe('VCALENDAR');
    expect(only(calendar, 'VERSION').value).toBe('2.0');
    expect(only(calendar, 'PRODID').value).not.toBe('');
    const uids = calendar.children.map(uidOf);
    expect(uids.length).toBeGreaterThan(40);
    expect(new Set(uids).size).toBe(uids.length);
    for (const event of calendar.children) {
      expect(event.name).toBe('VEVENT');
      // Of the plan's day and of no clock: the same plan is the same file.
      expect(only(event, 'DTSTAMP').value).toMatch(/^\d{8}T000000Z$/);
      expect(only(event, 'URL').value).toMatch(/^https:\/\/plan\.example\.cn\//);
      expect(event.properties.filter(({ name }) => name === 'DURATION')).toEqual([]);
    }
  });

  test('has the days, the words and the offices of the plan', async () => {
    const calendar = await read(sample);
    const events = new Map(calendar.children.map((event) => [uidOf(event).split('@')[0]!, event]));
    for (const { id, title, span, lead } of SAMPLE.plan.nodes.values()) {
      if (!span) continue;
      const event = events.get(id)!;
      expect([dateOf(only(event, 'DTSTART')), dateOf(only(event, 'DTEND'))]).toEqual([
        span.start,
        addDays(span.end, 1),
      ]);
      expect(text(only(event, 'SUMMARY').value)).toContain(title.trim());
      const offices = [...lead.keys()].map((office) => SAMPLE.plan.offices.get(office)!.name);
      if (offices.length > 0) expect(texts(only(event, 'CATEGORIES').value)).toEqual(expect.arrayContaining(offices));
    }
  });

  test('of one office holds the same events under the same names', async () => {
    const office = [...SAMPLE.plan.offices.values()].find(({ name }) => name === '局基教科')!.id;
    const every = new Set((await read(sample)).children.map(uidOf));
    const some = (await read(sample, office)).children.map(uidOf);
    expect(some.length).toBeGreaterThan(0);
    for (const uid of some) expect(every.has(uid)).toBe(true);
  });
});

test('whatever people write comes back as they wrote it', async () => {
  const words = fc.string({
    unit: fc.constantFrom(...'推进，。；;,\\n:"=ab 1', '\n', '\u007f', '\u0007', '𠮷', '👨‍👩‍👧', 'é'),
    minLength: 1,
    maxLength: 120,
  });
  await fc.assert(
    fc.asyncProperty(words, words, async (title, lead) => {
      const contents = contentsOfOutlines([
        {
          kind: 'item',
          title: `工作${title}`,
          lead: [`科${lead}`],
          deliverable: title,
          span: { start: '2019-12-31', end: '2019-12-31' },
        },
      ]);
      const [event] = (await read({ ...contents, today: '2019-06-18' })).children;
      const [node] = [...contents.plan.nodes.values()];
      const said = text(only(event!, 'SUMMARY').value);
      expect(said.replace(/^1\.? /, '').trim()).toBe(legalXml(node!.title).replaceAll('\u007f', '').trim());
      expect(dateOf(only(event!, 'DTEND'))).toBe('2020-01-01');
    }),
    { numRuns: 300 },
  );
});

test('the reader refuses what the standard does not allow', () => {
  const calendar = (...lines: readonly string[]): Uint8Array =>
    new TextEncoder().encode(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
  expect(readIcal(calendar('X-A:一'))).toMatchObject({ name: 'VCALENDAR' });
  for (const wrong of ['X-A', `X-A:${'一'.repeat(24)}`, 'X A:1', 'X-A:1\n2', 'X-A:\u007f', 'END:VEVENT'])
    expect(() => readIcal(calendar(wrong)), wrong).toThrow();
  const cut = calendar(`X-A:${'一'.repeat(10)}`);
  const at = cut.indexOf(0xe4) + 1;
  expect(() => readIcal(Uint8Array.from([...cut.slice(0, at), 13, 10, 32, ...cut.slice(at)]))).toThrow();
  expect(() => text('a;b')).toThrow();
  expect(() => text('a\\x')).toThrow();
});
