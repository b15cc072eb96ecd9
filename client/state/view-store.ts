// What only I see of one plan: open view, selection, folding, zoom, filter, panels. Kept in this browser, never shared.
import { isRecord } from '../../shared/guard.ts';
import type { RowView } from '../../shared/layout/rows.ts';
import { ARRANGEMENTS } from '../../shared/layout/tidy.ts';
import { GROUPS_BY } from '../../shared/layout/lane.ts';
import type { GroupBy } from '../../shared/layout/lane.ts';
import type { Arrangement } from '../../shared/layout/tidy.ts';
import { COLOURINGS } from '../../shared/layout/tone.ts';
import type { Colouring } from '../../shared/layout/tone.ts';
import type { Day, Id } from '../../shared/model/plan.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { askedOf, NO_FILTER, readFilter } from '../../shared/layout/chips.ts';
import type { Filter } from '../../shared/layout/chips.ts';
import { FIRST_SHEET, readSheet } from '../../shared/layout/listing.ts';
import type { Sheet } from '../../shared/layout/listing.ts';
import { createStore } from './store.ts';
import { FIRST_TABLE, readTable } from '../../shared/layout/table-look.ts';
import type { TableLook } from '../../shared/layout/table-look.ts';
import type { Readable } from './store.ts';

/** A node whose field wants typing now: F2, a fresh node. Views open their editor for it and call `endEdit`. */
export interface Editing {
  readonly node: Id;
  readonly field: 'title';
  /** Select what is there, as a fresh node's editor does, instead of standing at its end. */
  readonly all?: boolean;
}

/** A look that only I have kept. `look` is the text of state/looks.ts. */
export interface Look {
  readonly name: string;
  readonly face: string;
  readonly look: string;
}

export interface Tie {
  readonly sort: 'relation' | 'brace';
  readonly id: Id;
}

export interface View {
  readonly open: ViewName;
  /** In the order they were picked; the last is the one that single-node commands and the inspector mean. */
  readonly selected: readonly Id[];
  /** The dependency that is chosen, `from>to`; choosing work lets go of it. */
  readonly link: string | null;
  /** The relation or brace of the map whose words have the keys. */
  readonly tie: Tie | null;
  /** The critical path is shown. */
  readonly critical: boolean;
  /** The baselines that are shown, two at most, in the order they were chosen. */
  readonly baselines: readonly Id[];
  /** Terms and teaching weeks stand in the head of the Gantt. */
  readonly school: boolean;
  readonly editing: Editing | null;
  readonly folded: ReadonlySet<Id>;
  readonly filter: Filter;
  readonly zoom: {
    /** Pixels per day; 0 while none was chosen. */
    readonly gantt: number;
    /** 1 is natural size. */
    readonly mindmap: number;
  };
  readonly map: MapLook;
  /** The branch of the map that is looked at alone. */
  readonly focus: Id | null;
  /** Width of the Gantt's frozen table. */
  readonly table: number;
  /** The columns of that table. */
  readonly columns: TableLook;
  /** By what the Gantt stands in lanes; by nothing, in its tree. */
  readonly lanes: GroupBy | null;
  /** How the list is laid out. */
  readonly sheet: Sheet;
  /** Looks that only I have kept. */
  readonly looks: readonly Look[];
  /** The look of the plan's that I have brought back, as long as I see it so. */
  readonly look: Id | null;
  readonly rail: boolean;
  /** Wanted; it shows while something is selected. */
  readonly inspector: boolean;
}

/** How I like the map. */
export interface MapLook {
  /** None chosen: both sides, on a narrow screen to the right. */
  readonly arrangement?: Arrangement | undefined;
  readonly colouring: Colouring;
  /** Dates and leads under the words. */
  readonly details: boolean;
  readonly minimap: boolean;
}

export const FIRST_VIEW: View = {
  open: 'gantt',
  selected: [],
  link: null,
  tie: null,
  critical: false,
  baselines: [],
  school: true,
  editing: null,
  folded: new Set(),
  filter: NO_FILTER,
  zoom: { gantt: 0, mindmap: 1 },
  map: { colouring: 'section', details: true, minimap: true },
  focus: null,
  table: 480,
  columns: FIRST_TABLE,
  lanes: null,
  sheet: FIRST_SHEET,
  looks: [],
  look: null,
  rail: true,
  inspector: true,
};

export interface ViewStore extends Readable<View> {
  set(change: Partial<View>): void;
}

/** What a kept look is made of: who changes any of it by hand looks at something else. */
const LOOKED = ['open', 'filter', 'sheet', 'columns', 'lanes', 'school', 'critical', 'baselines'] as const;

/** `first` overrides what was kept: a phone opens the list. */
export function createViewStore(planId: Id, first: Partial<View> = {}, storage = safeStorage()): ViewStore {
  const key = `guatu:view:${planId}`;
  const view = createStore<View>({ ...FIRST_VIEW, ...readView(storage.read(key)), ...first });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    get: view.get,
    subscribe: view.subscribe,
    set(change) {
      const now = view.get();
      if (Object.entries(change).every(([name, value]) => now[name as keyof View] === value)) return;
      const other = LOOKED.some((name) => name in change && change[name] !== now[name]);
      view.set({ ...now, ...(change.selected && { link: null }), ...(other && { look: null }), ...change });
      clearTimeout(timer);
      timer = setTimeout(() => storage.write(key, writeView(view.get())), 300);
    },
  };
}

/** What the layouts of rows ask of a view. */
export function rowView({ folded, filter }: Pick<View, 'folded' | 'filter'>, today: Day): RowView {
  return { folded, filter: askedOf(filter, today) };
}

export interface KeptText {
  read(key: string): string | null;
  write(key: string, text: string): void;
}

/** localStorage, which may be forbidden or full. */
export function safeStorage(): KeptText {
  return {
    read(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Then it is not kept, and nothing else depends on it.
      }
    },
  };
}

/** What is worth finding again tomorrow: not the selection, not the half-typed, not the search. */
export function writeView({ filter, ...view }: View): string {
  const { text: _, ...chips } = filter;
  const { open, folded, zoom, map, table, columns, lanes, sheet, looks } = view;
  const { rail, inspector, baselines, school } = view;
  const laid = { open, folded: [...folded], zoom, map, table, columns, lanes, sheet, looks };
  const kept = { ...laid, rail, inspector, baselines, school };
  return JSON.stringify({ ...kept, filter: chips });
}

export function readView(text: string | null): Partial<View> {
  const kept = parse(text);
  const zoom = record(kept['zoom']);
  const map = record(kept['map']);
  const arrangement = ARRANGEMENTS.find((name) => name === map['arrangement']);
  const open = VIEWS.find((name) => name === kept['open']);
  return {
    ...(open && { open }),
    folded: new Set(strings(kept['folded'])),
    baselines: strings(kept['baselines']).slice(0, 2),
    zoom: {
      gantt: number(zoom['gantt'], 0.2, 80, FIRST_VIEW.zoom.gantt),
      mindmap: number(zoom['mindmap'], 0.1, 4, FIRST_VIEW.zoom.mindmap),
    },
    map: {
      ...(arrangement && { arrangement }),
      colouring: COLOURINGS.find((name) => name === map['colouring']) ?? FIRST_VIEW.map.colouring,
      details: map['details'] !== false,
      minimap: map['minimap'] !== false,
    },
    school: kept['school'] !== false,
    table: number(kept['table'], 120, 1200, FIRST_VIEW.table),
    columns: readTable(record(kept['columns'])),
    lanes: GROUPS_BY.find((by) => by === kept['lanes']) ?? null,
    sheet: readSheet(kept['sheet']),
    looks: looks(kept['looks']),
    rail: kept['rail'] !== false,
    inspector: kept['inspector'] !== false,
    filter: readFilter(kept['filter']),
  };
}

function looks(value: unknown): readonly Look[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 50) : [];
  return list.flatMap((each): Look[] => {
    const { name, face, look } = record(each);
    if (typeof name !== 'string' || typeof look !== 'string') return [];
    return [{ name, face: typeof face === 'string' ? face : 'list', look }];
  });
}

function parse(text: string | null): Record<string, unknown> {
  try {
    return record(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string').slice(0, 5000) : [];
}

function number(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
}
