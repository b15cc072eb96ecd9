// A new plan as record 0 of its log: text or seed → document → one update. Nobody is in the document yet.
import { randomFillSync } from 'node:crypto';
import * as Y from 'yjs';
import { found } from '../shared/doc/found.ts';
import type { Seed } from '../shared/doc/found.ts';
import type { Dice } from '../shared/model/plan.ts';
import { newId } from '../shared/ops/tree.ts';
import { aboutOf } from './room.ts';
import type { NewPlan } from './store.ts';

export function foundPlan(seed: Seed, dice: Dice = strongDice): NewPlan {
  const doc = new Y.Doc();
  try {
    found(doc, seed, dice);
    return { id: newId(dice), ...aboutOf(doc), first: Y.encodeStateAsUpdate(doc) };
  } finally {
    doc.destroy();
  }
}

/** Ids must not be guessable, so the dice are the system's own. */
export const strongDice: Dice = () => randomFillSync(new Uint32Array(1))[0]! / 2 ** 32;

export function parsePlan(_text: string, _title?: string): NewPlan | undefined {
  return undefined;
}
