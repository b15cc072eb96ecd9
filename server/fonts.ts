// Which font files can draw Chinese on this machine: the office's own, FONT_DIR or the places systems keep them, else ours. Knows file formats, draws nothing.
import { existsSync } from 'node:fs';
import { open, readFile, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommon, trimmed } from '../shared/export/pdf/trim.ts';
import { readFaces as facesIn } from '../shared/export/pdf/truetype.ts';
import { FACES } from '../shared/layout/theme.ts';
import { TYPE_WEIGHTS } from '../shared/protocol/api.ts';
import type { TypeWeight } from '../shared/protocol/api.ts';

export interface Face {
  readonly file: string;
  readonly family: string;
  /** 400 regular, 700 bold. */
  readonly weight: number;
}

export interface Fonts {
  /** What stands in for every family the machine lacks. */
  readonly family: string;
  readonly files: readonly string[];
}

/** Families in the order to prefer them; any other that can draw Chinese comes last. */
const PREFERRED = [
  ...FACES.sans,
  'Source Han Sans SC',
  'Source Han Sans CN',
  'Hiragino Sans GB',
  'Heiti SC',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
  'SimHei',
  'Droid Sans Fallback',
];

/** Where fonts may lie: what the environment names, else the system's places; and always the office's own. */
export interface FontPlaces {
  /** Instead of the system's. */
  readonly dir?: string | undefined;
  /** What an office has added. */
  readonly shelf?: string | undefined;
}

/** A regular face that can draw Chinese with its bold sibling: the office's, the machine's, else the one that comes with us. */
export async function findFonts({ dir, shelf }: FontPlaces): Promise<Fonts> {
  const added = shelf ? await fontFiles(shelf, /./) : [];
  const files = [...added, ...(dir ? await fontFiles(dir, /./) : await systemFiles())];
  const faces = (await Promise.all(files.map(readFaces))).flat();
  const best = bestOf(faces) ?? bestOf((await Promise.all(ownFonts().map(readFaces))).flat());
  if (!best) throw new Error('the font that comes with us is missing or damaged');
  const { face, bold } = best;
  return { family: face.family, files: [...new Set([face.file, ...(bold ? [bold.file] : [])])] };
}

function bestOf(faces: readonly Face[]) {
  const rank = ({ family }: Face): number =>
    (PREFERRED.indexOf(family) + PREFERRED.length + 1) % (PREFERRED.length + 1);
  const [face] = faces.toSorted((a, b) => rank(a) - rank(b) || heft(a) - heft(b) || (a.file < b.file ? -1 : 1));
  if (!face) return undefined;
  const heavier = faces.filter(({ family, weight }) => family === face.family && weight > face.weight);
  const [bold] = heavier.toSorted((a, b) => Math.abs(a.weight - 600) - Math.abs(b.weight - 600));
  return { face, bold };
}

/** The font that comes with us: the regular weight whole, so that every character has a chance, and of the bold one what headings need. */
export function ownFonts(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  // The build lays them beside the server, whose shared parts lie one folder deeper.
  for (const dir of [join(here, 'fonts'), join(here, '../fonts')])
    if (existsSync(join(dir, BUILT[0]!))) return BUILT.map((name) => join(dir, name));
  const require = createRequire(import.meta.url);
  return PACKED.map((path) => require.resolve(`@expo-google-fonts/noto-serif-sc/${path}`));
}

const BUILT = ['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Bold.ttf'];
const PACKED = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];

/** Our own type with its common characters only: small enough to send to a page. */
export async function commonType(weight: TypeWeight): Promise<Uint8Array> {
  const index = TYPE_WEIGHTS.indexOf(weight);
  const [whole] = ownFonts().slice(index);
  const built = join(dirname(whole!), COMMON[index]!);
  if (existsSync(built)) return bytesOf(built);
  const cut = cuts.get(weight) ?? trimmed(facesIn(await bytesOf(whole!))[0]!, isCommon);
  cuts.set(weight, cut);
  return cut;
}

const COMMON = ['NotoSerifSC-Common.ttf', 'NotoSerifSC-Bold.ttf'];
const cuts = new Map<TypeWeight, Uint8Array>();

const held = new Map<string, { readonly stamp: string; readonly bytes: Uint8Array }>();

/** Files to set PDF from: the office's own first, ours last. A file is read once, and again when it has changed. */
export async function typeFonts({ dir, shelf }: FontPlaces = {}): Promise<readonly Uint8Array[]> {
  const lists = await Promise.all(
    [shelf, dir].map((place) => (place ? fontFiles(place, /\.tt[fc]$/i) : Promise.resolve([]))),
  );
  return Promise.all([...lists.flat(), ...ownFonts()].map(bytesOf));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { size, mtimeMs } = await stat(path);
  const stamp = `${size} ${mtimeMs}`;
  const known = held.get(path);
  if (known?.stamp === stamp) return known.bytes;
  const bytes = new Uint8Array(await readFile(path));
  held.set(path, { stamp, bytes });
  return bytes;
}

function heft({ weight }: Face): number {
  return Math.abs(weight - 400);
}

/** A file name that may be a Chinese font: reading hundreds of others would take seconds. */
const LIKELY =
  /cjk|han|sc[-_.]|sc(regular|bold)|gb|hei|song|kai|fang|sun|msyh|deng|pingfang|wqy|wenquan|fallback|harmony|puhui|misans|fandol|uming|noto.*sc/i;

async function systemFiles(): Promise<string[]> {
  const home = homedir();
  const places = {
    win32: [join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), join(home, 'AppData/Local/Microsoft/Windows/Fonts')],
    darwin: ['/System/Library/Fonts', '/System/Library/AssetsV2', '/Library/Fonts', join(home, 'Library/Fonts')],
    other: ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local/share/fonts'), join(home, '.fonts')],
  };
  const here = process.platform === 'win32' || process.platform === 'darwin' ? places[process.platform] : places.other;
  return (await Promise.all(here.map((place) => fontFiles(place, LIKELY)))).flat();
}

const DEPTH = 6;

async function fontFiles(dir: string, likely: RegExp, depth = 0): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return depth < DEPTH ? fontFiles(path, likely, depth + 1) : [];
    return /\.(ttf|ttc|otf|otc)$/i.test(entry.name) && likely.test(entry.name) ? [path] : [];
  });
  return (await Promise.all(found)).flat().sort();
}

/** The faces of one file that have 中; none for a file that is no font. */
async function readFaces(file: string): Promise<readonly Face[]> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return [];
  try {
    const faces: Face[] = [];
    for (const at of await faceOffsets(handle)) {
      const tables = await readTables(handle, at);
      const cmap = tables.get('cmap');
      if (!cmap || !hasChinese(cmap)) continue;
      const weight = tables.get('OS/2')?.getUint16(4) ?? 400;
      for (const family of familyNames(tables.get('name'))) faces.push({ file, family, weight });
    }
    return faces;
  } catch (error) {
    // Reading past the end is what a damaged font file leads to.
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<DataView> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
  return new DataView(buffer.buffer, 0, bytesRead);
}

/** A collection holds several faces, a plain file one at its start. */
async function faceOffsets(handle: FileHandle): Promise<readonly number[]> {
  const head = await read(handle, 0, 12);
  if (head.byteLength < 12 || head.getUint32(0) !== 0x74746366) return [0];
  const count = Math.min(head.getUint32(8), 64);
  const list = await read(handle, 12, 4 * count);
  return Array.from({ length: count }, (_, index) => list.getUint32(4 * index));
}

const LARGEST_TABLE = 4 << 20;

async function readTables(handle: FileHandle, at: number): Promise<ReadonlyMap<string, DataView>> {
  const head = await read(handle, at, 12);
  const count = Math.min(head.getUint16(4), 100);
  const list = await read(handle, at + 12, 16 * count);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => list.getUint8(16 * i + byte)));
    if (name !== 'cmap' && name !== 'name' && name !== 'OS/2') continue;
    const length = Math.min(list.getUint32(16 * i + 12), LARGEST_TABLE);
    tables.set(name, await read(handle, list.getUint32(16 * i + 8), length));
  }
  return tables;
}

/** 中, which every Chinese font has and no other does. */
const CHINESE = 0x4e2d;

function hasChinese(cmap: DataView): boolean {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + 8 * i + 4);
    const format = cmap.getUint16(at);
    if (format === 4 && inSegments(cmap, at)) return true;
    if (format === 12 && inGroups(cmap, at)) return true;
  }
  return false;
}

function inSegments(cmap: DataView, at: number): boolean {
  const doubled = cmap.getUint16(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    if (cmap.getUint16(at + 14 + i) < CHINESE) continue;
    return cmap.getUint16(at + 16 + doubled + i) <= CHINESE;
  }
  return false;
}

function inGroups(cmap: DataView, at: number): boolean {
  const count = cmap.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + 12 * i;
    if (cmap.getUint32(group) <= CHINESE && CHINESE <= cmap.getUint32(group + 4)) return true;
  }
  return false;
}

/** The family under each of its names, English and Chinese: a drawing may ask for either. Names are UTF-16 on platforms 0 and 3. */
function familyNames(table: DataView | undefined): readonly string[] {
  if (!table) return [];
  const names = new Set<string>();
  const storage = table.getUint16(4);
  for (let i = 0; i < table.getUint16(2); i++) {
    const at = 6 + 12 * i;
    const platform = table.getUint16(at);
    const kind = table.getUint16(at + 6);
    if ((platform !== 0 && platform !== 3) || (kind !== 1 && kind !== 16)) continue;
    let name = '';
    for (let c = 0; c < table.getUint16(at + 8); c += 2)
      name += String.fromCharCode(table.getUint16(storage + table.getUint16(at + 10) + c));
    names.add(name);
  }
  return [...names];
}
