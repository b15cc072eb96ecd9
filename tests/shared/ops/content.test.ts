import { expect, test } from 'vitest';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  leadFirst,
  officeNamed,
  renameOffice,
  retitle,
  setDue,
  setIssue,
  setKind,
  setPerson,
  setProgress,
  setStatus,
} from '../../../shared/ops/content.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';

const TEXT = '一\n  甲\n    甲一 03-01..04-30 @局办公室,局人事科\n    甲二 @局基教科\n      事';
const dice = diceOf(3);
const after = (plan: Plan, outcome: Outcome): Plan => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return applyChanges(plan, outcome);
};
const refusal = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.refused : 'done');

test('the first-named office leads; another can be put first', () => {
  const plan = planOf(TEXT);
  const moved = after(plan, leadFirst(plan, { id: idOf(plan, '甲一'), office: officeNamed(plan, '局人事科')! }, dice));
  expect(show(moved)).toContain('@局人事科,局办公室');
});

test('an office that leads cannot assist at the same time', () => {
  const plan = planOf(TEXT);
  const args = { id: idOf(plan, '甲一'), office: officeNamed(plan, '局办公室')! };
  const moved = after(plan, addMark(plan, { ...args, role: 'assist' }, dice));
  expect(show(moved)).toContain('甲一 03-01..04-30 @局人事科');
  expect([...moved.nodes.get(args.id)!.assist.keys()]).toEqual([args.office]);
  expect(refusal(dropMark(moved, { ...args, role: 'lead' }))).toBe('nothing-to-do');
});

test('renaming an office changes it everywhere, and two cannot share a name', () => {
  const plan = planOf(TEXT);
  const id = officeNamed(plan, '局基教科')!;
  expect(show(after(plan, renameOffice(plan, { id, name: '基础教育科' })))).toContain('甲二 @基础教育科');
  expect(refusal(renameOffice(plan, { id, name: '局办公室' }))).toBe('office-taken');
  expect(refusal(addOffice(plan, { name: '局办公室' }, dice))).toBe('office-taken');
});

test('a new office can be named and given its part in one step', () => {
  const plan = planOf(TEXT);
  const more = after(plan, addOffice(plan, { name: '局安全科', on: { id: idOf(plan, '甲二'), role: 'lead' } }, dice));
  expect(show(more)).toContain('甲二 @局基教科,局安全科');
});

test('half a character is never written', () => {
  const plan = planOf(TEXT);
  const cut = after(plan, retitle(plan, { id: idOf(plan, '甲二'), title: '𠮷'.slice(0, 1) + '祥' }));
  expect(cut.nodes.get(idOf(plan, '甲二'))!.title).toBe('\uFFFD祥');
});

test('progress is a whole percent', () => {
  const plan = planOf(TEXT);
  const id = idOf(plan, '甲一');
  expect([101, -1, 33.3, NaN].map((progress) => refusal(setProgress(plan, { id, progress })))).toEqual(
    Array(4).fill('bad-number'),
  );
  expect(refusal(setProgress(plan, { id, progress: 100 }))).toBe('done');
});

test('a light by hand keeps its reason and can be taken back', () => {
  const plan = planOf(TEXT);
  const id = idOf(plan, '甲一');
  const held = after(plan, setStatus(plan, { id, light: 'hold', reason: '待区委批复' }));
  expect(held.nodes.get(id)!.status).toEqual({ light: 'hold', reason: '待区委批复' });
  expect(after(held, setStatus(held, { id, light: null })).nodes.get(id)!.status).toBeUndefined();
});

test('a clause that becomes a milestone keeps its last day; one with tasks cannot', () => {
  const plan = planOf('一\n  甲\n    甲一\n      事 03-01..03-08\n    甲二\n      细\n        末');
  expect(show(after(plan, setKind(plan, { id: idOf(plan, '事'), kind: 'milestone' })))).toContain('◆ 事 03-08');
  expect(refusal(setKind(plan, { id: idOf(plan, '细'), kind: 'milestone' }))).toBe('has-children');
  expect(refusal(setKind(plan, { id: idOf(plan, '甲一'), kind: 'section' }))).toBe('wrong-level');
});

test('one person changes and the others stay; with the last name gone nothing is kept', () => {
  const plan = planOf(TEXT);
  const id = idOf(plan, '甲一');
  const chief = after(plan, setPerson(plan, { id, who: 'chief', text: ' 陆 明 ' }));
  const both = after(chief, setPerson(chief, { id, who: 'duty', text: '王小康' }));
  expect(both.nodes.get(id)!.people).toEqual({ chief: '陆 明', duty: '王小康' });
  const one = after(both, setPerson(both, { id, who: 'chief', text: '' }));
  expect(one.nodes.get(id)!.people).toEqual({ duty: '王小康' });
  expect(after(one, setPerson(one, { id, who: 'duty', text: '' })).nodes.get(id)!.people).toBeUndefined();
});

test('a deadline in words is kept beside the days, and an obstacle is a line', () => {
  const plan = planOf(TEXT);
  const id = idOf(plan, '甲一');
  const due = after(plan, setDue(plan, { id, due: { kind: 'ongoing', words: '持续推进' } }));
  expect(due.nodes.get(id)!.due).toEqual({ kind: 'ongoing', words: '持续推进' });
  expect(due.nodes.get(id)!.span).toEqual(plan.nodes.get(id)!.span);
  expect(after(due, setDue(due, { id, due: null })).nodes.get(id)!.due).toBeUndefined();
  expect(after(plan, setIssue(plan, { id, text: '校舍未交付' })).nodes.get(id)!.issue).toBe('校舍未交付');
  expect(refusal(setIssue(plan, { id, text: '长'.repeat(3000) }))).toBe('too-long');
});
