// How I have laid out the list: which columns in which order and width, by what it is sorted and grouped. Mine alone, unless kept as a view.
import { isRecord } from '../guard.ts';

export const COLUMN_NAMES = [
  'mark',
  'title',
  'item',
  'deliverable',
  'chief',
  'lead',
  'assist',
  'duty',
  'start',
  'end',
  'days',
  'quarters',
  'progress',
  'issue',
  'light',
  'slack',
  'was',
  'deviation',
  'was2',
  'deviation2',
  'note',
] as const;

export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Px, where nobody has chosen one. */
export const LIST_WIDTHS: Readonly<Record<ColumnName, number>> = {
  mark: 84,
  title: 300,
  item: 170,
  deliverable: 150,
  chief: 84,
  lead: 132,
  assist: 100,
  duty: 84,
  start: 76,
  end: 96,
  days: 64,
  quarters: 132,
  progress: 92,
  issue: 140,
  light: 96,
  slack: 76,
  was: 104,
  deviation: 76,
  was2: 112,
  deviation2: 112,
  note: 52,
};

/** These two stay in sight, at the left. */
export const FROZEN = 2;

export const GROUPS = ['section', 'lead', 'chief', 'light', 'quarter'] as const;
export type GroupBy = (typeof GROUPS)[number];

export interface Sorting {
  readonly column: ColumnName;
  readonly down: boolean;
}

export interface Sheet {
  /** All columns, hidden ones too. */
  readonly order: readonly ColumnName[];
  readonly hidden: readonly ColumnName[];
  /** Only widths somebody has chosen. */
  readonly widths: Readonly<Partial<Record<ColumnName, number>>>;
  /** The first decides, the next among equals. */
  readonly sorts: readonly Sorting[];
  readonly group: GroupBy | null;
}

export const FIRST_SHEET: Sheet = {
  order: COLUMN_NAMES,
  hidden: ['item', 'days', 'slack', 'was', 'deviation', 'was2', 'deviation2'],
  widths: {},
  sorts: [],
  group: null,
};

export const NARROWEST = 44;
export const WIDEST = 900;

/** Sorted or grouped, the works stand without their headings; the number and a column say where they belong. */
export function isFlat({ sorts, group }: Pick<Sheet, 'sorts' | 'group'>): boolean {
  return sorts.length > 0 || group !== null;
}

export function shownColumns(sheet: Sheet): readonly ColumnName[] {
  const flat = isFlat(sheet);
  return sheet.order.filter((name, at) => at < FROZEN || !sheet.hidden.includes(name) || (flat && name === 'item'));
}

/** Whatever was kept, all columns come back, each once, the frozen ones first. */
export function readSheet(value: unknown): Sheet {
  const kept = isRecord(value) ? value : {};
  return {
    ...readColumns(kept, COLUMN_NAMES, FIRST_SHEET.hidden),
    sorts: sortings(kept['sorts']),
    group: GROUPS.find((each) => each === kept['group']) ?? null,
  };
}

/** Which columns a table shows, in which order and width; the list and the Gantt keep theirs alike. */
export interface Columns<N extends string> {
  readonly order: readonly N[];
  readonly hidden: readonly N[];
  readonly widths: Readonly<Partial<Record<N, number>>>;
}

export function readColumns<N extends string>(
  kept: Readonly<Record<string, unknown>>,
  usual: readonly N[],
  hidden: readonly N[],
): Columns<N> {
  const known = namesIn(kept['order'], usual);
  const frozen = usual.slice(0, FROZEN);
  // A column that is new since then stands where it usually does, and is hidden where it usually is.
  const all = usual.slice(FROZEN).reduce<readonly N[]>(
    (found, name, at) => (found.includes(name) ? found : [...found.slice(0, at), name, ...found.slice(at)]),
    known.filter((name) => !frozen.includes(name)),
  );
  const widths = isRecord(kept['widths']) ? kept['widths'] : {};
  const fresh = known.length > 0 ? hidden.filter((name) => !known.includes(name)) : [];
  return {
    order: [...frozen, ...all],
    hidden: Array.isArray(kept['hidden'])
      ? [...new Set([...namesIn(kept['hidden'], usual).filter((name) => !frozen.includes(name)), ...fresh])]
      : hidden,
    widths: Object.fromEntries(
      usual.flatMap((name) => (isWidth(widths[name]) ? [[name, Math.round(widths[name])]] : [])),
    ) as Columns<N>['widths'],
  };
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= NARROWEST && value <= WIDEST;
}

function namesIn<N extends string>(value: unknown, usual: readonly N[]): readonly N[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return [...new Set(list)].filter((name): name is N => usual.some((each) => each === name));
}

function sortings(value: unknown): readonly Sorting[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 5) : [];
  return list.flatMap((each): Sorting[] => {
    const column = isRecord(each) ? COLUMN_NAMES.find((name) => name === each['column']) : undefined;
    return column ? [{ column, down: isRecord(each) && each['down'] === true }] : [];
  });
}

/** One column to the place before another. */
export function moveColumn<N extends string, S extends { readonly order: readonly N[] }>(
  sheet: S,
  name: N,
  before: N | null,
): S {
  const order = sheet.order.filter((each) => each !== name);
  const at = before === null ? order.length : order.indexOf(before);
  if (sheet.order.indexOf(name) < FROZEN || (at >= 0 && at < FROZEN)) return sheet;
  return { ...sheet, order: [...order.slice(0, at), name, ...order.slice(at)] };
}

/** As a click on a head does: up, down, not at all; `more` adds it after the others. */
export function sortBy(sheet: Sheet, column: ColumnName, down: boolean | null, more = false): Sheet {
  const others = sheet.sorts.filter((each) => each.column !== column);
  if (down === null) return { ...sheet, sorts: others };
  if (!more) return { ...sheet, sorts: [{ column, down }] };
  const at = sheet.sorts.findIndex((each) => each.column === column);
  const sorts =
    at < 0 ? [...others, { column, down }] : sheet.sorts.map((each, i) => (i === at ? { column, down } : each));
  return { ...sheet, sorts };
}
