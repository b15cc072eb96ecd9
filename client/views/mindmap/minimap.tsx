// The whole map in a corner, as blocks, with a frame for what is on the screen. Drag in it to move the map; it draws after everything else.
import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { placeChild, placeRoot } from '../../../shared/layout/tidy.ts';
import type { Placed } from '../../../shared/layout/tidy.ts';
import { useT } from '../../state/hooks.ts';
import type { Corner, Size } from './camera.ts';
import { useCamera } from './look.ts';
import type { Look } from './look.ts';

const WIDTH = 196;
const HEIGHT = 132;
/** What it takes of the screen's corner, with its frame and the air around it. */
export const MINIMAP: Corner = { side: 'right', width: WIDTH + 40, height: HEIGHT + 40 };
/** More blocks than this are a grey mass anyway. */
const MOST = 600;

interface Props {
  readonly map: Mindmap;
  readonly camera: Look['camera'];
  readonly move: Look['move'];
  readonly screen: Size;
}

export function Minimap({ map: now, camera, move, screen }: Props) {
  const t = useT();
  const map = useDeferredValue(now);
  const frame = useRef<SVGRectElement>(null);
  const { width, height } = map;
  const scale = Math.min(WIDTH / width, HEIGHT / height);
  const whole = useCamera(
    camera,
    (at) =>
      at.x >= 0 && at.y >= 0 && at.x + width * at.scale <= screen.width && at.y + height * at.scale <= screen.height,
  );
  const blocks = useMemo(() => blocksOf(map), [map]);
  useLayoutEffect(() => {
    const show = (): void => {
      const at = camera.get();
      const el = frame.current;
      if (!at || !el) return;
      const box = {
        x: -at.x / at.scale,
        y: -at.y / at.scale,
        width: screen.width / at.scale,
        height: screen.height / at.scale,
      };
      for (const [name, value] of Object.entries(box)) el.setAttribute(name, String(Math.round(value)));
    };
    show();
    return camera.subscribe(show);
  }, [camera, screen, map, whole]);
  const go = (event: React.PointerEvent<SVGSVGElement>): void => {
    if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - left) / scale;
    const y = (event.clientY - top) / scale;
    move((at) => ({ ...at, x: screen.width / 2 - x * at.scale, y: screen.height / 2 - y * at.scale }));
  };
  // What is all in sight needs no other picture of it.
  if (whole !== false) return null;
  return (
    <svg
      className="map-mini"
      width={Math.ceil(width * scale)}
      height={Math.ceil(height * scale)}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('map.minimap.how')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      {blocks.map(({ d, fill }) => (
        <path key={fill} d={d} fill={fill} />
      ))}
      <rect ref={frame} className="map-mini-frame" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** One path for each colour: topics down to the level that is not too many; deeper ones as the block they fill. */
function blocksOf(map: Mindmap): readonly { readonly d: string; readonly fill: string }[] {
  let level: Placed[] = [placeRoot(map.root)];
  const shown: Placed[] = [];
  for (;;) {
    shown.push(...level);
    const below = level.flatMap((placed) => placed.branch.children.map((_, index) => placeChild(placed, index)));
    if (below.length === 0 || shown.length + below.length > MOST) break;
    level = below;
  }
  const last = new Set(level.map(({ branch }) => branch));
  const paths = new Map<string, string>();
  for (const { branch, box, block } of shown) {
    // A branch that goes deeper than what is drawn stands for all of it.
    const deep = branch.children.length > 0 && last.has(branch);
    const { x, y, w, h } = deep ? block : box;
    const fill = branch.level === 0 ? 'var(--ink)' : `var(--${branch.tone.edge})`;
    paths.set(
      fill,
      `${paths.get(fill) ?? ''}M${Math.round(x)} ${Math.round(y)}h${Math.round(w)}v${Math.round(h)}h${-Math.round(w)}Z`,
    );
  }
  return [...paths].map(([fill, d]) => ({ d, fill }));
}
