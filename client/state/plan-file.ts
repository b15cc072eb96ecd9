// What is sent to found a plan: the checked reading as a plan file. Loaded when the first one is made.
import { contentsOf } from '../../shared/carriers/contents.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import { toJson } from '../../shared/export/json.ts';

export function planFileOf(reading: Reading): string {
  return toJson(contentsOf(reading, dice));
}

/** Works on plain http too, where crypto.randomUUID does not exist. */
function dice(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
