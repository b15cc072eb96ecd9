// The baselines that are shown: under each bar a thin one where it stood, and beside it by how many days its end has moved.
import { deviationOf, keptShown, signed } from '../model/deviations.ts';
import { diamond } from './glyph.ts';
import type { Group, Shape } from './scene.ts';
import { eachRow } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { baseline as textLine, measure } from './text.ts';
import { visiblePart } from './timescale.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** Px below the bar, and thickness: the first is solid, the second a dashed line. */
const STRIPS = [
  { below: 1, h: 3 },
  { below: 5, h: 2 },
] as const;
/** All of them in px. */
const DEEP = [3, 6] as const;
const GAP = 6;
/** Room for the head of a link that arrives. */
const BEFORE = 14;
const FAR = 240;
/** A milestone's one day, and a day on a long scale, are still to be seen. */
const LEAST = 6;

/** `figures` are the rows' own: the days stand beside them. */
export function drawBaselines(sheet: Sheet, figures: readonly Group[]): Group[] {
  const { view, plan, m, keep, frame, stage } = sheet;
  const { baselines } = view;
  const groups: Group[] = [];
  if (!baselines || baselines.length === 0) return groups;
  // Where rows are low, sooner over the bar than in the next row.
  const deep = DEEP[Math.min(baselines.length, DEEP.length) - 1]!;
  const top = Math.min((m.row + m.bar) / 2, m.row - deep - 1);
  const bodies = new Map(figures.map((group) => [group.key, group]));
  eachRow(sheet, (row, y) => {
    const moved: string[] = [];
    baselines.slice(0, STRIPS.length).forEach((baseline, index) => {
      const span = keptShown(plan, baseline).get(row.id);
      if (!span) return;
      moved.push(signed(deviationOf(plan, baseline, row.id)?.days ?? 0));
      const part = visiblePart(view.scale, span);
      if (!part) return;
      const { below, h } = STRIPS[index]!;
      const from = stage.left + view.scale.x(part.start);
      const wide = stage.left + view.scale.x(part.end) + view.scale.perDay - from;
      const w = Math.max(LEAST, wide);
      const x = from + (wide - w) / 2;
      const box = { x, y: y + top + below, w, h };
      const milestone = plan.nodes.get(row.id)?.kind === 'milestone';
      groups.push(
        keep('over', `baseline ${index} ${row.id}`, [frame, x, box.y, w, milestone], () => ({
          key: `baseline ${index} ${row.id}`,
          bounds: milestone ? { x: x - 1, y: box.y - 2, w: w + 2, h: h + 4 } : box,
          shapes: [stripOf(box, index, milestone)],
        })),
      );
    });
    const body = bodies.get(row.id);
    if (!moved.some(Boolean) || !body) return;
    const text = daysOf(moved, view.lang);
    const late = moved.some((days) => days.startsWith('+'));
    const x = placeFor(body, measure(text, m.text), stage.left);
    groups.push(
      keep('over', `deviation ${row.id}`, [frame, x, y, text], () => ({
        key: `deviation ${row.id}`,
        bounds: { x, y: y + (m.row - m.text * 1.4) / 2, w: measure(text, m.text), h: m.text * 1.4 },
        shapes: [
          {
            kind: 'text',
            x,
            y: textLine(y, m.row, m.text),
            text,
            size: m.text,
            fill: late ? 'danger' : 'muted',
            weight: 600,
          },
        ],
      })),
    );
  });
  return groups;
}

/** Of two baselines that say different things, both, in the order they were chosen. */
function daysOf(moved: readonly string[], lang: Lang): string {
  const each = moved.map((days) => (days ? WORDS[lang].days(days) : WORDS[lang].days('0')));
  return [...new Set(each)].join(' / ');
}

/** After the label; before a bar so long, or with so long a label, that its end may well be out of sight. */
function placeFor({ bounds, grip = bounds }: Group, width: number, left: number): number {
  const end = bounds.x + bounds.w;
  const before = grip.x - BEFORE - width;
  return end - grip.x > FAR && bounds.x === grip.x && before > left ? before : end + GAP;
}

function stripOf(box: { x: number; y: number; w: number; h: number }, index: number, milestone: boolean): Shape {
  const { x, y, w, h } = box;
  if (milestone)
    return index === 0
      ? { kind: 'path', d: diamond(x + w / 2, y + h / 2, w), fill: 'muted' }
      : { kind: 'path', d: diamond(x + w / 2, y + h / 2, w), stroke: 'muted', width: 1 };
  return index === 0
    ? { kind: 'rect', x, y, w, h, r: h / 2, fill: 'muted' }
    : { kind: 'line', x1: x, y1: y + h / 2, x2: x + w, y2: y + h / 2, stroke: 'muted', width: h, dash: '4 3' };
}
