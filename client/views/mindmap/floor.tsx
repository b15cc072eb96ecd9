// Under each layer of the map, one rectangle that nothing is seen of. Knows what is in sight, no topic.
import type { Box } from '../../../shared/layout/scene.ts';

interface Props {
  readonly sight: Box;
  readonly scale: number;
}

/** How far lines and topics reach beyond what is in sight. */
const BEYOND = 1_200;

/**
 * The ground takes fingers and the wheel for itself, so a browser notes for each shape on it that it is felt, and joins
 * these notes into one region whenever a frame differs: with a thousand shapes that costs thirty times what drawing them
 * does. A shape that lies within the one noted before it is not noted at all. Words are noted at the size they are drawn.
 */
export function Floor({ sight: { x, y, w, h }, scale }: Props) {
  const by = scale * devicePixelRatio;
  const left = Math.min(x, x * by) - BEYOND;
  const top = Math.min(y, y * by) - BEYOND;
  return (
    <rect
      className="map-floor"
      x={left}
      y={top}
      width={Math.max(x + w, (x + w) * by) + BEYOND - left}
      height={Math.max(y + h, (y + h) * by) + BEYOND - top}
      fill="none"
      pointerEvents="none"
    />
  );
}
