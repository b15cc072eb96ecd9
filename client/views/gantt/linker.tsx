// Drawing a dependency by hand: a round handle at both ends of the bar under the mouse and of the selected one, and the line while one is pulled.
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Grab, Side } from '../../drag/drop.ts';
import { outcomeOf } from '../../drag/preview.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { Drop } from '../../drag/stage.tsx';
import { useMayEdit, useT, useView } from '../../state/hooks.ts';
import { SIZE } from '../../../shared/layout/theme.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

interface Ends {
  readonly start: number;
  readonly end: number;
  /** The middle of its row. */
  readonly y: number;
}

/** Where a node's figure begins and ends in the scene, if its row is there. */
export function endsOf({ spans, at, scale, left, head, plan }: Seen, id: Id): Ends | undefined {
  const span = spans.get(id);
  const row = at.get(id);
  if (!span || row === undefined) return undefined;
  const [start, end] = [left + scale.x(span.start), left + scale.x(span.end) + scale.perDay];
  const y = head + row * M.row + M.row / 2;
  if (plan.nodes.get(id)?.kind !== 'milestone') return { start, end: Math.max(end, start + 4), y };
  const middle = (start + end) / 2;
  return { start: middle - M.diamond / 2, end: middle + M.diamond / 2, y };
}

/** What a hand over the days means: the bar of its row, and the nearer of its ends. */
export function underHand(seen: Seen, x: number, y: number): { readonly node: Id; readonly side: Side } | undefined {
  const row = seen.rows[Math.floor((y - seen.head) / M.row)];
  const ends = row && endsOf(seen, row.id);
  if (!row || !ends || x < ends.start - 28 || x > ends.end + 28) return undefined;
  return { node: row.id, side: x < (ends.start + ends.end) / 2 ? 'start' : 'end' };
}

const FINE = { gap: 5, size: 12 };

/** A finger's handles are as wide as a finger; they begin where those that resize end (see scene.tsx). */
function coarseOf({ start, end }: Ends): typeof FINE {
  return { gap: SIZE.touch - Math.min(SIZE.touch / 2, (end - start) / 3), size: SIZE.touch };
}

export function Linker({
  seen,
  scroller,
  coarse,
}: {
  readonly seen: Seen;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly coarse: boolean;
}) {
  const mayEdit = useMayEdit();
  const hovered = useHovered(scroller);
  const selected = useView((view) => (view.selected.length === 1 ? view.selected[0] : undefined));
  const pulled = useDrag<Grab, Id | undefined>((drag) => (drag?.grab.does === 'link' ? drag.grab.node : undefined));
  const busy = useDrag((drag) => drag !== null);
  if (!mayEdit || (busy && pulled === undefined)) return null;
  const shown = new Set(pulled === undefined ? [coarse ? undefined : hovered, selected] : [pulled]);
  return (
    <>
      {[...shown].map((id) => id !== undefined && <Knobs key={id} id={id} seen={seen} coarse={coarse} />)}
      {pulled !== undefined && <Pulled seen={seen} scroller={scroller} />}
    </>
  );
}

function Knobs({ id, seen, coarse }: { readonly id: Id; readonly seen: Seen; readonly coarse: boolean }) {
  const t = useT();
  const ends = endsOf(seen, id);
  if (!ends) return null;
  const { gap, size } = coarse ? coarseOf(ends) : FINE;
  const worded = wordsBeside(seen, id);
  return (['start', 'end'] as const).map((side) => {
    // A light and words beside the figure begin just there: the handle stands above them.
    const above = !coarse && worded[side];
    const off = above ? 1 : gap;
    const x = side === 'start' ? ends.start - off - size : ends.end + off;
    const y = ends.y - size / 2 - (above ? size - 1 : 0);
    return (
      <span
        key={side}
        className={coarse ? 'link-knob coarse' : 'link-knob'}
        data-node={id}
        data-part={`out-${side}`}
        title={t(`link.knob.${side}`)}
        aria-hidden="true"
        style={{ transform: `translate(${x}px, ${y}px)`, width: size, height: size }}
      />
    );
  });
}

/** On which sides of a figure its label stands. */
function wordsBeside({ scene }: Seen, id: Id): Readonly<Record<Side, boolean>> {
  const group = scene.layers.find(({ name }) => name === 'body')?.groups.find(({ key }) => key === id);
  if (!group?.grip) return { start: false, end: false };
  const { bounds, grip } = group;
  return { start: bounds.x < grip.x - 2, end: bounds.x + bounds.w > grip.x + grip.w + 2 };
}

/** From the end in my hand to where the hand is, or to the end it would take. */
function Pulled({ seen, scroller }: { readonly seen: Seen; readonly scroller: RefObject<HTMLElement | null> }) {
  const grab = useDrag<Grab, Grab | undefined>((drag) => drag?.grab);
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const hand = useDrag((drag) => drag?.hand);
  const [box] = useState(() => scroller.current);
  if (grab?.does !== 'link' || !hand || !box) return null;
  const from = endsOf(seen, grab.node);
  if (!from) return null;
  const edge = box.getBoundingClientRect();
  const at = { x: hand.x - edge.left + box.scrollLeft, y: hand.y - edge.top + box.scrollTop };
  const over = drop && underHand(seen, at.x, at.y);
  const to = over && endsOf(seen, over.node);
  const end = over && to ? { x: to[over.side], y: to.y } : at;
  const outcome = drop && outcomeOf(seen.plan, drop);
  const no = outcome !== undefined && isRefusal(outcome);
  return (
    <svg className="link-pull" data-no={no || undefined} aria-hidden="true">
      <line x1={from[grab.side]} y1={from.y} x2={end.x} y2={end.y} />
      <circle cx={end.x} cy={end.y} r={to ? 6 : 4} />
    </svg>
  );
}

/** The bar under a mouse; its handles lie beside it, so they count as it. */
function useHovered(scroller: RefObject<HTMLElement | null>): Id | undefined {
  const [hovered, setHovered] = useState<Id>();
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const over = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
      setHovered(event.target.closest<HTMLElement>('.gantt-bar, .link-knob')?.dataset['node']);
    };
    const leave = (): void => setHovered(undefined);
    box.addEventListener('pointerover', over);
    box.addEventListener('pointerleave', leave);
    return () => {
      box.removeEventListener('pointerover', over);
      box.removeEventListener('pointerleave', leave);
    };
  }, [scroller]);
  return hovered;
}
