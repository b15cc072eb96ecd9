// The field over a topic: exactly over its words while it is edited, unseen at its place while it is not.
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { kindAt } from '../../../shared/model/tree.ts';
import { useCommands, useDesktop, useMayEdit, useSetView, useView } from '../../state/hooks.ts';
import { tell } from '../../state/notices.ts';
import { Catcher } from '../text/catcher.tsx';
import type { CatcherHandle, Done } from '../text/catcher.tsx';
import type { Facts } from '../list/columns.ts';
import { panned } from './camera.ts';
import { topicId } from './topics.tsx';
import type { Look } from './look.ts';
import { copiedBranches } from './copy.ts';
import { outlinesOf } from './paste.ts';
import { settingOf } from './setting.ts';

interface Props {
  readonly ref: RefObject<CatcherHandle | null>;
  readonly facts: Facts;
  readonly map: Mindmap;
  readonly scale: number;
  readonly move: Look['move'];
  readonly ground: RefObject<HTMLElement | null>;
  readonly onEdit: (id: Id) => boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFocus: (focused: boolean) => void;
}

export function TopicField({ ref, facts, map, scale, move, ground, onEdit, onKey, onFocus }: Props) {
  const { plan, t } = facts;
  const { connection } = useDesktop();
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const editing = useView((view) => view.editing);
  const selected = useView((view) => view.selected);
  const active = selected.at(-1);
  const { over, keepInSight } = useInSight(ground, move);
  useLayoutEffect(() => {
    if (editing) keepInSight();
  }, [editing, keepInSight]);

  const value = editing ? titleOf(facts, editing.node) : undefined;
  const at = editing?.node ?? active;
  const box = at === undefined ? undefined : map.find(at)?.box;
  const done = (id: string, text: string, by: Done): void => {
    setView({ editing: null });
    if (id !== ROOT) commands.run('content.retitle', { id, title: text });
    else if (text.trim() !== plan.meta.title) commands.run('content.entitle', { title: text });
    if (by === 'tab') commands.run('tree.add-child', { parent: id });
  };
  const cancel = (): void => {
    const fresh = editing?.all === true && plan.nodes.get(editing.node)?.title === '';
    setView({ editing: null });
    // A topic nobody named was a slip: it goes again, without a trace in the bin.
    if (fresh) commands.run('view.undo');
  };
  const copy = (event: ClipboardEvent): void => {
    if (editing || selected.length === 0) return;
    const { text, html, n } = copiedBranches(plan, selected);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
    if (event.type === 'cut') {
      if (mayEdit) commands.run('tree.bin');
    } else if (n > 1) tell({ key: 'copied', tone: 'plain', say: (say) => say('map.copied', { n }) });
  };
  return (
    <div ref={over} className="map-over" data-open={editing !== null} style={overStyle(scale, box, editing !== null)}>
      <Catcher
        ref={ref}
        className="map-catcher"
        style={editing && box ? settingStyle(facts, map, editing.node, box) : {}}
        label={editing ? t('map.edit', { title: value || t('untitled') }) : t(mayEdit ? 'map.keys' : 'map.keys.read')}
        controls="map-tree"
        active={active !== undefined && map.find(active) ? topicId(active) : undefined}
        editing={editing && value !== undefined ? { key: editing.node, value, all: editing.all === true } : null}
        readOnly={!mayEdit}
        onStart={() => active !== undefined && onEdit(active)}
        onDone={done}
        onCancel={cancel}
        onKey={onKey}
        onText={keepInSight}
        onPaste={(event) => {
          if (editing || active === undefined || !mayEdit) return;
          event.preventDefault();
          // A text of several lines is a branch; one line is a topic.
          const { clipboardData: data } = event;
          const outlines = outlinesOf(data.getData('text/plain'), kindAt(plan, active), data.getData('text/html'));
          if (outlines) commands.run('tree.graft', { parent: active, before: null, outlines });
        }}
        onCopy={copy}
        onFocus={() => onFocus(true)}
        onBlur={() => onFocus(false)}
        hold={connection.holdDraft}
      />
    </div>
  );
}

function titleOf({ plan }: Facts, id: Id): string | undefined {
  return id === ROOT ? plan.meta.title : plan.nodes.get(id)?.title;
}

/** What is being typed stays in sight as it grows: the map moves by as much as it must. */
function useInSight(ground: RefObject<HTMLElement | null>, move: Look['move']) {
  const over = useRef<HTMLDivElement>(null);
  const keepInSight = useCallback(() => {
    const field = over.current?.getBoundingClientRect();
    const room = ground.current?.getBoundingClientRect();
    if (!field || !room) return;
    const dx = nudge(field.left, field.right, room.left, room.right);
    // What stands over the map in its corners takes room below.
    const under = (el: Element): boolean => {
      const { left, right } = el.getBoundingClientRect();
      return field.left < right + AIR && field.right > left - AIR;
    };
    const standing = [...(ground.current?.parentElement?.querySelectorAll('.map-tools, .map-mini') ?? [])];
    const floor = Math.min(room.bottom, ...standing.filter(under).map((el) => el.getBoundingClientRect().top));
    const dy = nudge(field.top, field.bottom, room.top, floor);
    if (dx !== 0 || dy !== 0) move((now) => panned(now, dx, dy));
  }, [ground, move]);
  return { over, keepInSight };
}

const AIR = 12;

/** Its beginning matters more than its end. */
function nudge(low: number, high: number, from: number, to: number): number {
  const begin = from + AIR - low;
  return begin > 0 ? begin : Math.min(0, Math.max(to - AIR - high, begin));
}

/** As large as the topic is drawn; too small to read, it grows. Where the map is moved, it is moved with it. */
function overStyle(scale: number, box: Box | undefined, open: boolean): CSSProperties {
  if (!box) return { left: 0, top: 0, width: 1, height: 1 };
  const grown = open ? Math.max(scale, 0.75) : scale;
  return {
    left: box.x * scale,
    top: box.y * scale,
    minWidth: box.w,
    minHeight: box.h,
    transform: `scale(${grown})`,
  };
}

function settingStyle({ numbers }: Facts, map: Mindmap, id: Id, box: Box): CSSProperties {
  const branch = map.find(id)?.branch;
  if (!branch) return {};
  const { level, topic } = branch;
  const group = topic.draw(0, 0);
  const { left, top, size, line, weight, centred } = settingOf(group, level, numbers.get(id)?.mark ?? '');
  return {
    minWidth: box.w,
    minHeight: box.h,
    padding: `${top}px ${centred ? left : 14}px ${top}px ${left}px`,
    fontSize: size,
    lineHeight: `${line}px`,
    fontWeight: weight,
    textAlign: centred ? 'center' : 'start',
    maxWidth: Math.max(box.w, left + 14 + 24 * size),
  };
}
