// The composer's dice: every choice is drawn from a seed.
import type { Dice } from '../../../shared/model/plan.ts';
import { chineseNumber } from '../../../shared/model/numbering.ts';

export class Hand {
  readonly #dice: Dice;
  readonly made: Record<string, string> = {};
  #used = new Set<string>();
  constructor(dice: Dice) {
    this.#dice = dice;
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#dice() * list.length)]!;
  }
  chance(p: number): boolean {
    return this.#dice() < p;
  }
  upTo(n: number): number {
    return 1 + Math.floor(this.#dice() * n);
  }
  choose<T extends string>(name: string, list: readonly T[]): T {
    const chosen = this.pick(list);
    this.made[name] = chosen;
    return chosen;
  }
  some<T>(list: readonly T[], n: number): T[] {
    const found = new Set<T>();
    while (found.size < n) found.add(this.pick(list));
    return [...found];
  }
  fresh(make: () => string): string {
    for (let i = 0; ; i++) {
      const text = i > 60 ? make() + chineseNumber(i) : make();
      if (this.#used.has(text)) continue;
      this.#used.add(text);
      return text;
    }
  }
}
/** The dice of a seed: the same documents again. */
export function diceOf(seed: number): Dice {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
