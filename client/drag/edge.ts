// How fast a pane scrolls under a hand near its edge. Numbers only.

const ZONE = 48;
const MOST = 18;

/** Px a frame along one axis: 0 in the middle, faster the nearer to (or past) an edge. */
export function edgeSpeed(at: number, low: number, high: number): number {
  // In a narrow pane the zones must leave a place to rest.
  const zone = Math.min(ZONE, (high - low) / 4);
  if (zone <= 0) return 0;
  const depth = at < low + zone ? at - low - zone : Math.max(0, at - high + zone);
  return depth === 0 ? 0 : Math.sign(depth) * Math.ceil(MOST * Math.min(1, Math.abs(depth) / zone) ** 2);
}
