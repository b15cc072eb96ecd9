// How exactly a deadline's words state a day.
import type { Grain } from '../../model/plan.ts';

export function grainOf(words: string): Grain | undefined {
  if (/季/.test(words)) return 'quarter';
  if (/半年/.test(words)) return 'half';
  if (/年底|年末|年内|全年|\d{4}年$/.test(words)) return 'year';
  return /月(?!\s*[\d０-９])/.test(words) ? 'month' : undefined;
}
