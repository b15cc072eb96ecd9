// What is mended after an edit is what would have been computed anew, over random histories.
import { describe, expect, test } from 'vitest';
import { numbering } from '../../../shared/model/numbering.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { daysOf, spans } from '../../../shared/model/schedule.ts';
import { lights } from '../../../shared/model/lights.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';
import { anyIntent, SMALL } from '../../kit/random.ts';
import { SEED } from '../../kit/runs.ts';

const LARGE = Array.from(
  { length: 40 },
  (_, n) =>
    `节${n}\n  项${n}\n    条${n} 03-01..04-${10 + (n % 20)}\n      事${n} 05-02..06-01 40%\n      ◆ 点${n} 07-0${1 + (n % 9)}\n    款${n}\n      务${n} 02-03..11-30`,
).join('\n');
const TODAY = '2019-05-06';

/** The same plan as nobody has seen it before: nothing can be mended from it. */
const fresh = (plan: Plan): Plan => ({ ...plan, nodes: new Map(plan.nodes), tree: { ...plan.tree } });
const sorted = <V>(map: ReadonlyMap<string, V>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const facts = (plan: Plan): unknown => ({
  spans: sorted(spans(plan)),
  lights: sorted(lights(plan, spans(plan), TODAY)),
  numbers: sorted(numbering(plan)),
  days: daysOf(plan, TODAY),
});

/** Of a few nodes each by itself, or from the whole. */
function few(plan: Plan, whole = false): unknown {
  const ids = [...plan.nodes.keys()].filter((_, at) => at % 7 === plan.nodes.size % 7);
  const shown = spans(plan);
  const made = [shown, lights(plan, shown, TODAY), numbering(plan)] as readonly ReadonlyMap<string, unknown>[];
  const from = whole ? made.map((each) => new Map(each)) : made;
  return ids.map((id) => from.map((each) => [each.get(id), each.has(id)]));
}

describe.each([
  ['a small plan', SMALL, 40],
  ['a large one', LARGE, 6],
])('%s', (_name, text, runs) => {
  test('spans, lights, numbers and days after each edit are those of a plan read anew', () => {
    for (let seed = SEED; seed < SEED + runs; seed++) {
      const dice = diceOf(seed);
      let plan = planOf(text, ~seed);
      facts(plan);
      for (let step = 0; step < 40; step++) {
        const outcome = anyIntent(plan, dice);
        if (isRefusal(outcome)) continue;
        plan = applyChanges(plan, outcome);
        // Some are asked for before others, and none yet walked through: each says what it says among all.
        if (dice() < 0.5) expect(few(plan)).toEqual(few(fresh(plan), true));
        // Not after every edit, so that several lie between two answers.
        if (dice() < 0.7) expect(facts(plan), `GUATU_SEED=${seed}, step ${step}`).toEqual(facts(fresh(plan)));
      }
    }
  });
});

test('an edit leaves the spans, lights and numbers it does not concern the very same', () => {
  const plan = planOf(LARGE);
  const before = { spans: spans(plan), numbers: numbering(plan) };
  const outcome = setSpan(plan, { id: idOf(plan, '事7'), span: { start: '2019-05-03', end: '2019-06-02' } });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const after = applyChanges(plan, outcome);
  expect(numbering(after)).toBe(before.numbers);
  expect(spans(after).get(idOf(plan, '条8'))).toBe(before.spans.get(idOf(plan, '条8')));
  // A clause with days of its own spans what it did, whatever is below it.
  expect(spans(after).get(idOf(plan, '条7'))).toBe(before.spans.get(idOf(plan, '条7')));
});
