// The baselines that are shown: under each bar a thin one where it stood, and beside it by how many days its end has moved.
import { deviationOf, keptShown, signed } from '../model/deviations.ts';
import type { Baseline, Plan } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { clearance } from './bars.ts';
import { diamond } from './glyph.ts';
import { tiedAt } from './link-index.ts';
import type { Group, Shape } from './scene.ts';
import { eachRow } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { baseline as textLine, measure } from './text.ts';
import type { Measures } from './theme.ts';
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
/** A bar is no lower than its words. */
const LEAST_BAR = 12.5;

/** Bars in low rows give the strips their room. */
export function withStrips(m: Measures, count: number): Measures {
  const bar = m.row - 2 * (deepOf(count) + 1);
  return bar >= m.bar || bar < LEAST_BAR ? m : { ...m, bar };
}

/** Whether so many strips have room in a row without lying over its bar. */
export function holdsStrips(m: Measures, count: number): boolean {
  return m.row - 2 * (deepOf(count) + 1) >= Math.min(m.bar, LEAST_BAR);
}

function deepOf(count: number): number {
  return count > 0 ? DEEP[Math.min(count, DEEP.length) - 1]! : -1;
}

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
  const top = Math.min((m.row + m.bar) / 2, m.row - deepOf(baselines.length) - 1);
  const ties = tiedAt(plan.links);
  // Words before a bar must not lie under the table.
  const least = view.window ? Math.max(0, view.window.left) + stage.left : stage.left;
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
    const tied = { left: ties.left.has(row.id), right: ties.right.has(row.id) };
    const x = placeFor(body, measure(text, m.text, 600), { left: least, end: stage.left + stage.scale.width }, m, tied);
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

/** Px that the longest of such words takes behind a label, at this size of type. */
export function daysRoom(plan: Plan, baselines: readonly Baseline[], size: number, lang: Lang): number {
  const all = new Set<string>();
  for (const id of spans(plan).keys()) {
    const moved = baselines.map((baseline) => signed(deviationOf(plan, baseline, id)?.days ?? 0));
    if (moved.some(Boolean)) all.add(daysOf(moved, lang));
  }
  return [...all].reduce((most, text) => Math.max(most, GAP + measure(text, size, 600)), 0);
}

/** After the label; before a bar so long, or with so long a label, that its end may well be out of sight. Clear of links. */
function placeFor(
  { bounds, grip = bounds }: Group,
  width: number,
  { left, end: last }: { readonly left: number; readonly end: number },
  m: Measures,
  tied: { readonly left: boolean; readonly right: boolean },
): number {
  const end = bounds.x + bounds.w;
  const bare = end <= grip.x + grip.w + 1;
  const after = end + (bare ? Math.max(GAP, clearance(m, tied.right)) : GAP);
  const before = grip.x - (tied.left ? clearance(m, true) : BEFORE) - width;
  const long = end - grip.x > FAR && bounds.x >= grip.x - 1;
  const room = bounds.x >= grip.x - 1 && before > left;
  return room && ((long && !tied.left) || after + width > last) ? before : after;
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
