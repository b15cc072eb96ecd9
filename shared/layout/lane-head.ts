// The head of a lane: its name and how much stands in it, over the whole table, and its strip among the days. Knows no plan.
import type { Light } from '../model/plan.ts';
import { chevron, lightGlyph } from './glyph.ts';
import type { Lane } from './lanes.ts';
import type { Group, Shape } from './scene.ts';
import type { Side } from './side.ts';
import { baseline, clip, measure } from './text.ts';
import type { Measures } from './theme.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

export function drawLaneHead(lane: Lane, y: number, side: Side, m: Measures, lang: Lang, knob: boolean): Group {
  const line = y + m.row - 0.5;
  const from = m.pad + (knob ? m.glyph * 1.4 : 0);
  const x = from + (lane.by === 'light' ? m.glyph * 1.5 : 0);
  const room = side.width - x - m.pad;
  const label = clip(lane.label, m.title, room, 600);
  const width = measure(label, m.title, 600);
  const count = clip(WORDS[lang].laneCount(lane.count, lane.also), m.small, room - width - m.pad);
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y, w: side.width, h: m.row, fill: 'page' },
    { kind: 'line', x1: 0, y1: line, x2: side.width, y2: line, stroke: 'rule', width: 1 },
  ];
  if (knob) shapes.push(chevron(m.pad + m.glyph * 0.4, y + m.row / 2, m.glyph * 0.62, lane.folded));
  if (lane.by === 'light') shapes.push(...lightGlyph(lane.value as Light, from + m.glyph / 2, y + m.row / 2, m.glyph));
  shapes.push({
    kind: 'text',
    x,
    y: baseline(y, m.row, m.title),
    text: label,
    size: m.title,
    fill: 'ink',
    weight: 600,
  });
  if (count !== '')
    shapes.push({
      kind: 'text',
      x: x + width + m.pad,
      y: baseline(y, m.row, m.small),
      text: count,
      size: m.small,
      fill: 'muted',
    });
  return {
    key: lane.id,
    target: { node: lane.id, part: 'lane' },
    bounds: { x: 0, y, w: side.width, h: m.row },
    shapes,
  };
}

export function drawLaneStrip(id: string, left: number, width: number, y: number, height: number): Group {
  const line = y + height - 0.5;
  return {
    key: id,
    target: { node: id, part: 'lane' },
    bounds: { x: left, y, w: width, h: height },
    shapes: [{ kind: 'line', x1: left, y1: line, x2: left + width, y2: line, stroke: 'rule', width: 1 }],
  };
}
