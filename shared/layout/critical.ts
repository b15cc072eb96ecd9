// The critical path on demand: a heavy frame and a foot under every bar that cannot move without moving the end. Weight says it too, not colour alone.
import type { Box, Group } from './scene.ts';
import { eachRow, placeOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export function drawCritical(sheet: Sheet): Group[] {
  const { view, m, keep, frame, plan } = sheet;
  const groups: Group[] = [];
  const { critical } = view;
  if (!critical) return groups;
  eachRow(sheet, (row, y) => {
    const place = critical.has(row.id) ? placeOf(sheet, row) : undefined;
    if (!place) return;
    const milestone = plan.nodes.get(row.id)?.kind === 'milestone';
    const size = milestone ? m.diamond : m.bar;
    const w = milestone ? size : place.w;
    const x = milestone ? place.x + (place.w - size) / 2 : place.x;
    const box: Box = { x: x - 2, y: y + (m.row - size) / 2 - 2, w: w + 4, h: size + 4 };
    groups.push(
      keep('over', `critical ${row.id}`, [frame, box.x, box.y, box.w], () => ({
        key: `critical ${row.id}`,
        bounds: box,
        shapes: [
          { kind: 'rect', ...box, r: 7, stroke: 'danger', width: 2 },
          { kind: 'rect', x: box.x + 5, y: box.y + box.h - 4, w: Math.max(2, box.w - 10), h: 4, fill: 'danger' },
        ],
      })),
    );
  });
  return groups;
}
