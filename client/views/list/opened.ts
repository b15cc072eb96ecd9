// Which cell is being edited, how one is opened, and what becomes of what was typed there. Commits by command.
import { useCallback, useMemo, useState } from 'react';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import type { FillColumn } from '../../commands/filling.ts';
import { useCommands, useMayEdit, useSetView, useView } from '../../state/hooks.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { isEditable } from './columns.ts';
import type { Facts } from './columns.ts';

export interface Open {
  readonly id: Id;
  readonly column: FillColumn;
  /** A row made just now: what it is called is selected, and given up without words it goes again. */
  readonly fresh: boolean;
}

export interface Opened {
  readonly open: Open | null;
  /** Opens a cell, or says why it cannot be. */
  start(id: Id, column: ColumnName): boolean;
  close(): void;
  /** Puts what was typed into the plan. */
  commit(key: string, text: string): void;
  cancel(): void;
}

export function useOpened({ plan, t }: Facts, say: (words: string) => void): Opened {
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const asked = useView((view) => view.editing);
  const [own, setOwn] = useState<Open | null>(null);
  // F2, a fresh row and the palette ask for the title; every other cell is opened here.
  const open = useMemo(
    (): Open | null =>
      asked && asked.node !== ROOT ? { id: asked.node, column: 'title', fresh: asked.all === true } : own,
    [asked, own],
  );
  const close = useCallback(() => {
    setOwn(null);
    if (asked) setView({ editing: null });
  }, [asked, setView]);
  const start = useCallback(
    (id: Id, column: ColumnName): boolean => {
      const node = plan.nodes.get(id);
      if (!node) return false;
      if (column === 'note') commands.run('view.reveal', { id, inspect: true });
      if (!isEditable(node, column)) return false;
      // Who may only read is told so once, by the command itself.
      if (!mayEdit) commands.run('list.fill');
      else setOwn({ id, column, fresh: false });
      return mayEdit;
    },
    [plan, mayEdit, commands],
  );
  const commit = useCallback(
    (key: string, text: string): void => {
      const { id, column } = fromKey(key);
      close();
      // What is typed into these only searches their lists.
      if (isPicked(column)) return;
      const refused = commands.run('list.fill', { cells: [{ id, column, text }] });
      if (!refused) say(t('list.said', { column: t(`list.column.${column}`), text: text || t('list.emptied') }));
    },
    [close, commands, say, t],
  );
  const cancel = useCallback((): void => {
    const gone = open?.fresh && plan.nodes.get(open.id)?.title === '';
    close();
    // A row nobody named was a slip: it goes again, without a trace in the bin.
    if (gone) commands.run('view.undo');
  }, [open, plan, close, commands]);
  return { open, start, close, commit, cancel };
}

export function isPicked(column: ColumnName): column is 'lead' | 'assist' | 'light' {
  return column === 'lead' || column === 'assist' || column === 'light';
}

/** A day is asked for there. */
export function isDated(column: ColumnName): column is 'start' | 'end' {
  return column === 'start' || column === 'end';
}

/** One cell's name for the field that edits it. */
export const keyOf = ({ id, column }: Pick<Open, 'id' | 'column'>): string => `${column} ${id}`;

function fromKey(key: string): Pick<Open, 'id' | 'column'> {
  const gap = key.indexOf(' ');
  return { id: key.slice(gap + 1), column: key.slice(0, gap) as FillColumn };
}
