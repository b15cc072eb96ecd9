// Clicks and keys on the Gantt: what is selected, where the focus is, and what opens. Commands do the rest by their own keys.
import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { heldAt, isTyping } from '../../drag/sensors.ts';
import { useCommands, useDesktop } from '../../state/hooks.ts';
import { readPip } from '../../../shared/layout/pips.ts';
import type { AnyRow } from '../../../shared/layout/lanes.ts';
import type { Day, Id } from '../../../shared/model/plan.ts';
import { barElement, rowElement } from './rows.tsx';

export interface Focus {
  readonly id: Id;
  readonly on: 'row' | 'bar';
}

interface Floor {
  readonly rows: readonly AnyRow[];
  readonly hasBar: (id: Id) => boolean;
  readonly dayAt: (clientX: number) => Day;
  /** Scrolls a row, and the start of its bar, into sight. */
  readonly show: (id: Id, bar: boolean) => void;
}

export function useHands({ rows, hasBar, dayAt, show }: Floor) {
  const desktop = useDesktop();
  const { view } = desktop;
  const { run } = useCommands();
  const [current, setCurrent] = useState<Focus>();
  const wanted = useRef<Focus>(undefined);
  /** Where a range that grows by Shift began. */
  const from = useRef<Id>(undefined);

  // What is to have the focus may only now have been drawn.
  useLayoutEffect(() => {
    const to = wanted.current;
    if (!to) return;
    const element = document.getElementById(to.on === 'bar' ? barElement(to.id) : rowElement(to.id));
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });

  const focus = (to: Focus): void => {
    wanted.current = to;
    setCurrent(to);
    show(to.id, to.on === 'bar');
  };
  const select = (id: Id, { range, toggle }: { range: boolean; toggle: boolean }): void => {
    const { selected } = view.get();
    if (range) return run('view.select', { ids: between(rows, from.current ?? selected[0] ?? id, id) }) as void;
    from.current = id;
    if (!toggle) return run('view.select', { ids: [id] }) as void;
    run('view.select', { ids: selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id] });
  };

  const onClick = (event: MouseEvent): void => {
    if (isTyping(event.target as Element)) return;
    const held = heldAt(event.target)?.held;
    if (!held || held.part === 'floor') {
      if (view.get().selected.length > 0) run('view.select', { ids: [] });
      return;
    }
    const { node, part } = held;
    if (part === 'link') {
      run('links.choose', { key: node });
      return (event.target as Element).closest<SVGElement>('.gantt-link')?.focus();
    }
    if (part === 'out-start' || part === 'out-end') return;
    if (part === 'tick') return tickAt(node);
    if (part === 'fold') return void run('view.fold', { id: node });
    if (part === 'lane') {
      run('lanes.fold', { lane: node });
      return focus({ id: node, on: 'row' });
    }
    select(node, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey });
    if (part === 'cell' || part === 'row') focus({ id: node, on: 'row' });
    else focus({ id: node, on: 'bar' });
  };

  /** A round that is done is taken back; any other is done today. */
  const tickAt = (target: string): void => {
    const { id, n } = readPip(target);
    const undone = run('ticks.untick', { id, index: n });
    if (undone?.refused === 'nothing-to-do') run('ticks.tick', { id });
  };

  const onDoubleClick = (event: MouseEvent): void => {
    if (isTyping(event.target as Element)) return;
    const held = heldAt(event.target)?.held;
    if (
      !held ||
      held.part === 'floor' ||
      held.part === 'fold' ||
      held.part === 'lane' ||
      held.part === 'link' ||
      held.part === 'tick' ||
      held.part.startsWith('out-')
    )
      return;
    if (held.part === 'cell') run('tree.rename', { id: held.node });
    else if (held.part === 'row') run('time.milestone', { parent: held.node, day: dayAt(event.clientX) });
    else run('view.reveal', { id: held.node, inspect: true });
  };

  const onFocus = (event: FocusEvent): void => {
    const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row) return setCurrent({ id: row, on: 'row' });
    const held = heldAt(event.target)?.held;
    if (held && event.target.id === barElement(held.node)) setCurrent({ id: held.node, on: 'bar' });
  };

  const onLinkKey = (event: KeyboardEvent): boolean => {
    const key = view.get().link;
    if (key === null || !(event.target as Element).closest('.gantt-link') || event.defaultPrevented) return false;
    const step = (by: 1 | -1): void => {
      const link = desktop.connection.plan.get()?.links.get(key);
      if (link) run('time.link', { ...link, lag: link.lag + by * (event.shiftKey ? 7 : 1) });
    };
    const act = {
      Delete: () => run('links.drop'),
      Backspace: () => run('links.drop'),
      ' ': () => run('links.type'),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (onLinkKey(event)) return;
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (!current || isTyping(event.target as Element)) return;
    const at = rows.findIndex(({ id }) => id === current.id);
    const row = rows[at];
    if (!row) return;
    const go = (index: number, on: Focus['on'] = current.on): void => {
      const to = rows[Math.min(rows.length - 1, Math.max(0, index))]!;
      if (to.is === 'lane') {
        if (!event.shiftKey) run('view.select', { ids: [] });
        return focus({ id: to.id, on: 'row' });
      }
      select(to.id, { range: event.shiftKey, toggle: false });
      focus({ id: to.id, on: on === 'bar' && hasBar(to.id) ? 'bar' : 'row' });
    };
    const onRow = current.on === 'row';
    const act = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(at + 10),
      PageUp: () => go(at - 10),
      ...(row.is === 'lane' && {
        Enter: () => run('lanes.fold', { lane: row.id }),
        ' ': () => run('lanes.fold', { lane: row.id }),
        ArrowRight: () => (row.folded ? run('lanes.fold', { lane: row.id }) : go(at + 1)),
        ArrowLeft: () => !row.folded && run('lanes.fold', { lane: row.id }),
      }),
      ...(row.is === 'node' && { Enter: () => run('view.reveal', { id: row.id, inspect: true }) }),
      ...(onRow &&
        row.is === 'node' && {
          ' ': () => select(row.id, { range: false, toggle: true }),
          ArrowRight: () => {
            if (row.branch && row.folded) run('view.fold', { id: row.id });
            else if (hasBar(row.id)) go(at, 'bar');
          },
          ArrowLeft: () => {
            const parent =
              at -
              1 -
              rows
                .slice(0, at)
                .reverse()
                .findIndex((each) => (each.is === 'lane' ? 0 : each.depth) < row.depth);
            if (row.branch && !row.folded) run('view.fold', { id: row.id });
            else if (parent >= 0 && parent < at) go(parent);
          },
        }),
    }[event.key];
    if (!act || (event.shiftKey && event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return { current, onClick, onDoubleClick, onFocus, onKeyDown };
}

function between(rows: readonly AnyRow[], a: Id, b: Id): readonly Id[] {
  const from = rows.findIndex(({ id }) => id === a);
  const to = rows.findIndex(({ id }) => id === b);
  if (from < 0 || to < 0) return [b];
  const ids = rows
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .flatMap(({ is, id }) => (is === 'node' ? [id] : []));
  // The last picked is the one that single commands mean.
  return from <= to ? ids : ids.reverse();
}
