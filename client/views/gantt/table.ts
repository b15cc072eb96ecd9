// Which columns the table of the Gantt shows, how wide, and what they say. The words and the cells are those of the list.
import { useCallback, useMemo } from 'react';
import { leadNames, shortTitle, spanLabel } from '../../../shared/layout/label.ts';
import type { AnyRow } from '../../../shared/layout/lanes.ts';
import type { Column, Side } from '../../../shared/layout/side.ts';
import { measure } from '../../../shared/layout/text.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import { WORDS } from '../../../shared/layout/words.ts';
import type { Lang } from '../../../shared/layout/words.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import type { T } from '../../i18n/t.ts';
import { lightsOf, spansOf } from '../../state/derived.ts';
import { chosenColumns, TABLE_WIDTHS, widthOf } from '../../../shared/layout/table-look.ts';
import type { TableColumn, TableLook } from '../../../shared/layout/table-look.ts';
import { useT, useView } from '../../state/hooks.ts';
import { cellText } from '../../../shared/layout/cells.ts';
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
  const t = useT();
  const look = useView((view) => view.columns);
  const facts = useFacts();
  const { lang, today } = facts;
  const now = useMemo(
    (): Facts =>
      facts.plan === shown ? facts : { ...facts, plan: shown, spans: spansOf(shown), lights: lightsOf(shown, today) },
    [facts, shown, today],
  );
  const side = useMemo(() => sideFor(left, look, t, lang), [left, look, t, lang]);
  const cell = useCallback((id: Id, column: string) => wordsOf(now, id, column as TableColumn), [now]);
  const chosen = useMemo(() => chosenColumns(look), [look]);
  return { side, cell, chosen };
}

/** The title takes what the others leave; when that is too little to tell titles apart, columns go from the right. */
export function sideFor(width: number, look: TableLook, t: T, lang: Lang): Side {
  const names = chosenColumns(look);
  const others = names.slice(2);
  const mark = widthOf(look, 'mark');
  const sum = (): number => others.reduce((total, name) => total + widthOf(look, name), mark);
  while (others.length > 0 && width - sum() < TABLE_WIDTHS.title) others.pop();
  const column = (name: TableColumn, wide = widthOf(look, name)): Column => ({
    name,
    width: wide,
    label: columnLabel(t, lang, name),
  });
  const title = Math.max(0, width - sum());
  return { width, columns: [column('mark'), column('title', title), ...others.map((name) => column(name))] };
}

export function columnLabel(t: T, lang: Lang, name: TableColumn): string {
  if (name === 'mark' || name === 'title' || name === 'lead' || name === 'span') return WORDS[lang][name];
  return t(`list.column.${name}`);
}

function wordsOf(facts: Facts, id: Id, column: TableColumn): string {
  const node = facts.plan.nodes.get(id);
  if (!node) return '';
  const { plan, lang, spans } = facts;
  switch (column) {
    case 'title':
      return shortTitle(node, lang);
    case 'lead':
      return leadNames(plan, id).join('、');
    case 'span': {
      const span = spans.get(id);
      return span ? spanLabel(span, lang, plan.meta.year) : WORDS[lang].undated;
    }
    default:
      return cellText(facts, node, column).replace(/\s*\n\s*/g, ' ');
  }
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
    const words = name === 'mark' ? row.mark : cell(row.id, name);
    const inset =
      name === 'title' ? row.depth * M.indent + M.glyph * 1.5 + 14 : name === 'light' ? M.glyph * 2 + 10 : 16;
    most = Math.max(most, measure(words, size, row.depth === 0 ? 600 : 400) + inset);
  }
  return Math.ceil(Math.min(MOST, Math.max(TABLE_WIDTHS.mark - 8, most)));
}
