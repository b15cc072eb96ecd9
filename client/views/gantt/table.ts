// Which columns the table of the Gantt shows, how wide, and what they say. The words and the cells are those of the list.
import { useCallback, useMemo } from 'react';
import type { AnyRow } from '../../../shared/layout/lanes.ts';
import type { Side } from '../../../shared/layout/side.ts';
import { measure } from '../../../shared/layout/text.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { lightsOf, spansOf } from '../../state/derived.ts';
import { chosenColumns, TABLE_WIDTHS } from '../../../shared/layout/table-look.ts';
import type { TableColumn } from '../../../shared/layout/table-look.ts';
import { sideFor, tableCell } from '../../../shared/layout/table-words.ts';
import { useView } from '../../state/hooks.ts';
import type { Facts } from '../list/columns.ts';
import { useFacts } from '../list/facts.ts';

const M = DENSITY.normal;

export interface Table {
  readonly side: Side;
  /** What a column says of a node. */
  readonly cell: (id: Id, column: string) => string;
  /** All that are chosen, in order, whether or not there is room for them. */
  readonly chosen: readonly TableColumn[];
}

/** `shown` is the plan with the drag in my hand already in it. */
export function useTable(left: number, shown: Plan): Table {
  const look = useView((view) => view.columns);
  const facts = useFacts();
  const { lang, today } = facts;
  const now = useMemo(
    (): Facts =>
      facts.plan === shown ? facts : { ...facts, plan: shown, spans: spansOf(shown), lights: lightsOf(shown, today) },
    [facts, shown, today],
  );
  const side = useMemo(() => sideFor(left, look, lang), [left, look, lang]);
  const cell = useCallback((id: Id, column: string) => tableCell(now, id, column as TableColumn), [now]);
  const chosen = useMemo(() => chosenColumns(look), [look]);
  return { side, cell, chosen };
}

/** So many rows are read to fit a column; beyond, they seldom say anything longer. */
const READ = 500;
const MOST = 360;

/** As wide as its longest word among the rows. */
export function fitWidth(name: TableColumn, rows: readonly AnyRow[], cell: Table['cell'], label: string): number {
  const size = name === 'title' ? M.title : M.small;
  let most = measure(label, M.small) + 20;
  for (const row of rows.slice(0, READ)) {
    if (row.is !== 'node') continue;
    const words = cell(row.id, name);
    const inset =
      name === 'title' ? row.depth * M.indent + M.glyph * 1.5 + 14 : name === 'light' ? M.glyph * 2 + 10 : 16;
    most = Math.max(most, measure(words, size, row.depth === 0 ? 600 : 400) + inset);
  }
  return Math.ceil(Math.min(MOST, Math.max(TABLE_WIDTHS.mark - 8, most)));
}
