// The path language of SVG, as far as scenes speak it, in the operators of PDF.
import { num } from '../../layout/glyph.ts';

type Point = readonly [number, number];

/** M L H V Q C A Z, absolute or relative; throws on any other. */
export function pathOperators(d: string): string {
  const out: string[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  const to = (point: Point, operator: string): void => {
    out.push(`${num(point[0])} ${num(point[1])} ${operator}`);
    at = point;
  };
  const curve = (a: Point, b: Point, end: Point): void => {
    out.push([...a, ...b, ...end].map(num).join(' ') + ' c');
    at = end;
  };
  for (const [, said, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const n = (rest!.match(/-?(?:\d*\.)?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const letter = said!.toUpperCase();
    const relative = said !== letter;
    const step = STEPS[letter];
    if (step === undefined) throw new Error(`pdf: no path speaks ${said}`);
    if (step === 0) {
      out.push('h');
      at = start;
    }
    for (let i = 0; step > 0 && i + step <= n.length; i += step) {
      const [ox, oy] = relative ? at : [0, 0];
      const p = (offset: number): Point => [ox + n[i + offset]!, oy + n[i + offset + 1]!];
      if (letter === 'M' && i === 0) {
        to(p(0), 'm');
        start = at;
      } else if (letter === 'M' || letter === 'L') to(p(0), 'l');
      else if (letter === 'H') to([ox + n[i]!, at[1]], 'l');
      else if (letter === 'V') to([at[0], oy + n[i]!], 'l');
      else if (letter === 'C') curve(p(0), p(2), p(4));
      else if (letter === 'Q') curve(between(at, p(0)), between(p(2), p(0)), p(2));
      else for (const [a, b, end] of arc(at, n[i]!, n[i + 3] === 1, n[i + 4] === 1, p(5))) curve(a, b, end);
    }
  }
  return out.join('\n');
}

const STEPS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** Two thirds of the way to the control point: a quadratic curve as a cubic one. */
function between([x, y]: Point, [cx, cy]: Point): Point {
  return [x + (2 * (cx - x)) / 3, y + (2 * (cy - y)) / 3];
}

/** A circular arc as curves of at most a quarter turn. */
function arc(
  from: Point,
  radius: number,
  large: boolean,
  sweep: boolean,
  end: Point,
): readonly (readonly [Point, Point, Point])[] {
  const [dx, dy] = [end[0] - from[0], end[1] - from[1]];
  const chord = Math.hypot(dx, dy);
  if (chord === 0 || radius === 0) return [[from, end, end]];
  const r = Math.max(radius, chord / 2);
  const height = Math.sqrt(Math.max(0, r * r - (chord * chord) / 4)) * (large === sweep ? -1 : 1);
  const cx = from[0] + dx / 2 - (height * dy) / chord;
  const cy = from[1] + dy / 2 + (height * dx) / chord;
  const first = Math.atan2(from[1] - cy, from[0] - cx);
  let turn = Math.atan2(end[1] - cy, end[0] - cx) - first;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const k = (4 / 3) * Math.tan(turn / count / 4);
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [first + (turn * index) / count, first + (turn * (index + 1)) / count];
    const on = (angle: number): Point => [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
    const [p, q] = [on(a), index === count - 1 ? end : on(b)];
    return [
      [p[0] - k * r * Math.sin(a), p[1] + k * r * Math.cos(a)],
      [q[0] + k * r * Math.sin(b), q[1] - k * r * Math.cos(b)],
      q,
    ] as const;
  });
}
