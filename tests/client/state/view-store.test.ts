import { describe, expect, test, vi } from 'vitest';
import { readSettings } from '../../../client/state/settings.ts';
import { createViewStore, FIRST_VIEW, readView, writeView } from '../../../client/state/view-store.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string) => void kept.set(key, text),
  };
}

describe('my view of a plan', () => {
  test('is found again tomorrow: view, folding, zoom, chips; not the selection, not the search', () => {
    const view = {
      ...FIRST_VIEW,
      open: 'list' as const,
      folded: new Set(['a', 'b']),
      zoom: { gantt: 14, mindmap: 0.5 },
      filter: { offices: ['o'], undated: true, text: '改革' },
      selected: ['a'],
    };
    expect({ ...FIRST_VIEW, ...readView(writeView(view)) }).toEqual({
      ...view,
      filter: { offices: ['o'], undated: true },
      selected: [],
    });
  });

  test.each([null, '', '[]', '3', '{"open":"wall","folded":7,"zoom":{"gantt":1e9},"table":-1,"filter":[]}'])(
    'whatever stands in storage, it opens: %j',
    (text) => {
      expect({ ...FIRST_VIEW, ...readView(text) }).toEqual(FIRST_VIEW);
    },
  );

  test('tells watchers of real changes only, and is written a little later', () => {
    vi.useFakeTimers();
    const storage = memory();
    const view = createViewStore('plan', {}, storage);
    const heard = vi.fn();
    view.subscribe(heard);
    view.set({ open: 'gantt' });
    expect(heard).not.toHaveBeenCalled();
    view.set({ open: 'text' });
    view.set({ rail: false });
    expect(heard).toHaveBeenCalledTimes(2);
    expect(storage.kept.size).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(createViewStore('plan', {}, storage).get()).toMatchObject({ open: 'text', rail: false });
    vi.useRealTimers();
  });

  test('of one plan is not that of another', () => {
    vi.useFakeTimers();
    const storage = memory();
    createViewStore('one', {}, storage).set({ open: 'text' });
    vi.advanceTimersByTime(1000);
    expect(createViewStore('two', {}, storage).get().open).toBe('gantt');
    vi.useRealTimers();
  });
});

describe('my settings', () => {
  test.each([null, 'nonsense', '{"lang":"fr","shade":1,"name":5}', 'null'])('read %j as the defaults', (text) => {
    expect(readSettings(text)).toEqual({ lang: 'zh', shade: 'system', name: '', asked: false, follow: 'ask' });
  });
});
