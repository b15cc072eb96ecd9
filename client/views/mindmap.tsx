// 脑图: the plan as a map that is typed into. Where topics stand is the layout's, what a drag means drop.ts's; every edit is a command.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { createMindmapLayout } from '../../shared/layout/mindmap.ts';
import type { Point } from '../../shared/layout/scene.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { useDrag, useDragBehaviour } from '../drag/stage.tsx';
import { useCommands, useMayEdit, useSetView, useView } from '../state/hooks.ts';
import '../style/list.css';
import '../style/mindmap.css';
import { useFacts } from './list/facts.ts';
import { useNarrow } from './list/narrow.ts';
import { panned, toScreen } from './mindmap/camera.ts';
import { mapBehaviour } from './mindmap/dragging.ts';
import type { MapGrab } from './mindmap/dragging.ts';
import { TopicField } from './mindmap/field.tsx';
import { useGestures } from './mindmap/gestures.ts';
import { useGlide } from './mindmap/glide.ts';
import { mapKey } from './mindmap/keys.ts';
import { MapLayers, nodeAt } from './mindmap/layers.tsx';
import { useLook } from './mindmap/look.ts';
import { DropMark, HeldMark, PeerMarks, Rings } from './mindmap/marks.tsx';
import { NodeMenu } from './mindmap/menu.tsx';
import { MapTools } from './mindmap/tools.tsx';
import type { CatcherHandle } from './text/catcher.tsx';

export function MindmapView() {
  const facts = useFacts();
  const { plan, today, lang, t } = facts;
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const narrow = useNarrow();
  const selected = useView((view) => view.selected);
  const folded = useView((view) => view.folded);
  const editing = useView((view) => view.editing);
  const ground = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  const [chosen, setChosen] = useState<'both' | 'right'>();
  const [menu, setMenu] = useState<Point | null>(null);
  const [focused, setFocused] = useState(false);
  const side = chosen ?? (narrow ? 'right' : 'both');
  const active = selected.at(-1);

  const [layout] = useState(createMindmapLayout);
  const map = useMemo(
    () => layout(plan, { folded, side, today, lang, knobs: true }),
    [layout, plan, folded, side, today, lang],
  );
  const { camera, screen, move, sight, origin } = useLook(ground, map, side, active);
  useGlide(svg, map, active, (dx, dy) => move((now) => panned(now, -dx * now.scale, -dy * now.scale)));

  const select = useCallback((ids: readonly Id[]) => setView({ selected: ids }), [setView]);
  const leaveAll = useCallback(() => {
    catcher.current?.finish();
    catcher.current?.focus();
    select([]);
  }, [select]);
  useGestures(ground, move, leaveAll);
  useDragBehaviour(
    useMemo(
      () => mapBehaviour({ facts, map, camera, selected, mayEdit, origin }),
      [facts, map, camera, selected, mayEdit, origin],
    ),
  );
  const lifted = useDrag<MapGrab, readonly Id[] | undefined>((drag) =>
    drag?.held.part === 'box' ? drag.grab.ids : undefined,
  );
  // What was dragged is what the keys go on with; the field exists once the ground has a size.
  const ready = camera !== undefined;
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
  const press = (event: MouseEvent): void => {
    const found = nodeAt(event.target);
    if (!found) return;
    const { id, part } = found;
    catcher.current?.finish();
    catcher.current?.focus();
    if (part === 'fold') commands.run('view.fold', { id });
    else if (event.ctrlKey || event.metaKey || event.shiftKey)
      select(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]);
    else if (selected.length !== 1 || active !== id) select([id]);
  };
  const openMenu = (event: MouseEvent): void => {
    const asked = event.target instanceof HTMLTextAreaElement;
    if (asked && editing) return;
    event.preventDefault();
    const found = nodeAt(event.target);
    const box = active === undefined ? undefined : map.boxes.get(active);
    const corner = origin();
    if (found) {
      if (!selected.includes(found.id)) select([found.id]);
      setMenu({ x: event.clientX - corner.x, y: event.clientY - corner.y });
    } else if (asked && box && camera) {
      // The menu key asks from the field, which has no place of its own; the selected topic has.
      const { x, y, h } = toScreen(camera, box);
      setMenu({ x, y: y + h });
    }
  };

  const empty = childrenOf(plan, ROOT).length === 0;
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
          if (found && found.part !== 'fold') edit(found.id);
        }}
        onContextMenu={openMenu}
        onMouseDown={(event) => {
          // The field keeps the focus; but a press that may lift something must stay unspoiled for the stage.
          const found = nodeAt(event.target);
          if (found?.part !== 'box' && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
        }}
      >
        <svg ref={svg} id="map-tree" className="map-svg" role="tree" aria-label={t('map.label')} aria-multiselectable>
          {camera && sight && (
            <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.scale})`}>
              <MapLayers map={map} facts={facts} sight={sight} lifted={lifted} />
              <PeerMarks map={map} plan={plan} camera={camera} />
              <Rings map={map} camera={camera} selected={selected.filter((id) => id !== editing?.node)} />
              <DropMark map={map} plan={plan} camera={camera} origin={origin} />
            </g>
          )}
        </svg>
        {camera && (
          <TopicField
            ref={catcher}
            facts={facts}
            map={map}
            camera={camera}
            move={move}
            ground={ground}
            onEdit={edit}
            onKey={(event) => mapKey(event, { map, selected, mayEdit, empty, commands, select, edit })}
            onFocus={setFocused}
          />
        )}
        {camera && screen && <HeldMark map={map} plan={plan} camera={camera} origin={origin} width={screen.width} />}
        {menu && (
          <NodeMenu
            at={menu}
            onClose={() => {
              setMenu(null);
              requestAnimationFrame(() => catcher.current?.focus());
            }}
          />
        )}
      </div>
      {empty && <p className="map-nothing">{t(mayEdit ? 'map.empty' : 'map.empty.read')}</p>}
      <MapTools scale={camera?.scale ?? 1} side={side} setSide={setChosen} />
    </div>
  );
}
