// Calendars, Markdown and CSV as other people's libraries read them: ical.js, by which Thunderbird does, marked and csv-parse.
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { expect, test } from 'vitest';
import { allRows } from '../../../shared/export/chart.ts';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportInput } from '../../../shared/export/format.ts';
import { addDays } from '../../../shared/model/day.ts';
import { SAMPLE, contentsOfOutlines } from './kit.ts';

const sample: ExportInput = { ...SAMPLE, today: '2019-06-18', address: 'https://plan.example.cn/plan/plan1' };
const SIGNS = '*甲*_乙_ `丙` [丁](戊) <b>己</b> # 庚 | 辛 ~~壬~~ ![癸](子) 1. \\丑, ; : " 寅 & &lt; 卯';

const text = async (id: 'ics' | 'md' | 'csv', input: ExportInput): Promise<string> =>
  (await runExport(id, input, { lang: 'zh' })).file as string;

async function eventsOf(input: ExportInput): Promise<ReadonlyMap<string, ICAL.Event>> {
  const calendar = new ICAL.Component(ICAL.parse(await text('ics', input)));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return new Map(events.map((event) => [event.uid.split('@')[0]!, event]));
}

test('ical.js has every span as whole days, under the words of the plan', async () => {
  const events = await eventsOf(sample);
  const dated = [...SAMPLE.plan.nodes.values()].filter(({ span }) => span);
  expect(dated.length).toBeGreaterThan(40);
  for (const { id, span, title } of dated) {
    const event = events.get(id)!;
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      span!.start,
      addDays(span!.end, 1),
    ]);
    expect(event.summary).toContain(title.trim());
  }
});

/** The words of a token without what only sets them. */
function words(token: Token): string {
  if ('tokens' in token && token.tokens) return token.tokens.map(words).join('');
  if (token.type === 'image') throw new Error(`a picture: ${token.raw}`);
  return decoded('text' in token ? (token.text as string) : token.raw);
}

const decoded = (html: string): string =>
  html.replace(
    /&(lt|gt|amp|quot|#39);/g,
    (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name as string] ?? "'",
  );

const items = (tokens: readonly Token[]): readonly Tokens.ListItem[] =>
  tokens.flatMap((token) =>
    token.type === 'list' ? (token as Tokens.List).items.flatMap((item) => [item, ...items(item.tokens)]) : [],
  );

test('marked has sections and items as headings, each measure in its list', async () => {
  const tokens = lexer(await text('md', sample));
  const heads = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const said = heads.map((head) => [head.depth, words(head)] as const);
  const listed = items(tokens).map(words);
  for (const { id, kind, depth } of allRows(SAMPLE.plan)) {
    const title = SAMPLE.plan.nodes.get(id)!.title.trim();
    if (kind === 'section' || kind === 'item')
      expect(
        said.some(([level, each]) => level === depth + 2 && each.includes(title)),
        title,
      ).toBe(true);
    else
      expect(
        listed.some((each) => each.includes(title.replace(/。$/, ''))),
        title,
      ).toBe(true);
  }
});

test('signs that mean something to either are words again', async () => {
  const span = { start: '2019-12-31', end: '2019-12-31' };
  const contents = contentsOfOutlines([
    {
      kind: 'section',
      title: SIGNS,
      children: [{ kind: 'item', title: SIGNS, children: [{ kind: 'clause', title: `1. ${SIGNS}`, span }] }],
    },
  ]);
  const input = { ...contents, today: '2019-06-18' };
  const [event] = (await eventsOf(input)).values();
  expect(event!.summary).toContain(`1. ${SIGNS}`);
  expect(event!.endDate.toString()).toBe('2020-01-01');
  const tokens = lexer(await text('md', input));
  const heads = tokens.filter(({ type }) => type === 'heading').map(words);
  expect(heads.filter((each) => each.includes(SIGNS))).toHaveLength(2);
  expect(
    items(tokens)
      .map(words)
      .filter((each) => each.includes(SIGNS.slice(0, 40))),
  ).not.toHaveLength(0);
});

test('csv-parse has one row for each task, its words in the cells they belong to', async () => {
  const rows = parse(await text('csv', sample), { bom: true, relax_column_count: false }) as readonly string[][];
  const head = rows.findIndex((row) => row.includes('具体任务'));
  const [task, lead] = ['具体任务', '牵头'].map((word) => rows[head]!.findIndex((cell) => cell.startsWith(word)));
  for (const { kind, title, lead: leads } of SAMPLE.plan.nodes.values()) {
    if (kind !== 'clause') continue;
    const row = rows.find((each) => each[task!]!.includes(title.trim().replace(/。$/, '')));
    expect(row, title).toBeDefined();
    for (const office of leads.keys()) expect(row![lead!]).toContain(SAMPLE.plan.offices.get(office)!.name);
  }
});

test('quotes, commas and line ends in a title stay within their cell', async () => {
  const title = '甲"乙", 丙\r\n丁;戊\t己';
  const contents = contentsOfOutlines([
    { kind: 'section', title: '部', children: [{ kind: 'item', title: '项', children: [{ kind: 'clause', title }] }] },
  ]);
  const rows = parse(await text('csv', { ...contents, today: '2019-06-18' }), { bom: true }) as readonly string[][];
  const cells = rows.flat().map((cell) => cell.replace(/\s/g, ''));
  expect(cells).toContain(title.replace(/\s/g, ''));
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});
