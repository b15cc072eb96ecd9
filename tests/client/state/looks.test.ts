// Kept looks: what is brought back is what was kept, and nothing a stranger wrote can harm.
import { expect, test } from 'vitest';
import { looksSo, readLook, writeLook } from '../../../client/state/looks.ts';
import { createViewStore, FIRST_VIEW } from '../../../client/state/view-store.ts';
import type { View } from '../../../client/state/view-store.ts';

const laid: View = {
  ...FIRST_VIEW,
  lanes: 'lead',
  school: false,
  critical: true,
  baselines: ['b1'],
  columns: { ...FIRST_VIEW.columns, hidden: ['assist'] },
  filter: { text: 'jjk', offices: ['o1'] },
  zoom: { gantt: 2.5, mindmap: 1 },
};

test('a look at the chart is brought back whole, without the search', () => {
  const back = { ...FIRST_VIEW, ...readLook('gantt', writeLook('gantt', laid), FIRST_VIEW) };
  expect(back).toEqual({ ...laid, filter: { offices: ['o1'] } });
  expect(looksSo('gantt', writeLook('gantt', laid), back)).toBe(true);
});

test('zooming is no other look, another column is', () => {
  const text = writeLook('gantt', laid);
  expect(looksSo('gantt', text, { ...laid, zoom: { gantt: 20, mindmap: 1 } })).toBe(true);
  expect(looksSo('gantt', text, { ...laid, columns: FIRST_VIEW.columns })).toBe(false);
});

test.each(['', 'null', '[]', '{"columns":7,"lanes":"x","baselines":[1,2],"perDay":1e9,"filter":"<script>"}'])(
  'nonsense is the usual look: %s',
  (text) => {
    const { zoom, filter, ...rest } = readLook('gantt', text, FIRST_VIEW);
    expect(zoom).toBeUndefined();
    expect(filter).toEqual({});
    expect(rest).toEqual({ columns: FIRST_VIEW.columns, lanes: null, school: true, critical: false, baselines: [] });
  },
);

test('a look is left by whatever it is made of, and by nothing else', () => {
  const view = createViewStore('plan', { ...laid, look: 'v1' }, { read: () => null, write: () => undefined });
  view.set({ zoom: { gantt: 9, mindmap: 1 }, selected: ['n'], folded: new Set(['n']), rail: false });
  expect(view.get().look).toBe('v1');
  view.set({ lanes: null });
  expect(view.get().look).toBeNull();
});
