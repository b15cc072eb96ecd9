// A6: the four nodes of a clause's quarters, set by one key, stand in the chart, the table and the official document.
import { expect, test } from 'vitest';
import { pictureScene } from '../../../shared/export/picture.ts';
import { runExport } from '../../../shared/export/registry.ts';
import { cellText, factsOf } from '../../../shared/layout/cells.ts';
import { applyChanges } from '../../../shared/ops/change.ts';
import { addQuarters } from '../../../shared/ops/quarters.ts';
import { diceOf } from '../../kit/plan.ts';
import { docxOf, OFFICIAL, parts } from './kit.ts';

const today = '2019-06-14';
const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const clause = [...OFFICIAL.plan.nodes.values()].find(({ kind }) => kind === 'clause')!;
const made = addQuarters(
  OFFICIAL.plan,
  { parent: clause.id, year: 2019, ids: ['q1', 'q2', 'q3', 'q4'], titles: QUARTERS },
  diceOf(1),
);
if ('refused' in made) throw new Error(made.refused);
const contents = { ...OFFICIAL, plan: applyChanges(OFFICIAL.plan, made) };

test('as four diamonds on the chart', () => {
  const { layers } = pictureScene({ ...contents, today }, 'gantt', { lang: 'zh' });
  const body = layers.find(({ name }) => name === 'body')!;
  const nodes = body.groups.filter(({ target }) => target?.part === 'milestone');
  expect(nodes.map(({ key }) => key)).toEqual(['q1', 'q2', 'q3', 'q4']);
  expect(nodes.map(({ grip }) => grip!.x)).toEqual(nodes.map(({ grip }) => grip!.x).sort((a, b) => a - b));
});

test('in the row of their clause in the list and in its files', async () => {
  const facts = factsOf(contents.plan, today, 'zh', []);
  const said = cellText(facts, contents.plan.nodes.get(clause.id)!, 'quarters');
  expect(said.split('；')).toHaveLength(4);
  const { file } = await runExport('csv', { ...contents, today }, { lang: 'zh' });
  for (const quarter of QUARTERS) expect(file).toContain(quarter);
});

test('in the task list and the chart of the official document', async () => {
  const files = parts(await docxOf(contents, today));
  const table = files['word/document.xml']!.replace(/<[^>]+>/g, '');
  for (const quarter of QUARTERS) expect(table).toContain(quarter);
  const chart = Object.entries(files).filter(([path]) => path.endsWith('.svg'));
  for (const quarter of QUARTERS) expect(chart.map(([, svg]) => svg).join('')).toContain(quarter);
});
