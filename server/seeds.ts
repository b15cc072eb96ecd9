// What a new server holds before anyone has worked in it, as plans ready for the store: the official text, then the sample.
import { foundPlan } from './founding.ts';
import { seeds as drawn } from './seed/seeds.ts';
import type { NewPlan } from './store.ts';

export function seeds(): readonly NewPlan[] {
  const { official, sample } = drawn();
  return [official, sample].map((seed) => foundPlan(seed));
}
