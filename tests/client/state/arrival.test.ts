// A link to a node is followed when the plan that holds it has come, and once.
import { describe, expect, test, vi } from 'vitest';
import { arrive, viewFor } from '../../../client/state/arrival.ts';
import type { Connection } from '../../../client/state/connection.ts';
import type { Status } from '../../../client/state/ledger.ts';
import { createStore } from '../../../client/state/store.ts';
import { NO_FILTER } from '../../../shared/layout/chips.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges } from '../../../shared/ops/change.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const whole = planOf('一\n  甲\n    甲一');
const id = idOf(whole, '甲一');
const empty = planOf('一');

function come(search: string, first?: Plan) {
  const plan = createStore<Plan | undefined>(first);
  const status = createStore<Status>({ word: 'saving', link: 'open', local: 'kept', rebuilding: false });
  const written: string[] = [];
  const [show, gone] = [vi.fn<(node: string) => void>(), vi.fn<() => void>()];
  const place = { search: () => search, write: (to: string) => void written.push(to), onBack: () => () => undefined };
  const leave = arrive({ plan, status } as unknown as Connection, place, { show, gone });
  return { plan, status, written, show, gone, leave };
}

describe('a link to a node', () => {
  test('is followed when the plan comes, once, and leaves the address', () => {
    const { plan, written, show, gone } = come(`?node=${id}&face=list`);
    expect(written).toEqual(['']);
    expect(show).not.toHaveBeenCalled();
    plan.set(whole);
    plan.set(applyChanges(whole, [{ do: 'retitle', id, title: '甲二' }]));
    expect(show.mock.calls).toEqual([[id]]);
    expect(gone).not.toHaveBeenCalled();
  });

  test('waits for the server where this disk does not hold it yet', () => {
    const { plan, show, gone, status } = come(`?node=${id}`, empty);
    expect(gone).not.toHaveBeenCalled();
    plan.set(whole);
    status.set({ ...status.get(), word: 'saved' });
    expect([show.mock.calls.length, gone.mock.calls.length]).toEqual([1, 0]);
  });

  test('says so when the node is gone or lies in the bin', () => {
    const place = { parent: 'bin', order: 'a0', turn: 9, was: 'root' };
    const binned = applyChanges(whole, [{ do: 'put', id, key: 'place', value: place }]);
    for (const plan of [empty, binned]) {
      const { status, show, gone } = come(`?node=${id}`, plan);
      status.set({ ...status.get(), word: 'saved' });
      expect([show.mock.calls.length, gone.mock.calls.length]).toEqual([0, 1]);
    }
  });
});

test('what I kept may not hide what the link means', () => {
  expect(viewFor('?node=n1&face=mindmap')).toEqual({ open: 'mindmap', filter: NO_FILTER, lanes: null, focus: null });
  expect(viewFor('?face=nowhere')).toEqual({});
  expect(viewFor('?node=n1&lanes=lead')).toMatchObject({ lanes: 'lead' });
});
