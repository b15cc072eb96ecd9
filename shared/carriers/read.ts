// Bytes of any kind → a reading or a refusal. The file's content decides what it is; its name only where the content does not say.
import { isRefusedFile, planFromJson } from '../export/json.ts';

import { refusalText } from '../export/words.ts';

import { ROOT } from '../model/plan.ts';
import { parseCarried } from '../yaodian/carried.ts';
import type { Carried } from '../yaodian/carried.ts';
import type { Draft, ImportJson } from '../yaodian/draft.ts';
import { MOST_CHARS, MOST_LINES, tooLong } from '../yaodian/page.ts';
import { parse } from '../yaodian/parse.ts';
import { decodeText } from './decode.ts';
import { isDocx, readDocx } from './docx/docx.ts';
import { leftOutDoubts, withIds, withoutAnnexes } from './docx/told.ts';
import { jsonOf, readingOf } from './draft.ts';
import { fitted } from './fit.ts';
import { FILE_BYTES } from './limits.ts';
import type { CarrierId, Reading } from './reading.ts';
import { Unreadable } from './refusal.ts';
import type { CarrierRefusal } from './refusal.ts';
import { mapColumns } from './table/columns.ts';
import { readCsv, unguarded } from './table/csv.ts';
import type { Grid, Mapping } from './table/grid.ts';
import { readTable } from './table/rows.ts';
import { isXlsx, readXlsx } from './table/xlsx.ts';
import { freemindTopics } from './tree/freemind.ts';
import { readMarkdown } from './tree/markdown.ts';
import { mspdiTopics } from './tree/mspdi.ts';
import { opmlTopics } from './tree/opml.ts';
import { topicsOf } from './tree/plan.ts';
import { readTopics } from './tree/topics.ts';
import { isXmind, xmindTopics } from './tree/xmind.ts';
import { parseXmlText } from './xml.ts';
import { isZip, openZip } from './zip.ts';

export interface Carrier {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile {
  readonly reading: Reading;
  /** What the command line prints. */
  readonly json: ImportJson;
}

export function readCarrier(file: Carrier): ReadFile | CarrierRefusal {
  try {
    return readAny(file);
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    // A reader's own fault must not end the thread it runs in; what the file is worth, its refusal says.
    return { refused: 'fault', at: error instanceof RangeError ? 'size' : '' };
  }
}

/** A table once more, its columns taken for something else. */
export function readTableAgain({ carrier, table, title }: Reading, mapping: Mapping): Reading | CarrierRefusal {
  if (!table) throw new Error('a reading without a table has no columns');
  try {
    return fitted(readTable(carrier, table.grid, mapping, title));
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

export function isRefusedCarrier(read: object): read is CarrierRefusal {
  return 'refused' in read;
}

function readAny({ name, bytes }: Carrier): ReadFile {
  if (bytes.length > FILE_BYTES) throw new Unreadable('too-large', `${bytes.length >> 20} MB > ${FILE_BYTES >> 20} MB`);
  if (bytes.length === 0) throw new Unreadable('nothing');
  const ext = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (isZip(bytes)) return readZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable('old-office');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Unreadable('pdf');
  if (/^(docx|xlsx|xmind|docm|xlsm)$/.test(ext)) throw new Unreadable('zip-damaged');
  const text = decodeText(bytes);
  if (text === undefined) throw new Unreadable('not-text');
  return readWritten(text, ext, stem(name));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function stem(name: string): string {
  return name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
}

function readZip(bytes: Uint8Array): ReadFile {
  const archive = openZip(bytes);
  if (isDocx(archive)) {
    const docx = withoutAnnexes(readDocx(archive));
    const draft = parsed(docx.blocks);
    const reading = withIds(readingOf('docx', draft, leftOutDoubts(docx, draft)), draft, docx);
    return printed(reading, draft);
  }
  if (isXlsx(archive)) return tabular('xlsx', readXlsx(archive), '');
  if (isXmind(archive)) return printed(readTopics('xmind', xmindTopics(archive)));
  throw new Unreadable('unknown-kind');
}

function readWritten(text: string, ext: string, name: string): ReadFile {
  const head = text
    .slice(0, 2_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head.startsWith('<') && ext !== 'txt' && ext !== 'md') return readXmlFile(text);
  if (ext === 'json' || (head.startsWith('{') && /"format"\s*:\s*"guatu-plan"/.test(head))) return planFile(text);
  if (ext === 'csv' || ext === 'tsv') return tabular('csv', readCsv(text), name);
  if (ext === 'md' || ext === 'markdown') {
    short(text);
    const read = readMarkdown(text);
    if ('topics' in read) return printed(readTopics('md', read.topics));
    const draft = parsed(read.blocks);
    return printed(readingOf('md', draft), draft);
  }
  short(text);
  const draft = parse(text);
  return printed(readingOf('txt', draft), draft);
}

function short(text: string): void {
  const long = tooLong(text);
  if (!long) return;
  const [lines, chars, mostLines, mostChars] = [long.lines, long.chars, MOST_LINES, MOST_CHARS].map((n) =>
    n.toLocaleString('en-US'),
  );
  throw new Unreadable(
    'too-long',
    `最多 ${mostLines} 行、${mostChars} 字；这份 ${lines} 行、${chars} 字。At most ${mostLines} lines and ${mostChars} characters`,
  );
}

function parsed(blocks: readonly Carried[]): ReturnType<typeof parseCarried> {
  const chars = blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length),
    0,
  );
  short(`${'\n'.repeat(Math.min(blocks.length, 30_000))}${'x'.repeat(Math.min(chars, 600_000))}`);
  return parseCarried(blocks);
}

function readXmlFile(text: string): ReadFile {
  const root = parseXmlText(text, '');
  if (root.name === 'opml') return printed(readTopics('opml', opmlTopics(root)));
  if (root.name === 'map') return printed(readTopics('mm', freemindTopics(root)));
  const project = mspdiTopics(root);
  const { notices, baselines } = project;
  return printed({
    ...readTopics('mspdi', project),
    ...(notices.length > 0 && { notices }),
    ...(baselines.length > 0 && { baselines }),
  });
}

function tabular(carrier: CarrierId, grid: Grid, name: string): ReadFile {
  if (grid.rows.length === 0) throw new Unreadable('nothing');
  const mapping = mapColumns(grid);
  const own = carrier === 'csv' && mapping.fields.includes('id');
  return printed(readTable(carrier, own ? unguarded(grid) : grid, mapping, name));
}

function printed(read: Reading, draft?: Draft): ReadFile {
  const reading = fitted(read);
  return { reading, json: jsonOf(reading, draft) };
}

/** A plan file is shown as its own tree and founded whole. */
function planFile(text: string): ReadFile {
  const contents = planFromJson(text);
  if (isRefusedFile(contents))
    throw new Unreadable(
      'plan-file',
      refusalText(contents.refused, contents.problems.slice(0, 3), 'zh').replace(/\s*\n\s*/g, ' '),
    );
  const { plan } = contents;
  const topics = topicsOf(contents, ROOT);
  const { title, year, preamble } = plan.meta;
  const read = readTopics('json', { title, preamble, topics });
  const { doubts: _, ...kept } = read;
  return printed({ ...kept, year, doubts: [], contents });
}
