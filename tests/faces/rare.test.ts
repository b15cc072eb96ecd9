// Rare characters on every face and in every file: whole where there is room, never half a one where there is none.
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellText } from '../../shared/layout/cells.ts';
import { sheetOf } from '../../client/views/text/sheet.ts';
import { COLUMN_NAMES } from '../../shared/layout/listing.ts';
import { typeFonts } from '../../server/fonts.ts';
import { EXPORTERS, runExport } from '../../shared/export/registry.ts';
import { layoutGantt } from '../../shared/layout/gantt.ts';
import { layoutMindmap } from '../../shared/layout/mindmap.ts';
import { rows } from '../../shared/layout/rows.ts';
import { matcher } from '../../shared/layout/filter.ts';
import type { Scene } from '../../shared/layout/scene.ts';
import { clip, measure, wrap } from '../../shared/layout/text.ts';
import { SIDE } from '../../shared/layout/side.ts';
import { timescale } from '../../shared/layout/timescale.ts';
import { CHINA } from '../../shared/model/calendar.ts';
import { inOrder } from '../../shared/model/tree.ts';
import { toOutline } from '../../shared/yaodian/draft.ts';
import { parse } from '../../shared/yaodian/parse.ts';
import { write } from '../../shared/yaodian/write.ts';
import { contentsOfOutlines } from '../shared/export/kit.ts';
import { idOf, outlines, planOf } from '../kit/plan.ts';
import { HALF, LONG, PLAN, RARE } from './rare.ts';
import { factsOf, TODAY } from './readings.ts';

const plan = planOf(PLAN, 1, { title: `计划${RARE}` });
const contents = contentsOfOutlines(outlines(PLAN), { title: `计划${RARE}`, preamble: `前言${RARE}。` });

function wordsOf(scene: Scene): readonly string[] {
  return scene.layers.flatMap(({ groups }) =>
    groups.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))),
  );
}

const whole = (texts: readonly string[]): void => {
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).not.toMatch(HALF);
};

describe('on a face', () => {
  test.each(['both', 'right', 'down', 'time'] as const)('the map, %s', (arrangement) => {
    const words = wordsOf(layoutMindmap(plan, { folded: new Set(), arrangement, today: TODAY, lang: 'zh' }));
    whole(words);
    // Joined again, the lines of a topic are its words.
    expect(words.join('')).toContain(RARE);
  });

  test.each(['day', 'week', 'month', 'quarter', 'year'] as const)('the chart, by the %s', (zoom) => {
    const scale = timescale({ zoom, from: '2019-01-01', to: '2019-12-31' });
    const shown = rows(plan, { folded: new Set() });
    whole(
      wordsOf(
        layoutGantt(plan, {
          rows: shown,
          scale,
          today: TODAY,
          lang: 'zh',
          side: SIDE,
          calendar: CHINA,
          density: 'normal',
        }),
      ),
    );
  });

  test('the list and the text', () => {
    const facts = factsOf(plan);
    whole(inOrder(plan).flatMap((id) => COLUMN_NAMES.map((name) => cellText(facts, plan.nodes.get(id)!, name))));
    whole(sheetOf(plan).paragraphs.flatMap(({ pieces }) => pieces.map(({ text }) => text)));
    expect(cellText(facts, plan.nodes.get(idOf(plan, LONG))!, 'lead')).toBe('𠮷科室、局人事科');
  });

  test('breaking lines never splits one, and each is as wide as any other', () => {
    for (let width = 14; width < 200; width += 3) whole([...wrap(LONG, 14, width), clip(LONG, 14, width)]);
    expect(measure('𠮷', 14)).toBe(measure('吉', 14));
  });

  test('the search finds them, by one character too', () => {
    for (const text of ['𠮷', '𬱖㐂', RARE]) {
      const hit = matcher(plan, { text });
      expect(inOrder(plan).some((id) => hit(plan.nodes.get(id)!))).toBe(true);
    }
    const other = matcher(plan, { text: '𠮶' });
    // 𠮶 and 𠮷 begin with the same half.
    expect(inOrder(plan).filter((id) => other(plan.nodes.get(id)!))).toEqual([]);
  });
});

test('the official text is read again as it was written', () => {
  const again = toOutline(parse(write(plan)));
  const clause = again.children[0]!.children![0]!.children![0]!;
  const title = `计划${RARE}`;
  expect([again.meta.title, clause.title, clause.lead]).toEqual([title, LONG, ['𠮷科室', '局人事科']]);
});

describe('in a file', async () => {
  const fonts = await typeFonts();
  const PIXEL = async () => ({ png: new Uint8Array(8), missing: [] });

  test.each(EXPORTERS.filter(({ id }) => id !== 'png').map(({ id }) => id))('%s', async (id) => {
    const { file } = await runExport(id, { ...contents, today: TODAY }, { lang: 'zh', rasterise: PIXEL, fonts });
    if (id === 'pdf') return void expect(file.length).toBeGreaterThan(1_000);
    const bytes = typeof file === 'string' ? strToU8(file) : file;
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const parts = zipped ? Object.entries(unzipSync(bytes)) : [[id, bytes] as const];
    const texts = parts.filter(([name]) => !/\.(png|bin)$/.test(name)).map(([, bytes]) => strFromU8(bytes));
    whole(texts);
    // What a lone half becomes in UTF-8.
    for (const text of texts) expect(text).not.toContain('\uFFFD');
    expect(texts.join('')).toContain('𠮷');
  });
});
