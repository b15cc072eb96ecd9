// How I have laid out the list: which columns in which order and width, by what it is sorted and grouped. Mine alone, unless kept as a view.
import { isRecord } from '../../shared/guard.ts';

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
  'note',
] as const;

export type ColumnName = (typeof COLUMN_NAMES)[number];

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

export const FIRST_SHEET: Sheet = { order: COLUMN_NAMES, hidden: ['item', 'days'], widths: {}, sorts: [], group: null };

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
  const order = names(kept['order']);
  const frozen = COLUMN_NAMES.slice(0, FROZEN);
  const rest = COLUMN_NAMES.slice(FROZEN);
  const known = order.filter((name) => !frozen.includes(name));
  // A column that is new since then stands where it usually does.
  const all = rest.reduce<readonly ColumnName[]>(
    (found, name, at) => (found.includes(name) ? found : [...found.slice(0, at), name, ...found.slice(at)]),
    known,
  );
  const widths = isRecord(kept['widths']) ? kept['widths'] : {};
  return {
    order: [...frozen, ...all],
    hidden: Array.isArray(kept['hidden'])
      ? names(kept['hidden']).filter((name) => !frozen.includes(name))
      : FIRST_SHEET.hidden,
    widths: Object.fromEntries(
      COLUMN_NAMES.flatMap((name) => (isWidth(widths[name]) ? [[name, Math.round(widths[name])]] : [])),
    ),
    sorts: sortings(kept['sorts']),
    group: GROUPS.find((each) => each === kept['group']) ?? null,
  };
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= NARROWEST && value <= WIDEST;
}

function names(value: unknown): readonly ColumnName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return [...new Set(list)].filter((name): name is ColumnName => COLUMN_NAMES.some((each) => each === name));
}

function sortings(value: unknown): readonly Sorting[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 5) : [];
  return list.flatMap((each): Sorting[] => {
    const column = isRecord(each) ? COLUMN_NAMES.find((name) => name === each['column']) : undefined;
    return column ? [{ column, down: isRecord(each) && each['down'] === true }] : [];
  });
}

/** One column to the place before another. */
export function moveColumn(sheet: Sheet, name: ColumnName, before: ColumnName | null): Sheet {
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
