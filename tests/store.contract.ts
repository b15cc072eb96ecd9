// What every Store must do. Run by one test file for each implementation; `open` gives a store over the same data each time.
import { describe, expect, test } from 'vitest';
import { Damaged } from '../server/store.ts';
import type { Entry, NewPlan, Store } from '../server/store.ts';

export interface Bench {
  /** Opens the store; called again after `close`, it finds what was kept. */
  open(): Store;
  /** Alters what is on disk behind the store's back. `n` is the record's number within its plan. */
  harm(how: 'flip' | 'drop' | 'truncate' | 'empty' | 'swap', plan: string, n: number): void;
  clock: { now: number };
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const plan = (id: string, more: Partial<NewPlan> = {}): NewPlan => ({
  id,
  title: `计划 ${id}`,
  year: 2019,
  sample: false,
  first: bytes(0, 0),
  ...more,
});

const entry = (...updates: Uint8Array[]): Entry => ({ updates, claims: [] });

export function storeContract(name: string, makeBench: () => Bench): void {
  describe(name, () => {
    const fresh = (): { bench: Bench; store: Store } => {
      const bench = makeBench();
      return { bench, store: bench.open() };
    };

    test('what was appended comes back in order, after the whole first state', async () => {
      const { bench, store } = fresh();
      store.create([plan('a', { first: bytes(9) })]);
      await Promise.all([1, 2, 3].map((n) => store.append('a', entry(bytes(n, n)))));
      await store.append('a', entry(bytes(4), bytes(5)));
      store.close();
      const again = bench.open();
      expect(again.load('a').updates.map((each) => [...each])).toEqual([[9], [1, 1], [2, 2], [3, 3], [4], [5]]);
      expect(again.load('a').bytes).toBe(9);
      again.close();
    });

    test('plans do not mix', async () => {
      const { store } = fresh();
      store.create([plan('a'), plan('b')]);
      await Promise.all([store.append('a', entry(bytes(1))), store.append('b', entry(bytes(2)))]);
      expect(store.load('a').updates).toEqual([bytes(0, 0), bytes(1)]);
      expect(store.load('b').updates).toEqual([bytes(0, 0), bytes(2)]);
      store.close();
    });

    test('an empty update is a record like any other', async () => {
      const { store } = fresh();
      store.create([plan('a')]);
      await store.append('a', entry(bytes()));
      expect(store.load('a').updates).toHaveLength(2);
      store.close();
    });

    test('appending to a plan that does not exist is refused, and harms no other', async () => {
      const { store } = fresh();
      store.create([plan('a')]);
      const results = await Promise.allSettled([
        store.append('a', entry(bytes(1))),
        store.append('nobody', entry(bytes(2))),
        store.append('a', entry(bytes(3))),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(store.load('a').updates).toEqual([bytes(0, 0), bytes(1), bytes(3)]);
      store.close();
    });

    test('a plan that does not exist cannot be loaded as an empty one', () => {
      const { store } = fresh();
      expect(() => store.load('nobody')).toThrow(Damaged);
      store.close();
    });

    test('creating is all or nothing', () => {
      const { store } = fresh();
      store.create([plan('a')]);
      expect(() => store.create([plan('b'), plan('a')])).toThrow();
      expect(store.plans().map(({ id }) => id)).toEqual(['a']);
      store.close();
    });

    test('seeding happens once, whole, even if it fails half way the first time', () => {
      const { bench, store } = fresh();
      expect(() =>
        store.seed(() => {
          throw new Error('killed');
        }),
      ).toThrow('killed');
      expect(() => store.seed(() => [plan('a'), plan('a')])).toThrow();
      expect(store.plans()).toEqual([]);
      expect(store.seed(() => [plan('a'), plan('b')])).toBe(true);
      store.close();
      const again = bench.open();
      expect(again.seed(() => [plan('c')])).toBe(false);
      expect(again.plans().map(({ id }) => id)).toEqual(['a', 'b']);
      again.close();
    });

    test('the list of plans follows what is said of them and when they were last written', async () => {
      const { bench, store } = fresh();
      bench.clock.now = 1_000;
      store.create([plan('a')]);
      bench.clock.now = 2_000;
      await store.append('a', { ...entry(bytes(1)), about: { title: '新题', year: null, sample: true } });
      expect(store.plans()).toEqual([
        { id: 'a', title: '新题', year: null, sample: true, created: 1_000, updated: 2_000 },
      ]);
      expect(store.plan('a')?.title).toBe('新题');
      expect(store.plan('b')).toBeUndefined();
      store.close();
    });

    test('folding puts one state in the place of the log, and later records follow it', async () => {
      const { bench, store } = fresh();
      store.create([plan('a')]);
      await store.append('a', entry(bytes(1), bytes(2)));
      store.compact('a', bytes(7, 7, 7));
      await store.append('a', entry(bytes(3)));
      store.compact('a', bytes(8));
      await store.append('a', entry(bytes(4)));
      store.close();
      const again = bench.open();
      expect(again.load('a').updates).toEqual([bytes(8), bytes(4)]);
      again.close();
    });

    test('whoever used a clientID first owns it for ever', async () => {
      const { bench, store } = fresh();
      store.create([plan('a'), plan('b')]);
      await store.append('a', { updates: [bytes(1)], claims: [{ client: 4_294_967_295, owner: 's:x' }] });
      await store.append('a', { updates: [], claims: [{ client: 4_294_967_295, owner: 's:y' }] });
      store.compact('a', bytes(1));
      store.close();
      const again = bench.open();
      expect([...again.load('a').owners]).toEqual([[4_294_967_295, 's:x']]);
      expect([...again.load('b').owners]).toEqual([]);
      again.close();
    });

    test('a session holds the grants of several links, one for each plan, until it ends', () => {
      const { bench, store } = fresh();
      bench.clock.now = 10;
      store.openSession('s', 100);
      store.grant('s', { plan: 'a', role: 'viewer', office: '', jti: '1' });
      store.grant('s', { plan: 'a', role: 'editor', office: '局基教科', jti: '2' });
      store.grant('s', { plan: '*', role: 'chair', office: '', jti: '3' });
      expect(store.session('s')).toEqual({
        expires: 100,
        grants: [
          { plan: '*', role: 'chair', office: '', jti: '3' },
          { plan: 'a', role: 'editor', office: '局基教科', jti: '2' },
        ],
      });
      bench.clock.now = 100;
      expect(store.session('s')).toBeUndefined();
      bench.clock.now = 10;
      store.closeSession('s');
      expect(store.session('s')).toBeUndefined();
      expect(() => store.grant('s', { plan: 'a', role: 'viewer', office: '', jti: '' })).toThrow();
      store.close();
    });

    test('a revoked link stays revoked over a restart', () => {
      const { bench, store } = fresh();
      store.revoke('x', 1_000);
      store.close();
      const again = bench.open();
      expect(again.revoked('x')).toBe(true);
      expect(again.revoked('y')).toBe(false);
      again.close();
    });

    test('a healthy store can be written', () => {
      const { store } = fresh();
      expect(() => store.probe()).not.toThrow();
      store.close();
    });

    for (const [how, n, words] of [
      ['flip', 0, 'a bit of the first state'],
      ['flip', 2, 'a bit of a record in the middle'],
      ['flip', 4, 'a bit of the last record'],
      ['drop', 0, 'the first state missing'],
      ['drop', 2, 'a record in the middle missing'],
      ['drop', 4, 'the last record missing'],
      ['truncate', 2, 'a record cut short'],
      ['swap', 2, 'two records that changed places'],
      ['empty', 0, 'no record at all'],
    ] as const)
      test(`a damaged plan is refused, never served in part: ${words}`, async () => {
        const { bench, store } = fresh();
        store.create([plan('a', { first: bytes(1, 2, 3, 4) }), plan('b')]);
        for (const n of [1, 2, 3, 4]) await store.append('a', entry(bytes(n, 2, 3, 4, 5, 6, 7, 8)));
        store.close();
        bench.harm(how, 'a', n);
        const again = bench.open();
        expect(() => again.load('a')).toThrow(Damaged);
        expect(again.load('b').updates).toHaveLength(1);
        again.close();
      });
  });
}
