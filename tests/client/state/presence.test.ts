import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createPresence } from '../../../client/state/presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many who move at once are told once a frame, and who did not move stays the same object', () => {
  const mine = new Awareness(new Y.Doc());
  const presence = createPresence();
  presence.attach(mine);
  const others = Array.from({ length: 25 }, () => new Awareness(new Y.Doc()));
  const say = (index: number, selected: string): void => {
    const other = others[index]!;
    other.setLocalState({
      user: { name: `${index}`, office: '', role: 'editor', color: '#4477aa' },
      selected: [selected],
    });
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(other, [other.clientID]), 'network');
  };
  others.forEach((_, index) => say(index, 'a'));
  vi.advanceTimersByTime(20);
  expect(presence.peers.get()).toHaveLength(25);

  const before = presence.peers.get();
  let told = 0;
  const stop = presence.peers.subscribe(() => told++);
  for (let step = 0; step < 10; step++) for (let index = 0; index < 20; index++) say(index, `b${step}`);
  vi.advanceTimersByTime(20);
  expect(told).toBeLessThanOrEqual(2);
  const after = presence.peers.get();
  expect(after.slice(0, 20).every(({ selected }) => selected?.[0] === 'b9')).toBe(true);
  expect(after.slice(20)).toEqual(before.slice(20));
  expect(after.slice(20).every((peer, index) => peer === before[20 + index])).toBe(true);
  stop();
  presence.detach();
  [mine, ...others].forEach((each) => each.destroy());
});
