// The fonts an office has added: a folder of the data directory. Takes in only what can be put into a document, and says why not.
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FONT_BYTES, MOST_FONTS } from '../shared/protocol/api.ts';
import type { FontCard } from '../shared/protocol/api.ts';
import { readFaces } from '../shared/export/pdf/truetype.ts';
import { ownFonts } from './fonts.ts';
import type { Refusal, Said } from './refusals.ts';

export interface Shelf {
  /** The office's own, then ours. */
  list(): Promise<readonly FontCard[]>;
  add(name: string, bytes: Uint8Array): Promise<FontCard | Refusal>;
  drop(name: string): Promise<Refusal | undefined>;
}

/** Letters of any script, figures and a few signs: nothing that leads out of the folder. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._()（）-]{0,80}\.[to]t[fc]$/iu;

export function makeShelf(dir: string): Shelf {
  const names = async (): Promise<readonly string[]> =>
    (await readdir(dir).catch(() => [])).filter((name) => NAME.test(name)).sort();
  const known = new Map<string, FontCard>();

  /** A file put there by hand may be anything. */
  async function cardOf(name: string, path: string): Promise<readonly FontCard[]> {
    const held = known.get(path);
    if (held) return [held];
    const card = describe(name, new Uint8Array(await readFile(path)));
    if ('refused' in card) return [];
    known.set(path, card);
    return [card];
  }

  return {
    async list() {
      const theirs = (await names()).map((name) => cardOf(name, join(dir, name)));
      const ours = ownFonts().map((path) => cardOf('', path));
      return (await Promise.all([...theirs, ...ours])).flat();
    },
    async add(name, bytes) {
      if (!NAME.test(name)) return no(BAD_NAME);
      const all = await names();
      if (!all.includes(name) && all.length >= MOST_FONTS) return no(FULL);
      const card = describe(name, bytes);
      if ('refused' in card) return card;
      await mkdir(dir, { recursive: true });
      // Whole or not at all: an export may be reading the folder now.
      const path = join(dir, name);
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
      known.set(path, card);
      return card;
    },
    async drop(name) {
      if (!(await names()).includes(name)) return { refused: 'no-such-font' };
      await rm(join(dir, name));
      known.delete(join(dir, name));
      return undefined;
    },
  };
}

function describe(name: string, bytes: Uint8Array): FontCard | Refusal {
  if (bytes.length > FONT_BYTES) return no(LARGE);
  const [face] = readFaces(bytes);
  if (!face) return no(NO_FONT);
  const codes = face.codes();
  if (!codes.some(isHan)) return no(LATIN);
  if (!face.embeddable) return no(RESTRICTED);
  const { families, weight, licence } = face;
  const family = families.find((each) => /\p{Script=Han}/u.test(each)) ?? families[0] ?? name;
  return { name, family, weight, bytes: bytes.length, characters: codes.length, licence: licence.slice(0, 400) };
}

/** A font for rare characters alone may lack even 中. */
const isHan = (code: number): boolean => /\p{Script=Han}/u.test(String.fromCodePoint(code));

const no = (detail: Said): Refusal => ({ refused: 'bad-font', detail });

const BAD_NAME: Said = {
  zh: '文件名须以 .ttf、.otf、.ttc 或 .otc 结尾，只含文字、数字、空格和 . _ - ( )。',
  en: 'Its name must end in .ttf, .otf, .ttc or .otc and hold only letters, figures, spaces and . _ - ( ).',
};
const FULL: Said = {
  zh: `最多添加${MOST_FONTS}个字体，请先删去不用的。`,
  en: `At most ${MOST_FONTS} fonts can be added; remove one first.`,
};
const LARGE: Said = { zh: `文件超过${FONT_BYTES >> 20} MB。`, en: `The file is larger than ${FONT_BYTES >> 20} MB.` };
const NO_FONT: Said = {
  zh: '这不是 TrueType 或 OpenType 字体，或文件已损坏。',
  en: 'It is no TrueType or OpenType font, or it is damaged.',
};
const LATIN: Said = { zh: '字体里没有汉字。', en: 'It has no Chinese characters.' };
const RESTRICTED: Said = {
  zh: '字体的许可标记禁止嵌入文件，不能用来做 PDF。请换用允许嵌入的版本。',
  en: 'Its maker forbids embedding it into files, so PDF cannot use it. Take an edition that permits embedding.',
};
