import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepAddress, searchFor, viewIn } from '../../../client/state/address.ts';
import type { Place } from '../../../client/state/address.ts';
import { NO_FILTER } from '../../../shared/layout/chips.ts';
import { createViewStore } from '../../../client/state/view-store.ts';
import type { ViewStore } from '../../../client/state/view-store.ts';

/** An address bar with a back button. */
function placeAt(first = ''): Place & { readonly past: string[]; back(): void } {
  const past = [first];
  let heard = (): void => undefined;
  return {
    past,
    search: () => past.at(-1)!,
    write(search, how) {
      if (how === 'push') past.push(search);
      else past[past.length - 1] = search;
    },
    onBack(on) {
      heard = on;
      return () => (heard = () => undefined);
    },
    back() {
      past.pop();
      heard();
    },
  };
}

const NOWHERE = { read: () => null, write: () => undefined };
const open = (place: Place): ViewStore => {
  const view = createViewStore('plan', { ...viewIn(place.search()) }, NOWHERE);
  keepAddress(view, place);
  return view;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the address', () => {
  const all = {
    filter: {
      text: '基教 & 改革',
      offices: ['o1', 'o2'],
      section: 's1',
      lights: ['late', 'doing'],
      period: { start: '2019-07-01', end: '2019-09-30' },
      undated: true,
      findings: ['no-lead'],
    },
    lanes: 'lead',
    look: 'v1',
  } as const;

  test('says every condition, and is read back the same', () => {
    expect(viewIn(searchFor(all))).toEqual(all);
    expect(searchFor(all)).toContain('office=o1,o2');
  });

  test('says nothing when nothing is filtered, and leaves what is not ours alone', () => {
    expect(searchFor({ filter: NO_FILTER, lanes: null })).toBe('');
    expect(viewIn('?x=1')).toBeUndefined();
    expect(searchFor({ filter: { undated: true }, lanes: null }, '?x=1&q=old')).toBe('?x=1&undated=1');
  });

  test.each([
    '?light=green&period=2019-13-01..x&lanes=dreams&lacks=<script>',
    '?office=,,&q=&section=',
    '?q=%',
    '?period=2019-09-01..2019-01-01',
  ])('that is nonsense filters nothing it does not know: %s', (search) => {
    const { filter, lanes } = viewIn(search)!;
    expect(lanes).toBeNull();
    expect(Object.keys(filter).filter((name) => name !== 'text')).toEqual([]);
  });
});

describe('my view and the address', () => {
  test('a link shows what its sender saw', () => {
    const view = open(placeAt(searchFor({ filter: { offices: ['o1'] }, lanes: 'quarter' })));
    expect(view.get()).toMatchObject({ filter: { offices: ['o1'] }, lanes: 'quarter' });
  });

  test('each chip is a step that the back button undoes', () => {
    const place = placeAt();
    const view = open(place);
    view.set({ filter: { offices: ['o1'] } });
    view.set({ filter: { offices: ['o1'], undated: true } });
    expect(place.past).toEqual(['', '?office=o1', '?office=o1&undated=1']);
    place.back();
    expect(view.get().filter).toEqual({ offices: ['o1'] });
    place.back();
    expect(view.get().filter).toEqual(NO_FILTER);
    expect(place.past).toEqual(['']);
  });

  test('a word that is typed is one step, written when the hand rests', () => {
    const place = placeAt();
    const view = open(place);
    for (const text of ['j', 'jj', 'jjk']) view.set({ filter: { text } });
    vi.advanceTimersByTime(1000);
    expect(place.past).toEqual(['', '?q=jjk']);
    place.back();
    expect(view.get().filter.text).toBeUndefined();
  });

  test('what was kept in this browser is written into an address that says nothing', () => {
    const place = placeAt();
    const view = createViewStore('plan', { filter: { undated: true } }, NOWHERE);
    keepAddress(view, place);
    expect(place.past).toEqual(['?undated=1']);
  });

  test('nothing else of my view is in it', () => {
    const place = placeAt();
    const view = open(place);
    view.set({ selected: ['n1'], folded: new Set(['n1']), rail: false });
    expect(place.past).toEqual(['']);
  });
});
