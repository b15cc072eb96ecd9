// Rows sorted and grouped for one reader: pure, and without a word to the plan. The tree's order is what equals fall back to.
import { quarter } from '../model/day.ts';
import type { Row } from './rows.ts';
import type { Id, Node } from '../model/plan.ts';
import { progressOf } from '../model/schedule.ts';
import { ancestors } from '../model/tree.ts';
import { isFlat } from './listing.ts';
import type { ColumnName, GroupBy, Sheet, Sorting } from './listing.ts';
import { cellText, isGroup, itemOf, keptIn, lightWord } from './cells.ts';
import type { CellFacts } from './cells.ts';
import { LIST_WORDS } from './list-words.ts';

export interface Heading {
  readonly label: string;
  readonly count: number;
}

export interface Arranged {
  readonly rows: readonly Row[];
  /** Above the row of this index. */
  readonly headings: ReadonlyMap<number, Heading>;
}

const NONE: ReadonlyMap<number, Heading> = new Map();

/** In the tree's order, under no headings. */
export function asTheyAre(rows: readonly Row[]): Arranged {
  return { rows, headings: NONE };
}

export function arranged(facts: CellFacts, rows: readonly Row[], sheet: Sheet): Arranged {
  if (!isFlat(sheet)) return asTheyAre(rows);
  const works = rows.filter((row) => !isGroup(row)).map((row) => ({ ...row, depth: 0, branch: false, folded: false }));
  const keys = new Map(works.map(({ id }) => [id, sheet.sorts.map(({ column }) => sortKey(facts, id, column))]));
  const bySorts = (a: Row, b: Row): number => compare(keys.get(a.id)!, keys.get(b.id)!, sheet.sorts);
  if (!sheet.group) return { rows: [...works].sort(bySorts), headings: NONE };
  const groups = new Map<string, { order: string; label: string; rows: Row[] }>();
  for (const row of works) {
    const { order, label } = groupKey(facts, row.id, sheet.group);
    const group = groups.get(label);
    if (group) group.rows.push(row);
    else groups.set(label, { order, label, rows: [row] });
  }
  const inOrder = [...groups.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const found: Row[] = [];
  const headings = new Map<number, Heading>();
  for (const { label, rows: inside } of inOrder) {
    headings.set(found.length, { label, count: inside.length });
    found.push(...inside.sort(bySorts));
  }
  return { rows: found, headings };
}

type Key = string | number | undefined;

/** Empty cells come last whichever way it is sorted, as in a spreadsheet. */
function compare(a: readonly Key[], b: readonly Key[], sorts: readonly Sorting[]): number {
  for (let i = 0; i < sorts.length; i++) {
    const [left, right] = [a[i], b[i]];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const way =
      typeof left === 'string' && typeof right === 'string' ? WORDS.compare(left, right) : left < right ? -1 : 1;
    if (way !== 0) return sorts[i]!.down ? -way : way;
  }
  return 0;
}

/** By pinyin, and 6.2 before 6.10. */
const WORDS = new Intl.Collator('zh-CN', { numeric: true });
const LIGHT_ORDER = ['late', 'doing', 'todo', 'hold', 'done'];

function sortKey(facts: CellFacts, id: Id, column: ColumnName): Key {
  const { plan, spans, lights } = facts;
  const node = plan.nodes.get(id)!;
  switch (column) {
    case 'mark':
      return positionOf(facts, id);
    case 'start':
      return spans.get(id)?.start;
    case 'end':
      return spans.get(id)?.end;
    case 'was':
    case 'was2':
      return keptIn(facts, column, id)?.end;
    case 'slack':
    case 'deviation':
    case 'deviation2':
    case 'days':
      return numberIn(cellText(facts, node, column));
    case 'progress':
      return progressOf(plan, id);
    case 'light':
      return LIGHT_ORDER.indexOf(lights.get(id) ?? 'todo');
    default:
      return cellText(facts, node, column) || undefined;
  }
}

/** What is not said, and what is not known, comes last. */
function numberIn(text: string): number | undefined {
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** Where it stands in the plan; numbers of milestones are empty, so the way down the tree is what counts. */
function positionOf({ plan }: CellFacts, id: Id): string {
  return [...ancestors(plan, id)]
    .reverse()
    .concat(id)
    .map((each) => {
      const siblings = plan.tree.children.get(plan.tree.parent.get(each) ?? '') ?? [];
      return String(siblings.indexOf(each)).padStart(5, '0');
    })
    .join('.');
}

function groupKey(facts: CellFacts, id: Id, by: GroupBy): { order: string; label: string } {
  const { plan, spans, lights, numbers, lang } = facts;
  const node = plan.nodes.get(id)!;
  const words = LIST_WORDS[lang];
  switch (by) {
    case 'section': {
      const top = ancestors(plan, id).at(-1);
      const title = top === undefined ? '' : `${numbers.get(top)?.mark ?? ''}${plan.nodes.get(top)!.title}`;
      return { order: positionOf(facts, top ?? id), label: title || words['list.group.none'] };
    }
    case 'lead': {
      const office = plan.offices.get(leadOf(facts, node) ?? '');
      return office
        ? { order: office.order, label: office.name }
        : { order: '\uffff', label: words['list.group.no-lead'] };
    }
    case 'chief': {
      const name = node.people?.chief ?? itemOf(plan, id)?.people?.chief;
      return name ? { order: name, label: name } : { order: '\uffff', label: words['list.group.no-chief'] };
    }
    case 'light': {
      const light = lights.get(id) ?? 'todo';
      return { order: String(LIGHT_ORDER.indexOf(light)), label: lightWord(plan, light, lang) };
    }
    case 'quarter': {
      const end = spans.get(id)?.end;
      return end
        ? {
            order: end.slice(0, 4) + quarter(end),
            label: words['list.group.quarter-of']
              .replace('{year}', end.slice(0, 4))
              .replace('{n}', String(quarter(end))),
          }
        : { order: '\uffff', label: words['list.undated'] };
    }
  }
}

/** A task or milestone belongs to the office that leads the clause above it, when it names none itself. */
function leadOf({ plan }: CellFacts, node: Node): Id | undefined {
  for (const id of [node.id, ...ancestors(plan, node.id)]) {
    const [lead] = plan.nodes.get(id)?.lead.keys() ?? [];
    if (lead !== undefined) return lead;
  }
  return undefined;
}
