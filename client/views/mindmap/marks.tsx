// What lies over the map and is not of the plan: my selection, the others' with their names, what is dragged and where it would go.
import type { CSSProperties } from 'react';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { drawRelation } from '../../../shared/layout/ties.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { Drop } from '../../drag/stage.tsx';
import { sayRefusal } from '../../i18n/refusal.ts';
import { ShapeView } from '../../parts/scene.tsx';
import { whoIs } from '../../parts/presence.tsx';
import { useLang, usePeers, useT } from '../../state/hooks.ts';
import { toScene } from './camera.ts';
import type { MapGrab } from './dragging.ts';
import { landing, slotOf } from './drop.ts';
import type { Slot } from './drop.ts';
import type { Look } from './look.ts';
import { isTopicPart, tieEnd } from './dragging.ts';

interface Place {
  readonly map: Mindmap;
  readonly plan: Plan;
  readonly scale: number;
}

/** What follows the hand asks the camera when the hand moves. */
interface InHand extends Omit<Place, 'scale'> {
  readonly camera: Look['camera'];
  readonly origin: () => Point;
}

export function Rings({ map, scale, selected }: Omit<Place, 'plan'> & { readonly selected: readonly Id[] }) {
  return (
    <g className="map-rings" aria-hidden="true">
      {selected.map((id) => {
        const placed = map.find(id);
        return placed && <Ring key={id} box={placed.box} depth={placed.branch.level} scale={scale} />;
      })}
    </g>
  );
}

/** Two px on the screen at every zoom. */
function Ring({
  box,
  depth,
  scale,
  gap = 3,
}: {
  readonly box: Box;
  readonly depth: number;
  readonly scale: number;
  readonly gap?: number;
}) {
  const h = box.h + 2 * gap;
  const round = depth === 0 ? Math.min(h / 2, 31) : depth === 1 ? Math.min(h / 2, 22) : 8;
  return (
    <rect
      className="map-ring"
      x={box.x - gap}
      y={box.y - gap}
      width={box.w + 2 * gap}
      height={h}
      rx={round}
      strokeWidth={2 / scale}
    />
  );
}

const MOST_RINGS = 8;

export function PeerMarks({ map, plan, scale }: Place) {
  const t = useT();
  const peers = usePeers();
  return (
    <g aria-hidden="true">
      {peers.map((peer, order) => {
        const name = whoIs(t, peer.user);
        const { draft } = peer;
        const slot =
          draft && 'parent' in draft ? slotOf(map, plan, { parent: draft.parent, before: draft.before }) : undefined;
        return (
          <g key={peer.client} style={{ '--ring': peer.user.color } as CSSProperties}>
            {(peer.selected ?? []).slice(-MOST_RINGS).map((id) => {
              const placed = map.find(id);
              const box = placed?.box;
              return (
                box && (
                  <g key={id} className="map-peer">
                    <Ring box={box} depth={placed.branch.level} scale={scale} gap={6 + (order % 3) * 3} />
                    <Flag at={{ x: box.x + box.w, y: box.y - 6 }} name={name} scale={scale} />
                  </g>
                )
              );
            })}
            {slot && (
              <g className="map-ghost">
                <SlotMark slot={slot} scale={scale} />
                <Flag at={{ x: slot.box.x, y: slot.box.y - 2 }} name={name} scale={scale} stays />
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** As large at every zoom as words on the screen are. */
function Flag({
  at,
  name,
  scale,
  stays = false,
}: {
  readonly at: Point;
  readonly name: string;
  readonly scale: number;
  readonly stays?: boolean;
}) {
  return (
    <foreignObject
      className="map-flag"
      width={1}
      height={1}
      transform={`translate(${at.x} ${at.y}) scale(${1 / scale})`}
    >
      <span className="map-flag-name" data-stays={stays}>
        <span>{name}</span>
      </span>
    </foreignObject>
  );
}

function SlotMark({ slot, scale }: { readonly slot: Slot; readonly scale: number }) {
  const { box, from, to } = slot;
  const middle = (from.x + to.x) / 2;
  return (
    <>
      <path
        className="map-slot-line"
        d={`M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`}
        strokeWidth={2 / scale}
      />
      <rect
        className="map-slot"
        x={box.x}
        y={box.y}
        width={box.w}
        height={box.h}
        rx={6}
        strokeWidth={2 / scale}
        strokeDasharray={`${5 / scale} ${4 / scale}`}
      />
    </>
  );
}

/** My own drag: the drop line and the future place on the map, or the relation on its way. */
export function DropMark({ map, plan, camera, origin }: InHand) {
  const hand = useDrag<MapGrab, Point | undefined>((drag) => (drag && isMine(drag.held.part) ? drag.hand : undefined));
  const grab = useDrag<MapGrab, MapGrab | undefined>((drag) => drag?.grab);
  const drop = useDrag<MapGrab, Drop | undefined>((drag) => drag?.drop);
  const now = camera.get();
  if (!hand || !grab || !now) return null;
  const corner = origin();
  const at = toScene(now, { x: hand.x - corner.x, y: hand.y - corner.y });
  if (grab.ties) {
    const from = map.find(grab.ids[0]!)?.box;
    const to = drop?.command === 'map.relate' && drop.args ? map.find(drop.args.to) : undefined;
    if (!from) return null;
    const line = drawRelation('tie', from, to?.box ?? { x: at.x, y: at.y, w: 0, h: 0 }, '');
    return (
      <g className="map-drop" aria-hidden="true">
        {line.shapes.map((shape, index) => (
          <ShapeView key={index} shape={shape} />
        ))}
        {to && <Ring box={to.box} depth={to.branch.level} scale={now.scale} />}
      </g>
    );
  }
  const found = landing(map, plan, grab.ids, at);
  if (found.kind !== 'spot') return null;
  const slot = slotOf(map, plan, found.spot);
  const parent = map.find(found.spot.parent);
  return (
    <g className="map-drop" aria-hidden="true">
      {parent && <Ring box={parent.box} depth={parent.branch.level} scale={now.scale} />}
      {slot && <SlotMark slot={slot} scale={now.scale} />}
    </g>
  );
}

const isMine = (part: string): boolean => isTopicPart(part) || part === 'tie';

/** From here a relation is drawn: at the corner of the one selected topic. */
export function TieHandle({ map, scale, id }: { readonly map: Mindmap; readonly scale: number; readonly id: Id }) {
  const t = useT();
  const placed = map.find(id);
  if (!placed || id === ROOT) return null;
  const { x, y, w, h } = placed.box;
  return (
    <g
      className="map-tie-handle"
      data-node={id}
      data-part="tie"
      transform={`translate(${placed.side === 'left' ? x : x + w} ${y + h + 5}) scale(${1 / scale})`}
      aria-hidden="true"
    >
      <title>{t('map.tie.handle')}</title>
      <circle r={12} fill="none" pointerEvents="all" />
      <circle className="map-tie-dot" r={4.5} />
    </g>
  );
}

/** What is in the hand, beside it, and why it may not go here. */
export function HeldMark({ map, plan, camera, origin, width }: InHand & { readonly width: number }) {
  const t = useT();
  const lang = useLang();
  const hand = useDrag<MapGrab, Point | undefined>((drag) => (drag && isMine(drag.held.part) ? drag.hand : undefined));
  const ties = useDrag<MapGrab, boolean>((drag) => drag?.grab.ties === true);
  const ids = useDrag<MapGrab, readonly Id[] | undefined>((drag) => drag?.grab.ids);
  const now = camera.get();
  if (!hand || !ids || !now) return null;
  const corner = origin();
  const [x, y] = [hand.x - corner.x, hand.y - corner.y];
  const at = toScene(now, { x, y });
  const [first] = ids;
  const end = ties && first !== undefined ? tieEnd(map, plan, first, at) : undefined;
  const found = ties ? undefined : landing(map, plan, ids, at);
  const no = end?.related
    ? t('map.tie.already', { title: plan.nodes.get(end.id)?.title ?? '' })
    : found?.kind === 'refused' && sayRefusal(t, found.refusal);
  if (ties && !no) return null;
  const node = first === undefined || first === ROOT ? undefined : plan.nodes.get(first);
  return (
    <div
      className="map-held"
      // Near the right edge it hangs on the hand's other side.
      data-flipped={x > width - 340}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      aria-hidden="true"
    >
      {!ties && (
        <span className="map-held-title">
          {ids.length > 1 ? t('map.moving', { n: ids.length }) : node && shortTitle(node, lang)}
        </span>
      )}
      {no && <span className="map-held-no">{no}</span>}
    </div>
  );
}
