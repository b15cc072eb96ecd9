// The task list as somebody has laid it out on the screen: its columns in their order, its rows filtered, sorted and grouped. Every table format starts from it.
import { cellText, factsOf, isGroup } from '../layout/cells.ts';
import type { CellFacts } from '../layout/cells.ts';
import { arranged } from '../layout/arrange.ts';
import { LIST_WORDS } from '../layout/list-words.ts';
import { LIST_WIDTHS, shownColumns } from '../layout/listing.ts';
import type { ColumnName } from '../layout/listing.ts';
import { rows } from '../layout/rows.ts';
import type { Screen } from '../layout/screen.ts';
import type { Lang } from '../layout/words.ts';
import type { Day, Id, Node, Plan } from '../model/plan.ts';
import { progressOf } from '../model/schedule.ts';
import type { Value } from './table/workbook.ts';

export interface Listed {
  readonly columns: readonly ListedColumn[];
  readonly rows: readonly ListedRow[];
}

export interface ListedColumn {
  readonly name: ColumnName;
  readonly title: string;
  /** Px on the screen. */
  readonly width: number;
}

export type ListedRow =
  /** Above a group. */
  | { readonly kind: 'heading'; readonly text: string }
  /** A section or item over its work, or the work. */
  | {
      readonly kind: 'head' | 'work';
      readonly node: Id;
      readonly words: readonly string[];
      readonly values: readonly Value[];
    };

export function listedOf(plan: Plan, today: Day, lang: Lang, { list, folded, filter, chart }: Screen): Listed {
  const facts = factsOf(plan, today, lang, chart.baselines);
  const found = rows(plan, { folded: new Set(folded), filter: { ...filter, today } });
  const { rows: inOrder, headings } = arranged(facts, found, list);
  const names = shownColumns(list);
  return {
    columns: names.map((name) => ({
      name,
      title: LIST_WORDS[lang][`list.column.${name}`],
      width: list.widths[name] ?? LIST_WIDTHS[name],
    })),
    rows: inOrder.flatMap(({ id, kind }, index): readonly ListedRow[] => {
      const heading = headings.get(index);
      const node = plan.nodes.get(id)!;
      const row: ListedRow = {
        kind: isGroup({ kind }) ? 'head' : 'work',
        node: id,
        words: names.map((name) => cellText(facts, node, name).trim()),
        values: names.map((name) => valueOf(facts, node, name)),
      };
      return heading ? [{ kind: 'heading', text: `${heading.label}（${heading.count}）` }, row] : [row];
    }),
  };
}

/** What the cell says, as something that counts where it is a day or a number. */
function valueOf(facts: CellFacts, node: Node, column: ColumnName): Value {
  const span = facts.spans.get(node.id);
  const text = cellText(facts, node, column).trim();
  switch (column) {
    case 'start':
      return span && text !== '' ? { day: span.start } : undefined;
    case 'end':
      return span ? { day: span.end } : text;
    case 'progress': {
      const progress = progressOf(facts.plan, node.id);
      return progress === undefined ? undefined : progress / 100;
    }
    case 'days':
    case 'slack':
    case 'deviation':
    case 'deviation2':
      return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
    default:
      return text;
  }
}
