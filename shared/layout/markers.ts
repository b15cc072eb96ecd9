// Vertical lines at days that matter to everybody, such as 开学: a dashed line through the chart, its name at the top. Knows no row.
import { clearRuns } from './clear.ts';
import type { Group, Shape } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { baseline, measure } from './text.ts';

/** Lines of one day share it; their names stand together. */
/** Lines run clear of the words of `figures`. */
export function drawMarkers({ plan, stage, m, keep, frame }: Sheet, figures: readonly Group[]): readonly Group[] {
  const { scale, left, top, bottom } = stage;
  const days = new Map<string, string[]>();
  for (const { day, name } of plan.records.marker.values())
    if (day >= scale.from && day <= scale.to) days.set(day, [...(days.get(day) ?? []), name]);
  return [...days].map(([day, names]) => {
    const text = names.join('、');
    const x = left + Math.min(Math.max(scale.x(day) + scale.perDay / 2, 1), scale.width - 1);
    const runs = clearRuns(x, top, bottom, figures);
    return keep(
      'over',
      `marker ${day}`,
      [frame, bottom, text, runs.map(({ from, to }) => `${from} ${to}`).join()],
      () => {
        const w = measure(text, m.small) + 8;
        const h = Math.round(m.small * 1.5);
        const start = Math.min(x, left + scale.width - w);
        return {
          key: `marker ${day}`,
          bounds: { x: Math.min(x - 0.75, start), y: top, w: Math.max(w, 1.5), h: bottom - top },
          shapes: [
            ...runs.map(({ from, to }): Shape => ({
              kind: 'line',
              x1: x,
              y1: from,
              x2: x,
              y2: to,
              stroke: 'muted',
              width: 1.25,
              dash: '5 4',
            })),
            { kind: 'rect', x: start, y: top + 1, w, h, r: 3, fill: 'paper' },
            { kind: 'text', x: start + 4, y: baseline(top + 1, h, m.small), text, size: m.small, fill: 'muted' },
          ],
        };
      },
    );
  });
}
