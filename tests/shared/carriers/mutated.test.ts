// Whole files of ours, spoilt inside: parts of archives and elements of XML are changed so that the wrapping still holds. Whatever is read of them can be made a plan.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { saidOf } from '../../../shared/carriers/refusal.ts';
import { isRefusedFile, planFromJson, toJson } from '../../../shared/export/json.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import { diceOf } from '../../kit/plan.ts';
import { SAMPLE } from '../export/kit.ts';
import { readSeedText } from './kit.ts';

const ODD = [
  '-1', '999999999999', '1e400', 'NaN', '', '一、', '（', '）', '\n', '\t', '𠮷', '2024-02-30', '9999-12-31', '0000-00-00',
  '__proto__', 'constructor', '（牵头部门：', '\u202e', '|', '# ', '- ', '甲'.repeat(90), 'x'.repeat(40_000),
]; // prettier-ignore
const BREAKING = ['\u0001', '\ufffe', '\ud800', '&#0;', '<x/>', ']]>', '<', '"', '{', '['];
const NUMBERS = ['0', '-5', '2', '65535', '1048577', '4294967296'];

type Dice = () => number;

function spoilt(text: string, dice: Dice): string {
  let made = text;
  const at = (n: number): number => Math.floor(dice() * n);
  const one = (list: readonly string[]): string => list[at(list.length)]!;
  const swap = (pattern: RegExp, by: (found: string) => string): void => {
    pattern.lastIndex = at(made.length + 1);
    const found = pattern.exec(made);
    if (found) made = made.slice(0, found.index) + by(found[0]) + made.slice(found.index + found[0].length);
  };
  for (let n = 1 + at(4); n > 0; n--) {
    const where = at(made.length + 1);
    switch (at(8)) {
      case 0:
        made = made.slice(0, where) + made.slice(where + at(60));
        break;
      case 1:
        made = made.slice(0, where) + one(BREAKING) + made.slice(where + at(10));
        break;
      case 2:
      case 3:
      case 4:
        swap(/(?<=[">])[^"<>]{0,40}(?=["<])/g, () => one(ODD));
        break;
      case 5:
      case 6:
        swap(/<(\w+(?::\w+)?)\b[^<>]*>[^<>]*<\/\1>|<[^<>]*\/>/g, (found) => found.repeat(at(30)));
        break;
      default:
        swap(/\d+/g, () => one(NUMBERS));
    }
  }
  return made;
}

async function original(id: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (id === 'txt') return { name: 'a.txt', bytes: strToU8(readSeedText()) };
  const { file } = await runExport(id as 'docx', { ...SAMPLE, today: '2019-03-01' }, { lang: 'zh' });
  const { ext } = EXPORTERS.find((each) => each.id === id)!;
  return { name: `a.${ext}`, bytes: typeof file === 'string' ? strToU8(file) : file };
}

/** Of an archive mostly the part with the words. */
function mutator(bytes: Uint8Array, zipped: boolean): (dice: Dice) => Uint8Array {
  if (!zipped) return (dice) => strToU8(spoilt(strFromU8(bytes), dice));
  const parts = unzipSync(bytes);
  const all = Object.keys(parts).filter((name) => /\.(xml|rels|json)$/.test(name));
  const worded = all.filter((name) => /document|sheet1|content|numbering|styles|shared/.test(name));
  return (dice) => {
    const from = dice() < 0.8 ? worded : all;
    const name = from[Math.floor(dice() * from.length)]!;
    return zipSync({ ...parts, [name]: strToU8(spoilt(strFromU8(parts[name]!), dice)) }, { level: 1 });
  };
}

/** More by the environment: a thousand of each were run before this was first written down. */
const RUNS = Number(process.env['MUTATED'] ?? 60);

test.each(['txt', 'docx', 'xlsx', 'csv', 'md', 'opml', 'mm', 'xmind', 'mspdi', 'json'])(
  '%s spoilt inside is refused in words, or read and founded',
  { timeout: 600_000 },
  async (id) => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const { name, bytes } = await original(id);
    const mutated = mutator(bytes, ['docx', 'xlsx', 'xmind'].includes(id));
    let most = 0;
    for (let run = 0; run < RUNS; run++) {
      const file = mutated(diceOf(seed + run));
      const before = performance.now();
      const read = readCarrier({ name, bytes: file });
      const took = performance.now() - before;
      most = Math.max(most, took);
      expect(took, `seed ${seed} run ${run}`).toBeLessThan(2_000);
      if (isRefusedCarrier(read)) {
        expect(read.refused, `seed ${seed} run ${run}`).not.toBe('fault');
        expect(saidOf(read).zh).not.toBe('');
        continue;
      }
      const back = planFromJson(toJson(contentsOf(read.reading, diceOf(1))));
      expect(isRefusedFile(back) && back, `seed ${seed} run ${run}`).toBe(false);
    }
    if (process.env['MUTATED']) console.log(id, `${RUNS} runs, ${Math.round(most)} ms at most`);
  },
);
