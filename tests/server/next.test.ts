// Next year's plan over the routes: founded from this year's by its chair, and each clause tells both years' text to whoever may read them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundPlan } from '../../server/founding.ts';
import { seeds } from '../../server/seed/seeds.ts';
import { seeds as plans } from '../../server/seeds.ts';
import { planFromJson } from '../../shared/export/json.ts';
import type { Contents } from '../../shared/export/json.ts';
import { API, exportPath, lineagePath, nextPath } from '../../shared/protocol/api.ts';
import type { Answers, LineageYear, PlanCard, Refused } from '../../shared/protocol/api.ts';
import type { Outline } from '../../shared/model/plan.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

let server: Running;
let chair: string;
beforeAll(async () => {
  // Everything half done, so that progress decides every clause.
  const { official } = seeds();
  const half = (outline: Outline): Outline => ({
    ...outline,
    ...(outline.kind === 'clause' && { progress: 50 }),
    ...(outline.children && { children: outline.children.map(half) }),
  });
  server = await running({ plans: [...plans(), foundPlan({ ...official, outlines: official.outlines.map(half) })] });
  chair = await server.token({ plan: '*', role: 'chair', office: '' });
});
afterAll(() => server.stop());

async function planFile(id: string): Promise<Contents> {
  const read = planFromJson(await (await server.fetch(exportPath(id, 'json'), { token: chair })).text());
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

test('a plan with undecided clauses is not carried over by oversight', async () => {
  const answer = await server.fetch(nextPath(server.plans[0]!), { method: 'POST', token: chair, body: '{}' });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as Refused).message.zh).toMatch(/还有\d+条没有定去向/);
});

test('its chair makes the next year’s plan, and the lineage query returns both years’ text', async () => {
  const id = server.plans[2]!;
  const made = await server.fetch(nextPath(id), { method: 'POST', token: chair, body: '{}' });
  expect(made.status).toBe(201);
  const next = ((await made.json()) as Answers['found']).id;
  const cards = (await (await server.fetch(API.plans, { token: chair })).json()) as PlanCard[];
  expect(cards.find((card) => card.id === next)).toMatchObject({ title: '2020年青浦教育工作要点', year: 2020 });
  const { plan } = await planFile(next);
  const clause = [...plan.nodes.values()].find(({ title }) => title.includes('2020年申报认定'))!;
  const answer = await server.fetch(lineagePath(next, clause.id), { token: chair });
  const years = (await answer.json()) as readonly LineageYear[];
  expect(years).toHaveLength(1);
  expect(years[0]).toMatchObject({
    plan: id,
    year: 2019,
    fate: 'carry',
    title: '2019年青浦教育工作要点',
    progress: 50,
  });
  expect(years[0]!.text).toContain('做好2020年申报认定各项准备工作');
  expect(clause.title).toBe(years[0]!.text);
  // Who may read only the new plan is told that there was one, and not what it said.
  const guest = await server.token({ plan: next, role: 'viewer', office: '' });
  const told = (await (await server.fetch(lineagePath(next, clause.id), { token: guest })).json()) as LineageYear[];
  expect(told).toEqual([{ plan: id, node: clause.lineage!.node, year: 2019, fate: 'carry', title: null, text: null }]);
});

test('whoever only reads or edits makes no plan', async () => {
  for (const role of ['viewer', 'editor'] as const) {
    const token = await server.token({ plan: server.plans[2]!, role, office: '' });
    const answer = await server.fetch(nextPath(server.plans[2]!), { method: 'POST', token, body: '{}' });
    expect(answer.status).toBe(403);
  }
});
