// 脑图: the plan as a map that is typed into. Where topics stand is the layout's, what a drag means drop.ts's; every edit is a command.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { createMindmapLayout } from '../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../shared/layout/scene.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { useDrag, useDragBehaviour } from '../drag/stage.tsx';
import { useCommands, useDesktop, useMayEdit, useSetView, useView } from '../state/hooks.ts';
import type { Tie } from '../state/view-store.ts';
import '../style/list.css';
import '../style/mindmap.css';
import { useFacts } from './list/facts.ts';
import { useNarrow } from '../state/narrow.ts';
import { useAnchors } from './mindmap/anchor.ts';
import { useBrief } from './mindmap/brief.ts';
import { panned, toScreen } from './mindmap/camera.ts';
import { ChipField, isChip } from './mindmap/chips.tsx';
import type { ChipPart } from './mindmap/chips.tsx';
import { Crumbs } from './mindmap/crumbs.tsx';
import { mapBehaviour } from './mindmap/dragging.ts';
import type { MapGrab } from './mindmap/dragging.ts';
import { TopicField } from './mindmap/field.tsx';
import { useGestures } from './mindmap/gestures.ts';
import { useGlide } from './mindmap/glide.ts';
import { mapKey } from './mindmap/keys.ts';
import { Hits } from './mindmap/hits.tsx';
import { useLook, wasSeen } from './mindmap/look.ts';
import { DropMark, HeldMark, PeerMarks, Rings, TieHandle } from './mindmap/marks.tsx';
import { NodeMenu } from './mindmap/menu.tsx';
import { MINIMAP, Minimap } from './mindmap/minimap.tsx';
import { relationAmong, Ties } from './mindmap/ties.tsx';
import { MapTools, TOOLS, TOUCH_TOOLS } from './mindmap/tools.tsx';
import { FAR, nodeAt, Topics } from './mindmap/topics.tsx';
import { TopicWaits } from './mindmap/waiting.tsx';
import { World } from './mindmap/world.tsx';
import type { CatcherHandle } from './text/catcher.tsx';

/** What stands over the map in its lower corners. */
const ALONE = [TOOLS];
const WITH_MINIMAP = [TOOLS, MINIMAP];
const ON_PHONE = [TOUCH_TOOLS];

interface Opened {
  readonly id: Id;
  readonly part: ChipPart;
  readonly at: Box;
}

export function MindmapView() {
  const facts = useFacts();
  const { plan, today, lang, t } = facts;
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const narrow = useNarrow();
  const selected = useView((view) => view.selected);
  const folds = useView((view) => view.folded);
  const editing = useView((view) => view.editing);
  const focus = useView((view) => view.focus);
  const likes = useView((view) => view.map);
  const tie = useView((view) => view.tie);
  const setTie = useCallback((next: Tie | null) => setView({ tie: next }), [setView]);
  // Left while its words were open, it is not open when one comes back.
  useEffect(() => () => setTie(null), [setTie]);
  const ground = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  const [menu, setMenu] = useState<Point | null>(null);
  const [chip, setChip] = useState<Opened | null>(null);
  const [focused, setFocused] = useState(false);
  const arrangement = likes.arrangement ?? (narrow ? 'right' : 'both');
  const { colouring, details } = likes;
  const active = selected.at(-1);
  const desktop = useDesktop();
  const brief = useBrief(plan, folds, active, narrow && !wasSeen(desktop));
  const { folded } = brief;

  const [layout] = useState(createMindmapLayout);
  const map = useMemo(
    () => layout(plan, { folded, arrangement, colouring, details, focus, today, lang, knobs: true }),
    [layout, plan, folded, arrangement, colouring, details, focus, today, lang],
  );
  const look = useLook(ground, map, active, narrow ? ON_PHONE : likes.minimap ? WITH_MINIMAP : ALONE);
  const { camera, scale, screen, move, sight, origin } = look;
  const anchors = useAnchors(ground, editing?.node, active);
  useGlide({
    svg,
    map,
    sight,
    anchors: (old) => anchors(look, old),
    free: active === undefined,
    shift: (dx, dy) => move((now) => panned(now, -dx * now.scale, -dy * now.scale)),
  });

  const select = useCallback((ids: readonly Id[]) => setView({ selected: ids }), [setView]);
  const back = useCallback(() => catcher.current?.focus(), []);
  const leaveAll = useCallback(() => {
    catcher.current?.finish();
    catcher.current?.focus();
    setTie(null);
    select([]);
  }, [select, setTie]);
  useGestures(ground, move, leaveAll);
  useDragBehaviour(
    useMemo(
      () => mapBehaviour({ facts, map, camera, selected, mayEdit, origin }),
      [facts, map, camera, selected, mayEdit, origin],
    ),
  );
  const lifted = useDrag<MapGrab, readonly Id[] | undefined>((drag) =>
    drag && 'ids' in drag.grab && !drag.grab.ties ? drag.grab.ids : undefined,
  );
  // What was dragged is what the keys go on with; the field exists once the ground has a size.
  const ready = scale !== undefined;
  useEffect(() => {
    if (!lifted) catcher.current?.focusIfFree();
    else setView({ selected: lifted });
  }, [lifted, ready, setView]);

  const edit = (id: Id): boolean => {
    // Who may only read is told so by the command itself.
    if (!mayEdit) commands.run('content.retitle');
    else setView({ selected: [id], editing: { node: id, field: 'title' } });
    return mayEdit;
  };
  const related = (): void => setTie(relationAmong(plan, selected));
  const press = (event: MouseEvent): void => {
    const found = nodeAt(event.target);
    if (!found || found.part === 'tie') return;
    const { id, part } = found;
    catcher.current?.finish();
    if (part === 'relation' || part === 'brace') {
      if (mayEdit) setTie({ sort: part, id });
      return;
    }
    catcher.current?.focus();
    const many = event.ctrlKey || event.metaKey || event.shiftKey;
    if (part === 'waiting') {
      commands.run('suggestion.here', { id });
    } else if (part === 'fold') {
      if (!brief.open(id)) commands.run('view.fold', { id });
    } else if (many) select(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]);
    else if (selected.length !== 1 || active !== id) select([id]);
    if (!many && mayEdit && isChip(part)) {
      const { left, top, width, height } = (event.target as Element).getBoundingClientRect();
      const corner = origin();
      setChip({ id, part, at: { x: left - corner.x, y: top - corner.y, w: width, h: height } });
    }
  };
  const openMenu = (event: MouseEvent): void => {
    const asked = event.target instanceof HTMLTextAreaElement;
    if (event.target instanceof HTMLInputElement || (asked && editing)) return;
    event.preventDefault();
    const found = nodeAt(event.target);
    const box = active === undefined ? undefined : map.find(active)?.box;
    const corner = origin();
    const now = camera.get();
    if (found && found.part !== 'relation' && found.part !== 'brace') {
      if (!selected.includes(found.id)) select([found.id]);
      setMenu({ x: event.clientX - corner.x, y: event.clientY - corner.y });
    } else if (asked && box && now) {
      // The menu key asks from the field, which has no place of its own; the selected topic has.
      const { x, y, h } = toScreen(now, box);
      setMenu({ x, y: y + h });
    }
  };

  const empty = childrenOf(plan, ROOT).length === 0;
  const rings = selected.filter((id) => id !== editing?.node);
  return (
    <div className="map" data-scope="mindmap" data-focused={focused}>
      {/* The field that holds the focus has the keys of everything on the ground. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={ground}
        className="map-ground"
        onClick={press}
        onDoubleClick={(event) => {
          const found = nodeAt(event.target);
          if (found && (found.part === 'box' || found.part === 'root')) edit(found.id);
        }}
        onContextMenu={openMenu}
        onMouseDown={(event) => {
          // The field keeps the focus; but a press that may lift something must stay unspoiled for the stage.
          const part = nodeAt(event.target)?.part;
          const typed = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
          if (!(part && (isChip(part) || part === 'box' || part === 'tie')) && !typed) event.preventDefault();
        }}
      >
        <World camera={camera} scale={scale}>
          <svg ref={svg} id="map-tree" className="map-svg" role="tree" aria-label={t('map.label')} aria-multiselectable>
            {scale !== undefined && sight && (
              <g transform={`scale(${scale})`}>
                <Topics
                  map={map}
                  folded={folded}
                  facts={facts}
                  sight={sight}
                  scale={scale}
                  far={scale < FAR}
                  lifted={lifted}
                />
                <TopicWaits map={map} plan={plan} sight={sight} t={t} />
                <Ties ties={map.ties()} plan={plan} chosen={tie} choose={setTie} onBack={back} />
                <PeerMarks map={map} plan={plan} scale={scale} />
                <Rings map={map} scale={scale} selected={rings} />
                {mayEdit && !editing && rings.length === 1 && <TieHandle map={map} scale={scale} id={rings[0]!} />}
                <DropMark map={map} plan={plan} camera={camera} origin={origin} />
              </g>
            )}
          </svg>
          {scale !== undefined && (
            <TopicField
              ref={catcher}
              facts={facts}
              map={map}
              scale={scale}
              move={move}
              ground={ground}
              onEdit={edit}
              onKey={(event) => mapKey(event, { map, selected, mayEdit, empty, commands, select, edit, related })}
              onFocus={setFocused}
            />
          )}
        </World>
        {screen && <HeldMark map={map} plan={plan} camera={camera} origin={origin} width={screen.width} />}
        {menu && (
          <NodeMenu
            at={menu}
            onClose={() => {
              setMenu(null);
              // What was just tied has the keys for its words.
              requestAnimationFrame(() => desktop.view.get().tie ?? back());
            }}
          />
        )}
        {chip && (
          <ChipField
            {...chip}
            onClose={() => {
              setChip(null);
              requestAnimationFrame(back);
            }}
          />
        )}
      </div>
      {empty && <p className="map-nothing">{t(mayEdit ? 'map.empty' : 'map.empty.read')}</p>}
      <Crumbs facts={facts} middle={map.middle} />
      <Hits facts={facts} />
      <MapTools camera={camera} arrangement={arrangement} />
      {likes.minimap && screen && !narrow && !empty && (
        <Minimap map={map} camera={camera} move={move} screen={screen} />
      )}
    </div>
  );
}
