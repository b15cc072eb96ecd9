// What lies over the map and is not of the plan: my selection, the others' with their names, what is dragged and where it would go.
import type { CSSProperties } from 'react';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { useDrag } from '../../drag/stage.tsx';
import { sayRefusal } from '../../i18n/refusal.ts';
import { whoIs } from '../../parts/presence.tsx';
import { useLang, usePeers, useT } from '../../state/hooks.ts';
import { toScene } from './camera.ts';
import type { Camera } from './camera.ts';
import type { MapGrab } from './dragging.ts';
import { landing, slotOf } from './drop.ts';
import type { Slot } from './drop.ts';

interface Place {
  readonly map: Mindmap;
  readonly plan: Plan;
  readonly camera: Camera;
}

export function Rings({ map, camera, selected }: Omit<Place, 'plan'> & { readonly selected: readonly Id[] }) {
  return (
    <g className="map-rings" aria-hidden="true">
      {selected.map((id) => {
        const box = map.boxes.get(id);
        return box && <Ring key={id} box={box} depth={map.spots.get(id)?.depth ?? 3} scale={camera.scale} />;
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

export function PeerMarks({ map, plan, camera }: Place) {
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
              const box = map.boxes.get(id);
              return (
                box && (
                  <g key={id} className="map-peer">
                    <Ring
                      box={box}
                      depth={map.spots.get(id)?.depth ?? 3}
                      scale={camera.scale}
                      gap={6 + (order % 3) * 3}
                    />
                    <Flag at={{ x: box.x + box.w, y: box.y - 6 }} name={name} scale={camera.scale} />
                  </g>
                )
              );
            })}
            {slot && (
              <g className="map-ghost">
                <SlotMark slot={slot} scale={camera.scale} />
                <Flag at={{ x: slot.box.x, y: slot.box.y - 2 }} name={name} scale={camera.scale} stays />
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

/** My own drag: the drop line and the future place on the map. */
export function DropMark({ map, plan, camera, origin }: Place & { readonly origin: () => Point }) {
  const hand = useDrag<MapGrab, Point | undefined>((drag) =>
    drag && drag.held.part === 'box' ? drag.hand : undefined,
  );
  const ids = useDrag<MapGrab, readonly Id[] | undefined>((drag) => drag?.grab.ids);
  if (!hand || !ids) return null;
  const corner = origin();
  const at = toScene(camera, { x: hand.x - corner.x, y: hand.y - corner.y });
  const found = landing(map, plan, ids, at);
  if (found.kind !== 'spot') return null;
  const slot = slotOf(map, plan, found.spot);
  const parent = map.boxes.get(found.spot.parent);
  return (
    <g className="map-drop" aria-hidden="true">
      {parent && <Ring box={parent} depth={map.spots.get(found.spot.parent)?.depth ?? 3} scale={camera.scale} />}
      {slot && <SlotMark slot={slot} scale={camera.scale} />}
    </g>
  );
}

/** What is in the hand, beside it, and why it may not go here. */
export function HeldMark({
  map,
  plan,
  camera,
  origin,
  width,
}: Place & { readonly origin: () => Point; readonly width: number }) {
  const t = useT();
  const lang = useLang();
  const hand = useDrag<MapGrab, Point | undefined>((drag) =>
    drag && drag.held.part === 'box' ? drag.hand : undefined,
  );
  const ids = useDrag<MapGrab, readonly Id[] | undefined>((drag) => drag?.grab.ids);
  if (!hand || !ids) return null;
  const corner = origin();
  const [x, y] = [hand.x - corner.x, hand.y - corner.y];
  const found = landing(map, plan, ids, toScene(camera, { x, y }));
  const [first] = ids;
  const node = first === undefined || first === ROOT ? undefined : plan.nodes.get(first);
  return (
    <div
      className="map-held"
      // Near the right edge it hangs on the hand's other side.
      data-flipped={x > width - 340}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      aria-hidden="true"
    >
      <span className="map-held-title">
        {ids.length > 1 ? t('map.moving', { n: ids.length }) : node && shortTitle(node, lang)}
      </span>
      {found.kind === 'refused' && <span className="map-held-no">{sayRefusal(t, found.refusal)}</span>}
    </div>
  );
}
