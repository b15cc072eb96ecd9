// 生僻字 on a machine without a Chinese font: each has a glyph of its own, or is named before the file goes out.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeExporting } from '../../server/exporting.ts';
import type { Exporting } from '../../server/exporting.ts';
import { contentsOfOutlines } from '../shared/export/kit.ts';
import { squareFont } from './kit/font.ts';

/** In names of people and places: 〇 aside, all of 通用规范汉字表's third level that fonts often lack. */
const HELD = '㛃䶮㐂堃犇镕玥龑昇喆濬䴙䲠㸌㙍𬭚𫖯𬱖𫍣𫓧𬍛𬬭';
const NOWHERE = '𠮷𰻝';
const empty = mkdtempSync(join(tmpdir(), 'guatu-no-fonts-'));
const plan = (words: string) => contentsOfOutlines([{ kind: 'section', title: words }]);

let exporting: Exporting;
beforeAll(() => {
  exporting = makeExporting({ dir: empty }, () => Date.parse('2019-06-18T04:00Z'));
  return () => exporting.stop();
});
afterEach(() => void vi.unstubAllEnvs());

const ways = ['text', 'list', 'gantt', 'mindmap'].map((view) => ['pdf', view] as const);

describe.each([...ways, ['png', 'gantt'] as const, ['png', 'mindmap'] as const])('%s of the %s', (format, view) => {
  const lacking = async (words: string): Promise<string> => {
    const made = await exporting.draw(plan(words), { format, view });
    if ('refused' in made) throw new Error(made.refused);
    return made.notices.find(({ code }) => code === 'glyphs')?.zh ?? '';
  };

  test('has them all', async () => {
    expect(await lacking(HELD)).toBe('');
  });

  test('names those that no font has, and where to add one', async () => {
    const told = await lacking(`甲${NOWHERE}乙`);
    for (const char of NOWHERE) expect(told).toContain(char);
    expect(told).not.toMatch(/[甲乙]/);
    expect(told).toContain('设置—字体');
  });
});

test('the document’s picture names them too', async () => {
  const made = await exporting.draw(plan(NOWHERE), { format: 'docx' });
  expect('notices' in made && made.notices.map(({ code }) => code)).toContain('glyphs');
});

test('a PDF takes them from the machine’s own fonts, where those may be embedded', async () => {
  const home = mkdtempSync(join(tmpdir(), 'guatu-home-'));
  vi.stubEnv('HOME', home);
  const folder = join(home, '.local/share/fonts');
  mkdirSync(folder, { recursive: true });
  // Beyond every font there is, so that no other of this machine's can step in.
  writeFileSync(join(folder, 'HanaMinB.ttf'), squareFont({ family: 'HanaMinB', char: 0x10fffd, format: 12 }));
  const here = makeExporting({});
  const made = await here.draw(plan('甲\u{10FFFD}乙'), { format: 'pdf' });
  await here.stop();
  if ('refused' in made) throw new Error(made.refused);
  expect(made.notices.map(({ code }) => code)).not.toContain('glyphs');
  expect(made.notices.find(({ code }) => code === 'font')!.zh).toContain('HanaMinB');
});
