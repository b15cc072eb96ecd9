// The hands one person has for each face: what it makes of a drag, a key, a drop, a paste or typed words, run by its own commands.
import { gantt } from './hands-gantt.ts';
import { list } from './hands-list.ts';
import { map } from './hands-map.ts';
import { text } from './hands-text.ts';
import type { Hands } from './person.ts';
import type { mapReader } from './readings.ts';

export type Face = 'gantt' | 'map' | 'list' | 'text';

export function handsOn(faces: ReturnType<typeof mapReader>): Readonly<Record<Face, Hands>> {
  return { gantt, map: map(faces), list, text };
}
