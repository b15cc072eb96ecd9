// What every format owes: valid files of any plan however ugly, the same bytes twice, and other programs that read them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { typeFonts } from '../../../server/fonts.ts';
import { commit } from '../../../shared/doc/commit.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { revisionOf } from '../../../shared/doc/state.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import type { ExportInput, ExportOptions, Exporter } from '../../../shared/export/format.ts';
import { noticeText } from '../../../shared/export/notices.ts';
import { docOf, idOf, planOf } from '../../kit/plan.ts';
import { allPresent } from '../../programs.mjs';
import { OFFICIAL, SAMPLE, all, contentsOfOutlines, one, parseXml } from './kit.ts';
import type { Element } from './kit.ts';

const TODAY = '2019-06-18';
const sample: ExportInput = { ...SAMPLE, today: TODAY };
const official: ExportInput = { ...OFFICIAL, today: TODAY };
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGyTiDwAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const options: ExportOptions = {
  lang: 'zh',
  rasterise: async () => ({ png: PIXEL, missing: [] }),
  fonts: await typeFonts(),
};
const FOLDER = mkdtempSync(join(tmpdir(), 'guatu-formats-'));

const EVIL = 'a\u0001\u000b𠮷\ud842\ufffe\uffff<&">]]>\n=1+1,;\\b';

function evil(): ExportInput {
  const base = planOf('一\n  甲\n    甲一 03-01..06-30 @局办公室\n      ◆ 节点 05-20', 1, {
    title: EVIL,
    preamble: EVIL,
  });
  const id = idOf(base, '甲一');
  const nodes = new Map(
    [...base.nodes].map(([key, node]) => [key, { ...node, title: EVIL, deliverable: EVIL, issue: EVIL }]),
  );
  const offices = new Map([...base.offices].map(([key, office]) => [key, { ...office, name: EVIL }]));
  const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: EVIL.repeat(9) }] }] };
  return { plan: { ...base, nodes, offices }, notes: new Map([[id, note]]), today: TODAY };
}

const long = '长'.repeat(40_000);
const CASES: Readonly<Record<string, ExportInput>> = {
  'a demonstration': sample,
  'a plan without a date': official,
  'an empty plan': { ...contentsOfOutlines([], { title: '' }), today: TODAY },
  'characters that files cannot hold': evil(),
  'a title of forty thousand characters': {
    ...contentsOfOutlines([{ kind: 'section', title: long, children: [{ kind: 'item', title: long }] }]),
    today: TODAY,
  },
};

describe.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))('%s', (id, exporter) => {
  test.each(Object.entries(CASES))('of %s is a valid file, the same one twice', async (_, input) => {
    const { file } = await runExport(id, input, options);
    check(exporter, file);
    expect((await runExport(id, input, options)).file).toEqual(file);
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(runExport(id, sample, { ...options, signal })).rejects.toThrow(/abort/i);
  });
});

test('whoever exports is told what the file lacks', async () => {
  const told = async (id: 'ics' | 'opml' | 'mspdi', input: ExportInput): Promise<readonly string[]> =>
    (await runExport(id, input, options)).notices.map(({ code }) => code);
  expect(await told('ics', official)).toEqual(['no-dates']);
  expect(await told('opml', official)).toEqual([]);
  expect(await told('ics', CASES['an empty plan']!)).toEqual(['empty']);
  expect(await told('opml', evil())).toEqual(['characters']);
  expect(await told('mspdi', CASES['a title of forty thousand characters']!)).toContain('shortened');
  for (const lang of ['zh', 'en'] as const) expect(noticeText({ code: 'shortened', detail: '3' }, lang)).toMatch(/3/);
});

/** Of each kind by something that is not ours. */
function check({ ext, id }: Exporter, file: Uint8Array | string): void {
  const path = join(FOLDER, `${id}.${ext}`);
  writeFileSync(path, file);
  // oxlint-disable-next-line no-control-regex -- what must not be there
  if (typeof file === 'string' && !['txt', 'json'].includes(ext))
    expect(file).not.toMatch(/[\u0001\u000b\ufffe\uffff\p{Surrogate}]/u);
  if (['svg', 'xml', 'opml', 'mm'].includes(ext)) xmllint(path);
  if (['docx', 'xlsx', 'xmind'].includes(ext)) zipped(path);
  if (ext === 'pdf' && allPresent(['pdftotext'], 'no PDF was opened')) execFileSync('pdfinfo', [path]);
  if (ext === 'json') JSON.parse(file as string);
}

function xmllint(path: string): void {
  if (!allPresent(['xmllint'], 'no XML was parsed')) return;
  execFileSync('xmllint', ['--noout', '--huge', '--nonet', path]);
}

function zipped(path: string): void {
  if (allPresent(['unzip'], 'no archive was tested')) execFileSync('unzip', ['-qqt', path]);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
    if (!/\.(xml|rels|svg)$/.test(name)) continue;
    const part = join(FOLDER, name.replaceAll('/', '-'));
    writeFileSync(part, bytes);
    xmllint(part);
  }
}

describe('XLSX', () => {
  const reads = allPresent(['soffice'], 'the task list was not opened as a spreadsheet');
  test.runIf(reads)(
    'reads in LibreOffice as the task list it is',
    async () => {
      const { file } = await runExport('xlsx', sample, options);
      writeFileSync(join(FOLDER, 'list.xlsx'), file);
      const profile = `-env:UserInstallation=file://${FOLDER}/profile`;
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1';
      execFileSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        FOLDER,
        join(FOLDER, 'list.xlsx'),
      ]);
      const rows = readFileSync(join(FOLDER, 'list-任务清单.csv'), 'utf8').split('\n');
      expect(rows[0]).toContain('任务清单');
      expect(rows[1]).toMatch(/^序号,重点工作,具体任务,/);
      for (const { title, kind } of SAMPLE.plan.nodes.values())
        if (kind === 'clause') expect(rows.join('\n').replaceAll('""', '"')).toContain(title.trim());
    },
    60_000,
  );

  test('holds days as days, lists to choose from, and prints on A4 across with its head repeated', async () => {
    const { file } = await runExport('xlsx', sample, options);
    const parts = unzipSync(file as Uint8Array);
    const sheet = parseXml(strFromU8(parts['xl/worksheets/sheet1.xml']!));
    expect(sheet.children.map(({ tag }) => tag)).toEqual(
      inOrder(
        sheet,
        'sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells dataValidations printOptions pageMargins pageSetup headerFooter',
      ),
    );
    expect(one(sheet, 'pageSetup').attrs).toMatchObject({
      paperSize: '9',
      orientation: 'landscape',
      fitToWidth: '1',
      fitToHeight: '0',
    });
    expect(one(sheet, 'pane').attrs).toMatchObject({ ySplit: '2', state: 'frozen' });
    const lists = all(sheet, 'formula1').map(({ text }) => text);
    expect(lists).toEqual(["'名册'!$A$2:$A$24", "'名册'!$B$2:$B$6"]);
    const book = parseXml(strFromU8(parts['xl/workbook.xml']!));
    expect(all(book, 'definedName').map(({ attrs, text }) => [attrs['name'], text])).toEqual([
      ['_xlnm.Print_Area', expect.stringMatching(/^'任务清单'!\$A\$1:\$P\$\d+$/)],
      ['_xlnm.Print_Titles', "'任务清单'!$2:$2"],
      ['_xlnm.Print_Area', expect.stringMatching(/^'待补清单'!\$A\$1:\$E\$\d+$/)],
      ['_xlnm.Print_Titles', "'待补清单'!$1:$1"],
    ]);
    expect(all(book, 'sheet').map(({ attrs }) => attrs['state'])).toEqual([undefined, undefined, 'hidden']);
    // Day 43466 is the first of 2019.
    const days = all(sheet, 'c').filter(({ attrs }) => attrs['s'] === '6' && attrs['r']!.startsWith('J'));
    const ends = days
      .map((cell) => all(cell, 'v')[0]?.text)
      .filter(Boolean)
      .map((n) => Number(n) - 43466);
    expect(ends.length).toBeGreaterThan(30);
    for (const n of ends) expect(n >= 0 && n < 2 * 366).toBe(true);
  });

  test('names each row by its node in a hidden column, so that it can come back', async () => {
    const { file } = await runExport('xlsx', sample, options);
    const parts = unzipSync(file as Uint8Array);
    const sheet = parseXml(strFromU8(parts['xl/worksheets/sheet1.xml']!));
    expect(
      all(sheet, 'col')
        .filter(({ attrs }) => attrs['hidden'] === '1')
        .map(({ attrs }) => attrs['min']),
    ).toEqual(['17', '18']);
    const strings = all(parseXml(strFromU8(parts['xl/sharedStrings.xml']!)), 'si').map(({ text }) => text);
    const ids = all(sheet, 'c')
      .filter(({ attrs }) => attrs['r']!.startsWith('Q'))
      .flatMap((cell) => all(cell, 'v').map(({ text }) => strings[Number(text)]!))
      .slice(1);
    expect(new Set(ids).size).toBe(ids.length);
    for (const node of SAMPLE.plan.nodes.values()) if (node.kind === 'clause') expect(ids).toContain(node.id);
  });

  test('of one office holds its work only', async () => {
    const office = [...SAMPLE.plan.offices.values()].find(({ name }) => name === '局基教科')!.id;
    const { file } = await runExport('csv', sample, { ...options, office });
    const lines = (file as string).split('\r\n');
    const of = (line: string): boolean => line.includes('局基教科');
    expect(lines.filter(of)).toHaveLength(8);
    expect((file as string).length).toBeLessThan(((await runExport('csv', sample, options)).file as string).length / 2);
  });
});

test('a cell of CSV is never run as a formula', async () => {
  const plan = {
    ...contentsOfOutlines([{ kind: 'item', title: '=HYPERLINK("http://x")', deliverable: '@办' }]),
    today: TODAY,
  };
  const { file } = await runExport('csv', plan, options);
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(file).toContain(`,'@办,`);
  expect(file).not.toMatch(/[,\n][=@]/);
});

describe('iCalendar', () => {
  const read = async (input: ExportInput, office?: string): Promise<readonly string[]> => {
    const { file } = await runExport('ics', input, { ...options, office });
    for (const line of (file as string).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    return (file as string).replaceAll('\r\n ', '').split('\r\n');
  };

  test('is one all-day event for each dated work, its end the day after', async () => {
    const lines = await read(sample);
    const dated = [...SAMPLE.plan.nodes.values()].filter(({ span }) => span);
    expect(lines.filter((line) => line.startsWith('UID:')).sort()).toEqual(
      dated.map(({ id }) => `UID:${id}@plan.guatu`).sort(),
    );
    const [some] = dated;
    const at = lines.indexOf(`UID:${some!.id}@plan.guatu`);
    expect(lines.slice(at).find((line) => line.startsWith('DTSTART'))).toBe(
      `DTSTART;VALUE=DATE:${some!.span!.start.replaceAll('-', '')}`,
    );
    const end = new Date(Date.parse(some!.span!.end) + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    expect(lines.slice(at).find((line) => line.startsWith('DTEND'))).toBe(`DTEND;VALUE=DATE:${end}`);
  });

  test('of one office is its work only, under the same UIDs', async () => {
    const office = [...SAMPLE.plan.offices.values()].find(({ name }) => name === '局基教科')!.id;
    const some = (await read(sample, office)).filter((line) => line.startsWith('UID:'));
    const every = (await read(sample)).filter((line) => line.startsWith('UID:'));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(every.length / 2);
    for (const uid of some) expect(every).toContain(uid);
  });
});

describe('Microsoft Project', () => {
  const project = async (input: ExportInput): Promise<Element> =>
    parseXml((await runExport('mspdi', input, options)).file as string);
  const ORDER: Readonly<Record<string, string>> = {
    Project:
      'SaveVersion Name Title CreationDate ScheduleFromStart StartDate FinishDate CurrencyCode CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DurationFormat HonorConstraints NewTasksEstimated WeekStartDay NewTasksAreManual ExtendedAttributes Calendars Tasks Resources Assignments',
    Calendar: 'UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions',
    WeekDay: 'DayType DayWorking TimePeriod WorkingTimes',
    Exception: 'EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes',
    Task: 'UID ID Name Active Manual Type IsNull WBS OutlineNumber OutlineLevel Priority Start Finish Duration ManualStart ManualFinish ManualDuration DurationFormat Estimated Milestone Summary PercentComplete ConstraintType CalendarUID ConstraintDate Notes PredecessorLink ExtendedAttribute Baseline',
    PredecessorLink: 'PredecessorUID Type CrossProject LinkLag LagFormat',
    Baseline: 'Number Start Finish Duration DurationFormat',
    Resource: 'UID ID Name Type IsNull Initials Group MaxUnits CalendarUID',
    Assignment: 'UID TaskUID ResourceUID Units',
  };
  const of = (task: Element, name: string): string | undefined => task.children.find(({ tag }) => tag === name)?.text;

  test('keeps every element in the order of its schema', async () => {
    const xml = await project(sample);
    expect(xml.children.map(({ tag }) => tag)).toEqual(inOrder(xml, ORDER['Project']!));
    for (const [tag, order] of Object.entries(ORDER))
      for (const element of all(xml, tag)) {
        const tags = element.children.map((child) => child.tag);
        expect(tags).toEqual(inOrder(element, order));
      }
  });

  test('holds dates, links of four types with lag, baselines, offices and the calendar with 调休', async () => {
    const base = planOf(
      '一\n  甲\n    甲一 03-01..03-31 40% @局办公室\n    甲二 04-01..04-30\n    甲三\n      ◆ 节点 05-20',
    );
    const [one_, two] = [idOf(base, '甲一'), idOf(base, '甲二')];
    const types = ['FS', 'SS', 'FF', 'SF'] as const;
    const expected = [1, 3, 0, 2];
    const baseline = { name: '定稿', at: '2019-01-31', by: '', spans: { [one_]: '2019-02-01/2019-02-28' } };
    for (const [index, type] of types.entries()) {
      const plan = {
        ...base,
        links: new Map([[`${one_}>${two}`, { from: one_, to: two, type, lag: 3 }]]),
        records: { ...base.records, baseline: new Map([['b', baseline]]) },
      };
      const xml = await project({ plan, notes: new Map(), today: TODAY });
      const tasks = all(xml, 'Task');
      const link = one(xml, 'PredecessorLink');
      expect(of(link, 'Type')).toBe(String(expected[index]));
      expect([of(link, 'LinkLag'), of(link, 'LagFormat')]).toEqual([String(3 * 14_400), '8']);
      const task = tasks.find((each) => of(each, 'Name') === '甲一')!;
      expect([
        of(task, 'Start'),
        of(task, 'Finish'),
        of(task, 'Duration'),
        of(task, 'PercentComplete'),
        of(task, 'OutlineLevel'),
      ]).toEqual(
        // 21 working days.
        ['2019-03-01T08:00:00', '2019-03-31T17:00:00', 'PT168H0M0S', '40', '3'],
      );
      const kept = one(task, 'Baseline');
      expect([of(kept, 'Number'), of(kept, 'Start'), of(kept, 'Finish')]).toEqual([
        '0',
        '2019-02-01T08:00:00',
        '2019-02-28T17:00:00',
      ]);
      const milestone = tasks.find((each) => of(each, 'Name') === '节点')!;
      expect([of(milestone, 'Milestone'), of(milestone, 'Duration'), of(milestone, 'Finish')]).toEqual([
        '1',
        'PT0H0M0S',
        '2019-05-20T17:00:00',
      ]);
      expect(all(xml, 'Resource').map((each) => of(each, 'Name'))).toEqual(['局办公室']);
      expect(of(one(xml, 'Assignment'), 'TaskUID')).toBe(of(task, 'UID'));
      const worked = all(xml, 'Exception')
        .filter((each) => of(each, 'DayWorking') === '1')
        .map((each) => one(each, 'FromDate').text.slice(0, 10));
      expect(worked).toEqual(['2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12']);
    }
  });
});

describe('outlines and mind maps', () => {
  const ids = [...SAMPLE.plan.nodes.values()].filter(({ id }) => SAMPLE.plan.tree.parent.has(id)).map(({ id }) => id);

  test('OPML and FreeMind hold every node once, in its place, with its note', async () => {
    const opml = parseXml((await runExport('opml', sample, options)).file as string);
    const mm = parseXml((await runExport('mm', sample, options)).file as string);
    expect(all(opml, 'outline').map(({ attrs }) => attrs['id'])).toEqual(
      all(mm, 'node')
        .slice(1)
        .map(({ attrs }) => attrs['ID']!.slice(3)),
    );
    expect(
      all(opml, 'outline')
        .map(({ attrs }) => attrs['id'])
        .sort(),
    ).toEqual([...ids].sort());
    expect(all(opml, 'outline').filter(({ attrs }) => attrs['_note']).length).toBe(SAMPLE.notes.size);
    expect(all(mm, 'richcontent').length).toBe(SAMPLE.notes.size);
  });

  test('XMind holds the same tree twice, for new readers and for old', async () => {
    const parts = unzipSync((await runExport('xmind', sample, options)).file as Uint8Array);
    const [{ rootTopic }] = JSON.parse(strFromU8(parts['content.json']!)) as [{ rootTopic: Topic }];
    const flat = (topic: Topic): string[] => [topic.id, ...(topic.children?.attached ?? []).flatMap(flat)];
    const old = all(parseXml(strFromU8(parts['content.xml']!)), 'topic').map(({ attrs }) => attrs['id']!);
    expect(flat(rootTopic)).toEqual(old);
    expect(flat(rootTopic).slice(1).sort()).toEqual([...ids].sort());
    expect(Object.keys(parts).sort()).toEqual([
      'META-INF/manifest.xml',
      'content.json',
      'content.xml',
      'manifest.json',
      'metadata.json',
    ]);
  });

  test('Markdown has a heading for each section and item, and every clause', async () => {
    const [text = '', wanting] = ((await runExport('md', sample, options)).file as string).split(
      '<!-- guatu:findings -->',
    );
    expect(wanting).toContain('## 待补清单');
    expect(wanting).toContain('没有日期');
    expect(text.match(/^## /gm)).toHaveLength(8);
    expect(text.match(/^### \d+\. /gm)).toHaveLength(28);
    expect(text.match(/^- /gm)!.length).toBe(39);
  });
});

interface Topic {
  readonly id: string;
  readonly children?: { readonly attached: readonly Topic[] };
}

/** The element's children as they would have to stand; one that the list lacks stands last and alone. */
function inOrder({ children }: Element, order: string): readonly string[] {
  const places = order.split(' ');
  const tags = children.map(({ tag }) => tag).filter((tag) => tag !== '#text');
  const unknown = tags.filter((tag) => !places.includes(tag)).map((tag) => `? ${tag}`);
  return [
    ...tags.filter((tag) => places.includes(tag)).sort((a, b) => places.indexOf(a) - places.indexOf(b)),
    ...unknown,
  ];
}

describe('a calendar that is exported again', () => {
  test('is the same file for the same plan, and replaces the events of the one before the edit', async () => {
    const doc = docOf('一\n  甲\n    甲一 03-01..04-30');
    const made = async (): Promise<string> => {
      const contents = { plan: readPlan(doc), notes: new Map(), today: '2019-02-01', revision: revisionOf(doc) };
      return (await runExport('ics', contents, options)).file as string;
    };
    const first = await made();
    expect(await made()).toBe(first);
    const id = idOf(readPlan(doc), '甲一');
    commit(doc, [{ do: 'put', id, key: 'span', value: { start: '2019-03-01', end: '2019-05-31' } }], {});
    const second = await made();
    const of = (file: string, name: string): string => new RegExp(`^${name}:(.*)\r$`, 'm').exec(file)![1]!;
    expect(of(second, 'UID')).toBe(of(first, 'UID'));
    expect(Number(of(second, 'SEQUENCE'))).toBeGreaterThan(Number(of(first, 'SEQUENCE')));
  });
});
