// The frame that a mouse pulls over the chart, and what it has picked so far.
import { toNumber } from '../../../shared/model/day.ts';
import type { Id } from '../../../shared/model/plan.ts';
import type { Grab } from '../../drag/drop.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { Drop } from '../../drag/stage.tsx';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

type Pick = Extract<Grab, { does: 'pick' }>;

export function Marquee({ seen }: { readonly seen: Seen }) {
  const grab = useDrag<Grab, Pick | undefined>((drag) => (drag?.grab.does === 'pick' ? drag.grab : undefined));
  return grab ? <Frame seen={seen} grab={grab} /> : null;
}

function Frame({ seen, grab }: { readonly seen: Seen; readonly grab: Pick }) {
  const hand = useDrag((drag) => drag?.hand);
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const box = document.querySelector('.gantt-scroll');
  if (!hand || !box) return null;
  const edge = box.getBoundingClientRect();
  const { left, head, scale } = seen;
  const from = {
    x: left + (grab.from.moment - toNumber(scale.from)) * scale.perDay,
    y: head + grab.from.row * M.row,
  };
  // Not over the table, nor over the head: what is picked lies in the days.
  const to = {
    x: Math.max(box.scrollLeft + left, hand.x - edge.left + box.scrollLeft),
    y: Math.max(box.scrollTop + head, hand.y - edge.top + box.scrollTop),
  };
  const ids = drop?.command === 'view.select' ? (drop.args?.ids ?? []) : [];
  return (
    <>
      {ids.map((id) => (
        <Hit key={id} seen={seen} id={id} />
      ))}
      <div
        className="marquee"
        style={{
          transform: `translate(${Math.min(from.x, to.x)}px, ${Math.min(from.y, to.y)}px)`,
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        }}
      />
    </>
  );
}

function Hit({ seen, id }: { readonly seen: Seen; readonly id: Id }) {
  const { left, head, scale, at, spans, first, last, plan } = seen;
  const span = spans.get(id);
  const row = at.get(id);
  if (!span || row === undefined || row < first || row > last) return null;
  const [x, end] = [left + scale.x(span.start), left + scale.x(span.end) + scale.perDay];
  const point = plan.nodes.get(id)?.kind === 'milestone';
  const w = point ? M.diamond + 6 : Math.max(4, end - x);
  const start = point ? (x + end) / 2 - w / 2 : x;
  const y = head + row * M.row + (M.row - M.bar) / 2;
  return (
    <div className="marquee-hit" style={{ transform: `translate(${start}px, ${y}px)`, width: w, height: M.bar }} />
  );
}
