// Carrying 2019 over into 2020: what is done stays behind, dates keep their meaning, promises fall due, and each clause knows where it comes from.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFrom } from '../../../server/founding.ts';
import { seeds } from '../../../server/seed/seeds.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { CHINA, isWorking } from '../../../shared/model/calendar.ts';
import { isBroken } from '../../../shared/model/links.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { lights } from '../../../shared/model/lights.ts';
import { spans, todayFor } from '../../../shared/model/schedule.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { setProgress } from '../../../shared/ops/content.ts';
import { setFate } from '../../../shared/ops/fates.ts';
import { keepRecord } from '../../../shared/ops/records.ts';
import { setTicks, tick } from '../../../shared/ops/ticks.ts';
import { addMilestone } from '../../../shared/ops/time.ts';
import { carriedNodes, carryOver, carryRows, oldYears } from '../../../shared/yaodian/carry.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { fateOf } from '../../../shared/yaodian/fates.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { proposalsOf } from '../../../shared/yaodian/proposals.ts';
import { diceOf } from '../../kit/plan.ts';

const TERM = { schoolYear: 2020, term: 1, first: '2020-09-01', last: '2021-01-22', source: '校历' } as const;

function done(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

function official(): Plan {
  const { meta, children } = toOutline(parse(readFileSync('server/seed/2019-qingpu.txt', 'utf8')));
  return readPlan(documentFrom({ meta, outlines: children }));
}

const at = (plan: Plan, number: string): string =>
  [...numbering(plan)].find(([id, { label }]) => label === number && plan.nodes.get(id)!.kind === 'clause')![0];

function decided(plan: Plan): Plan {
  const open = carriedNodes(plan).filter((node) => fateOf(plan, node).fate === undefined);
  return open.length === 0 ? plan : done(plan, setFate(plan, { ids: open.map(({ id }) => id), fate: 'carry' }));
}

function next(plan: Plan): Plan {
  const { meta, outlines, links } = carryOver(plan, { from: 'plan2019', unsure: false });
  const { notice, term, lights } = plan.records;
  return readPlan(
    documentFrom({ meta, outlines, links, offices: [...plan.offices.values()], records: { notice, term, lights } }),
  );
}

const clauseFrom = (plan: Plan, node: string) =>
  [...plan.nodes.values()].find(({ kind, lineage }) => kind === 'clause' && lineage?.node === node);

describe('the 2019 text, with a year behind it', () => {
  let plan = official();
  plan = done(plan, keepRecord(plan, { sort: 'term', id: '2020-1', value: TERM }));
  plan = done(plan, setTicks(plan, { id: at(plan, '10.1'), times: 6 }));
  for (const day of ['2019-03-05', '2019-05-07']) plan = done(plan, tick(plan, { id: at(plan, '10.1'), day }));
  plan = done(plan, setProgress(plan, { id: at(plan, '1.2'), progress: 100 }));
  plan = done(plan, setProgress(plan, { id: at(plan, '2.1'), progress: 70 }));
  plan = done(
    plan,
    addMilestone(plan, { id: 'opening00001', parent: at(plan, '23.1'), day: '2019-09-02', title: '开学' }, diceOf(3)),
  );
  const fate = (number: string) => fateOf(plan, plan.nodes.get(at(plan, number))!);

  test('fates follow from progress and from the words, and from nothing else', () => {
    expect(fate('1.2')).toEqual({ fate: 'done', why: 'all-done' });
    expect(fate('2.1')).toEqual({ fate: 'carry', why: 'unfinished', words: '70%' });
    expect(fate('10.1')).toMatchObject({ fate: 'routine', why: 'recurs' });
    expect(fate('14.1')).toEqual({ fate: 'close', why: 'last-year', words: '2018-2020' });
    expect(fate('22.1')).toEqual({ fate: 'close', why: 'last-year', words: '2018-2020年' });
    expect(fate('21.1')).toEqual({ fate: 'carry', why: 'due-next', words: '2020年' });
    expect(fate('3.2')).toEqual({});
  });

  test('《…2018-2020》 is flagged 收官, 2020年申报 as due, and 2019年 as a year to reword', () => {
    const flags = new Map(carryRows(decided(plan)).map(({ node, flags: each }) => [node, each]));
    expect(flags.get(at(plan, '14.1'))).toContainEqual({ kind: 'last-year', words: '2018-2020' });
    expect(flags.get(at(plan, '21.1'))).toContainEqual({ kind: 'due', words: '2020年' });
    expect(flags.get(at(plan, '11.1'))).toContainEqual({ kind: 'old-year', words: '2019年' });
  });

  const carried = next(decided(plan));

  test('words outside the measures that name the year are pointed out', () => {
    const section = [...plan.nodes.values()].find(({ kind }) => kind === 'section')!.id;
    const named = done(plan, [{ do: 'retitle', id: section, title: '做好2019年工作' }]);
    expect(oldYears(plan)).toEqual({ preamble: true, headings: [] });
    expect(oldYears(named).headings).toEqual([section]);
    expect(oldYears({ ...plan, meta: { ...plan.meta, preamble: '' } }).preamble).toBe(false);
  });

  test('the new plan is of 2020, and what is done stayed behind', () => {
    expect(carried.meta).toMatchObject({ year: 2020, title: '2020年青浦教育工作要点', sample: false });
    expect(clauseFrom(carried, at(plan, '1.2'))).toBeUndefined();
    expect([...carried.nodes.values()].filter(({ kind }) => kind === 'clause')).toHaveLength(38);
    expect([...carried.nodes.values()].filter(({ progress }) => progress !== undefined)).toEqual([]);
  });

  test('offices keep their register: names, and which of them are collective', () => {
    const names = (each: Plan) =>
      [...each.offices.values()].map(({ name, hue, collective }) => [name, hue, collective]);
    expect(names(carried)).toEqual(names(plan));
  });

  test('开学 on 2019-09-02 becomes the first day of term of the 2020 school calendar', () => {
    const opening = [...carried.nodes.values()].find(({ title }) => title === '开学')!;
    expect(opening.span).toEqual({ start: '2020-09-01', end: '2020-09-01' });
    expect(opening.basis).toMatchObject({ how: 'guess' });
  });

  test('每年6次 is six fresh ticks', () => {
    expect(clauseFrom(carried, at(plan, '10.1'))!.ticks).toEqual({ times: 6, done: [] });
  });

  test('2020年申报 appears as due, and the text now proposes it for the year', () => {
    const clause = clauseFrom(carried, at(plan, '21.1'))!;
    expect(clause.due).toEqual({ kind: 'by', words: '2020年' });
    expect(proposalsOf(carried).find(({ node }) => node === clause.id)).toMatchObject({
      does: 'span',
      words: '2020年',
      span: { start: '2020-01-01', end: '2020-12-31' },
    });
  });

  test('《…2018-2020》 is year 3 of 3 there', () => {
    const clause = clauseFrom(carried, at(plan, '14.1'))!;
    expect(clause.lineage).toEqual({ plan: 'plan2019', node: at(plan, '14.1'), year: 2019, fate: 'close' });
    expect(proposalsOf(carried).find(({ node }) => node === clause.id)).toMatchObject({ horizon: { nth: 3, of: 3 } });
  });

  test('without the school calendar the first day of term is left open, unless it is asked for as a guess', () => {
    let bare = official();
    bare = done(
      bare,
      addMilestone(bare, { id: 'opening00001', parent: at(bare, '23.1'), day: '2019-09-02', title: '开学' }, diceOf(3)),
    );
    const openingIn = (unsure: boolean) => {
      const { meta, outlines } = carryOver(decided(bare), { from: 'plan2019', unsure });
      return [...readPlan(documentFrom({ meta, outlines })).nodes.values()].find(({ title }) => title === '开学')!;
    };
    expect(openingIn(false).span).toBeUndefined();
    expect(openingIn(false).due).toEqual({ kind: 'relative', words: '原9月2日（秋季开学第一天），待2020年校历' });
    expect(openingIn(true).span?.start.slice(0, 4)).toBe('2020');
    // Once the school calendar is entered, the words propose the day.
    const waiting = next(decided(bare));
    const known = done(waiting, keepRecord(waiting, { sort: 'term', id: '2020-1', value: TERM }));
    const opening = [...known.nodes.values()].find(({ title }) => title === '开学')!;
    expect(proposalsOf(known).find(({ node }) => node === opening.id)).toMatchObject({
      does: 'ask',
      why: 'term',
      choices: [{ span: { start: '2020-09-01', end: '2020-09-01' } }],
    });
  });
});

test('dependencies between what goes on go along', () => {
  const sample = decided(readPlan(documentFrom(seeds().sample)));
  const after = next(sample);
  const old = new Map([...after.nodes.values()].map(({ id, lineage }) => [id, lineage?.node]));
  const carried = [...after.links.values()].map(({ from, to, type, lag }) => [old.get(from), old.get(to), type, lag]);
  const stay = [...sample.links.values()].filter(({ from, to }) =>
    [from, to].every((id) => [...old.values()].includes(id)),
  );
  expect(stay.length).toBeGreaterThan(0);
  expect(carried.toSorted()).toEqual(stay.map(({ from, to, type, lag }) => [from, to, type, lag]).toSorted());
});

test('what followed in 2019 follows in 2020, and says so where its weekday had passed what it waits for', () => {
  const sample = decided(readPlan(documentFrom(seeds().sample)));
  const broken = (plan: Plan): readonly string[] =>
    [...plan.links.values()]
      .filter((link) => isBroken(link, spans(plan)))
      .map(({ from, to }) => [from, to].map((id) => plan.nodes.get(id)!.title.slice(0, 10)).join('→'));
  expect(broken(sample)).toEqual([]);
  expect(broken(next(sample))).toEqual([]);
  const after = carryRows(sample).flatMap(({ dates }) => dates.filter(({ moved }) => moved?.start.by === 'after'));
  // 3月15日 is the third Friday, 3月18日 the third Monday: in 2020 that Monday comes first.
  expect(after.map(({ was, moved }) => [was.start, moved!.span.start])).toContainEqual(['2019-03-18', '2020-03-23']);
  for (const { moved } of after) expect(isWorking(moved!.span.start, CHINA)).toBe(true);
});

test('a result or a step that names the year is shown with it', () => {
  let sample = decided(readPlan(documentFrom(seeds().sample)));
  sample = done(sample, setFate(sample, { ids: [at(sample, '3.1')], fate: 'routine' }));
  const old = carryRows(sample).flatMap(({ flags }) =>
    flags.flatMap((flag) => (flag.kind === 'old-year' ? flag.words : [])),
  );
  expect(old).toContain('2019年重点工作任务清单');
  expect(old).toContain('2020年部门预算编制上报');
});

test('of the sample’s whole schedule no deadline of 2020 falls on a day nobody works', () => {
  const sample = decided(readPlan(documentFrom(seeds().sample)));
  const dated = [...next(sample).nodes.values()].filter(({ span }) => span);
  expect(dated.length).toBeGreaterThan(20);
  expect(
    dated.filter(({ span }) => isWorking(span!.end, CHINA) !== true).map(({ title, span }) => [title, span]),
  ).toEqual([]);
  expect(dated.every(({ span }) => span!.start <= span!.end && span!.end.startsWith('2020'))).toBe(true);
});

test('a second year reaches back through the first', () => {
  const first = next(decided(official()));
  const second = carryOver(decided(first), { from: 'plan2020', unsure: false });
  const plan = readPlan(documentFrom(second));
  const clause = [...plan.nodes.values()].find(({ kind }) => kind === 'clause')!;
  expect(plan.meta.year).toBe(2021);
  expect(clause.lineage).toMatchObject({ plan: 'plan2020', year: 2020 });
  expect(first.nodes.get(clause.lineage!.node)!.lineage).toMatchObject({ plan: 'plan2019', year: 2019 });
});

test('a demonstration carried over keeps a day of its own, and nothing in it is late before its year begins', () => {
  const sample = decided(readPlan(documentFrom(seeds().sample)));
  const after = next(sample);
  expect(after.meta).toMatchObject({ sample: true, year: 2020, asOf: '2020-01-01' });
  const today = todayFor(after, '2026-11-26');
  expect([...lights(after, spans(after), today).values()].filter((light) => light === 'late')).toEqual([]);
  // A plan that is no demonstration goes by the clock, also when its year is over.
  expect(next(decided(official())).meta).not.toHaveProperty('asOf');
});
