import { describe, expect, test } from 'vitest';
import { COMMANDS, commandsFor } from '../../../client/commands/all.ts';
import type { Desk } from '../../../client/commands/registry.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal, refuse } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { addMark, officeNamed } from '../../../shared/ops/content.ts';
import {
  addAlias,
  dropAlias,
  expandCollective,
  mergeOffices,
  pickable,
  placeOffice,
  setOffice,
} from '../../../shared/ops/offices.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { OFFICIAL } from '../export/kit.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';

const dice = diceOf(4);

const PLAN = planOf(`
  一
    甲
      甲一 @局基教科,局人事科
      甲二 @局人事科
      甲三 @局各职能科室
      甲四 @局基教科`);

const office = (plan: Plan, name: string): string => officeNamed(plan, name) ?? 'none';

function after(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

/** Runs an office command on a plan value. */
function run(plan: Plan, id: keyof typeof COMMANDS, args: unknown): Plan {
  let now = plan;
  const desk = {
    plan: () => now,
    role: () => 'chair',
    busy: () => false,
    dice,
    commit: (changes: Parameters<typeof applyChanges>[1]) => (now = applyChanges(now, changes)),
    refused: (no: { refused: string }) => {
      throw new Error(no.refused);
    },
  } as unknown as Desk;
  commandsFor(desk).run(id, args as never);
  return now;
}

describe('the register of offices', () => {
  test('an alias names its office, and no other office may have it', () => {
    const plan = after(PLAN, addAlias(PLAN, { id: office(PLAN, '局基教科'), alias: ' 基教科 ' }));
    expect(officeNamed(plan, '基教科')).toBe(office(plan, '局基教科'));
    expect(addAlias(plan, { id: office(plan, '局人事科'), alias: '基教科' })).toEqual(
      refuse('office-taken', { name: '基教科' }),
    );
    expect(addAlias(plan, { id: office(plan, '局人事科'), alias: '  ' })).toEqual(refuse('empty-title'));
    const without = after(plan, dropAlias(plan, { id: office(plan, '局基教科'), alias: '基教科' }));
    expect(officeNamed(without, '基教科')).toBeUndefined();
  });

  test('colour and nature can be changed, out of range not', () => {
    const id = office(PLAN, '局人事科');
    expect(after(PLAN, setOffice(PLAN, { id, hue: 12 })).offices.get(id)).toMatchObject({ hue: 12, collective: false });
    expect(setOffice(PLAN, { id, hue: 400 })).toEqual(refuse('bad-record'));
  });

  test('an office moves before another, and to the end', () => {
    const names = (plan: Plan): string[] => pickable(plan).map(({ name }) => name);
    expect(names(PLAN)).toEqual(['局基教科', '局人事科', '局各职能科室']);
    const first = after(
      PLAN,
      placeOffice(PLAN, { id: office(PLAN, '局各职能科室'), before: office(PLAN, '局基教科') }, dice),
    );
    expect(names(first)).toEqual(['局各职能科室', '局基教科', '局人事科']);
    const last = after(first, placeOffice(first, { id: office(first, '局各职能科室'), before: null }, dice));
    expect(names(last)).toEqual(['局基教科', '局人事科', '局各职能科室']);
  });

  test('merging moves what the one leads to the other, without doubling it, and keeps the name for later texts', () => {
    const plan = after(
      PLAN,
      mergeOffices(PLAN, { from: office(PLAN, '局人事科'), into: office(PLAN, '局基教科') }, dice),
    );
    expect(show(plan)).toBe(`一
  甲
    甲一 @局基教科
    甲二 @局基教科
    甲三 @局各职能科室
    甲四 @局基教科`);
    expect(officeNamed(plan, '局人事科')).toBe(office(plan, '局基教科'));
    expect(pickable(plan).map(({ name }) => name)).toEqual(['局基教科', '局各职能科室']);
  });

  test('the office that was named first stays first when it is merged into one that was named after it', () => {
    const wide = after(
      PLAN,
      addMark(PLAN, { id: idOf(PLAN, '甲一'), role: 'lead', office: office(PLAN, '局各职能科室') }, dice),
    );
    const plan = after(
      wide,
      mergeOffices(wide, { from: office(wide, '局基教科'), into: office(wide, '局各职能科室') }, dice),
    );
    expect(show(plan)).toContain('甲一 @局各职能科室,局人事科');
  });

  test('a collective office is replaced by those it means, or they stand beside it', () => {
    const args = {
      ids: [idOf(PLAN, '甲三')],
      office: office(PLAN, '局各职能科室'),
      offices: [office(PLAN, '局人事科'), office(PLAN, '局基教科')],
    };
    const plan = after(PLAN, expandCollective(PLAN, { ...args, how: 'replace' }, dice));
    expect(show(plan)).toContain('甲三 @局人事科,局基教科');
    const beside = after(PLAN, expandCollective(PLAN, { ...args, how: 'beside' }, dice));
    expect(show(beside)).toContain('甲三 @局各职能科室');
    expect([...beside.nodes.get(args.ids[0]!)!.assist.keys()]).toEqual(args.offices);
  });
});

describe('a name that changes, changes in the official text', () => {
  const { plan } = OFFICIAL;
  const id = office(plan, '局基教科');

  test('renaming, with the old name kept as an alias', () => {
    const now = run(plan, 'office.rename', { id, name: '局基础教育科', keep: true });
    expect(write(now)).toBe(write(plan).replaceAll('局基教科', '局基础教育科'));
    expect(officeNamed(now, '局基教科')).toBe(id);
  });

  test('renaming without', () => {
    const now = run(plan, 'office.rename', { id, name: '局基础教育科' });
    expect(write(now)).toBe(write(plan).replaceAll('局基教科', '局基础教育科'));
    expect(officeNamed(now, '局基教科')).toBeUndefined();
  });

  test('merging', () => {
    const into = office(plan, '局人事科');
    const text = write(run(plan, 'office.merge', { from: id, into }));
    expect(text).not.toContain('局基教科');
    expect(text.match(/牵头部门/g)).toHaveLength(39);
  });
});
