// The Gantt on screen: what is in sight of the plan, as the layout draws it, with hands on it. Geometry is the layout's; the meaning of drags is drop.ts's.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { TableColumn } from '../../shared/layout/table-look.ts';
import type { Day, Id } from '../../shared/model/plan.ts';
import { pickedBy } from '../drag/pick.ts';
import { useDragBehaviour } from '../drag/stage.tsx';
import { spansOf } from '../state/derived.ts';
import {
  useCommands,
  useDesktop,
  useGrant,
  useLang,
  useMayEdit,
  useSetView,
  useStageActs,
  useT,
  useView,
} from '../state/hooks.ts';
import { ganttBehaviour } from './gantt/behaviour.ts';
import { BarTip } from './gantt/bar-tip.tsx';
import { Chart } from './gantt/chart.tsx';
import { Divider } from './gantt/divider.tsx';
import { Flags } from './gantt/flags.tsx';
import { useGlide } from './gantt/glide.ts';
import { useHands } from './gantt/hands.ts';
import { useKeyed } from './gantt/keyed.ts';
import { useMarks } from './gantt/marks.ts';
import { withMarkers } from './gantt/marker-drag.ts';
import { Marquee } from './gantt/marquee.tsx';
import { Arriving, Blank, Origin, SnapLine } from './gantt/over.tsx';
import { Peers } from './gantt/peers.tsx';
import { PointedDay } from './gantt/pointed.tsx';
import { UnknownYears } from './gantt/unknown-years.tsx';
import { useRace } from './gantt/race.ts';
import { Rename } from './gantt/rename.tsx';
import { RestDay } from './gantt/rest-day.tsx';
import { Rows } from './gantt/rows.tsx';
import { FOOT, M, useSeen } from './gantt/seen.ts';
import type { Seen } from './gantt/seen.ts';
import type { Zooming } from './gantt/timeline.ts';
import { withLanes } from './gantt/lane-drag.ts';
import { LaneTarget } from './gantt/lane-target.tsx';
import { fitWidth } from './gantt/table.ts';
import { TableHead } from './gantt/table-head.tsx';
import { StickyLane } from './gantt/sticky-lane.tsx';
import { Linker, underHand } from './gantt/linker.tsx';
import { DragTip } from './gantt/tip.tsx';
import { Hint, Tools } from './gantt/tools.tsx';
import { Waitings } from './gantt/waiting.tsx';
import '../style/gantt.css';
import '../style/rows.css';

type Box = () => HTMLDivElement | null;

export function GanttView() {
  const mayEdit = useMayEdit();
  const coarse = useCoarse();
  const setView = useSetView();
  const selected = useView((view) => view.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeen(scroller);
  const { plan, rows, spans, scale, scene, left, zooming } = seen;

  const box = useCallback(() => scroller.current, []);
  const show = useShow(box, seen);
  const hasBar = useCallback((id: Id) => spans.has(id), [spans]);
  const dayAt = (clientX: number): Day => {
    const box = scroller.current!;
    return scale.dayAt(clientX - box.getBoundingClientRect().left + box.scrollLeft - left);
  };
  const { current, ...hands } = useHands({ rows, hasBar, dayAt, show });
  const keyed = useKeyed(box, seen);
  const { describe, describeLink, mark, isSelected } = useMarks(seen);
  const setTable = useCallback((width: number) => setView({ table: width }), [setView]);
  const fitting = useFitting(seen);
  useMeaning(box, seen);
  useGlide(box, seen);
  useActs(zooming, seen.today);

  return (
    <div className="gantt" data-scope="gantt">
      <div className="gantt-pane">
        <div className="gantt-scroll" ref={scroller} data-editable={mayEdit || undefined} {...hands} {...keyed}>
          <div className="gantt-canvas" style={{ width: scene.width, height: scene.height + FOOT }}>
            <div className="gantt-floor" data-node="floor" data-part="floor" />
            {/* Nothing is drawn before it is known how large the box is and where it opens: all of it would be drawn again. */}
            {seen.placed && (
              <Chart
                scene={scene}
                describe={describe}
                mark={mark}
                describeLink={describeLink}
                editable={mayEdit}
                coarse={coarse}
                isSelected={isSelected}
              />
            )}
            <div className="gantt-over">
              <Marquee seen={seen} />
              <LaneTarget seen={seen} />
              <Origin seen={seen} />
              <SnapLine seen={seen} />
              <Arriving seen={seen} scroller={scroller} />
              <Waitings seen={seen} />
              <Peers seen={seen} />
              <RestDay seen={seen} scroller={scroller} />
              <Linker seen={seen} scroller={scroller} coarse={coarse} />
            </div>
            {seen.placed && <Rows seen={seen} current={current?.id} selected={selected} />}
            <StickyLane seen={seen} />
            <UnknownYears seen={seen} />
            <Rename seen={seen} />
          </div>
        </div>
        {left > 0 && seen.placed && (
          <TableHead
            side={seen.side}
            left={left}
            head={seen.head}
            most={seen.most}
            fitting={fitting}
            setWidth={setTable}
          />
        )}
        <Divider width={left} most={seen.most} set={setTable} />
        <PointedDay scroller={scroller} scale={scale} left={left} top={seen.head} />
        <Flags seen={seen} />
        <Blank seen={seen} />
      </div>
      <div className="gantt-foot">
        <Tools zoom={scale.zoom} zoomTo={zooming.zoomTo} />
        <Hint plan={plan} dated={hasBar} />
      </div>
      <DragTip plan={plan} rows={rows} />
      <BarTip scroller={scroller} seen={seen} />
    </div>
  );
}

/** How wide a column's words are when somebody asks; the same function whatever they are now. */
function useFitting(seen: Seen): (name: TableColumn, label: string) => number {
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  });
  return useCallback((name, label) => fitWidth(name, latest.current.rows, latest.current.table.cell, label), []);
}

/** Lends the stage what dragging means here. */
function useMeaning(box: Box, seen: Seen): void {
  const { plan, scale, today, left } = seen;
  const t = useT();
  const lang = useLang();
  const mayEdit = useMayEdit();
  const { view } = useDesktop();
  const { run } = useCommands();
  const dropped = useRace();
  const { role } = useGrant();
  const behaviour = useMemo(
    () =>
      withMarkers(
        withLanes(
          ganttBehaviour({
            box,
            plan,
            scale,
            today,
            left,
            top: seen.head,
            row: M.row,
            mayEdit,
            under: (x, y) => underHand(seen, x, y),
            picked: (from, to) => pickedBy(plan, spansOf(plan), seen.rows, M.diamond / 2 / scale.perDay, from, to),
            t,
            lang,
            selected: () => view.get().selected,
            done(grab, made, before) {
              dropped(made, before);
              if (grab.does === 'date' || grab.does === 'draw') run('view.reveal', { id: grab.node });
            },
          }),
          { box, seen, mayEdit, selected: () => view.get().selected, t },
        ),
        { box, plan, scale, left, may: mayEdit && role === 'chair', t, lang },
      ),
    [box, seen, plan, scale, today, left, mayEdit, role, t, lang, view, run, dropped],
  );
  useDragBehaviour(behaviour);
}

function useActs(zooming: Zooming, today: Day): void {
  const acts = useMemo(
    () => ({
      fit: zooming.fit,
      today: () => zooming.goTo(today),
      'zoom-in': () => zooming.zoomStep(1),
      'zoom-out': () => zooming.zoomStep(-1),
    }),
    [zooming, today],
  );
  useStageActs(acts);
}

/** Brings a row, and the start of its bar, into sight; by itself what was chosen elsewhere, or is being renamed. */
function useShow(boxNow: Box, { plan, at, scale, left, head }: Seen): (id: Id, bar: boolean) => void {
  const editing = useView((view) => view.editing?.node);
  const chosen = useView((view) => view.selected.at(-1));
  const show = useCallback(
    (id: Id, bar: boolean) => {
      const box = boxNow();
      const index = at.get(id);
      if (!box || index === undefined) return;
      const y = index * M.row;
      const room = box.clientHeight - head - FOOT;
      const above = box.scrollTop - y;
      const below = y - box.scrollTop - room;
      // A step with the arrows scrolls by a row; what lies far off comes to the middle.
      if (Math.max(above, below) > 4 * M.row) box.scrollTop = y - room / 2;
      else if (above > 0 || below > 0) box.scrollTop += below > 0 ? below : -above;
      const span = spansOf(plan).get(id);
      if (!bar || !span) return;
      const from = scale.x(span.start);
      const width = box.clientWidth - left;
      const gone = scale.x(span.end) + scale.perDay < box.scrollLeft + 24 || from > box.scrollLeft + width - 120;
      if (gone) box.scrollLeft = Math.max(0, from - width / 4);
    },
    [boxNow, at, plan, scale, left, head],
  );
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (chosen !== undefined && !boxNow()?.contains(document.activeElement)) latest.current(chosen, true);
  }, [boxNow, chosen]);
  const row = editing === undefined ? undefined : at.get(editing);
  useEffect(() => {
    if (editing !== undefined && row !== undefined) latest.current(editing, false);
  }, [editing, row]);
  return show;
}

function useCoarse(): boolean {
  const [query] = useState(() => matchMedia('(pointer: coarse)'));
  const follow = useCallback(
    (on: () => void) => {
      query.addEventListener('change', on);
      return () => query.removeEventListener('change', on);
    },
    [query],
  );
  return useSyncExternalStore(follow, () => query.matches);
}
