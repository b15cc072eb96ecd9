// The Gantt's table as somebody has laid it out: which columns have room, what stands at their head and what their cells say.
import { cellText } from './cells.ts';
import type { CellFacts } from './cells.ts';
import { leadNames, shortTitle, spanLabel } from './label.ts';
import { LIST_WORDS } from './list-words.ts';
import type { Column, Side } from './side.ts';
import { TABLE_WIDTHS, chosenColumns, widthOf } from './table-look.ts';
import type { TableColumn, TableLook } from './table-look.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';
import type { Id } from '../model/plan.ts';

/** The title takes what the others leave; when that is too little to tell titles apart, columns go from the right. */
export function sideFor(width: number, look: TableLook, lang: Lang): Side {
  const names = chosenColumns(look);
  const others = names.slice(2);
  const mark = widthOf(look, 'mark');
  const sum = (): number => others.reduce((total, name) => total + widthOf(look, name), mark);
  while (others.length > 0 && width - sum() < TABLE_WIDTHS.title) others.pop();
  const column = (name: TableColumn, wide = widthOf(look, name)): Column => ({
    name,
    width: wide,
    label: columnLabel(name, lang),
  });
  const title = Math.max(0, width - sum());
  return { width, columns: [column('mark'), column('title', title), ...others.map((name) => column(name))] };
}

export function columnLabel(name: TableColumn, lang: Lang): string {
  if (name === 'mark' || name === 'title' || name === 'lead' || name === 'span') return WORDS[lang][name];
  return LIST_WORDS[lang][`list.column.${name}`];
}

export function tableCell(facts: CellFacts, id: Id, column: TableColumn): string {
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
