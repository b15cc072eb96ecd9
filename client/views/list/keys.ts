// What keys mean in the list while nothing is typed: Excel's for the cursor, the commands' for the rest.
import type { KeyboardEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { parentOf } from '../../../shared/model/tree.ts';
import type { PlanCommands } from '../../commands/all.ts';
import { typesText } from '../text/typing.ts';
import { COLUMNS, isEditable } from './columns.ts';
import type { ColumnName } from './columns.ts';
import { walk } from './walk.ts';

export interface Keyed {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly selected: readonly Id[];
  readonly column: ColumnName;
  /** Rows that fit the screen. */
  readonly page: number;
  readonly commands: PlanCommands;
  goTo(row: number, column: number): void;
  select(ids: readonly Id[]): void;
  start(id: Id, column: ColumnName): boolean;
}

export function listKey(event: KeyboardEvent, list: Keyed): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // What types a character begins an edit; the character itself comes into the field by itself.
  if (plain && event.key !== ' ' && typesText(event.nativeEvent)) return event.stopPropagation();
  const at = list.rows.findIndex(({ id }) => id === list.selected.at(-1));
  const used = at < 0 ? enter(event, list, plain) : ownKey(event, list, at, plain) || command(event, list);
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

/** With no cursor yet the arrows make one. */
function enter({ key }: KeyboardEvent, { rows, goTo, column }: Keyed, plain: boolean): boolean {
  if (!plain || rows.length === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  goTo(key === 'ArrowDown' ? 0 : rows.length - 1, indexOf(column));
  return true;
}

function ownKey(event: KeyboardEvent, list: Keyed, at: number, plain: boolean): boolean {
  const { key, shiftKey } = event;
  const { rows, column, commands, goTo, start } = list;
  const row = rows[at]!;
  const index = indexOf(column);
  if (plain)
    switch (key) {
      case 'F2':
      case ' ':
        start(row.id, column === 'mark' || column === 'days' ? 'title' : column);
        return true;
      case 'Enter':
        enterKey(list, at, shiftKey);
        return true;
      case 'Tab': {
        const next = index + (shiftKey ? -1 : 1);
        // At either end of a row Tab leaves the list, so that the keyboard is never caught in it.
        if (next < 0 || next >= COLUMNS.length) return false;
        goTo(at, next);
        return true;
      }
      case 'Delete':
      case 'Backspace':
        return !shiftKey && clear(list);
      case 'ArrowLeft':
        if (column !== 'mark') break;
        if (row.branch && !row.folded) commands.run('view.fold', { id: row.id });
        else
          goTo(
            rows.findIndex(({ id }) => id === parentOf(list.plan, row.id)),
            0,
          );
        return true;
      case 'ArrowUp':
      case 'ArrowDown': {
        if (!shiftKey) break;
        const next = rows[at + (key === 'ArrowDown' ? 1 : -1)];
        if (next) list.select(grown(list.selected, next.id));
        return true;
      }
      default:
        break;
    }
  const far = event.ctrlKey || event.metaKey;
  if (event.altKey || shiftKey || (far && key !== 'Home' && key !== 'End')) return false;
  const extent = { rows: rows.length, columns: COLUMNS.length, page: list.page };
  const next = walk({ row: at, column: index }, key, extent, far);
  if (next) goTo(next.row, next.column);
  return next !== undefined;
}

/** Down, as in every table; on a number it folds, on a note it opens it, at the end it adds a row. */
function enterKey({ rows, column, commands, goTo, start }: Keyed, at: number, back: boolean): void {
  const row = rows[at]!;
  if (column === 'note') start(row.id, column);
  else if (column === 'mark' && row.branch) commands.run('view.fold', { id: row.id });
  else if (back) goTo(Math.max(0, at - 1), indexOf(column));
  else if (at === rows.length - 1) commands.run('tree.add-after', { after: row.id });
  else goTo(at + 1, indexOf(column));
}

/** Empties the cells of this column; number and title stand for the row itself, which goes into the bin by its command. */
function clear({ plan, selected, column, commands }: Keyed): boolean {
  if (column === 'title') return false;
  const cells = selected.flatMap((id) => {
    const node = plan.nodes.get(id);
    return node && isEditable(node, column) ? [{ id, column, text: '' }] : [];
  });
  if (cells.length > 0) commands.run('list.fill', { cells });
  return cells.length > 0;
}

function command(event: KeyboardEvent, { commands }: Keyed): boolean {
  const id = commands.byKey(event.nativeEvent, 'list');
  if (id !== undefined) commands.run(id);
  return id !== undefined;
}

/** Going back over what is selected gives it up again. */
function grown(selected: readonly Id[], next: Id): readonly Id[] {
  return selected.at(-2) === next ? selected.slice(0, -1) : [...selected.filter((id) => id !== next), next];
}

/** The rows from one to the other, the last one named being the active one. */
export function between(rows: readonly Row[], from: Id, to: Id): readonly Id[] {
  const a = rows.findIndex(({ id }) => id === from);
  const b = rows.findIndex(({ id }) => id === to);
  if (a < 0 || b < 0) return [to];
  const run = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
  return a <= b ? run : run.reverse();
}

function indexOf(column: ColumnName): number {
  return COLUMNS.findIndex(({ name }) => name === column);
}
