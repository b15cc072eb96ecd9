// The command line: import, export and link, for scripts and for checking. Reads the data directory of a server, running or not.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../shared/carriers/decode.ts';
import { FILE_BYTES } from '../shared/carriers/limits.ts';
import { saidOf } from '../shared/carriers/refusal.ts';
import { docOf } from '../shared/doc/state.ts';
import type { Contents } from '../shared/export/json.ts';
import { ALL_PLANS, inviteUrl, planPath } from '../shared/protocol/api.ts';
import { isRole } from '../shared/protocol/roles.ts';
import { makeAccess, readKey } from './access.ts';
import { readAddress } from './address.ts';
import { fontPlaces, readConfig } from './config.ts';
import { FORMATS, WISHES, contentsOfFile, countedOf, makeExporting } from './exporting.ts';
import type { Counted, Wish } from './exporting.ts';
import { officeNames } from './offices.ts';
import { readApart } from './reading.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** What a person must be told, and what the shell is: 1 for a refusal, 2 for a command that makes no sense. */
class Refused extends Error {
  readonly exit: 1 | 2;
  constructor(zh: string, en: string, exit: 1 | 2 = 1) {
    super(`${zh}\n${en}`);
    this.exit = exit;
  }
}

const USAGE = `用法 / Usage:
  npm run -s guatu -- import <文件.txt|.docx|.xlsx|.csv|.md|.opml|.mm|.xmind|.xml|.json>
      把要点文件解析成 JSON，输出到屏幕 / parse a document into JSON
  npm run -s guatu -- export <文件.txt | plan.json | 计划编号> --format ${FORMATS.join('|')} [--view text|list|gantt|mindmap] [--paper A4|A3|A0] [--fit page|tiles] [--office 部门] [--section 二] [--baseline 基线] [--beside 第二条基线] [--screen 屏幕.json] [--annexes all|checked|none] [--school shown|none] [--period 2019-Q2|2019-06] [--from 基线] [--to 基线|now] [--lang zh|en] -o <文件>
      导出 / export a text, a plan file or a plan of the server
  npm run -s guatu -- link <计划编号> --role chair|editor|viewer [--office 部门] [--token]
      生成邀请链接 / make an invitation link; --token prints the bare token
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  import: importFile,
  export: exportFile,
  link: makeLink,
};

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new Refused(
      name ? `没有“${name}”这个命令。` : USAGE,
      name ? `There is no command “${name}”.\n\n${USAGE}` : '',
      2,
    );
  await command(args);
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message.trimEnd() : describe(error)}\n`);
  process.exitCode = error instanceof Refused ? error.exit : 1;
}

async function importFile(args: readonly string[]): Promise<void> {
  const { positionals } = read(args, {});
  const path = only(positionals);
  const file = await readApart({ name: path, bytes: readBytes(path) });
  if ('refused' in file) {
    const { zh, en } = saidOf(file);
    throw new Refused(`${path}：${zh}`, `${path}: ${en}`);
  }
  process.stdout.write(`${JSON.stringify(file.json, null, 2)}\n`);
}

async function exportFile(args: readonly string[]): Promise<void> {
  const { positionals, values } = read(args, {
    format: { type: 'string' },
    ...Object.fromEntries(WISHES.map((name) => [name, { type: 'string' } as const])),
    output: { type: 'string', short: 'o' },
  });
  const source = only(positionals);
  const { format, output } = values;
  if (typeof format !== 'string' || !FORMATS.includes(format))
    throw new Refused(`请用 --format 指明格式：${FORMATS.join('、')}。`, `Say --format ${FORMATS.join('|')}.`, 2);
  if (typeof output !== 'string') throw new Refused('请用 -o 指明输出文件。', 'Say where to with -o <file>.', 2);
  const contents = /\.(txt|json)$/i.test(source) || existsSync(source) ? fromFile(source) : fromStore(source);
  const exporting = makeExporting(fontPlaces(readConfig(process.env)));
  const wishes = wishesIn(values);
  const screen = wishes.screen === undefined ? {} : { screen: readText(wishes.screen) };
  const made = await exporting.draw(contents, { ...wishes, ...screen, format });
  await exporting.stop();
  if ('refused' in made) throw new Refused(made.detail?.zh ?? made.refused, made.detail?.en ?? made.refused);
  for (const { zh, en } of made.notices) process.stderr.write(`${zh}\n${en}\n`);
  if (output === '-') process.stdout.write(made.bytes);
  else writeFile(output, made.bytes);
}

/** What was said besides the format. */
function wishesIn(values: Readonly<Record<string, unknown>>): Partial<Wish> {
  return Object.fromEntries(WISHES.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : [])));
}

async function makeLink(args: readonly string[]): Promise<void> {
  const { positionals, values } = read(args, {
    role: { type: 'string' },
    office: { type: 'string' },
    token: { type: 'boolean' },
  });
  const plan = only(positionals);
  const { role, office = '', token: bare } = values;
  if (!isRole(role))
    throw new Refused('请用 --role 指明角色：chair、editor 或 viewer。', 'Say --role chair, editor or viewer.', 2);
  const config = readConfig(process.env);
  const grant = { plan, role, office: typeof office === 'string' ? office.trim() : '' };
  withStore((store) => {
    if (plan === ALL_PLANS) return;
    checkPlan(store, plan);
    if (grant.office) checkOffice(officeNames(docOf(store.load(plan).updates)), grant.office);
  });
  const token = await makeAccess(readKey(config.dataDir)).issue(grant);
  process.stdout.write(`${bare ? token : inviteUrl(readAddress(config), plan, token)}\n`);
}

function fromFile(path: string): Contents {
  const contents = contentsOfFile(readText(path), /\.json$/i.test(path) ? 'json' : 'text');
  if ('zh' in contents) throw new Refused(`${path}：${contents.zh}`, `${path}: ${contents.en}`);
  return contents;
}

function fromStore(plan: string): Counted {
  return withStore((store) => {
    checkPlan(store, plan);
    const { publicUrl } = readConfig(process.env);
    const address = publicUrl && publicUrl + planPath(plan);
    return { ...countedOf(docOf(store.load(plan).updates)), address };
  });
}

function writeFile(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new Refused(`写不了文件 ${path}。`, `Cannot write ${path}: ${describe(error)}`);
  }
}

function withStore<T>(work: (store: Store) => T): T {
  const { dataDir } = readConfig(process.env);
  if (!existsSync(join(dataDir, 'guatu.db')))
    throw new Refused(
      `数据目录 ${dataDir} 里还没有计划：请先运行一次 npm start，或用 DATA_DIR 指明服务器的数据目录。`,
      `There are no plans in ${dataDir} yet: run npm start once, or name the server’s directory with DATA_DIR.`,
    );
  const store = openSqlite(dataDir);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function checkPlan(store: Store, id: string): void {
  if (store.plan(id)) return;
  const list = store.plans().map((plan) => `  ${plan.id}  ${plan.title}`);
  throw new Refused(`没有“${id}”这份计划。`, `There is no plan “${id}”. 现有计划 / Plans:\n${list.join('\n')}`);
}

function checkOffice(known: readonly string[], office: string): void {
  if (known.includes(office)) return;
  throw new Refused(
    `这份计划的部门名册里没有“${office}”。`,
    `The register of this plan has no office “${office}”. 可选 / Choose one of:\n  ${known.join('、')}`,
  );
}

function readText(path: string): string {
  const text = decodeText(readBytes(path));
  if (text !== undefined) return text;
  const { zh, en } = saidOf({ refused: 'not-text', at: '' });
  throw new Refused(`${path}：${zh}`, `${path}: ${en}`);
}

/** What is far too large is not even read from the disk. */
function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > FILE_BYTES) {
      const { zh, en } = saidOf({
        refused: 'too-large',
        at: `${Math.ceil(size / (1 << 20))} MB > ${FILE_BYTES >> 20} MB`,
      });
      throw new Refused(`${path}：${zh}`, `${path}: ${en}`);
    }
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refused(`找不到文件 ${path}。`, `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Refused(`${path} 是目录，不是文件。`, `${path} is a directory, not a file.`);
    throw error;
  }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function read(args: readonly string[], options: Options): { positionals: string[]; values: Record<string, unknown> } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refused('命令的参数不对。', `${error instanceof Error ? error.message : ''}\n\n${USAGE}`, 2);
  }
}

function only(positionals: readonly string[]): string {
  if (positionals.length === 1 && positionals[0]) return positionals[0];
  throw new Refused(
    '这个命令要且只要一个文件或计划编号。',
    `This command takes exactly one file or plan.\n\n${USAGE}`,
    2,
  );
}

function describe(error: unknown): string {
  return error instanceof Error
    ? process.env['GUATU_DEBUG']
      ? (error.stack ?? error.message)
      : error.message
    : String(error);
}
