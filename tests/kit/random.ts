// Random intents: one draw of the dice is one thing an office worker might do. Used by every law.
import { BIN, ROOT } from '../../shared/model/plan.ts';
import type { Dice, Id, Kind, Plan } from '../../shared/model/plan.ts';
import { addDays } from '../../shared/model/day.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  entitle,
  leadFirst,
  renameOffice,
  retitle,
  setDeliverable,
  setDue,
  setIssue,
  setKind,
  setPerson,
  setPreamble,
  setProgress,
  setStatus,
} from '../../shared/ops/content.ts';
import {
  addMilestone,
  clearSpan,
  link,
  resizeEnd,
  resizeStart,
  setSpan,
  shiftBranch,
  shiftBy,
  unlink,
} from '../../shared/ops/time.ts';
import { dropRecord, keepRecord } from '../../shared/ops/records.ts';
import {
  addAfter,
  addNode,
  bin,
  graft,
  indent,
  moveDown,
  moveNode,
  moveUp,
  newId,
  outdent,
  restore,
} from '../../shared/ops/tree.ts';

export function pick<T>(list: readonly T[], dice: Dice): T | undefined {
  return list[Math.floor(dice() * list.length)];
}

const WORDS = ['推进', '落实', '课程', '𠮷祥', '督导', '评估', '创建', '（试点）', '“双减”', ' '];
const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];

export function words(dice: Dice): string {
  return Array.from({ length: 1 + Math.floor(dice() * 4) }, () => pick(WORDS, dice)).join('');
}

type Intent = (plan: Plan, dice: Dice) => Outcome;

const anyNode = (plan: Plan, dice: Dice): Id => pick([...plan.nodes.keys()].sort(), dice) ?? ROOT;
const anyParent = (plan: Plan, dice: Dice): Id => (dice() < 0.1 ? ROOT : anyNode(plan, dice));
const anyOffice = (plan: Plan, dice: Dice): Id => pick([...plan.offices.keys()].sort(), dice) ?? 'none';
const anyDay = (dice: Dice): string => addDays('2019-01-01', Math.floor(dice() * 365));
const some = (plan: Plan, dice: Dice): Id[] => [anyNode(plan, dice), anyNode(plan, dice)];
const beforeIn = (plan: Plan, parent: Id, dice: Dice): Id | null =>
  dice() < 0.3 ? null : (pick(plan.tree.children.get(parent) ?? [], dice) ?? null);

/** Every op by name; the table the laws draw from. */
export const INTENTS: Readonly<Record<string, Intent>> = {
  addNode: (plan, dice) => {
    const parent = anyParent(plan, dice);
    return addNode(plan, { id: newId(dice), parent, before: beforeIn(plan, parent, dice), title: words(dice) }, dice);
  },
  addAfter: (plan, dice) => addAfter(plan, { id: newId(dice), after: anyNode(plan, dice), title: words(dice) }, dice),
  moveNode: (plan, dice) => {
    const parent = anyParent(plan, dice);
    return moveNode(
      plan,
      { ids: dice() < 0.7 ? [anyNode(plan, dice)] : some(plan, dice), parent, before: beforeIn(plan, parent, dice) },
      dice,
    );
  },
  indent: (plan, dice) => indent(plan, { id: anyNode(plan, dice) }, dice),
  outdent: (plan, dice) => outdent(plan, { id: anyNode(plan, dice) }, dice),
  moveUp: (plan, dice) => moveUp(plan, { id: anyNode(plan, dice) }, dice),
  moveDown: (plan, dice) => moveDown(plan, { id: anyNode(plan, dice) }, dice),
  bin: (plan, dice) => bin(plan, { ids: [anyNode(plan, dice)] }),
  restore: (plan, dice) => restore(plan, { id: pick(plan.tree.children.get(BIN) ?? [], dice) ?? 'none' }, dice),
  graft: (plan, dice) =>
    graft(
      plan,
      {
        parent: ROOT,
        outlines: [
          {
            kind: 'section',
            title: words(dice),
            children: [{ kind: 'item', title: words(dice), lead: ['局办公室', '新设科'] }],
          },
        ],
      },
      dice,
    ),
  setSpan: (plan, dice) => {
    const start = anyDay(dice);
    return setSpan(plan, {
      id: anyNode(plan, dice),
      span: { start, end: addDays(start, Math.floor(dice() * 60) - 2) },
    });
  },
  shiftBy: (plan, dice) => shiftBy(plan, { ids: some(plan, dice), days: Math.floor(dice() * 30) - 15 }),
  shiftBranch: (plan, dice) => shiftBranch(plan, { id: anyNode(plan, dice), days: 7 }),
  resizeStart: (plan, dice) => resizeStart(plan, { id: anyNode(plan, dice), day: anyDay(dice) }),
  resizeEnd: (plan, dice) => resizeEnd(plan, { id: anyNode(plan, dice), day: anyDay(dice) }),
  clearSpan: (plan, dice) => clearSpan(plan, { ids: [anyNode(plan, dice)] }),
  addMilestone: (plan, dice) =>
    addMilestone(plan, { id: newId(dice), parent: anyNode(plan, dice), day: anyDay(dice), title: words(dice) }, dice),
  link: (plan, dice) =>
    link(plan, { from: anyNode(plan, dice), to: anyNode(plan, dice), lag: Math.floor(dice() * 5) - 2 }),
  unlink: (plan, dice) => unlink(plan, pick([...plan.links.values()], dice) ?? { from: 'none', to: 'none' }),
  retitle: (plan, dice) => {
    const id = anyNode(plan, dice);
    const title = plan.nodes.get(id)?.title ?? '';
    const at = Math.floor(dice() * (title.length + 1));
    return retitle(plan, { id, title: dice() < 0.5 ? words(dice) + title : title.slice(0, at) + words(dice) });
  },
  setKind: (plan, dice) => setKind(plan, { id: anyNode(plan, dice), kind: pick(KINDS, dice)! }),
  setProgress: (plan, dice) =>
    setProgress(plan, { id: anyNode(plan, dice), progress: dice() < 0.2 ? null : Math.floor(dice() * 101) }),
  setStatus: (plan, dice) =>
    setStatus(plan, { id: anyNode(plan, dice), light: dice() < 0.3 ? null : 'hold', reason: words(dice) }),
  setDeliverable: (plan, dice) => setDeliverable(plan, { id: anyNode(plan, dice), text: words(dice) }),
  setIssue: (plan, dice) => setIssue(plan, { id: anyNode(plan, dice), text: dice() < 0.3 ? '' : words(dice) }),
  setPerson: (plan, dice) =>
    setPerson(plan, {
      id: anyNode(plan, dice),
      who: pick(['chief', 'duty', 'contact'] as const, dice)!,
      text: dice() < 0.3 ? '' : words(dice),
    }),
  setDue: (plan, dice) =>
    setDue(plan, {
      id: anyNode(plan, dice),
      due: dice() < 0.3 ? null : { kind: pick(['by', 'range', 'ongoing'] as const, dice)!, words: words(dice) },
    }),
  addMark: (plan, dice) =>
    addMark(
      plan,
      { id: anyNode(plan, dice), role: dice() < 0.5 ? 'lead' : 'assist', office: anyOffice(plan, dice) },
      dice,
    ),
  dropMark: (plan, dice) => dropMark(plan, { id: anyNode(plan, dice), role: 'lead', office: anyOffice(plan, dice) }),
  leadFirst: (plan, dice) => leadFirst(plan, { id: anyNode(plan, dice), office: anyOffice(plan, dice) }, dice),
  addOffice: (plan, dice) => addOffice(plan, { name: words(dice) }, dice),
  renameOffice: (plan, dice) => renameOffice(plan, { id: anyOffice(plan, dice), name: words(dice) }),
  keepRecord: (plan, dice) =>
    dice() < 0.5
      ? keepRecord(plan, { sort: 'marker', id: pick(['m1', 'm2'], dice)!, value: { day: anyDay(dice), name: '开学' } })
      : keepRecord(plan, {
          sort: 'relation',
          id: 'r1',
          value: { from: anyNode(plan, dice), to: anyNode(plan, dice), title: words(dice) },
        }),
  dropRecord: (plan, dice) =>
    dropRecord(plan, { sort: dice() < 0.5 ? 'marker' : 'relation', id: pick(['m1', 'r1'], dice)! }),
  entitle: (plan, dice) => entitle(plan, { title: words(dice) }),
  setPreamble: (plan, dice) => setPreamble(plan, { text: plan.meta.preamble + words(dice) }),
};

const NAMES = Object.keys(INTENTS);

/** Some intent; moves are drawn more often, because trees are where trouble is. */
export function anyIntent(plan: Plan, dice: Dice): Outcome {
  const name = dice() < 0.3 ? 'moveNode' : pick(NAMES, dice)!;
  return INTENTS[name]!(plan, dice);
}

export const SMALL = `
一
  甲 @局办公室
    甲一 03-01..04-30 @局办公室,局人事科
    甲二 @局基教科
      ◆ 节点 05-20
  乙
    乙一 06-01..06-30 @局基教科 40%
二
  丙
    丙一
      小事 09-02..09-06
      细事
三`;
