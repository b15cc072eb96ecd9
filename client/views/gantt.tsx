// The Gantt on screen: what is in sight of the plan, as the layout draws it, with hands on it. Geometry is the layout's; meaning of drags is drop.ts's.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { createGanttLayout } from '../../shared/layout/gantt.ts';
import { leadLabel, leadNames, shortTitle, spanLabel } from '../../shared/layout/label.ts';
import { rows as rowsOf } from '../../shared/layout/rows.ts';
import type { Row } from '../../shared/layout/rows.ts';
import type { Group } from '../../shared/layout/scene.ts';
import { sideOf } from '../../shared/layout/side.ts';
import { DENSITY } from '../../shared/layout/theme.ts';
import { WORDS } from '../../shared/layout/words.ts';
import { CHINA } from '../../shared/model/calendar.ts';
import type { Id, Span } from '../../shared/model/plan.ts';
import { previewOf } from '../drag/drop.ts';
import type { Grab } from '../drag/drop.ts';
import { useDrag, useDragBehaviour } from '../drag/stage.tsx';
import type { Drop } from '../drag/stage.tsx';
import type { GroupAttributes } from '../parts/scene.tsx';
import { lightsOf, numbersOf, spansOf } from '../state/derived.ts';
import {
  useCommands,
  useDesktop,
  useLang,
  useMayEdit,
  useSetView,
  useStageActs,
  useT,
  useToday,
  useView,
  useWholePlan,
} from '../state/hooks.ts';
import { rowView } from '../state/view-store.ts';
import { ganttBehaviour } from './gantt/behaviour.ts';
import { Chart } from './gantt/chart.tsx';
import { Divider, LEAST_TABLE } from './gantt/divider.tsx';
import { useHands } from './gantt/hands.ts';
import { Peers } from './gantt/peers.tsx';
import { PointedDay } from './gantt/pointed.tsx';
import { useRace } from './gantt/race.ts';
import { Rename } from './gantt/rename.tsx';
import { barElement, Rows } from './gantt/rows.tsx';
import type { Told } from './gantt/rows.tsx';
import { useSight } from './gantt/sight.ts';
import { useTimeline } from './gantt/timeline.ts';
import { DragTip } from './gantt/tip.tsx';
import { Hint, Tools } from './gantt/tools.tsx';
import { spoken } from './gantt/words.ts';
import '../style/gantt.css';

const M = DENSITY.normal;
const TOP = 2 * M.band;
/** Rows drawn beyond either edge, so that scrolling does not show the floor before the next drawing. */
const SPARE = 6;
/** So that the last row can be scrolled clear of what floats in the corners. */
const FOOT = 60;

export function GanttView() {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const today = useToday();
  const mayEdit = useMayEdit();
  const coarse = useCoarse();
  const { view } = useDesktop();
  const setView = useSetView();
  const { run } = useCommands();
  const folded = useView((now) => now.folded);
  const filter = useView((now) => now.filter);
  const selected = useView((now) => now.selected);
  const editing = useView((now) => now.editing);
  const table = useView((now) => now.table);
  const scroller = useRef<HTMLDivElement>(null);
  const sight = useSight(scroller);

  const most = Math.round(Math.max(LEAST_TABLE, sight.width * 0.46));
  const left = tableWidth(table, sight.width);
  const side = useMemo(() => sideOf(left), [left]);
  const timeline = useTimeline(scroller, { plan, today, frozen: left, sight: sight.width });
  const { scale } = timeline;

  // Rows are those of the plan as it is: what I hold must not vanish from under my hand because a filter no longer means it.
  const rows = useMemo(
    () => rowsOf(plan, rowView({ ...view.get(), folded, filter }, today)),
    [plan, view, folded, filter, today],
  );
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const shown = useMemo(() => (drop && previewOf(plan, drop)) ?? plan, [plan, drop]);
  const spans = spansOf(shown);
  const lights = lightsOf(shown, today);
  const numbers = numbersOf(plan);

  const [layout] = useState(createGanttLayout);
  const first = Math.floor(sight.top / M.row) - SPARE;
  const last = Math.ceil((sight.top + sight.height) / M.row) + SPARE;
  const scene = useMemo(
    () =>
      layout(shown, {
        rows,
        scale,
        today,
        calendar: CHINA,
        density: 'normal',
        side,
        window: {
          top: TOP + first * M.row,
          bottom: TOP + last * M.row,
          left: sight.left,
          right: sight.left + sight.width + 400,
        },
        lang,
      }),
    [layout, shown, rows, scale, today, side, first, last, sight.left, sight.width, lang],
  );

  const show = useCallback(
    (id: Id, bar: boolean) => {
      const box = scroller.current;
      const index = rows.findIndex((row) => row.id === id);
      if (!box || index < 0) return;
      const y = index * M.row;
      const room = box.clientHeight - TOP - FOOT;
      const off = y < box.scrollTop ? box.scrollTop - y : y - (box.scrollTop + room);
      // A step with the arrows scrolls by a row; what lies far off comes to the middle.
      if (off > 4 * M.row) box.scrollTop = y - room / 2;
      else if (off > 0) box.scrollTop += y < box.scrollTop ? -off : off;
      const span = spansOf(plan).get(id);
      if (!bar || !span) return;
      const from = scale.x(span.start);
      const to = scale.x(span.end) + scale.perDay;
      const width = box.clientWidth - left;
      if (to < box.scrollLeft + 24 || from > box.scrollLeft + width - 24)
        box.scrollLeft = Math.max(0, from - width / 4);
    },
    [rows, plan, scale, left],
  );
  const hasBar = useCallback((id: Id) => spans.has(id), [spans]);
  const dayAt = (clientX: number) => {
    const box = scroller.current!;
    return scale.dayAt(clientX - box.getBoundingClientRect().left + box.scrollLeft - left);
  };
  const { current, focus, ...hands } = useHands({ rows, hasBar, dayAt, show });

  const dropped = useRace();
  const behaviour = useMemo(
    () =>
      ganttBehaviour({
        scroller,
        plan,
        scale,
        today,
        left,
        top: TOP,
        row: M.row,
        mayEdit,
        t,
        lang,
        selected: () => view.get().selected,
        done(grab, made, before) {
          dropped(made, before);
          if (grab.does === 'date' || grab.does === 'draw') run('view.reveal', { id: grab.node });
        },
      }),
    [plan, scale, today, left, mayEdit, t, lang, view, run, dropped],
  );
  useDragBehaviour(behaviour);

  // What was chosen elsewhere, in the tray or the palette, comes into sight here.
  const wanted = selected.at(-1);
  const showing = useRef(show);
  useEffect(() => {
    showing.current = show;
  });
  useEffect(() => {
    if (wanted !== undefined && !scroller.current?.contains(document.activeElement)) showing.current(wanted, true);
  }, [wanted]);
  const acts = useMemo(
    () => ({
      fit: timeline.fit,
      today: () => timeline.goTo(today),
      'zoom-in': () => timeline.zoomStep(1),
      'zoom-out': () => timeline.zoomStep(-1),
    }),
    // The functions of a timeline never change; only its scale does.
    [timeline.fit, timeline.goTo, timeline.zoomStep, today],
  );
  useStageActs(acts);

  const chosen = useMemo(() => new Set(selected), [selected]);
  const mark = useCallback(
    (group: Group): GroupAttributes | undefined =>
      group.target && chosen.has(group.target.node) ? { 'data-selected': true } : undefined,
    [chosen],
  );
  const isSelected = useCallback((group: Group) => !!group.target && chosen.has(group.target.node), [chosen]);
  const at = current?.id;
  const describe = useCallback(
    (group: Group): GroupAttributes | undefined => {
      if (!group.target) return undefined;
      const { node: id, part } = group.target;
      const role = part === 'milestone' || part === 'summary' ? part : 'bar';
      return {
        id: barElement(id),
        className: `gantt-bar ${role}`,
        role: 'button',
        tabIndex: id === at ? 0 : -1,
        'aria-roledescription': t(`gantt.role.${role}`),
        'aria-label': spoken(t, lang, shown, id, {
          span: spans.get(id),
          light: lights.get(id),
          mark: numbers.get(id)?.label ?? '',
        }),
        'aria-describedby': mayEdit ? 'drag-how' : undefined,
        'data-selected': chosen.has(id) || undefined,
      };
    },
    [t, lang, shown, spans, lights, numbers, chosen, at, mayEdit],
  );
  const tell = (row: Row): Told => {
    const node = plan.nodes.get(row.id)!;
    const span = spans.get(row.id);
    return {
      title: shortTitle(node, lang),
      lead: leadLabel(leadNames(plan, row.id), lang, M.small, 400),
      span: span ? spanLabel(span, lang, plan.meta.year) : WORDS[lang].undated,
    };
  };

  const edited = editing ? rows.findIndex(({ id }) => id === editing.node) : -1;
  const placed = side.columns.findIndex(({ name }) => name === 'title');
  const inset = side.columns.slice(0, placed).reduce((sum, { width }) => sum + width, 0);
  useEffect(() => {
    if (editing) showing.current(editing.node, false);
  }, [editing, rows]);
  const indent = edited < 0 ? 0 : inset + rows[edited]!.depth * M.indent + 6;

  return (
    <div className="gantt" data-scope="gantt">
      <div className="gantt-scroll" ref={scroller} data-editable={mayEdit || undefined} {...hands}>
        <div className="gantt-canvas" style={{ width: scene.width, height: scene.height + FOOT }}>
          <Chart
            scene={scene}
            describe={describe}
            mark={mark}
            editable={mayEdit}
            coarse={coarse}
            isSelected={isSelected}
          />
          <div className="gantt-over">
            <Origin plan={plan} rows={rows} x={(day) => left + scale.x(day)} perDay={scale.perDay} />
            <Arriving scroller={scroller} spans={spans} x={(day) => left + scale.x(day)} perDay={scale.perDay} />
            <Peers plan={plan} rows={rows} scene={scene} scale={scale} left={left} top={TOP} />
          </div>
          <Rows
            rows={rows}
            first={first}
            last={last}
            top={TOP}
            height={M.row}
            width={left}
            current={at}
            selected={selected}
            tell={tell}
            hasBar={hasBar}
          />
          {editing && edited >= 0 && (
            <div className="gantt-fields" style={{ width: left }}>
              <Rename id={editing.node} x={indent} y={TOP + edited * M.row} width={Math.max(left - indent - 8, 280)} />
            </div>
          )}
        </div>
      </div>
      <Divider width={left} most={most} set={(width) => setView({ table: width })} />
      <PointedDay scroller={scroller} scale={scale} left={left} top={TOP} />
      <Blank rows={rows.length} nodes={plan.nodes.size} dated={spansOf(plan).size > 0} left={left} mayEdit={mayEdit} />
      <div className="gantt-foot" style={{ left }}>
        <Tools zoom={scale.zoom} zoomTo={timeline.zoomTo} />
        {sight.width - left > 560 && <Hint plan={plan} dated={hasBar} />}
      </div>
      <DragTip plan={plan} />
    </div>
  );
}

/** As wide as I made it, but the days keep the larger part where there is little room. */
function tableWidth(wanted: number, room: number): number {
  if (room === 0) return wanted;
  return Math.round(Math.min(wanted, Math.max(LEAST_TABLE, room * (room < 760 ? 0.42 : 0.46))));
}

/** Where what I drag still lies for everybody else. */
function Origin({
  plan,
  rows,
  x,
  perDay,
}: {
  readonly plan: Parameters<typeof spansOf>[0];
  readonly rows: readonly Row[];
  readonly x: (day: string) => number;
  readonly perDay: number;
}) {
  const held = useDrag<Grab, Id | undefined>((drag) => (drag?.drop ? drag.grab.node : undefined));
  const span = held === undefined ? undefined : spansOf(plan).get(held);
  const index = rows.findIndex(({ id }) => id === held);
  if (!span || index < 0) return null;
  const from = x(span.start);
  return (
    <div
      className="drag-origin"
      style={{
        transform: `translate(${from}px, ${TOP + index * M.row + (M.row - M.bar) / 2}px)`,
        width: Math.max(4, x(span.end) + perDay - from),
        height: M.bar,
      }}
    />
  );
}

/** Work on its way out of the tray, under the hand: its own row may be far away, or folded. */
function Arriving({
  scroller,
  spans,
  x,
  perDay,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly x: (day: string) => number;
  readonly perDay: number;
}) {
  const held = useDrag<Grab, Id | undefined>((drag) =>
    drag?.drop && drag.held.part === 'tray' ? drag.grab.node : undefined,
  );
  const y = useDrag((drag) => drag?.hand.y ?? 0);
  const span = held === undefined ? undefined : spans.get(held);
  const box = scroller.current;
  if (!span || !box) return null;
  const from = x(span.start);
  const top = y - box.getBoundingClientRect().top + box.scrollTop - M.bar / 2;
  return (
    <div
      className="drag-arriving"
      style={{
        transform: `translate(${from}px, ${top}px)`,
        width: Math.max(4, x(span.end) + perDay - from),
        height: M.bar,
      }}
    />
  );
}

/** What to do when there is nothing to see. */
function Blank({
  rows,
  nodes,
  dated,
  left,
  mayEdit,
}: {
  readonly rows: number;
  readonly nodes: number;
  readonly dated: boolean;
  readonly left: number;
  readonly mayEdit: boolean;
}) {
  const t = useT();
  const dragging = useDrag((drag) => drag !== null);
  if (dragging || (rows > 0 && dated)) return null;
  const [title, text] =
    nodes === 0
      ? [t('gantt.empty.title'), mayEdit ? t('gantt.empty.text') : '']
      : rows === 0
        ? [t('gantt.nothing.title'), '']
        : [t('gantt.undated.title'), mayEdit ? t('gantt.undated.text') : t('gantt.undated.read')];
  return (
    <div className="gantt-blank" style={{ left }}>
      <div>
        <strong>{title}</strong>
        {text && <p>{text}</p>}
      </div>
    </div>
  );
}

function useCoarse(): boolean {
  const [query] = useState(() => matchMedia('(pointer: coarse)'));
  return useSyncExternalStore(
    useCallback(
      (on) => {
        query.addEventListener('change', on);
        return () => query.removeEventListener('change', on);
      },
      [query],
    ),
    () => query.matches,
  );
}
