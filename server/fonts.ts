// Which font files can draw Chinese on this machine: the office's own, FONT_DIR or the places systems keep them, else ours. Knows file formats, draws nothing.
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommon, trimmed } from '../shared/export/pdf/trim.ts';
import { readFaces as facesIn } from '../shared/export/pdf/truetype.ts';
import { FACES } from '../shared/layout/theme.ts';
import { readFaces } from './fontfile.ts';
import type { Face } from './fontfile.ts';
import { TYPE_WEIGHTS } from '../shared/protocol/api.ts';
import type { TypeWeight } from '../shared/protocol/api.ts';

export interface Fonts {
  /** What stands in for every family the machine lacks. */
  readonly family: string;
  readonly files: readonly string[];
  /** The faces of these files. */
  readonly chosen: readonly Face[];
  /** Every face at hand, the office's first: where to look for a character those lack. */
  readonly faces: readonly Face[];
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
  const found = (await Promise.all(files.map(readFaces))).flat();
  const ours = (await Promise.all(ownFonts().map(readFaces))).flat();
  const best = bestOf(found) ?? bestOf(ours);
  if (!best) throw new Error('the font that comes with us is missing or damaged');
  const { face, bold } = best;
  const names = [...new Set([face.file, ...(bold ? [bold.file] : [])])];
  return { family: face.family, files: names, chosen: bold ? [face, bold] : [face], faces: [...found, ...ours] };
}

/** 中, which every Chinese font has and no other does. */
const CHINESE = 0x4e2d;

function bestOf(all: readonly Face[]) {
  const faces = all.filter(({ has }) => has(CHINESE));
  const rank = ({ family }: Face): number =>
    (PREFERRED.indexOf(family) + PREFERRED.length + 1) % (PREFERRED.length + 1);
  const [face] = faces.toSorted((a, b) => rank(a) - rank(b) || heft(a) - heft(b) || (a.file < b.file ? -1 : 1));
  if (!face) return undefined;
  const heavier = faces.filter(({ family, weight }) => family === face.family && weight > face.weight);
  const [bold] = heavier.toSorted((a, b) => Math.abs(a.weight - 600) - Math.abs(b.weight - 600));
  return { face, bold };
}

/** The font that comes with us, both weights whole: a rare character in a heading is as bold as its neighbours. */
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

const COMMON = ['NotoSerifSC-Common.ttf', 'NotoSerifSC-Common-Bold.ttf'];
const cuts = new Map<TypeWeight, Uint8Array>();

const held = new Map<string, { readonly stamp: string; readonly bytes: Uint8Array }>();

/** Files to set PDF from: the office's own first, ours last. A file is read once, and again when it has changed. */
export async function typeFonts({ dir, shelf }: FontPlaces = {}): Promise<readonly Uint8Array[]> {
  const lists = await Promise.all([shelf, dir].map((place) => (place ? fontFiles(place, /./) : Promise.resolve([]))));
  return Promise.all([...lists.flat(), ...ownFonts()].map(bytesOf));
}

/** Of the machine's own fonts, those that have characters the others lack and may be put into a document. */
export async function spareType(places: FontPlaces, lacked: readonly string[]): Promise<readonly Uint8Array[]> {
  const { faces } = await findFonts(places);
  const song: readonly string[] = FACES.song;
  const ranked = faces.toSorted((a, b) => Number(song.includes(b.family)) - Number(song.includes(a.family)));
  const files = lacked.flatMap((char) => {
    const able = ranked.filter(({ has }) => has(char.codePointAt(0)!));
    // For the text and for headings.
    return [able.find(({ weight }) => weight < 500), able.find(({ weight }) => weight >= 600)].map(
      (face) => face?.file,
    );
  });
  const found = [...new Set(files)].filter((file) => file !== undefined);
  const all = await Promise.all(found.map(bytesOf));
  return all.filter((bytes) => facesIn(bytes).some(({ embeddable }) => embeddable));
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
