// What my screen shows, as a file can take it along. How I have folded and laid it out stays mine; the file holds a copy of this moment.
import type { Screen } from '../../shared/layout/screen.ts';
import type { View } from './view-store.ts';

export function screenOf(view: View): Screen {
  const { folded, filter, lanes, critical, baselines, school, table, columns, zoom, map, focus, sheet } = view;
  const { arrangement = 'both', colouring, details } = map;
  return {
    folded: [...folded],
    filter,
    chart: { lanes, critical, baselines, school, table, columns, perDay: zoom.gantt },
    map: { arrangement, colouring, details, focus },
    list: sheet,
  };
}
