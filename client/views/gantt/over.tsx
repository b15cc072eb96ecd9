// What lies over the chart for a while: where a bar still is for the others, work on its way out of the tray, and what to do when there is nothing to see.
import { useState } from 'react';
import type { RefObject } from 'react';
import { boundaryOf } from '../../drag/drop.ts';
import type { Grab } from '../../drag/drop.ts';
import type { Drop } from '../../drag/stage.tsx';
import { useDrag } from '../../drag/stage.tsx';
import { spansOf } from '../../state/derived.ts';
import { useCommands, useMayEdit, useT } from '../../state/hooks.ts';
import type { Id, Span } from '../../../shared/model/plan.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

/** Where what I drag still lies for everybody else. */
export function Origin({ seen }: { readonly seen: Seen }) {
  const held = useDrag<Grab, Id | undefined>((drag) =>
    drag?.drop && drag.grab.does !== 'link' && drag.grab.does !== 'pick' ? drag.grab.node : undefined,
  );
  const span = held === undefined ? undefined : spansOf(seen.plan).get(held);
  const index = held === undefined ? undefined : seen.at.get(held);
  if (!span || index === undefined) return null;
  const top = seen.head + index * M.row + (M.row - M.bar) / 2;
  return <div className="drag-origin" style={stretch(seen, span, top)} />;
}

/** The good boundary that has drawn my hand in. */
export function SnapLine({ seen }: { readonly seen: Seen }) {
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const boundary = drop && boundaryOf(drop);
  if (!boundary) return null;
  const { left, head, scale, scene } = seen;
  const x = left + scale.x(boundary.day) + (boundary.edge === 'end' ? scale.perDay : 0);
  return (
    <div className="snap-line" style={{ transform: `translate(${x - 1}px, ${head}px)`, height: scene.height - head }} />
  );
}

/** Work on its way out of the tray, under the hand: its own row may be far away, or folded. */
export function Arriving({
  seen,
  scroller,
}: {
  readonly seen: Seen;
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const held = useDrag<Grab, Id | undefined>((drag) =>
    drag?.drop && drag.held.part === 'tray' ? drag.grab.node : undefined,
  );
  const span = held === undefined ? undefined : seen.spans.get(held);
  return span ? <Floating seen={seen} span={span} scroller={scroller} /> : null;
}

function Floating({
  seen,
  span,
  scroller,
}: {
  readonly seen: Seen;
  readonly span: Span;
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const y = useDrag((drag) => drag?.hand.y ?? 0);
  // The box does not move while something is held; only what is in it scrolls.
  const [box] = useState(() => scroller.current);
  const top = box ? y - box.getBoundingClientRect().top + box.scrollTop - M.bar / 2 : 0;
  return <div className="drag-arriving" style={stretch(seen, span, top)} />;
}

function stretch({ left, scale }: Seen, { start, end }: Span, top: number): React.CSSProperties {
  const x = scale.x(start);
  return {
    transform: `translate(${left + x}px, ${top}px)`,
    width: Math.max(4, scale.x(end) + scale.perDay - x),
    height: M.bar,
  };
}

/** Empty, filtered away, or not yet dated: said where the bars would be. */
export function Blank({ seen }: { readonly seen: Seen }) {
  const t = useT();
  const mayEdit = useMayEdit();
  const dragging = useDrag((drag) => drag !== null);
  const { plan, rows, left, head } = seen;
  const { run } = useCommands();
  const dated = spansOf(plan).size > 0;
  if (dragging || (rows.length > 0 && dated)) return null;
  const [title, text] =
    plan.nodes.size === 0
      ? [t('gantt.empty.title'), mayEdit ? t('gantt.empty.text') : '']
      : rows.length === 0
        ? [t('gantt.nothing.title'), '']
        : [t('gantt.undated.title'), t(mayEdit ? 'gantt.undated.text' : 'gantt.undated.read')];
  return (
    <div className="gantt-blank" style={{ left, top: head }}>
      <div>
        <strong>{title}</strong>
        {text && <p>{text}</p>}
        {plan.nodes.size > 0 && rows.length === 0 && (
          <button type="button" className="button line" onClick={() => run('view.clear-filter')}>
            {t('list.clear-filter')}
          </button>
        )}
      </div>
    </div>
  );
}
