import { expect, test } from 'vitest';
import { linksWithin } from '../../../shared/layout/link-index.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Link } from '../../../shared/model/plan.ts';
import { diceOf, planOf } from '../../kit/plan.ts';
import { SEED } from '../../kit/runs.ts';

test('finds the links that pass the rows asked for, as asking every link would', () => {
  const plan = planOf(Array.from({ length: 700 }, (_, n) => `工作${n}`).join('\n'));
  const shown = rows(plan, { folded: new Set() });
  const at = new Map(shown.map(({ id }, index) => [id, index]));
  for (let seed = SEED; seed < SEED + 20; seed++) {
    const dice = diceOf(seed);
    const any = (): number => Math.floor(dice() * shown.length);
    const links = new Map<string, Link>();
    for (let count = 0; count < 300; count++) {
      const from = any();
      const to = dice() < 0.7 ? Math.min(shown.length - 1, from + 1 + Math.floor(dice() * 5)) : any();
      const [a, b] = [shown[from]!.id, shown[to]!.id];
      links.set(`${a}>${b}`, { from: a, to: b, type: 'FS', lag: 0 });
    }
    for (let time = 0; time < 20; time++) {
      const first = any();
      const last = first + Math.floor(dice() * 40);
      const want = [...links].filter(([, { from, to }]) => {
        const ends = [at.get(from)!, at.get(to)!];
        return Math.min(...ends) <= last && Math.max(...ends) >= first;
      });
      const found = linksWithin(links, shown, first, last).map(({ key }) => key);
      expect(found, `GUATU_SEED=${seed}`).toEqual(want.map(([key]) => key).sort());
    }
  }
});
