// What one person's screen shows of a plan, as plain values: enough for the layouts to draw it again, on the page, on the server or from the command line. Read again trusting nothing.
import { isRecord } from '../guard.ts';
import type { Id } from '../model/plan.ts';
import { readFilter } from './chips.ts';
import type { Filter } from './chips.ts';
import { GROUPS_BY } from './lane.ts';
import type { GroupBy } from './lane.ts';
import { readSheet } from './listing.ts';
import type { Sheet } from './listing.ts';
import { readTable } from './table-look.ts';
import type { TableLook } from './table-look.ts';
import { ARRANGEMENTS } from './tidy.ts';
import type { Arrangement } from './tidy.ts';
import { COLOURINGS } from './tone.ts';
import type { Colouring } from './tone.ts';

export interface Screen {
  readonly folded: readonly Id[];
  /** The chips and the search. */
  readonly filter: Filter;
  readonly chart: ChartScreen;
  readonly map: MapScreen;
  /** How the list is laid out. */
  readonly list: Sheet;
}

export interface ChartScreen {
  readonly lanes: GroupBy | null;
  readonly critical: boolean;
  /** In the order they were chosen, two at most. */
  readonly baselines: readonly Id[];
  /** Terms and teaching weeks stand in the head. */
  readonly school: boolean;
  /** The width of the table, and its columns. */
  readonly table: number;
  readonly columns: TableLook;
  /** Px a day; 0 while none was chosen. */
  readonly perDay: number;
}

export interface MapScreen {
  readonly arrangement: Arrangement;
  readonly colouring: Colouring;
  readonly details: boolean;
  /** The branch that is looked at alone. */
  readonly focus: Id | null;
}

/** Ids that may stand in one; a plan of more is folded by nobody one by one. */
const MOST = 20_000;
const LONGEST = 200;

export function readScreen(value: unknown): Screen {
  const said = record(value);
  const chart = record(said['chart']);
  const map = record(said['map']);
  return {
    folded: ids(said['folded'], MOST),
    filter: filterIn(record(said['filter'])),
    chart: {
      lanes: GROUPS_BY.find((by) => by === chart['lanes']) ?? null,
      critical: chart['critical'] === true,
      baselines: ids(chart['baselines'], 2),
      school: chart['school'] !== false,
      table: number(chart['table'], 120, 1_200, 480),
      columns: readTable(record(chart['columns'])),
      perDay: number(chart['perDay'], 0.2, 80, 0),
    },
    map: {
      arrangement: ARRANGEMENTS.find((name) => name === map['arrangement']) ?? 'both',
      colouring: COLOURINGS.find((name) => name === map['colouring']) ?? 'section',
      details: map['details'] !== false,
      focus: typeof map['focus'] === 'string' ? map['focus'] : null,
    },
    list: readSheet(said['list']),
  };
}

function filterIn(said: Readonly<Record<string, unknown>>): Filter {
  const { text } = said;
  return {
    ...(typeof text === 'string' && text.trim() !== '' && { text: text.slice(0, LONGEST) }),
    ...readFilter(said),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function ids(value: unknown, most: number): readonly Id[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, most) : [];
  return list.filter((each): each is Id => typeof each === 'string' && each.length <= LONGEST);
}

function number(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
}
