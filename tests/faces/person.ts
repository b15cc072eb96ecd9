// One person without a screen: their plan, their view, what was last shown to them, the keys they press and the words they type.
import * as Y from 'yjs';
import { commandsFor } from '../../client/commands/all.ts';
import type { PlanCommands } from '../../client/commands/all.ts';
import type { Desk } from '../../client/commands/registry.ts';
import { FIRST_VIEW } from '../../client/state/view-store.ts';
import type { View } from '../../client/state/view-store.ts';
import { commit } from '../../shared/doc/commit.ts';
import { readPlan, watchPlan } from '../../shared/doc/read.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Dice, Id, Node, Plan } from '../../shared/model/plan.ts';
import { childrenOf, inOrder } from '../../shared/model/tree.ts';
import { pick } from '../kit/random.ts';
import { TODAY } from './readings.ts';

export interface Person {
  readonly commands: PlanCommands;
  plan(): Plan;
  view(): View;
  setView(change: Partial<View>): void;
  /** What the last command opened, such as `lead/…`. */
  shown(): string;
}

export function personAt(doc: Y.Doc, dice: Dice): Person {
  const mine = {};
  const undo = openUndo(doc, mine);
  let plan = readPlan(doc);
  watchPlan(doc, (next) => (plan = next));
  let view: View = FIRST_VIEW;
  let shown = '';
  const setView = (change: Partial<View>): void => void (view = { ...view, ...change });
  const desk: Desk = {
    plan: () => plan,
    role: () => 'chair',
    busy: () => false,
    view: () => view,
    setView,
    settings: () => ({ lang: 'zh', shade: 'system', name: '', asked: true, follow: 'ask' }),
    setSettings: () => undefined,
    today: () => TODAY,
    dice,
    commit: (changes) => commit(doc, changes, mine),
    undo: undo.undo,
    redo: undo.redo,
    contested: () => [],
    canUndo: undo.canUndo,
    canRedo: undo.canRedo,
    stage: () => true,
    show: (what) => void (shown = String(what)),
    find: () => undefined,
    copyLink: () => undefined,
    goHome: () => undefined,
    runExport: () => undefined,
    refused: () => undefined,
    binned: () => undefined,
    renumbered: () => undefined,
    following: () => null,
    question: () => null,
    ask: () => undefined,
    follow: () => undefined,
  };
  return { commands: commandsFor(desk), plan: () => plan, view: () => view, setView, shown: () => shown };
}

export const VERBS = ['推进', '完善', '深化', '加强', '落实', '健全'];
const THINGS = ['课程改革', '质量监测', '教师培训', '校园安全', '专项督导', '𠮷祥工程', '学区化办学'];
export const OFFICES = ['局基教科', '局办公室', '局人事科', '教育督导室'];
export const DAYS = ['3/15', '4月底', '第二季度', '5-8月', '2019.9.2', '十月十五日', '2019-11-08', '瞎写', ''];

export const phrase = (dice: Dice): string =>
  `${pick(VERBS, dice)!}${pick(THINGS, dice)!}工作${Math.floor(dice() * 100)}`;
export const names = (dice: Dice): string =>
  [...new Set([pick(OFFICES, dice)!, ...(dice() < 0.3 ? [pick(OFFICES, dice)!] : [])])].join('、');

export type Edit = (me: Person, dice: Dice) => void;

export interface Hands {
  readonly any: readonly Edit[];
  /** By this face's own keys: a plan grown beyond what one looks at loses a branch; one too small for anything to happen in gets more. */
  readonly less: Edit;
  readonly more: Edit;
}

export const anyOf = (plan: Plan, dice: Dice, fits: (node: Node) => boolean = () => true): Id | undefined =>
  pick(
    inOrder(plan).filter((id) => fits(plan.nodes.get(id)!)),
    dice,
  );

/** What a handler looks at of a keyboard event. */
export function key(text: string): never {
  const parts = text.split('+');
  const name = parts.pop()!;
  const has = (mod: string): boolean => parts.includes(mod);
  const event = {
    key: name,
    code: name,
    ctrlKey: has('Mod'),
    metaKey: false,
    altKey: has('Alt'),
    shiftKey: has('Shift'),
    isComposing: false,
    preventDefault: () => undefined,
    stopPropagation: () => undefined,
  };
  return { ...event, nativeEvent: event } as never;
}

/** By the key of a command, in that face. */
export function byKey(me: Person, stroke: string, face: 'gantt' | 'mindmap' | 'list' | 'text'): void {
  const id = me.commands.byKey(key(stroke), face);
  if (id !== undefined) me.commands.run(id);
}

/** A fresh node is given its words, as its editor does; one that may lead is given an office beside it. */
export function name(me: Person, dice: Dice): void {
  const { editing } = me.view();
  if (!editing) return;
  me.setView({ editing: null });
  me.commands.run('content.retitle', { id: editing.node, title: phrase(dice) });
  if (me.plan().nodes.get(editing.node)?.kind === 'clause')
    me.commands.run('list.fill', { cells: [{ id: editing.node, column: 'lead', text: names(dice) }] });
}

/** What one picks to be rid of it: a whole part when there are many, else anything. */
export function spare(plan: Plan, dice: Dice): Id | undefined {
  const tops = childrenOf(plan, ROOT);
  return tops.length > 3 ? pick(tops, dice) : anyOf(plan, dice);
}

/** Under what one adds when there is too little: mostly where there is nothing yet. */
export function poor(plan: Plan, dice: Dice): Id | undefined {
  const groups = inOrder(plan).filter((id) => /section|item/.test(plan.nodes.get(id)!.kind));
  const bare = groups.filter((id) => childrenOf(plan, id).length === 0);
  return pick(bare.length > 0 && dice() < 0.8 ? bare : groups, dice);
}
