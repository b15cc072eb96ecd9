// The others on the Gantt: a ring around what each has selected, and the ghost of what each is dragging. Never moves a bar itself.
import { memo, useMemo } from 'react';
import { useT, usePeers } from '../../state/hooks.ts';
import type { Peer } from '../../state/presence.ts';
import { whoIs } from '../../parts/presence.tsx';
import type { Box, Scene } from '../../../shared/layout/scene.ts';
import { visiblePart } from '../../../shared/layout/timescale.ts';
import type { Id, Plan, Span } from '../../../shared/model/plan.ts';
import { diffDays, isDay } from '../../../shared/model/day.ts';
import { shifted } from '../../../shared/ops/time.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

/** A selection of a hundred rows is a filter, not a place. */
const MOST_RINGS = 8;

export function Peers({ seen }: { readonly seen: Seen }) {
  const t = useT();
  const peers = usePeers();
  const { at, scene } = seen;
  const alone = peers.length === 0;
  const grips = useMemo(() => (alone ? NO_GRIPS : gripsOf(scene)), [alone, scene]);
  return (
    <>
      {peers.flatMap((peer, order) =>
        (peer.selected ?? []).slice(-MOST_RINGS).map((id) => {
          const box = grips.get(id) ?? rowBox(seen, at.get(id));
          if (!box) return null;
          return (
            <Ring
              key={`${peer.client} ${id}`}
              peer={peer}
              name={whoIs(t, peer.user)}
              box={box}
              gap={3 + (order % 3) * 3}
              edge={seen.edge}
            />
          );
        }),
      )}
      {peers.flatMap((peer) =>
        ghostsOf(seen.plan, peer).map((ghost, order) => {
          const box = ghostBox(seen, ghost);
          if (!box) return null;
          const milestone = seen.plan.nodes.get(ghost.node)?.kind === 'milestone';
          return (
            <Ghost
              key={`${peer.client} ${ghost.node}`}
              peer={peer}
              name={order === 0 ? whoIs(t, peer.user) : ''}
              box={box}
              milestone={milestone}
              edge={seen.edge}
            />
          );
        }),
      )}
    </>
  );
}

interface Mark {
  readonly peer: Peer;
  readonly name: string;
  readonly box: Box;
  /** Where sight begins: a flag whose pole is out of sight stands there. */
  readonly edge: number;
}

/** Its flag fades to a dot: who it is, then only that someone is there. */
const Ring = memo(function Ring({ peer, name, box, gap, edge }: Mark & { readonly gap: number }) {
  const left = inSight(box, edge);
  return (
    <div className="peer-ring" style={{ ...placed(box, gap), ...coloured(peer) }}>
      <span className="peer-flag fading" style={{ left }}>
        {name}
      </span>
      <span className="peer-dot" style={{ left: left - 4 }} />
    </div>
  );
});

function Ghost({ peer, name, box, edge, milestone }: Mark & { readonly milestone: boolean }) {
  return (
    <div
      className="peer-ghost"
      data-milestone={milestone || undefined}
      style={{ ...placed(box, 0), ...coloured(peer) }}
    >
      {name && (
        <span className="peer-flag" style={{ left: inSight(box, edge) }}>
          {name}
        </span>
      )}
    </div>
  );
}

/** What is selected moves together, so a hand on one of them has ghosts of all. What comes from others is not trusted to be days. */
function ghostsOf(plan: Plan, { draft, selected = [] }: Peer): readonly { readonly node: Id; readonly span: Span }[] {
  if (!draft || !('span' in draft) || !isDay(draft.span.start) || !isDay(draft.span.end)) return [];
  const was = plan.nodes.get(draft.node)?.span;
  const days = was ? diffDays(was.start, draft.span.start) : 0;
  const whole = was !== undefined && days === diffDays(was.end, draft.span.end);
  if (!whole || !selected.includes(draft.node)) return [draft];
  const others = selected.flatMap((node) => {
    const span = node === draft.node ? undefined : plan.nodes.get(node)?.span;
    return span ? [{ node, span: shifted(span, days) }] : [];
  });
  return [draft, ...others];
}

function inSight({ x, w }: Box, edge: number): number {
  return Math.max(-2, Math.min(edge - x, w - 24));
}

function placed({ x, y, w, h }: Box, gap: number): React.CSSProperties {
  return { transform: `translate(${x - gap}px, ${y - gap}px)`, width: w + 2 * gap, height: h + 2 * gap };
}

function coloured({ user }: Peer): React.CSSProperties {
  return { '--peer': user.color } as React.CSSProperties;
}

const NO_GRIPS: ReadonlyMap<Id, Box> = new Map();

function gripsOf(scene: Scene): ReadonlyMap<Id, Box> {
  const found = new Map<Id, Box>();
  for (const layer of scene.layers)
    if (layer.name === 'body')
      for (const { target, grip } of layer.groups) if (target && grip) found.set(target.node, grip);
  return found;
}

/** Where a row without a bar begins its stretch of days. */
function rowBox({ left, head }: Seen, index: number | undefined): Box | undefined {
  return index === undefined ? undefined : { x: left + 8, y: head + index * M.row + 9, w: 28, h: M.row - 18 };
}

function ghostBox(
  { plan, at, scale, left, head }: Seen,
  draft: { readonly node: Id; readonly span: Span },
): Box | undefined {
  const index = at.get(draft.node);
  const part = visiblePart(scale, draft.span);
  if (index === undefined || !part) return undefined;
  const y = head + index * M.row;
  const x = left + scale.x(part.start);
  const w = left + scale.x(part.end) + scale.perDay - x;
  if (plan.nodes.get(draft.node)?.kind === 'milestone')
    return { x: x + w / 2 - M.diamond / 2, y: y + (M.row - M.diamond) / 2, w: M.diamond, h: M.diamond };
  return { x, y: y + (M.row - M.bar) / 2, w: Math.max(4, w), h: M.bar };
}
