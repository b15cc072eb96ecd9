// What is sent to found a plan: the checked reading as a plan file. Made in the reading thread, for a long document takes a second.
import { contentsOf } from '../../shared/carriers/contents.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import { wireJson } from '../../shared/export/json.ts';
import type { Dice } from '../../shared/model/plan.ts';

export function planFileOf(reading: Reading, dice: Dice): string {
  return wireJson(contentsOf(reading, dice));
}
