// The critical path on demand: a heavy frame and a foot under every bar that cannot move without moving the end; a dotted line as far as the others may move. Weight and words say it too, not colour alone.
import { minDay } from '../model/day.ts';
import type { Day, Id } from '../model/plan.ts';
import type { Box, Group } from './scene.ts';
import { eachRow, placeOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export function drawCritical(sheet: Sheet): Group[] {
  const { view, m, keep, frame, plan } = sheet;
  const groups: Group[] = [];
  const { critical } = view;
  if (!critical) return groups;
  eachRow(sheet, (row, y) => {
    const place = placeOf(sheet, row);
    if (!place) return;
    if (!critical.critical.has(row.id)) {
      const until = critical.until.get(row.id);
      if (until) groups.push(...drawSlack(sheet, row.id, place.x + place.w, until, y));
      return;
    }
    const milestone = plan.nodes.get(row.id)?.kind === 'milestone';
    const size = milestone ? m.diamond : m.bar;
    const w = milestone ? size : place.w;
    const x = milestone ? place.x + (place.w - size) / 2 : place.x;
    const air = Math.min(2, (m.row - size) / 2);
    const box: Box = { x: x - 2, y: y + (m.row - size) / 2 - air, w: w + 4, h: size + 2 * air };
    groups.push(
      keep('over', `critical ${row.id}`, [frame, box.x, box.y, box.w], () => ({
        key: `critical ${row.id}`,
        bounds: box,
        shapes: [
          { kind: 'rect', ...box, r: 7, stroke: 'danger', width: 2 },
          {
            kind: 'rect',
            x: box.x + 5,
            y: box.y + box.h - 2 * air,
            w: Math.max(2, box.w - 10),
            h: 2 * air,
            fill: 'danger',
          },
        ],
      })),
    );
  });
  return groups;
}

/** From the end of a bar to the last day it may end on, closed by a tick. */
function drawSlack({ stage, view, m, keep, frame }: Sheet, id: Id, from: number, until: Day, y: number): Group[] {
  const last = minDay(until, view.scale.to);
  const to = stage.left + view.scale.x(last) + view.scale.perDay;
  if (to <= from + 1) return [];
  const at = y + Math.min((m.row + m.bar) / 2 + 3, m.row - 3);
  const tick = Math.min(4, (m.row - m.bar) / 2 + 1);
  return [
    keep('over', `slack ${id}`, [frame, from, to, y], () => ({
      key: `slack ${id}`,
      bounds: { x: from, y: at - tick, w: to - from, h: 2 * tick },
      shapes: [
        { kind: 'line', x1: from, y1: at, x2: to - 1, y2: at, stroke: 'muted', width: 1.5, dash: '2 3' },
        { kind: 'line', x1: to - 1, y1: at - tick, x2: to - 1, y2: at + tick, stroke: 'muted', width: 1.5 },
      ],
    })),
  ];
}
