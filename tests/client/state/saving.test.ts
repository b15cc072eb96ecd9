import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAcknowledged, isAtRisk, next, saveWord, START } from '../../../client/state/saving.ts';
import type { Event, Facts } from '../../../client/state/saving.ts';

const after = (...events: readonly Event[]): Facts => events.reduce(next, START);

const opened: Event = { on: 'opened' };
const closed: Event = { on: 'closed' };
const step: Event = { on: 'sent', frame: 'step' };
const update: Event = { on: 'sent', frame: 'update' };
const edited: Event = { on: 'edited' };
const kept: Event = { on: 'local', state: 'kept' };
const writing: Event = { on: 'local', state: 'writing' };
const failed: Event = { on: 'local', state: 'failed' };
const acked = (count: number): Event => ({ on: 'acked', count });

describe('the word in the top bar', () => {
  test('已保存 comes with the acknowledgement of the last frame, not before', () => {
    expect(saveWord(after(opened, step, acked(1)))).toBe('saved');
    expect(saveWord(after(opened, step, acked(1), edited, update))).toBe('saving');
    expect(saveWord(after(opened, step, acked(1), edited, update, acked(1)))).toBe('saving');
    expect(saveWord(after(opened, step, acked(1), edited, update, acked(2)))).toBe('saved');
  });

  test('an open socket proves nothing until step 2 has gone out on it', () => {
    expect(saveWord(after(edited, kept, opened))).toBe('saving');
    expect(saveWord(after(edited, kept, opened, acked(0)))).toBe('saving');
  });

  test('acknowledgements of an earlier socket do not count on the next', () => {
    expect(saveWord(after(opened, step, acked(1), edited, update, closed, kept, opened, step))).toBe('saving');
    expect(saveWord(after(opened, step, acked(1), edited, update, closed, kept, opened, step, acked(1)))).toBe('saved');
  });

  test('offline, an edit is 已存本机 only when this disk has it', () => {
    expect(saveWord(after(opened, step, acked(1), closed, edited, writing))).toBe('saving');
    expect(saveWord(after(opened, step, acked(1), closed, edited, writing, kept))).toBe('offline');
    expect(saveWord(after(opened, step, acked(1), closed, edited, writing, failed))).toBe('unsaved');
    expect(saveWord(after(opened, step, acked(1), closed, edited))).toBe('unsaved');
  });

  test('what is only typed is not saved, whatever the server has', () => {
    const typing: Event = { on: 'drafts', change: 1 };
    expect(saveWord(after(opened, step, acked(1), typing))).toBe('saving');
    expect(saveWord(after(opened, step, acked(1), typing, { on: 'drafts', change: -1 }))).toBe('saved');
    expect(isAtRisk(after(opened, step, acked(1), typing))).toBe(true);
  });

  test('a server that cannot write says 未保存, and is believed again when it acknowledges', () => {
    const full: Event = { on: 'refused', frame: 0 };
    expect(saveWord(after(opened, step, acked(1), edited, update, full))).toBe('unsaved');
    expect(saveWord(after(opened, step, acked(1), edited, update, full, acked(2)))).toBe('saved');
  });

  test('a server that will not have me back leaves my edits 未保存', () => {
    expect(saveWord(after(opened, step, acked(1), edited, kept, { on: 'stopped', why: 'forbidden' }))).toBe('unsaved');
    expect(after({ on: 'stopped', why: 'forbidden' }, closed)).toMatchObject({ link: 'stopped', stop: 'forbidden' });
  });

  test('with nothing of mine waiting, being cut off puts nothing at risk', () => {
    const facts = after(opened, step, acked(1), closed);
    expect(saveWord(facts)).toBe('offline');
    expect(isAtRisk(facts)).toBe(false);
  });
});

describe('in any history', () => {
  const events: fc.Arbitrary<Event> = fc.oneof(
    fc.constantFrom(opened, closed, edited, kept, writing, failed, step, update),
    fc.record({ on: fc.constant('acked' as const), count: fc.nat(12) }),
    fc.record({ on: fc.constant('refused' as const), frame: fc.nat(3) }),
  );

  test('已保存 is never said while an edit has not been acknowledged on this socket', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (history) => {
        let facts = START;
        // The truth, kept the slow way: is there an edit after which no full acknowledgement of a stepped socket came?
        let waiting = false;
        for (const event of history) {
          facts = next(facts, event);
          if (event.on === 'edited') waiting = true;
          if (event.on === 'acked' && isAcknowledged(facts)) waiting = false;
          if (waiting) expect(saveWord(facts)).not.toBe('saved');
          expect(isAtRisk(facts)).toBe(waiting);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
