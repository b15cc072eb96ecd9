// Documents composed at random from all the forms read as they were meant. GUATU_HISTORIES says how many (default 1,000), GUATU_SEED where they start.
import { expect, test } from 'vitest';
import { toJson } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { HISTORIES, RUN_NAME, SEED } from '../../kit/runs.ts';
import { DIMENSIONS, Score, score } from '../../kit/score.ts';
import { diceOf } from '../../kit/compose/hand.ts';
import { compose } from '../../kit/yaodian.ts';

test(`at least 98 % of every dimension is right (${RUN_NAME})`, { timeout: 60_000 + HISTORIES * 60 }, () => {
  const all = new Score();
  const wrong: string[] = [];
  for (let i = 0; i < HISTORIES; i++) {
    const { text, truth } = compose(diceOf(SEED + i));
    const before = all.misses.length;
    score(toJson(parse(text)), truth, all);
    if (all.misses.length > before) wrong.push(`${SEED + i}: ${all.misses[before]}`);
  }
  process.stdout.write(`${HISTORIES} composed documents from seed ${SEED}\n${all.toString()}\n`);
  expect(all.invented, wrong.slice(0, 20).join('\n')).toBe(0);
  // A single odd document weighs more in a small run.
  const enough = HISTORIES >= 500 ? 0.98 : 0.95;
  for (const dimension of DIMENSIONS)
    expect(all.share(dimension), `${dimension}\n${wrong.slice(0, 20).join('\n')}`).toBeGreaterThanOrEqual(enough);
});
