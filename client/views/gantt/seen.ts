// What of the plan is in sight and where: rows, scale and scene, with the drag in my hand already in it.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { daysRoom } from '../../../shared/layout/baselines.ts';
import { createGanttLayout } from '../../../shared/layout/gantt.ts';
import { createLanes } from '../../../shared/layout/lanes.ts';
import type { AnyRow } from '../../../shared/layout/lanes.ts';
import { indexOf } from '../../../shared/layout/rows.ts';
import type { Scene } from '../../../shared/layout/scene.ts';
import { headHeight } from '../../../shared/layout/school.ts';
import type { Side } from '../../../shared/layout/side.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import type { Timescale } from '../../../shared/layout/timescale.ts';
import { calendarOf, schoolOver, termsOf } from '../../../shared/model/almanac.ts';
import type { Baseline, Day, Id, Plan, Span } from '../../../shared/model/plan.ts';
import { daysOf } from '../../../shared/model/schedule.ts';
import type { Stretch } from '../../../shared/model/terms.ts';
import { previewOf } from '../../drag/preview.ts';
import type { Grab } from '../../drag/drop.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { Drop } from '../../drag/stage.tsx';
import type { Lang } from '../../i18n/t.ts';
import { networkOf } from '../../../shared/model/network.ts';
import { spansOf } from '../../state/derived.ts';
import { useLang, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import { rowView } from '../../state/view-store.ts';
import { LEAST_TABLE } from './divider.tsx';
import { useSight } from './sight.ts';
import { useTable } from './table.ts';
import type { Table } from './table.ts';
import { useTimeline } from './timeline.ts';
import type { Zooming } from './timeline.ts';

export const M = DENSITY.normal;
/** A little floor below the last row, to press on. */
export const FOOT = 24;
/** Rows drawn beyond either edge, so that scrolling does not show the floor before the next drawing. */
export const SPARE = 5;
/** Scrolling draws this many rows at a time. */
const STRIDE = 2;
/** The columns whose words the layout makes by itself. */
const OWN: ReadonlySet<string> = new Set(['mark', 'title', 'lead', 'span']);
/** The days keep at least this share of the room. */
const DAYS = { wide: 0.36, narrow: 0.5 };
/** Px of a stage beside an open inspector: there the days are the first to need room. */
const NARROW = 1_000;

const NOWHERE = { top: 0, bottom: 0, left: 0, right: 0 };

export interface Seen {
  /** As it is for everybody. */
  readonly plan: Plan;
  /** As it would be if I let go now. */
  readonly shown: Plan;
  readonly today: Day;
  readonly rows: readonly AnyRow[];
  /** By index; the row of a node, if it is neither folded nor filtered away. */
  readonly first: number;
  readonly last: number;
  readonly at: ReadonlyMap<Id, number>;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly side: Side;
  readonly table: Table;
  /** The width of the table, and the most it may have. */
  readonly left: number;
  readonly most: number;
  /** How far it has been scrolled down. */
  readonly top: number;
  /** The days in sight: where they begin in the scene, and how wide they are. */
  readonly edge: number;
  /** The height of the head. */
  readonly head: number;
  readonly room: number;
  /** Whether it has been scrolled to where it opens; before that nothing is drawn. */
  readonly placed: boolean;
  readonly scale: Timescale;
  readonly zooming: Zooming;
  readonly scene: Scene;
}

export function useSeen(scroller: RefObject<HTMLDivElement | null>): Seen {
  const plan = useWholePlan();
  const today = useToday();
  const lang = useLang();
  const wide = useView((view) => view.table);
  const [sight, look] = useSight(scroller);

  const most = mostOf(sight.width);
  const left = sight.width === 0 ? wide : Math.min(wide, most);
  const chosen = useView((view) => view.baselines);
  const baselines = useShown(plan, chosen);
  const behind = useBehind(plan, baselines, lang);
  const { scale, zooming, placed } = useTimeline(scroller, {
    plan,
    today,
    frozen: left,
    sight: sight.width,
    look,
    behind,
  });
  const { rows, at } = useRows(plan, today);
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const shown = useMemo(() => (drop && previewOf(plan, drop)) ?? plan, [plan, drop]);

  const table = useTable(left, shown);
  const { side, cell } = table;
  // Nobody asks for words that are made anyway.
  const extra = side.columns.some(({ name }) => !OWN.has(name)) ? cell : undefined;

  const wanted = useView((view) => view.critical);
  const critical = useMemo(() => (wanted ? networkOf(shown) : undefined), [wanted, shown]);
  const calendar = calendarOf(plan);
  const school = useSchool(plan, today, scale);
  const head = headHeight(M, school.length > 0);
  const [layout] = useState(createGanttLayout);
  const first = Math.floor(sight.top / M.row / STRIDE) * STRIDE - SPARE;
  const last = first + Math.ceil(sight.height / M.row) + STRIDE + 2 * SPARE;
  const scene = useMemo(
    () =>
      layout(shown, {
        rows,
        scale,
        today,
        calendar,
        density: 'normal',
        side,
        cell: extra,
        critical,
        baselines,
        school,
        window: placed
          ? {
              top: head + first * M.row,
              bottom: head + last * M.row,
              left: sight.left,
              right: sight.left + sight.width + 400,
            }
          : NOWHERE,
        lang,
      }),
    [
      layout,
      shown,
      rows,
      scale,
      today,
      calendar,
      side,
      extra,
      first,
      last,
      sight.left,
      sight.width,
      placed,
      lang,
      critical,
      baselines,
      school,
      head,
    ],
  );
  const spans = spansOf(shown);
  const room = sight.width - left;
  const edge = sight.left + left;
  return {
    plan,
    shown,
    today,
    rows,
    first,
    last,
    at,
    spans,
    side,
    table,
    left,
    most,
    top: sight.top,
    edge,
    head,
    room,
    placed,
    scale,
    zooming,
    scene,
  };
}

/** Rows are those of the plan as it is: what I hold must not vanish from under my hand because a filter no longer means it. */
function useRows(plan: Plan, today: Day): Pick<Seen, 'rows' | 'at'> {
  const folded = useView((view) => view.folded);
  const filter = useView((view) => view.filter);
  const by = useView((view) => view.lanes) ?? undefined;
  const lang = useLang();
  const [rowsOf] = useState(createLanes);
  return useMemo(() => {
    const rows = rowsOf(plan, { ...rowView({ folded, filter }, today), by, today, lang });
    return { rows, at: indexOf(rows) };
  }, [rowsOf, plan, folded, filter, by, today, lang]);
}

/** Those of the chosen baselines that are still kept. */
function useShown({ records }: Plan, chosen: readonly Id[]): readonly Baseline[] {
  const kept = records.baseline;
  return useMemo(
    () =>
      chosen.flatMap((id) => {
        const baseline = kept.get(id);
        return baseline ? [baseline] : [];
      }),
    [kept, chosen],
  );
}

/** What the days of the baselines shown take behind a bar. Asked for by whoever fits, not at each edit. */
function useBehind(plan: Plan, baselines: readonly Baseline[], lang: Lang): () => number {
  const now = useRef(plan);
  useLayoutEffect(() => {
    now.current = plan;
  }, [plan]);
  return useCallback(
    () => (baselines.length > 0 ? Math.ceil(daysRoom(now.current, baselines, M.text, lang)) : 0),
    [baselines, lang],
  );
}

/** Terms and school holidays on the scale, where the 校历 knows any of the days the plan is about and I have not left them out. */
function useSchool(plan: Plan, today: Day, { from, to }: Timescale): readonly Stretch[] {
  const wanted = useView((view) => view.school);
  const { start, end } = daysOf(plan, today);
  const terms = termsOf(plan);
  // The terms are the same object until somebody changes the 校历.
  return useMemo(
    () => (wanted ? schoolOver(plan, { start, end }, { start: from, end: to }) : []),
    [wanted, terms, start, end, from, to], // oxlint-disable-line react/exhaustive-deps -- of the plan only the terms matter
  );
}

function mostOf(room: number): number {
  return Math.round(Math.max(LEAST_TABLE, room * (1 - (room < NARROW ? DAYS.narrow : DAYS.wide))));
}
