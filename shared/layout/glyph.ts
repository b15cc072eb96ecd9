// Small signs drawn as shapes, so that no font has to have them: status lights, fold chevrons, diamonds, arrow heads, rounded corners.
import type { Light } from '../model/plan.ts';
import type { Point, Shape } from './scene.ts';
import type { Paint } from './theme.ts';

/** ○ ◐ ● ▲ ✕, centred on a point. */
export function lightGlyph(light: Light, x: number, y: number, size: number): readonly Shape[] {
  const paint: Paint = `light-${light}`;
  const width = round(Math.max(1.5, size / 8));
  const r = round((size - width) / 2);
  switch (light) {
    case 'todo':
      return [{ kind: 'circle', x, y, r, stroke: paint, width }];
    case 'doing':
      return [
        { kind: 'circle', x, y, r, stroke: paint, width },
        { kind: 'path', d: `M${num(x)} ${num(y - r)}A${num(r)} ${num(r)} 0 0 0 ${num(x)} ${num(y + r)}Z`, fill: paint },
      ];
    case 'done':
      return [{ kind: 'circle', x, y, r: round(size / 2), fill: paint }];
    case 'late': {
      const h = size / 2;
      return [
        { kind: 'path', d: `M${num(x)} ${num(y - h)}L${num(x + h)} ${num(y + h * 0.8)}H${num(x - h)}Z`, fill: paint },
      ];
    }
    case 'hold': {
      const h = size * 0.36;
      const d = `M${num(x - h)} ${num(y - h)}L${num(x + h)} ${num(y + h)}M${num(x + h)} ${num(y - h)}L${num(x - h)} ${num(y + h)}`;
      return [{ kind: 'path', d, stroke: paint, width: round(width * 1.2) }];
    }
  }
}

/** Points right when folded, down when open. */
export function chevron(x: number, y: number, size: number, folded: boolean): Shape {
  const a = size / 2;
  const b = size / 4;
  const d = folded
    ? `M${num(x - b)} ${num(y - a)}L${num(x + b)} ${num(y)}L${num(x - b)} ${num(y + a)}`
    : `M${num(x - a)} ${num(y - b)}L${num(x)} ${num(y + b)}L${num(x + a)} ${num(y - b)}`;
  return { kind: 'path', d, stroke: 'muted', width: 1.5 };
}

export function diamond(x: number, y: number, size: number): string {
  const h = size / 2;
  return `M${num(x)} ${num(y - h)}L${num(x + h)} ${num(y)}L${num(x)} ${num(y + h)}L${num(x - h)} ${num(y)}Z`;
}

/** A rectangle whose left and right corners are rounded apart: what a clipped bar or a half-filled one needs. */
export function roundedPath(x: number, y: number, w: number, h: number, left: number, right: number): string {
  const l = Math.min(left, w / 2, h / 2);
  const r = Math.min(right, w / 2, h / 2);
  const arc = (radius: number, dx: number, dy: number): string =>
    radius > 0 ? `a${num(radius)} ${num(radius)} 0 0 1 ${num(dx)} ${num(dy)}` : '';
  return (
    `M${num(x + l)} ${num(y)}H${num(x + w - r)}${arc(r, r, r)}V${num(y + h - r)}${arc(r, -r, r)}` +
    `H${num(x + l)}${arc(l, -l, -l)}V${num(y + l)}${arc(l, l, -l)}Z`
  );
}

/** A line through points, its corners rounded by at most `radius`. */
export function roundedLine(points: readonly Point[], radius: number): string {
  const first = points[0]!;
  let d = `M${num(first.x)} ${num(first.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const at = points[i]!;
    const before = toward(at, points[i - 1]!, radius);
    const after = toward(at, points[i + 1]!, radius);
    d += `L${num(before.x)} ${num(before.y)}Q${num(at.x)} ${num(at.y)} ${num(after.x)} ${num(after.y)}`;
  }
  const end = points.at(-1)!;
  return `${d}L${num(end.x)} ${num(end.y)}`;
}

/** From `at` towards another point, but never past the middle between them. */
function toward(at: Point, other: Point, distance: number): Point {
  const length = Math.hypot(other.x - at.x, other.y - at.y);
  if (length === 0) return at;
  const share = Math.min(distance, length / 2) / length;
  return { x: at.x + (other.x - at.x) * share, y: at.y + (other.y - at.y) * share };
}

/** Coordinates carry two decimals everywhere, so that files are small and equal on every machine. */
export function num(value: number): string {
  return String(round(value));
}

export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
