// What keys mean in the list while nothing is typed: Excel's for the cursor and the range, the commands' for the rest.
import type { KeyboardEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { parentOf } from '../../../shared/model/tree.ts';
import type { PlanCommands } from '../../commands/all.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { typesText } from '../text/typing.ts';
import type { Column } from './columns.ts';
import { jump, walk } from './walk.ts';

export interface Keyed {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly selected: readonly Id[];
  /** Where groups begin, when the list is grouped. */
  readonly groups: readonly number[];
  /** The column with the cursor, by index. */
  readonly column: number;
  /** Rows that fit the screen. */
  readonly page: number;
  readonly commands: PlanCommands;
  filled(row: number, column: number): boolean;
  goTo(row: number, column: number): void;
  /** The range grows or shrinks to there. */
  grow(row: number, column: number): void;
  pickAll(what: 'all' | 'rows' | 'column'): void;
  start(id: Id, column: ColumnName): boolean;
  clear(): void;
  fillDown(): void;
  stampToday(): void;
  openMenu(): void;
}

export function listKey(event: KeyboardEvent, list: Keyed): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const at = list.rows.findIndex(({ id }) => id === list.selected.at(-1));
  const types = plain && event.key !== ' ' && typesText(event.nativeEvent);
  // What types a character begins an edit; the character itself comes into the field by itself. With no cursor yet it has nowhere to
  // go, and its key is the commands' again.
  if (types && at >= 0) return event.stopPropagation();
  const used =
    at < 0
      ? enter(event, list, plain) || (types && command(event, list))
      : ownKey(event, list, at, plain) || command(event, list);
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

/** With no cursor yet the arrows make one. */
function enter({ key }: KeyboardEvent, { rows, goTo, column }: Keyed, plain: boolean): boolean {
  if (!plain || rows.length === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  goTo(key === 'ArrowDown' ? 0 : rows.length - 1, column);
  return true;
}

function ownKey(event: KeyboardEvent, list: Keyed, at: number, plain: boolean): boolean {
  const far = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (plain && plainKey(event, list, at)) return true;
  if (far && withCtrl(event, list)) return true;
  if (event.altKey && groupKey(event, list, at)) return true;
  if (event.altKey) return event.key === 'ArrowDown' && !event.shiftKey && !far && start(list, at);
  const cursor = { row: at, column: list.column };
  const extent = { rows: list.rows.length, columns: list.columns.length, page: list.page };
  const next =
    far && event.key.startsWith('Arrow')
      ? jump(cursor, event.key, extent, (row, column) => list.filled(row, column))
      : walk(cursor, event.key, extent, far);
  if (next) (event.shiftKey ? list.grow : list.goTo)(next.row, next.column);
  // At an edge an arrow stays there; it must not move a node or scroll the page instead.
  return next !== undefined || event.key.startsWith('Arrow');
}

/** To the head of the next group, or of this one and then the one before. */
function groupKey({ key }: KeyboardEvent, { groups, column, goTo }: Keyed, at: number): boolean {
  const next =
    key === 'PageDown'
      ? groups.find((first) => first > at)
      : key === 'PageUp'
        ? groups.findLast((first) => first < at)
        : undefined;
  if (next !== undefined) goTo(next, column);
  return next !== undefined;
}

function plainKey({ key, shiftKey }: KeyboardEvent, list: Keyed, at: number): boolean {
  const { rows, columns, column, commands, goTo } = list;
  const row = rows[at]!;
  const name = columns[column]!.name;
  switch (key) {
    case 'F2':
      return !shiftKey && start(list, at);
    case ' ':
      if (!shiftKey) return start(list, at);
      list.pickAll('rows');
      return true;
    case 'Enter':
      enterKey(list, at, shiftKey);
      return true;
    case 'Tab': {
      const next = column + (shiftKey ? -1 : 1);
      // At either end of a row Tab leaves the list, so that the keyboard is never caught in it.
      if (next < 0 || next >= columns.length) return false;
      goTo(at, next);
      return true;
    }
    case 'Delete':
    case 'Backspace':
      // Number heads stand for whole rows, which go into the bin by their command.
      if (shiftKey || (name === 'mark' && list.selected.length > 0)) return false;
      list.clear();
      return true;
    case 'ContextMenu':
    case 'F10':
      if (key === 'F10' && !shiftKey) return false;
      list.openMenu();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (name !== 'mark' || shiftKey) return false;
      const opens = key === 'ArrowRight';
      if (row.branch && row.folded === opens) commands.run('view.fold', { id: row.id });
      else if (opens) return false;
      else
        goTo(
          Math.max(
            0,
            rows.findIndex(({ id }) => id === parentOf(list.plan, row.id)),
          ),
          0,
        );
      return true;
    }
    default:
      return false;
  }
}

function withCtrl({ key, shiftKey }: KeyboardEvent, list: Keyed): boolean {
  switch (key.toLowerCase()) {
    case 'a':
      list.pickAll('all');
      return true;
    case ' ':
      list.pickAll(shiftKey ? 'all' : 'column');
      return true;
    case 'd':
      list.fillDown();
      return true;
    case ';':
      list.stampToday();
      return true;
    default:
      return false;
  }
}

/** Where nothing can be typed, the title is what is meant. */
function start({ rows, columns, column, start: open }: Keyed, at: number): boolean {
  const { id } = rows[at]!;
  const { name } = columns[column]!;
  if (name === 'note') return (open(id, name), true);
  if (!open(id, name)) open(id, 'title');
  return true;
}

/** Down, as in every table; on a number it folds, on a note it opens it, at the end it adds a row. */
function enterKey(list: Keyed, at: number, back: boolean): void {
  const { rows, columns, column, commands, goTo } = list;
  const row = rows[at]!;
  const { name } = columns[column]!;
  if (name === 'note') list.start(row.id, name);
  else if (name === 'mark' && row.branch) commands.run('view.fold', { id: row.id });
  else if (back) goTo(Math.max(0, at - 1), column);
  else if (at === rows.length - 1) commands.run('tree.add-after', { after: row.id });
  else goTo(at + 1, column);
}

function command(event: KeyboardEvent, { commands }: Keyed): boolean {
  const id = commands.byKey(event.nativeEvent, 'list');
  if (id !== undefined) commands.run(id);
  return id !== undefined;
}
