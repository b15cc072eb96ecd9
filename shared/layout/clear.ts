// Where an upright line may run without striking words: between its top and bottom, but for every row where it would cross a label.
import type { Group } from './scene.ts';
import { measure } from './text.ts';

/** Px left free around words. */
const AIR = 2;

export interface Run {
  readonly from: number;
  readonly to: number;
}

export function clearRuns(x: number, top: number, bottom: number, groups: readonly Group[]): readonly Run[] {
  const runs: Run[] = [];
  let at = top;
  for (const { from, to } of struckAt(x, groups)) {
    if (from > at) runs.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < bottom) runs.push({ from: at, to: bottom });
  return runs;
}

/** The words that a line at x would strike, from top to bottom. */
export function struckAt(x: number, groups: readonly Group[]): readonly Run[] {
  return groups.flatMap((group) => wordsAt(group, x)).sort((a, b) => a.from - b.from);
}

/** From above to below the words of a group that stand at x. */
function wordsAt({ bounds, shapes }: Group, x: number): readonly Run[] {
  if (x < bounds.x - AIR || x > bounds.x + bounds.w + AIR) return [];
  return shapes.flatMap((shape): readonly Run[] => {
    if (shape.kind !== 'text') return [];
    const long = measure(shape.text, shape.size, shape.weight ?? 400);
    const left = shape.anchor === 'end' ? shape.x - long : shape.anchor === 'middle' ? shape.x - long / 2 : shape.x;
    if (x < left - AIR || x > left + long + AIR) return [];
    return [{ from: shape.y - shape.size * 0.95, to: shape.y + shape.size * 0.3 }];
  });
}
