// What a new server holds before anyone has worked in it.
import type { NewPlan } from './store.ts';

export function seeds(): readonly NewPlan[] {
  return [];
}
