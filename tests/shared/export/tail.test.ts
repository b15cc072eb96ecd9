// Whatever stands behind the last bar of the year, days of two baselines too, is whole in every file.
import { expect, test } from 'vitest';
import { pagesFor } from '../../../shared/export/pdf.ts';
import { pictureScene } from '../../../shared/export/picture.ts';
import { SHEET, planSheets } from '../../../shared/export/planchart.ts';
import type { Group, Scene } from '../../../shared/layout/scene.ts';
import { measure } from '../../../shared/layout/text.ts';
import { addDays } from '../../../shared/model/day.ts';
import type { Baseline } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { SAMPLE } from './kit.ts';

const today = '2019-06-14';
const moved = (name: string, days: number): Baseline => ({
  name,
  at: '2019-01-31',
  by: '',
  spans: Object.fromEntries(
    [...spans(SAMPLE.plan)].map(([id, { start, end }]) => [id, `${addDays(start, days)}/${addDays(end, days)}`]),
  ),
});
const { records } = SAMPLE.plan;
const plan = {
  ...SAMPLE.plan,
  records: { ...records, baseline: new Map([['b1', moved('定稿', -106)], ['b2', moved('年中', 115)]]) },
}; // prettier-ignore
const input = { ...SAMPLE, plan, today };
const both = { baseline: 'b1', beside: 'b2' };

/** Px by which the words of a scene's groups reach beyond its right edge. */
function over(groups: readonly Group[], right: number): number {
  let most = 0;
  for (const { shapes } of groups)
    for (const shape of shapes)
      if (shape.kind === 'text' && !shape.anchor)
        most = Math.max(most, shape.x + measure(shape.text, shape.size, shape.weight) - right);
  return Math.ceil(most);
}
const bars = ({ layers }: Pick<Scene, 'layers'>): readonly Group[] =>
  layers.filter(({ name }) => name === 'body' || name === 'over').flatMap(({ groups }) => groups);

test.each(['zh', 'en'] as const)('the picture in %s', (lang) => {
  const scene = pictureScene(input, 'gantt', { ...both, lang });
  expect(JSON.stringify(bars(scene))).toMatch(lang === 'zh' ? /\+106天 \/ -115天/ : /\+106 ?d.* \/ -115/);
  expect(over(bars(scene), scene.width)).toBe(0);
});

test.each(['A3', 'A0'] as const)('the sheets of %s', (paper) => {
  const { pages } = pagesFor(input, { ...both, view: 'gantt', paper, lang: 'zh' });
  const last = pages.filter(({ column }) => column === Math.max(...pages.map((page) => page.column)));
  for (const { parts } of last)
    for (const { from, layers } of parts.filter((part) => part.from.y > 0 && part.from.x > 0))
      expect(over(bars({ layers }), from.x + from.w)).toBe(0);
});

test('the chart below the official document', () => {
  for (const scene of planSheets(plan, today, SHEET, both)) expect(over(bars(scene), scene.width)).toBe(0);
});
