// How a topic sets its words, so that the field that edits them lies exactly over them.
import type { Group } from '../../../shared/layout/scene.ts';
import { measure } from '../../../shared/layout/text.ts';

export interface Setting {
  /** From the box's left and top edge to the first letter of the title. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly line: number;
  readonly weight: number;
  readonly centred: boolean;
}

/** Of a topic drawn at its own corner. */
export function settingOf(group: Group, level: number, mark: string): Setting {
  const texts = group.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
  if (level === 0) return { left: 28, top: 14, size: 20, line: 28, weight: 600, centred: true };
  if (level === 1)
    return { left: 18 + measure(mark, 15, 600), top: 8, size: 15, line: 22, weight: 600, centred: false };
  // The number stands before the title in another ink.
  const title = texts.find(({ fill }) => fill === 'ink') ?? texts.at(-1);
  const left = title ? title.x : 14;
  return level === 2
    ? { left, top: 8, size: 14, line: 21, weight: 400, centred: false }
    : { left, top: 3, size: 13, line: 20, weight: 400, centred: false };
}
