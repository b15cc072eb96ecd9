// 脑图: the plan as a map that is typed into. Where topics stand is the layout's, what a drag means drop.ts's; every edit is a command.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { neighbour } from '../../shared/layout/compass.ts';
import { createMindmapLayout } from '../../shared/layout/mindmap.ts';
import { isActive, matcher } from '../../shared/layout/rows.ts';
import { overlap } from '../../shared/layout/scene.ts';
import type { Group, Layer, Point } from '../../shared/layout/scene.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf, kindAt } from '../../shared/model/tree.ts';
import { useDrag, useDragBehaviour } from '../drag/stage.tsx';
import type { DragBehaviour } from '../drag/stage.tsx';
import { LayerView } from '../parts/scene.tsx';
import type { GroupAttributes } from '../parts/scene.tsx';
import { useCommands, useDesktop, useMayEdit, useSetView, useStageActs, useView } from '../state/hooks.ts';
import type { Desktop } from '../state/hooks.ts';
import '../style/list.css';
import '../style/mindmap.css';
import { useFacts } from './list/facts.ts';
import { useNarrow } from './list/narrow.ts';
import { brought, fitted, inSight, opened, panned, toScene, toScreen, zoomedAt } from './mindmap/camera.ts';
import type { Camera, Size } from './mindmap/camera.ts';
import { landing } from './mindmap/drop.ts';
import { useGestures } from './mindmap/gestures.ts';
import { useGlide } from './mindmap/glide.ts';
import { DropMark, HeldMark, PeerMarks, Rings } from './mindmap/marks.tsx';
import type { MapGrab } from './mindmap/marks.tsx';
import { NodeMenu } from './mindmap/menu.tsx';
import { outlinesOf } from './mindmap/paste.ts';
import { settingOf } from './mindmap/setting.ts';
import { spokenTopic } from './mindmap/spoken.ts';
import { MapTools } from './mindmap/tools.tsx';
import { Catcher } from './text/catcher.tsx';
import type { CatcherHandle, Done } from './text/catcher.tsx';
import { typesText } from './text/typing.ts';

const ZOOM_STEP = 1.25;
/** Below this the words of a whole plan cannot be read, so the first look is at its middle instead. */
const LEGIBLE = 0.8;

/** Where each open plan's map was left, so that coming back to it finds it so. */
const left = new WeakMap<Desktop, Camera>();

const topicId = (id: Id): string => `map-${id}`;

export function MindmapView() {
  const facts = useFacts();
  const { plan, today, lang, t } = facts;
  const desktop = useDesktop();
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const narrow = useNarrow();
  const selected = useView((view) => view.selected);
  const folded = useView((view) => view.folded);
  const filter = useView((view) => view.filter);
  const editing = useView((view) => view.editing);
  const ground = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  const [chosen, setChosen] = useState<'both' | 'right'>();
  const [menu, setMenu] = useState<Point | null>(null);
  const [focused, setFocused] = useState(false);
  const side = chosen ?? (narrow ? 'right' : 'both');

  const [layout] = useState(createMindmapLayout);
  const map = useMemo(
    () => layout(plan, { folded, side, today, lang, knobs: true }),
    [layout, plan, folded, side, today, lang],
  );
  const active = selected.at(-1);
  const screen = useSize(ground);
  const { camera, move, look } = useCamera(desktop, screen);
  const fit = useCallback(() => {
    if (screen) move(() => fitted(map, screen));
  }, [move, map, screen]);
  useStageActs(
    useMemo(() => {
      const by = (factor: number) => (): void => {
        if (screen) move((now) => zoomedAt(now, { x: screen.width / 2, y: screen.height / 2 }, now.scale * factor));
      };
      return { fit, 'zoom-in': by(ZOOM_STEP), 'zoom-out': by(1 / ZOOM_STEP) };
    }, [fit, move, screen]),
  );
  // The first look at a plan: all of it, or as much around its middle as can be read.
  useLayoutEffect(() => {
    if (screen && !camera) look(opened(map, screen, map.boxes.get(ROOT)!, side, LEGIBLE));
  }, [screen, camera, look, map, side]);

  useGlide(svg, map, active, (dx, dy) => move((now) => panned(now, -dx * now.scale, -dy * now.scale)));
  useLayoutEffect(() => {
    const box = active === undefined ? undefined : map.boxes.get(active);
    if (box && screen) move((now) => brought(now, box, screen, 20));
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection, or its coming into being, moves the map
  }, [active, active !== undefined && map.boxes.has(active), screen === undefined]);

  // What is being typed stays in sight as it grows.
  const over = useRef<HTMLDivElement>(null);
  const keepInSight = useCallback(() => {
    const field = over.current?.getBoundingClientRect();
    const room = ground.current?.getBoundingClientRect();
    if (!field || !room) return;
    const nudge = (low: number, high: number, from: number, to: number): number =>
      low < from + 12 ? from + 12 - low : Math.min(0, Math.max(to - 12 - high, from + 12 - low));
    const dx = nudge(field.left, field.right, room.left, room.right);
    const dy = nudge(field.top, field.bottom, room.top, room.bottom);
    if (dx !== 0 || dy !== 0) move((now) => panned(now, dx, dy));
  }, [move]);
  useLayoutEffect(() => {
    if (editing) keepInSight();
  }, [editing, keepInSight]);

  const select = useCallback((ids: readonly Id[]) => setView({ selected: ids }), [setView]);
  const leaveAll = useCallback(() => {
    catcher.current?.finish();
    catcher.current?.focus();
    select([]);
  }, [select]);
  useGestures(ground, move, leaveAll);

  const origin = useCallback((): Point => {
    const box = ground.current?.getBoundingClientRect();
    return { x: box?.left ?? 0, y: box?.top ?? 0 };
  }, []);
  useDragBehaviour(
    useMemo(
      (): DragBehaviour<MapGrab> => ({
        grab: ({ node, part }) => {
          if (!mayEdit || part !== 'box') return undefined;
          const many = selected.includes(node) && selected.length > 1;
          return { ids: many ? selected.filter((id) => id !== ROOT) : [node] };
        },
        over: ({ ids }, hand) => {
          if (!camera) return undefined;
          const corner = origin();
          const found = landing(map, plan, ids, toScene(camera, { x: hand.x - corner.x, y: hand.y - corner.y }));
          const [first] = ids;
          if (found.kind !== 'spot' || first === undefined) return undefined;
          return {
            command: 'tree.move',
            args: { ids, ...found.spot },
            draft: { node: first, ...found.spot },
          };
        },
        step: (_grab, hand) => hand,
        say: (moment, { ids }, drop) => {
          const title = plan.nodes.get(ids[0] ?? '')?.title || t('untitled');
          if (moment === 'lifted') return t('map.lifted', { title });
          if (moment === 'cancelled') return t('map.cancelled');
          if (drop?.command !== 'tree.move' || !drop.args) return t('map.over-nothing');
          const { parent, before } = drop.args;
          const siblings = childrenOf(plan, parent);
          const n = (before ? siblings.indexOf(before) : siblings.length) + 1;
          const name = (parent === ROOT ? plan.meta.title : plan.nodes.get(parent)?.title) || t('untitled');
          return moment === 'dropped'
            ? t('map.dropped', { title, parent: name, n })
            : t('map.over', { parent: name, n });
        },
      }),
      [mayEdit, selected, camera, map, plan, origin, t],
    ),
  );
  const lifted = useDrag<MapGrab, readonly Id[] | undefined>((drag) =>
    drag?.held.part === 'box' ? drag.grab.ids : undefined,
  );

  const held = lifted !== undefined;
  useEffect(() => {
    if (!held) catcher.current?.focus();
  }, [held]);

  const hits = useMemo(() => {
    const asked = { ...filter, today };
    return isActive(asked) ? matcher(plan, asked) : undefined;
  }, [plan, filter, today]);
  const attributes = useCallback(
    (group: Group): GroupAttributes => {
      const id = group.target!.node;
      const node = plan.nodes.get(id);
      const branchy = childrenOf(plan, id).length > 0;
      const dim = (node && hits && !hits(node)) || lifted?.includes(id);
      return {
        id: topicId(id),
        role: 'treeitem',
        className: dim ? 'map-topic dim' : 'map-topic',
        'aria-level': (map.spots.get(id)?.depth ?? 0) + 1,
        'aria-selected': selected.includes(id),
        // What is drawn names it; this is what the drawing says by signs.
        'aria-description': spokenTopic(facts, id, folded.has(id)),
        ...(branchy && { 'aria-expanded': !folded.has(id) }),
      };
    },
    [plan, hits, lifted, map, selected, facts, folded],
  );

  const press = (event: MouseEvent): void => {
    const found = nodeAt(event.target);
    if (!found) return;
    const { id, part } = found;
    catcher.current?.finish();
    catcher.current?.focus();
    if (part === 'fold') return void commands.run('view.fold', { id });
    if (event.ctrlKey || event.metaKey || event.shiftKey)
      select(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]);
    else if (selected.length !== 1 || active !== id) select([id]);
  };
  const edit = (id: Id): boolean => {
    if (!mayEdit) {
      commands.run('content.retitle');
      return false;
    }
    setView({ selected: [id], editing: { node: id, field: 'title' } });
    return true;
  };
  const openMenu = (event: MouseEvent): void => {
    if (event.target instanceof HTMLTextAreaElement && editing) return;
    event.preventDefault();
    const found = nodeAt(event.target);
    const corner = origin();
    const box = active === undefined ? undefined : map.boxes.get(active);
    // The menu key asks from the field, which has no place of its own: then the selected topic has.
    const keyed = event.target instanceof HTMLTextAreaElement && box && camera ? toScreen(camera, box) : undefined;
    if (!found && !keyed) return;
    if (found && !selected.includes(found.id)) select([found.id]);
    setMenu(
      keyed ? { x: keyed.x, y: keyed.y + keyed.h } : { x: event.clientX - corner.x, y: event.clientY - corner.y },
    );
  };

  const done = (id: string, text: string, by: Done): void => {
    setView({ editing: null });
    if (id === ROOT) {
      if (text.trim() !== plan.meta.title) commands.run('content.entitle', { title: text });
    } else commands.run('content.retitle', { id, title: text });
    if (by === 'tab') commands.run('tree.add-child', { parent: id });
  };
  const cancel = (): void => {
    const fresh = editing?.all === true && plan.nodes.get(editing.node)?.title === '';
    setView({ editing: null });
    // A topic nobody named was a slip: it goes again, without a trace in the bin.
    if (fresh) commands.run('view.undo');
  };

  const nothing = childrenOf(plan, ROOT).length === 0;
  const idleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key } = event;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const used = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    // With nothing selected, typing has nowhere to go, and its keys are the commands' again.
    if (active !== undefined && plain && typesText(event.nativeEvent) && key !== ' ') return event.stopPropagation();
    const way = ARROWS[key];
    if (way && plain) {
      used();
      const next = active === undefined ? ROOT : neighbour(map, active, way);
      if (next === undefined) return;
      select(event.shiftKey && active !== undefined ? [...selected.filter((id) => id !== next), next] : [next]);
      return;
    }
    if (active !== undefined && mayEdit) {
      if (way && (event.ctrlKey || event.metaKey) && (way === 'left' || way === 'right')) {
        used();
        const outward = map.spots.get(active)?.side === way;
        return void commands.run(outward ? 'tree.indent' : 'tree.outdent', { id: active });
      }
      if (plain && (key === ' ' || key === 'F2')) {
        used();
        return void edit(active);
      }
      if (plain && key === 'Tab' && event.shiftKey) {
        used();
        return void commands.run('tree.outdent', { id: active });
      }
      if (plain && key === 'Enter' && active === ROOT) {
        used();
        return void commands.run('tree.add-child', { parent: ROOT });
      }
    }
    if (plain && key === 'Home') {
      used();
      return select([ROOT]);
    }
    if (nothing && mayEdit && plain && key === 'Tab' && !event.shiftKey && active === undefined) {
      used();
      return void commands.run('tree.add-child', { parent: ROOT });
    }
    const id = commands.byKey(event.nativeEvent, 'mindmap');
    // With nothing selected Tab walks on, so that the keyboard is never caught.
    if (id === undefined || (active === undefined && commands.whyNot(id)?.refused === 'no-such-node')) return;
    if (key === 'Tab' && (active === undefined || !mayEdit)) return;
    used();
    commands.run(id);
  };

  /** A text of several lines is a branch; one line is a topic. */
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (editing || active === undefined || !mayEdit) return;
    event.preventDefault();
    const outlines = outlinesOf(event.clipboardData.getData('text/plain'), kindAt(plan, active));
    if (outlines) commands.run('tree.graft', { parent: active, before: null, outlines });
  };

  const sight = camera && screen ? inSight(camera, screen) : undefined;
  const layer = (name: Layer['name']): Layer | undefined => {
    const found = map.layers.find((each) => each.name === name);
    if (!found || !sight) return undefined;
    return { name, groups: found.groups.filter((group) => overlap(group.bounds, sight)) };
  };
  const editedBox = editing ? map.boxes.get(editing.node) : undefined;
  const box = editedBox ?? (active === undefined ? undefined : map.boxes.get(active));
  const value = !editing ? undefined : editing.node === ROOT ? plan.meta.title : plan.nodes.get(editing.node)?.title;
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
          {camera && (
            <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.scale})`}>
              <LayerView layer={layer('links')} attributes={keyed} />
              <LayerView layer={layer('body')} attributes={attributes} />
              <LayerView layer={layer('over')} attributes={hidden} />
              <PeerMarks map={map} plan={plan} camera={camera} />
              <Rings
                map={map}
                plan={plan}
                camera={camera}
                selected={editing ? selected.filter((id) => id !== editing.node) : selected}
              />
              <DropMark map={map} plan={plan} camera={camera} origin={origin} />
            </g>
          )}
        </svg>
        {camera && (
          <div
            ref={over}
            className="map-over"
            data-open={editing !== null}
            style={overStyle(camera, box, editing !== null)}
          >
            <Catcher
              ref={catcher}
              className="map-catcher"
              style={
                editing && editedBox
                  ? settingStyle(
                      map.layers,
                      editing.node,
                      map.spots.get(editing.node)?.depth ?? 3,
                      facts.numbers.get(editing.node)?.mark ?? '',
                      editedBox,
                    )
                  : {}
              }
              label={
                editing ? t('map.edit', { title: value || t('untitled') }) : t(mayEdit ? 'map.keys' : 'map.keys.read')
              }
              controls="map-tree"
              active={active !== undefined && map.boxes.has(active) ? topicId(active) : undefined}
              editing={editing && value !== undefined ? { key: editing.node, value, all: editing.all === true } : null}
              readOnly={!mayEdit}
              onStart={() => active !== undefined && edit(active)}
              onDone={done}
              onCancel={cancel}
              onKey={idleKey}
              onText={keepInSight}
              onPaste={paste}
              onFocus={() => setFocused(true)}
              onBlur={() => setFocused(false)}
              hold={desktop.connection.holdDraft}
            />
          </div>
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
      {nothing && <p className="map-nothing">{t(mayEdit ? 'map.empty' : 'map.empty.read')}</p>}
      <MapTools scale={camera?.scale ?? 1} side={side} setSide={setChosen} />
    </div>
  );
}

const ARROWS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const keyed = (group: Group): GroupAttributes => ({ 'data-key': group.key });
/** Folding has its keys and its word in the tree; the knob is for the mouse. */
const hidden = (): GroupAttributes => ({ 'aria-hidden': true, className: 'map-knob' });

function nodeAt(target: EventTarget): { readonly id: Id; readonly part: string } | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
  const { node, part } = element?.dataset ?? {};
  return node === undefined ? undefined : { id: node, part: part ?? 'box' };
}

function useSize(ref: React.RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return undefined;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = el;
      // A ground that is not laid out yet, or is hidden, says nothing.
      if (width > 0 && height > 0) setSize({ width, height });
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(el);
    return () => watch.disconnect();
  }, [ref]);
  return size;
}

/** The camera of this plan's map; none until the ground has a size. */
function useCamera(desktop: Desktop, screen: Size | undefined) {
  const [camera, setCamera] = useState<Camera | undefined>(() => left.get(desktop));
  const move = useCallback((next: (camera: Camera) => Camera) => setCamera((now) => now && next(now)), []);
  const look = useCallback((next: Camera) => setCamera(next), []);
  const { view } = desktop;
  useEffect(() => {
    if (!camera) return;
    left.set(desktop, camera);
    view.set({ zoom: { ...view.get().zoom, mindmap: camera.scale } });
  }, [desktop, view, camera]);
  return { camera: screen && camera, move, look };
}

/** The field lies over its topic, as large as it is drawn; too small to read, it grows. */
function overStyle(camera: Camera, box: { x: number; y: number; w: number; h: number } | undefined, open: boolean) {
  if (!box) return { left: 0, top: 0, width: 1, height: 1 };
  const seen = toScreen(camera, box);
  const scale = open ? Math.max(camera.scale, 0.75) : camera.scale;
  return {
    left: seen.x,
    top: seen.y,
    minWidth: box.w,
    minHeight: box.h,
    transform: `scale(${scale})`,
  };
}

function settingStyle(
  layers: readonly Layer[],
  id: Id,
  level: number,
  mark: string,
  box: { w: number; h: number },
): React.CSSProperties {
  const group = layers.find(({ name }) => name === 'body')?.groups.find((each) => each.target?.node === id);
  if (!group) return {};
  const { left: inset, top, size, line, weight, centred } = settingOf(group, level, mark);
  return {
    minWidth: box.w,
    minHeight: box.h,
    padding: `${top}px ${centred ? inset : 14}px ${top}px ${inset}px`,
    fontSize: size,
    lineHeight: `${line}px`,
    fontWeight: weight,
    textAlign: centred ? 'center' : 'start',
    maxWidth: Math.max(box.w, inset + 14 + 24 * size),
  };
}
