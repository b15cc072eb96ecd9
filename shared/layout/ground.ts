// The Gantt's ground and header: which days off, strips, periods and today line are in sight. How each looks is in grid.ts, ticks.ts and today.ts.
import { dayKind } from '../model/calendar.ts';
import { UNITS, drawBand, drawGrid, drawShade, drawStrip } from './grid.ts';
import { drawLaneStrip } from './lane-head.ts';
import { periods } from './period.ts';
import type { Box, Group } from './scene.ts';
import { eachLane, eachRow, seenDays } from './sheet.ts';
import { drawPiece, drawSchoolBack, piecesOf } from './school.ts';
import type { Sheet } from './sheet.ts';
import { drawHeadBack, drawMakeup, drawTick } from './ticks.ts';
import { drawTodayFlag } from './today.ts';
import { drawUnknownDays } from './unknown.ts';

export function drawBackdrop(sheet: Sheet): Group[] {
  const { view, stage, m, keep, frame } = sheet;
  const { scale } = view;
  const seen = seenDays(sheet);
  const paper: Box = { x: 0, y: 0, w: stage.left + scale.width, h: stage.bottom };
  const groups = [
    keep('backdrop', 'paper', [frame, stage.bottom], () => ({
      key: 'paper',
      bounds: paper,
      shapes: [{ kind: 'rect', ...paper, fill: 'paper' }],
    })),
  ];
  eachRow(sheet, (row, y) => {
    if (row.depth === 0 && row.kind === 'section')
      groups.push(
        keep('backdrop', `shade ${row.id}`, [frame, y], () => drawShade(row.id, stage.left, scale.width, y, m.row)),
      );
  });
  eachLane(sheet, ({ id }, y) => {
    groups.push(keep('backdrop', `shade ${id}`, [frame, y], () => drawShade(id, stage.left, scale.width, y, m.row)));
  });
  for (const band of sheet.daysOff) {
    const { span, kind, name } = band;
    if (span.end < seen.start || span.start > seen.end) continue;
    const inputs = [frame, stage.bottom, span.end, kind, name];
    groups.push(keep('backdrop', `band ${span.start}`, inputs, () => drawBand(stage, band)));
  }
  groups.push(keep('backdrop', 'grid', [frame, stage.bottom, seen.start, seen.end], () => drawGrid(stage, seen)));
  eachRow(sheet, (row, y) => {
    groups.push(keep('backdrop', row.id, [frame, y], () => drawStrip(row.id, stage.left, scale.width, y, m.row)));
  });
  eachLane(sheet, ({ id }, y) => {
    groups.push(keep('backdrop', id, [frame, y], () => drawLaneStrip(id, stage.left, scale.width, y, m.row)));
  });
  return groups;
}

export function drawHead(sheet: Sheet, todayAt: number | undefined): Group[] {
  const { view, stage, keep, frame, window } = sheet;
  const { scale, calendar } = view;
  const seen = seenDays(sheet);
  const from = view.window ? window.left + stage.left : stage.left;
  const groups = [keep('head', 'back', [frame], () => drawHeadBack(stage))];
  const flag =
    todayAt === undefined
      ? undefined
      : keep('head', 'today', [frame, view.today], () => drawTodayFlag(stage, todayAt, view.today));
  for (const band of ['upper', 'lower'] as const) {
    const unit = UNITS[scale.zoom][band];
    for (const period of periods(seen, unit)) {
      const makeup = unit === 'day' && dayKind(period.start, calendar).kind === 'makeup';
      const x = stage.left + scale.x(period.start);
      const right = stage.left + scale.x(period.end) + scale.perDay;
      const { x: at = 0, w = 0 } = flag?.bounds ?? {};
      const near = band === 'lower' && at < right && x < at + w ? flag?.bounds : undefined;
      const look = { from: band === 'upper' && from > x ? from : x, makeup, flag: near };
      const inputs = [frame, makeup, look.from, near];
      groups.push(keep('head', `${band} ${period.start}`, inputs, () => drawTick(stage, period, band, look)));
    }
  }
  const school = view.school ?? [];
  if (school.length > 0) groups.push(keep('head', 'school back', [frame], () => drawSchoolBack(stage)));
  for (const piece of piecesOf(school, scale, seen)) {
    const x = stage.left + scale.x(piece.span.start);
    const edge = from > x ? from : x;
    const inputs = [frame, piece.span.end, piece.stretch, piece.week, edge];
    groups.push(keep('head', `school ${piece.span.start}`, inputs, () => drawPiece(stage, piece, edge)));
  }
  for (const { kind, span } of sheet.daysOff) {
    if (kind !== 'makeup' || scale.zoom === 'day' || span.end < seen.start || span.start > seen.end) continue;
    const made = drawMakeup(stage, span.start);
    if (made) groups.push(keep('head', made.key, [frame], () => made));
  }
  groups.push(...drawUnknownDays(sheet));
  if (flag) groups.push(flag);
  return groups;
}
