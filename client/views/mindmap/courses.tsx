// The lines between topics: one for each topic that is drawn, and together those that only cross what is in sight.
import { memo } from 'react';
import type { Box } from '../../../shared/layout/scene.ts';
import type { Branch, Placed } from '../../../shared/layout/tidy.ts';
import { courseOf, courseWidth } from '../../../shared/layout/twigs.ts';
import type { Id } from '../../../shared/model/plan.ts';

export const Course = memo(function Course(props: {
  readonly id: Id;
  readonly d: string;
  readonly paint: string;
  readonly width: number;
}) {
  const { id, d, paint, width } = props;
  return <path data-key={id} d={d} fill="none" stroke={`var(--${paint})`} strokeWidth={width} />;
});

interface Kept {
  readonly sight: Box;
  readonly from: Box;
  readonly to: Box;
  readonly d: string;
}

/** The last line to each branch: after an edit most are where they were. */
const kept = new WeakMap<Branch, Kept>();

function course(placed: Placed, sight: Box): string {
  const { branch, box, parent } = placed;
  const held = kept.get(branch);
  const from = parent?.box ?? box;
  if (held?.sight === sight && alike(held.to, box) && alike(held.from, from)) return held.d;
  const d = courseOf(placed, sight);
  kept.set(branch, { sight, from, to: box, d });
  return d;
}

function alike(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

interface Crossing {
  readonly passing: readonly Placed[];
  readonly sight: Box;
}

/** Lines that only cross: one path for each colour, however many. */
export const Passing = memo(function Passing({ passing, sight }: Crossing) {
  const merged = new Map<string, { readonly stroke: string; readonly width: number; d: string }>();
  for (const placed of passing) {
    const { branch } = placed;
    const width = courseWidth(branch);
    const key = `${branch.tone.edge} ${width}`;
    const d = course(placed, sight);
    const known = merged.get(key);
    if (known) known.d += d;
    else merged.set(key, { stroke: `var(--${branch.tone.edge})`, width, d });
  }
  return [...merged].map(([key, { stroke, width, d }]) => (
    <path key={key} d={d} fill="none" stroke={stroke} strokeWidth={width} />
  ));
});
