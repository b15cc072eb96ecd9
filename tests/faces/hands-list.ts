// Hands on the list: cells typed into, blocks pasted, filled down and cleared, sorted and grouped or not; rows dragged; the list's keys.
import { fitted, isEditable } from '../../client/views/list/columns.ts';
import { cellOwn } from '../../client/views/list/cells.ts';
import { listKey } from '../../client/views/list/keys.ts';
import { filledDown, land } from '../../client/views/list/pasting.ts';
import { rowSpot } from '../../client/views/list/spots.ts';
import { arranged } from '../../shared/layout/arrange.ts';
import { FIRST_SHEET } from '../../shared/layout/listing.ts';
import type { ColumnName } from '../../shared/layout/listing.ts';
import { rows } from '../../shared/layout/rows.ts';
import type { Row } from '../../shared/layout/rows.ts';
import type { Dice, Id, Plan } from '../../shared/model/plan.ts';
import { pick } from '../kit/random.ts';
import { DAYS, key, name, names, phrase, poor, spare } from './person.ts';
import type { Edit, Hands, Person } from './person.ts';
import { factsOf } from './readings.ts';

const COLUMNS = fitted(FIRST_SHEET, 0);
const LIST_KEYS = ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Mod+z', 'Mod+y', 'Enter', 'Delete']; // prettier-ignore

const QUARTERS = [
  '一季度 某\n三季度 中期检查',
  '四季度 某',
  'Q2 某；Q4 验收',
  '季度节点瞎写',
  '一季度 \n二季度 \n三季度 \n四季度 ',
];

/** As the list stands, in the tree's order, or sorted and grouped. */
function shownTo(plan: Plan, dice: Dice): readonly Row[] {
  const all = rows(plan, { folded: new Set() });
  const group = dice() < 0.6 ? null : pick(['section', 'lead', 'light', 'quarter'] as const, dice)!;
  const sorts = dice() < 0.3 ? [{ column: pick(['title', 'start', 'lead'] as const, dice)!, down: dice() < 0.5 }] : [];
  return arranged(factsOf(plan), all, { ...FIRST_SHEET, group, sorts }).rows;
}

function words(column: string, dice: Dice): string {
  if (column === 'lead' || column === 'assist') return names(dice);
  if (column === 'quarters') return pick(QUARTERS, dice)!.replace('某', phrase(dice));
  if (column === 'start' || column === 'end') return pick(DAYS, dice)!;
  return column === 'progress' ? String(Math.floor(dice() * 110)) : column === 'light' ? '推进中' : phrase(dice);
}

const any: readonly Edit[] = [
  // A cell that is typed into, or a block that is pasted with its corner there.
  (me, dice) => {
    const plan = me.plan();
    const shown = shownTo(plan, dice);
    if (shown.length === 0) return;
    const at = { row: Math.floor(dice() * shown.length), column: 1 + Math.floor(dice() * (COLUMNS.length - 1)) };
    const [high, wide] = dice() < 0.6 ? [1, 1] : [1 + Math.floor(dice() * 4), 1 + Math.floor(dice() * 4)];
    const block = Array.from({ length: high }, () =>
      Array.from({ length: wide }, (_, j) => words(COLUMNS[at.column + j]?.name ?? '', dice)),
    );
    const ground = { facts: factsOf(plan), rows: shown, columns: COLUMNS };
    const { cells } = land(ground, block, at, { rows: [at.row], columns: 1 });
    const here = cells.filter(({ id, column }) => !id.startsWith('+') && !(isOffices(column) && isItem(plan, id)));
    if (here.length > 0) me.commands.run('list.fill', { cells: here, lenient: true });
  },
  (me, dice) => {
    const plan = me.plan();
    const facts = factsOf(plan);
    const shown = shownTo(plan, dice);
    if (shown.length === 0) return;
    const from = Math.floor(dice() * shown.length);
    const column = 2 + Math.floor(dice() * 8);
    const picked = [from, from + 1, from + 2].filter((row) => row < shown.length);
    const ground = { facts, rows: shown, columns: COLUMNS };
    const own = (id: Id, each: (typeof COLUMNS)[number]['name']): string => cellOwn(facts, plan.nodes.get(id)!, each);
    const cells = filledDown(ground, picked, [column, column + 1], own).filter(
      (cell) => !isOffices(cell.column) || (cell.text !== '' && !isItem(plan, cell.id)),
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
    strike(me, row.id, stroke, stroke === 'Delete' ? pick(['progress', 'mark'] as const, dice)! : 'title');
    name(me, dice);
  },
];

function strike(me: Person, id: Id, stroke: string, column: ColumnName): void {
  const plan = me.plan();
  const node = plan.nodes.get(id)!;
  me.setView({ selected: [id] });
  listKey(key(stroke), {
    plan,
    rows: rows(plan, { folded: new Set() }),
    columns: COLUMNS,
    groups: [],
    selected: [id],
    column: COLUMNS.findIndex((each) => each.name === column),
    page: 10,
    commands: me.commands,
    filled: () => true,
    goTo: () => undefined,
    grow: () => undefined,
    pickAll: () => undefined,
    start: () => true,
    clear: () => isEditable(node, column) && void me.commands.run('list.fill', { cells: [{ id, column, text: '' }] }),
    fillDown: () => undefined,
    stampToday: () => undefined,
    openMenu: () => undefined,
  });
}

const isOffices = (column: string): boolean => column === 'lead' || column === 'assist';

/** Offices behind an item's title read as a clause's, so that a text could not be read again: rarely asked for, and left out. */
const isItem = (plan: Plan, id: Id): boolean => plan.nodes.get(id)?.kind === 'item';

export const list: Hands = {
  any,
  less(me, dice) {
    const id = spare(me.plan(), dice);
    if (id !== undefined) strike(me, id, 'Delete', 'mark');
  },
  more(me, dice) {
    // Under a heading, or Enter in the last row.
    const id = dice() < 0.8 ? poor(me.plan(), dice) : undefined;
    const last = rows(me.plan(), { folded: new Set() }).at(-1)?.id;
    if (id !== undefined) strike(me, id, 'Insert', 'title');
    else if (last !== undefined) strike(me, last, 'Enter', 'title');
    name(me, dice);
  },
};
