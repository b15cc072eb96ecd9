// Every document of tests/corpus, read as `guatu import` reads it.
import { expect, test } from 'vitest';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { corpus, truthOf } from '../../kit/corpus.ts';
import { DIMENSIONS, Score, score } from '../../kit/score.ts';

test('what the documents say is read, and nothing is invented', () => {
  const all = new Score();
  const about: string[] = [];
  for (const { name, bytes, said } of corpus()) {
    const read = readCarrier({ name, bytes });
    if (isRefusedCarrier(read)) {
      about.push(`${name}: ${JSON.stringify(read)}`);
      continue;
    }
    const [misses, invented] = [all.misses.length, all.invented];
    score(read.json, truthOf(said, read.json), all);
    const doubts = new Set<string>(read.json.warnings.map((each) => each.code));
    for (const code of said.doubts) if (!doubts.has(code)) about.push(`${name}: no doubt ${code}`);
    if (said.year !== null && said.year !== read.json.year) about.push(`${name}: year ${read.json.year}`);
    if (all.misses.length > misses || all.invented > invented)
      about.push(
        `${name} (invented ${all.invented - invented})`,
        ...all.misses.slice(misses).map((miss) => `  ${miss}`),
      );
  }
  process.stdout.write(`${corpus().length} documents\n${all.toString()}\n${about.join('\n')}\n`);
  for (const dimension of DIMENSIONS) expect(all.share(dimension), dimension).toBeGreaterThanOrEqual(0.99);
  expect(all.invented).toBe(0);
});
