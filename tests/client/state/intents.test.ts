import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../client/state/between.ts';
import {
  confirmed,
  logged,
  readIntents,
  refusedBy,
  stepped,
  stillMeant,
  unsent,
  writeIntents,
} from '../../../client/state/intents.ts';
import type { Intent } from '../../../client/state/intents.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { anyIntent } from '../../kit/random.ts';
import { SMALL } from '../../kit/random.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';

const retitle = (id: string, title: string): Change => ({ do: 'retitle', id, title });
const intent = (command: string, frames?: Intent['frames']): Intent => ({
  command,
  changes: [retitle('x', command)],
  ...(frames && { frames }),
});

describe('what the server has not confirmed', () => {
  test('is forgotten only when its last frame is on disk', () => {
    const log = [intent('a', { first: 1, last: 1 }), intent('b', { first: 2, last: 3 })];
    expect(confirmed(log, 2).map(({ command }) => command)).toEqual(['b']);
    expect(confirmed(log, 3)).toEqual([]);
  });

  test('made offline rides on the next step 2', () => {
    const log = stepped(unsent([intent('a', { first: 4, last: 4 }), intent('b')]), 1);
    expect(confirmed(log, 1)).toEqual([]);
  });

  test('a frame that carried one intent convicts it; one that carried several convicts none', () => {
    const alone = [intent('a', { first: 1, last: 1 }), intent('b', { first: 2, last: 3 })];
    expect(refusedBy(alone, 3)?.command).toBe('b');
    const together = stepped([intent('a'), intent('b')], 1);
    expect(refusedBy(together, 1)).toBeUndefined();
  });

  test('survives being written down, maps and all', () => {
    const changes: Change[] = [
      {
        do: 'create',
        id: 'n',
        title: '新',
        lead: new Map([['o', 'a0']]),
        fields: { kind: 'clause', place: { parent: 'root', order: 'a0', turn: 0, was: 'root' } },
      },
    ];
    const log = logged([], { command: 'tree.add', changes });
    expect(readIntents(writeIntents(log))).toEqual(log);
  });

  test.each(['', 'null', '{"a":1}', '[1,"x",{"command":1}]', 'not json'])('reads %j as nothing', (text) => {
    expect(readIntents(text)).toEqual([]);
  });
});

describe('asking again', () => {
  test('changes what is still there and creates nothing twice', () => {
    const plan = planOf('一部分\n  推进改革');
    const here = idOf(plan, '推进改革');
    const fields = { kind: 'clause', place: { parent: here, order: 'a0', turn: 0, was: here } } as const;
    const wanted: Change[] = [
      { do: 'create', id: here, title: '', fields },
      { do: 'create', id: 'fresh', title: '', fields },
      retitle(here, '深化改革'),
      retitle('fresh', '新的'),
      retitle('gone', '没了'),
      { do: 'link', from: here, to: 'gone', type: 'FS', lag: 0 },
    ];
    expect(stillMeant(plan, wanted)).toEqual([wanted[1], wanted[2], wanted[3]]);
  });
});

describe('the changes between two plans', () => {
  test('lead from the one to the other, for 300 random edits', () => {
    const dice = diceOf(2019);
    let plan = planOf(SMALL);
    for (let i = 0; i < 300; i++) {
      const outcome = anyIntent(plan, dice);
      if (isRefusal(outcome)) continue;
      const after = applyChanges(plan, outcome);
      const births = outcome.filter((change) => change.do === 'create');
      // An undo never gives birth: what it brings back was never taken away.
      const before = applyChanges(plan, births);
      expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
      plan = after;
    }
  });
});
