// Times in running text against a gold set of the 2019 text and of sentences written before the finder was tuned: what is found is right, and nearly all is found.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numbering } from '../../../shared/model/numbering.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { documentFrom } from '../../../server/founding.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { findCues } from '../../../shared/yaodian/cues.ts';
import type { Cue } from '../../../shared/yaodian/cues.ts';
import { LATER } from './gold/later.ts';
import { PHRASES } from './gold/phrases.ts';
import { SEED } from './gold/seed.ts';

const YEAR = 2019;

/** As the gold set writes it. */
function said(text: string, cue: Cue): string {
  const words = text.slice(cue.from, cue.to);
  switch (cue.kind) {
    case 'by':
      return `${words} = by ${cue.end}`;
    case 'range':
      return `${words} = range ${cue.start} ${cue.end}`;
    case 'horizon':
      return `${words} = horizon ${cue.first} ${cue.last}`;
    case 'times':
      return `${words} = times ${cue.times}`;
    case 'ask':
      return `${words} = ask ${cue.why}`;
  }
}

interface Score {
  right: number;
  found: number;
  wanted: number;
  readonly misses: string[];
}

function count(score: Score, text: string, wanted: readonly string[]): void {
  const found = findCues(text, YEAR).map((cue) => said(text, cue));
  score.found += found.length;
  score.wanted += wanted.length;
  const left = [...wanted];
  for (const each of found) {
    const at = left.indexOf(each);
    if (at < 0) score.misses.push(`wrong: ${each}   in ${text.slice(0, 60)}`);
    else {
      left.splice(at, 1);
      score.right++;
    }
  }
  for (const each of left) score.misses.push(`missed: ${each}   in ${text.slice(0, 60)}`);
}

function seedClauses(): Map<string, string> {
  const { meta, children } = toOutline(parse(readFileSync('server/seed/2019-qingpu.txt', 'utf8')));
  const plan = readPlan(documentFrom({ meta, outlines: children }));
  const numbers = numbering(plan);
  return new Map(
    [...plan.nodes.values()]
      .filter(({ kind }) => kind === 'clause')
      .map((node) => [numbers.get(node.id)!.label, node.title]),
  );
}

test('on the gold set, at least 98 of 100 found are right and 95 of 100 are found', () => {
  const score: Score = { right: 0, found: 0, wanted: 0, misses: [] };
  for (const [text, ...wanted] of [...PHRASES, ...LATER]) count(score, text, wanted);
  for (const [number, text] of seedClauses()) count(score, text, SEED[number] ?? []);
  const precision = score.right / score.found;
  const recall = score.right / score.wanted;
  if (score.misses.length > 0 || process.env['GUATU_SCORES'])
    console.log(`${score.misses.join('\n')}\n${precision} ${recall} of ${score.wanted}`);
  expect(PHRASES.length).toBeGreaterThanOrEqual(120);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test('the 2019 text dates only what its words date: nothing in 34 of its 39 clauses', () => {
  const clauses = seedClauses();
  expect(clauses.size).toBe(39);
  const dated = [...clauses].filter(([, text]) => findCues(text, YEAR).some(({ kind }) => kind !== 'ask'));
  expect(dated.map(([number]) => number)).toEqual(['10.1', '11.1', '14.1', '20.1', '22.1']);
});
