// One person's hands on the four faces, without a screen: what each face makes of a drag, a key, a drop, a paste or typed words, run by its commands.
import * as Y from 'yjs';
import { commandsFor } from '../../client/commands/all.ts';
import type { PlanCommands } from '../../client/commands/all.ts';
import type { Desk } from '../../client/commands/registry.ts';
import { dropOf, grabOf } from '../../client/drag/drop.ts';
import type { Part } from '../../shared/layout/scene.ts';
import { FIRST_VIEW } from '../../client/state/view-store.ts';
import type { View } from '../../client/state/view-store.ts';
import { FIRST_SHEET } from '../../shared/layout/listing.ts';
import { cellOwn } from '../../client/views/list/cells.ts';
import { fitted, isEditable } from '../../client/views/list/columns.ts';
import { listKey } from '../../client/views/list/keys.ts';
import { filledDown, land } from '../../client/views/list/pasting.ts';
import { rowSpot } from '../../client/views/list/spots.ts';
import { landing } from '../../client/views/mindmap/drop.ts';
import { mapKey } from '../../client/views/mindmap/keys.ts';
import { outlinesOf } from '../../client/views/mindmap/paste.ts';
import { readKey, writeKey } from '../../client/views/text/keys.ts';
import { PREAMBLE, sheetOf } from '../../client/views/text/sheet.ts';
import { oneLine } from '../../client/views/text/splice.ts';
import { commit } from '../../shared/doc/commit.ts';
import { readPlan, watchPlan } from '../../shared/doc/read.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import { rows } from '../../shared/layout/rows.ts';
import { toNumber } from '../../shared/model/day.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Dice, Id, Node, Plan } from '../../shared/model/plan.ts';
import { childrenOf, inOrder, kindAt } from '../../shared/model/tree.ts';
import { pick } from '../kit/random.ts';
import { factsOf, TODAY } from './readings.ts';
import type { mapReader } from './readings.ts';

export interface Person {
  readonly commands: PlanCommands;
  plan(): Plan;
  view(): View;
  setView(change: Partial<View>): void;
}

export function personAt(doc: Y.Doc, dice: Dice): Person {
  const mine = {};
  const undo = openUndo(doc, mine);
  let plan = readPlan(doc);
  watchPlan(doc, (next) => (plan = next));
  let view: View = FIRST_VIEW;
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
    show: () => undefined,
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
  return { commands: commandsFor(desk), plan: () => plan, view: () => view, setView };
}

const VERBS = ['推进', '完善', '深化', '加强', '落实', '健全'];
const THINGS = ['课程改革', '质量监测', '教师培训', '校园安全', '专项督导', '𠮷祥工程', '学区化办学'];
const OFFICES = ['局基教科', '局办公室', '局人事科', '教育督导室'];
const DAYS = ['3/15', '4月底', '第二季度', '5-8月', '2019.9.2', '十月十五日', '2019-11-08', '瞎写', ''];

export const phrase = (dice: Dice): string =>
  `${pick(VERBS, dice)!}${pick(THINGS, dice)!}工作${Math.floor(dice() * 100)}`;
const names = (dice: Dice): string =>
  [...new Set([pick(OFFICES, dice)!, ...(dice() < 0.3 ? [pick(OFFICES, dice)!] : [])])].join('、');

type Edit = (me: Person, dice: Dice) => void;

const anyOf = (plan: Plan, dice: Dice, fits: (node: Node) => boolean = () => true): Id | undefined =>
  pick(
    inOrder(plan).filter((id) => fits(plan.nodes.get(id)!)),
    dice,
  );

/** What a handler looks at of a keyboard event. */
function key(text: string): never {
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

/** A fresh node is given its words, as its editor does; one that may lead is given an office beside it. */
function name(me: Person, dice: Dice): void {
  const { editing } = me.view();
  if (!editing) return;
  me.setView({ editing: null });
  me.commands.run('content.retitle', { id: editing.node, title: phrase(dice) });
  if (me.plan().nodes.get(editing.node)?.kind === 'clause')
    me.commands.run('list.fill', { cells: [{ id: editing.node, column: 'lead', text: names(dice) }] });
}

const GANTT_KEYS = ['ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Shift+Delete', '}', '{', 'Mod+z', 'Mod+y', 'Mod+Enter']; // prettier-ignore

const gantt: readonly Edit[] = [
  // A bar, an edge, an empty row or a chip of the tray in the hand, let go somewhere.
  (me, dice) => {
    const plan = me.plan();
    const node = anyOf(plan, dice);
    const parts = ['bar', 'start', 'end', 'row', 'tray', 'summary', 'milestone'] as const;
    const part: Part | 'tray' = pick(parts, dice)!;
    if (node === undefined) return;
    const from = toNumber('2019-01-01') + dice() * 360;
    const grab = grabOf(plan, { node, part }, from, dice() < 0.3 ? [node, anyOf(plan, dice)!] : [node]);
    const over = dice() < 0.1 ? ('tray' as const) : ('days' as const);
    const where = { over, moment: from + (dice() - 0.5) * 60, zoom: 'week' as const, magnet: dice() < 0.5 ? 0 : 3 };
    const drop = grab && dropOf(plan, grab, where);
    if (drop) me.commands.run(drop.command, drop.args);
  },
  (me, dice) => {
    const node = anyOf(me.plan(), dice);
    if (node === undefined) return;
    me.setView({ selected: [node] });
    const id = me.commands.byKey(key(pick(GANTT_KEYS, dice)!), 'gantt');
    if (id !== undefined) me.commands.run(id);
  },
  (me, dice) => {
    const id = anyOf(me.plan(), dice);
    if (id !== undefined) me.commands.run('content.retitle', { id, title: phrase(dice) });
  },
];

const MAP_KEYS = ['Enter', 'Tab', 'Shift+Enter', 'Shift+Tab', 'Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+ArrowLeft', 'Mod+ArrowRight', 'Delete', 'Mod+z', 'Mod+y', 'm']; // prettier-ignore

const map = (faces: ReturnType<typeof mapReader>): readonly Edit[] => [
  (me, dice) => {
    const plan = me.plan();
    const active = dice() < 0.1 ? ROOT : anyOf(plan, dice);
    if (active === undefined) return;
    me.setView({ selected: [active] });
    mapKey(key(pick(MAP_KEYS, dice)!), {
      map: faces.map(plan),
      selected: [active],
      mayEdit: true,
      empty: false,
      commands: me.commands,
      select: (ids) => me.setView({ selected: ids }),
      edit: () => true,
      related: () => undefined,
    });
    name(me, dice);
  },
  // A topic in the hand, let go beside another.
  (me, dice) => {
    const plan = me.plan();
    const drawn = faces.map(plan);
    const id = anyOf(plan, dice);
    const box = drawn.boxes.get(anyOf(plan, dice) ?? ROOT);
    if (id === undefined || !box) return;
    const at = { x: box.x + box.w * dice() * 1.2, y: box.y + box.h * dice() };
    const found = landing(drawn, plan, [id], at);
    if (found.kind === 'spot') me.commands.run('tree.move', { ids: [id], ...found.spot });
  },
  (me, dice) => {
    const active = anyOf(me.plan(), dice, ({ kind }) => kind === 'item' || kind === 'clause' || kind === 'section');
    if (active === undefined) return;
    const outlines = outlinesOf(`1. ${phrase(dice)}\n2. ${phrase(dice)}`, kindAt(me.plan(), active));
    const led = outlines?.map((each) => (each.kind === 'clause' ? { ...each, lead: [pick(OFFICES, dice)!] } : each));
    if (led && dice() < 0.3) me.commands.run('tree.graft', { parent: active, before: null, outlines: led });
  },
];

const COLUMNS = fitted(FIRST_SHEET, 0);
const LIST_KEYS = ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Mod+z', 'Mod+y', 'Enter', 'Delete']; // prettier-ignore

function words(column: string, dice: Dice): string {
  if (column === 'lead') return names(dice);
  if (column === 'start' || column === 'end') return pick(DAYS, dice)!;
  return column === 'progress' ? String(Math.floor(dice() * 110)) : column === 'light' ? '推进中' : phrase(dice);
}

const list: readonly Edit[] = [
  // A cell that is typed into, or a block that is pasted with its corner there.
  (me, dice) => {
    const plan = me.plan();
    const shown = rows(plan, { folded: new Set() });
    const at = { row: Math.floor(dice() * shown.length), column: 1 + Math.floor(dice() * (COLUMNS.length - 1)) };
    const [high, wide] = dice() < 0.6 ? [1, 1] : [1 + Math.floor(dice() * 4), 1 + Math.floor(dice() * 4)];
    const block = Array.from({ length: high }, () =>
      Array.from({ length: wide }, (_, j) => words(COLUMNS[at.column + j]?.name ?? '', dice)),
    );
    const ground = { facts: factsOf(plan), rows: shown, columns: COLUMNS };
    const { cells } = land(ground, block, at, { rows: [at.row], columns: 1 });
    const here = cells.filter(({ id, column }) => !id.startsWith('+') && !(column === 'lead' && isItem(plan, id)));
    if (here.length > 0) me.commands.run('list.fill', { cells: here, lenient: true });
  },
  (me, dice) => {
    const plan = me.plan();
    const facts = factsOf(plan);
    const shown = rows(plan, { folded: new Set() });
    const from = Math.floor(dice() * shown.length);
    const column = 2 + Math.floor(dice() * 8);
    const picked = [from, from + 1, from + 2].filter((row) => row < shown.length);
    const ground = { facts, rows: shown, columns: COLUMNS };
    const own = (id: Id, each: (typeof COLUMNS)[number]['name']): string => cellOwn(facts, plan.nodes.get(id)!, each);
    const cells = filledDown(ground, picked, [column, column + 1], own).filter(
      (cell) => cell.column !== 'lead' || (cell.text !== '' && !isItem(plan, cell.id)),
    );
    if (cells.length > 0) me.commands.run('list.fill', { cells, lenient: true });
  },
  // A row in the hand, let go between two others.
  (me, dice) => {
    const plan = me.plan();
    const shown = rows(plan, { folded: new Set() });
    const id = pick(shown, dice)?.id;
    if (id === undefined) return;
    const spot = rowSpot(plan, shown, [id], Math.floor(dice() * (shown.length + 1)), Math.floor(dice() * 4));
    if (spot) me.commands.run('tree.move', { ids: [id], ...spot });
  },
  (me, dice) => {
    const plan = me.plan();
    const shown = rows(plan, { folded: new Set() });
    const stroke = pick(LIST_KEYS, dice)!;
    const row = stroke === 'Enter' ? shown.at(-1) : pick(shown, dice);
    if (!row) return;
    const column = stroke === 'Delete' ? 'progress' : 'title';
    const node = plan.nodes.get(row.id)!;
    me.setView({ selected: [row.id] });
    listKey(key(stroke), {
      plan,
      rows: shown,
      columns: COLUMNS,
      groups: [],
      selected: [row.id],
      column: COLUMNS.findIndex((each) => each.name === column),
      page: 10,
      commands: me.commands,
      filled: () => true,
      goTo: () => undefined,
      grow: () => undefined,
      pickAll: () => undefined,
      start: () => true,
      clear: () =>
        isEditable(node, column) && void me.commands.run('list.fill', { cells: [{ id: row.id, column, text: '' }] }),
      fillDown: () => undefined,
      stampToday: () => undefined,
      openMenu: () => undefined,
    });
    name(me, dice);
  },
];

const text: readonly Edit[] = [
  // Words typed into a field of the sheet, somewhere, perhaps with a break that came with a paste.
  (me, dice) => {
    const fields = fieldsOf(me.plan());
    const field = pick(fields, dice);
    if (field === undefined) return;
    const old =
      field === ROOT ? me.plan().meta.title : field === PREAMBLE ? me.plan().meta.preamble : titleOf(me, field);
    const at = old.length > 0 && dice() < 0.5 ? old.length : 0;
    const typed = oneLine(`${old.slice(0, at)}${pick(VERBS, dice)!}\n${old.slice(at)}`);
    if (old.length > 200) return;
    if (field === ROOT) me.commands.run('content.entitle', { title: typed });
    else if (field === PREAMBLE) me.commands.run('content.set-preamble', { text: typed });
    else me.commands.run('content.retitle', { id: field, title: typed });
  },
  (me, dice) => {
    const plan = me.plan();
    const fields = fieldsOf(plan);
    const field = pick(fields, dice);
    if (field === undefined || field === ROOT || field === PREAMBLE) return;
    const long = titleOf(me, field).length;
    const strokes = ['Enter', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Backspace'];
    me.setView({ selected: [field] });
    writeKey(key(pick(strokes, dice)!), field, { caret: long, length: long }, pageOf(me, fields));
    name(me, dice);
  },
  (me, dice) => {
    const id = anyOf(me.plan(), dice, ({ kind }) => kind === 'clause' || kind === 'item');
    if (id === undefined) return;
    readKey(key(dice() < 0.5 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'), { ...pageOf(me, []), active: id });
  },
  // An office picked for a bracket, or put first.
  (me, dice) => {
    const plan = me.plan();
    const id = anyOf(plan, dice, ({ kind }) => kind === 'clause');
    const office = pick([...plan.offices.keys()], dice);
    if (id === undefined || office === undefined) return;
    if (!plan.nodes.get(id)!.lead.has(office)) me.commands.run('content.add-mark', { id, role: 'lead', office });
    else if (dice() < 0.5) me.commands.run('content.lead-first', { id, office });
    else if (plan.nodes.get(id)!.lead.size > 1) me.commands.run('content.drop-mark', { id, role: 'lead', office });
  },
];

/** Offices behind an item's title read as a clause's, so that a text could not be read again: rarely asked for, and left out. */
const isItem = (plan: Plan, id: Id): boolean => plan.nodes.get(id)?.kind === 'item';

const titleOf = (me: Person, id: Id): string => me.plan().nodes.get(id)?.title ?? '';

function fieldsOf(plan: Plan): readonly Id[] {
  return sheetOf(plan).paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ field }) => field ?? []));
}

function pageOf(me: Person, fields: readonly Id[]): Parameters<typeof readKey>[1] {
  const plan = me.plan();
  return {
    plan,
    commands: me.commands,
    fields,
    order: sheetOf(plan).order,
    fresh: false,
    active: undefined,
    write: () => undefined,
    read: () => undefined,
    select: () => undefined,
    selectAll: () => undefined,
    pickOffices: () => undefined,
  };
}

export type Face = 'gantt' | 'map' | 'list' | 'text';

export function handsOn(faces: ReturnType<typeof mapReader>): Readonly<Record<Face, readonly Edit[]>> {
  return { gantt, map: map(faces), list, text };
}

/** A plan that has become too small for anything to happen in it grows again, by a key on the map. */
export function grow(me: Person, dice: Dice): void {
  const parent = dice() < 0.2 ? ROOT : anyOf(me.plan(), dice, ({ kind }) => kind === 'section' || kind === 'item');
  me.setView({ selected: [parent ?? ROOT] });
  const id = me.commands.byKey(key('Tab'), 'mindmap');
  if (id !== undefined) me.commands.run(id);
  name(me, dice);
}

/** A plan that has grown beyond what one looks at is thinned out, by a key on the map. */
export function thin(me: Person, dice: Dice): void {
  const tops = childrenOf(me.plan(), ROOT);
  const ids = tops.length > 3 ? [pick(tops, dice)!] : [anyOf(me.plan(), dice)!];
  me.setView({ selected: ids });
  const id = me.commands.byKey(key('Delete'), 'mindmap');
  if (id !== undefined) me.commands.run(id);
}
