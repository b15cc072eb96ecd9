// Cubic curves as the quadratic ones of a TrueType glyph: each is cut into as many as keep within half a unit of the em.
import type { Step } from './cff.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A glyph of the `glyf` table; empty for one that draws nothing. */
export function glyphOf(steps: readonly Step[]): Uint8Array {
  const contours = contoursOf(steps).filter((points) => points.length > 2);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array();
  const view = new DataView(new ArrayBuffer(10 + 2 * contours.length + 2 + 5 * points.length));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = [least(xs), least(ys), most(xs), most(ys)];
  view.setInt16(0, contours.length);
  box.forEach((value, index) => view.setInt16(2 + 2 * index, value));
  let [at, end] = [10, -1];
  for (const contour of contours) {
    view.setUint16(at, (end += contour.length));
    at += 2;
  }
  // No instructions.
  at += 2;
  // One flag for each: whether the curve passes through it. Distances are of two bytes all.
  for (const { on } of points) view.setUint8(at++, on ? 1 : 0);
  for (const values of [xs, ys])
    values.forEach((value, index) => {
      view.setInt16(at, value - (values[index - 1] ?? 0));
      at += 2;
    });
  return new Uint8Array(view.buffer);
}

function contoursOf(steps: readonly Step[]): readonly (readonly Point[])[] {
  const contours: Point[][] = [];
  let from = { x: 0, y: 0 };
  for (const step of steps) {
    if (step.to === 'move') contours.push([]);
    const contour = contours.at(-1);
    if (!contour) continue;
    if (step.to === 'curve') contour.push(...quads(from, step));
    else contour.push(rounded(step.x, step.y, true));
    from = step;
  }
  return contours.map(closed);
}

/** A contour closes by itself: its first point is not said again. */
function closed(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  const again = points.length > 1 && last!.on && first!.x === last!.x && first!.y === last!.y;
  return again ? points.slice(0, -1) : points;
}

/** Units of the em. */
const TOLERANCE = 0.5;
const MOST_CUTS = 8;

function quads(from: { readonly x: number; readonly y: number }, curve: Extract<Step, { to: 'curve' }>): Point[] {
  const { x1, y1, x2, y2, x, y } = curve;
  // How far one quadratic would be off; n of them are off by its n³th part.
  const off = (Math.hypot(x - 3 * x2 + 3 * x1 - from.x, y - 3 * y2 + 3 * y1 - from.y) * Math.sqrt(3)) / 36;
  const cuts = Math.min(MOST_CUTS, Math.max(1, Math.ceil(Math.cbrt(off / TOLERANCE))));
  const at = (p0: number, p1: number, p2: number, p3: number, t: number): number => {
    const u = 1 - t;
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
  };
  const slope = (p0: number, p1: number, p2: number, p3: number, t: number): number => {
    const u = 1 - t;
    return 3 * (u * u * (p1 - p0) + 2 * u * t * (p2 - p1) + t * t * (p3 - p2));
  };
  const points: Point[] = [];
  for (let cut = 0; cut < cuts; cut++) {
    const [a, b] = [cut / cuts, (cut + 1) / cuts];
    const control = (p0: number, p1: number, p2: number, p3: number): number => {
      const third = (b - a) / 3;
      const [start, end] = [at(p0, p1, p2, p3, a), at(p0, p1, p2, p3, b)];
      const [c1, c2] = [start + third * slope(p0, p1, p2, p3, a), end - third * slope(p0, p1, p2, p3, b)];
      return (3 * (c1 + c2) - start - end) / 4;
    };
    points.push(rounded(control(from.x, x1, x2, x), control(from.y, y1, y2, y), false));
    points.push(rounded(at(from.x, x1, x2, x, b), at(from.y, y1, y2, y, b), true));
  }
  return points;
}

function rounded(x: number, y: number, on: boolean): Point {
  return { x: Math.round(x), y: Math.round(y), on };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
