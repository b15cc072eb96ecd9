// The Gantt's figures and links: which form stands for each row in sight. How each looks is in bars.ts and links.ts.
import type { Day, Id, Node, Span } from '../model/plan.ts';
import { horizonOf, progressOf } from '../model/schedule.ts';
import { earliest, isBroken } from '../model/links.ts';
import { isSoon, rulesOf } from '../model/lights.ts';
import { drawBar, drawMilestone, drawSummary } from './bars.ts';
import type { Figure } from './bars.ts';
import { struckAt } from './clear.ts';
import type { Run } from './clear.ts';
import { dayLabel, shortTitle } from './label.ts';
import { brokenInto, linksWithin, tiedAt } from './link-index.ts';
import { drawLink, wayOf } from './links.ts';
import { drawPips } from './pips.ts';
import type { Row } from './rows.ts';
import { overlap } from './scene.ts';
import type { Box, Group } from './scene.ts';
import { eachRow, placeOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { hueOf } from './theme.ts';
import { WORDS } from './words.ts';

export function drawFigures(sheet: Sheet): Group[] {
  const { plan, view, m, keep, frame, shown, shine } = sheet;
  const ties = tiedAt(plan.links);
  const late = brokenInto(plan.links, shown);
  const rules = rulesOf(plan);
  const groups: Group[] = [];
  eachRow(sheet, (row, y) => {
    const node = plan.nodes.get(row.id)!;
    const form = formOf(node, row, shown.get(row.id));
    const place = placeOf(sheet, row);
    if (!form || !place) {
      groups.push(...pips(sheet, node, row, y));
      return;
    }
    const progress = progressOf(plan, row.id);
    const light = shine.get(row.id) ?? 'todo';
    const tied = { left: ties.left.has(row.id), right: ties.right.has(row.id) };
    const hue = hueOf(row.section);
    // Without a window everything is in sight. Only bars that begin before it are drawn again when it is scrolled sideways.
    const edge = view.window ? view.window.left + sheet.stage.left : undefined;
    const seen = edge !== undefined && form === 'bar' && place.x < edge && edge < place.x + place.w ? edge : undefined;
    const soon = isSoon(light, shown.get(row.id), view.today, rules);
    const said =
      form === 'summary' ? [] : [...(soon ? [WORDS[view.lang].soon] : []), ...saidOfLinks(sheet, row.id, late)];
    // A bracket shows only what rolls up, not its node's own words, so a rename leaves it alone.
    const inputs =
      form === 'summary'
        ? [frame, form, y, place.x, place.w, progress, hue, row.depth, tied.left, tied.right, row.folded && light]
        : [
            frame,
            form,
            y,
            place.x,
            place.w,
            progress,
            hue,
            node,
            light,
            tied.left,
            tied.right,
            plan.meta.year,
            seen,
            said.join(' '),
          ];
    groups.push(
      keep('body', row.id, inputs, () => {
        const figure: Figure = {
          ...place,
          id: row.id,
          y,
          hue,
          light,
          progress,
          tied,
          seen,
          left: sheet.stage.left,
          right: sheet.stage.left + view.scale.width,
          label:
            form === 'summary'
              ? progress === undefined
                ? ''
                : `${progress}%`
              : [withTicks(shortTitle(node, view.lang), node), ...said].join(' '),
          date: form === 'milestone' ? dayLabel(shown.get(row.id)!.end, plan.meta.year) : '',
        };
        if (form === 'summary') return drawSummary(figure, m, row.depth === 0, row.folded);
        return form === 'milestone' ? drawMilestone(figure, m) : drawBar(figure, m);
      }),
    );
    groups.push(...pips(sheet, node, row, y));
  });
  return groups;
}

/** What links make of it: that one does not hold, and, where the critical path is shown, how far it may move. */
function saidOfLinks({ view, plan }: Sheet, id: Id, late: ReadonlyMap<Id, Day>): readonly string[] {
  const words = WORDS[view.lang];
  const day = late.get(id);
  const slack = view.critical?.slack.get(id);
  return [
    ...(day ? [words.tooEarly(dayLabel(day, plan.meta.year))] : []),
    ...(slack === undefined ? [] : [slack > 0 ? words.slack(slack) : words.critical]),
  ];
}

/** 6.1 名师讲坛 3/6 */
function withTicks(title: string, { ticks }: Node): string {
  return ticks ? `${title} ${ticks.done.length}/${ticks.times}` : title;
}

/** Undated work recurs over the days the plan is about. */
function pips(sheet: Sheet, node: Node, row: Row, y: number): readonly Group[] {
  const { ticks } = node;
  if (!ticks) return [];
  const { plan, view, m, keep, frame, shown } = sheet;
  const span = shown.get(row.id) ?? horizonOf(plan, view.today);
  const hue = hueOf(row.section);
  const place = { span, scale: view.scale, left: sheet.stage.left, y, hue };
  return drawPips(row.id, ticks, place, m).map((made) =>
    keep('body', made.key, [frame, y, ticks, span.start, span.end, hue], () => made),
  );
}

/** A section or item over others is a bracket; what only rolls up is one too; the rest have their own bar. */
function formOf(node: Node, row: Row, span: Span | undefined): 'bar' | 'summary' | 'milestone' | undefined {
  if (!span) return undefined;
  if (node.kind === 'milestone') return 'milestone';
  if (row.branch && (node.kind === 'section' || node.kind === 'item' || !node.span)) return 'summary';
  return 'bar';
}

export function drawLinks(sheet: Sheet, bars: readonly Group[]): Group[] {
  const { plan, view, keep, frame, shown, window, m, first, last } = sheet;
  const { left } = sheet.stage;
  const right = left + view.scale.width;
  const groups: Group[] = [];
  for (const { key, link, ...ends } of linksWithin(plan.links, view.rows, first, last)) {
    const from = endOf(sheet, ends.from);
    const to = endOf(sheet, ends.to);
    if (!from || !to) continue;
    const reach = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
    const box: Box = {
      ...reach,
      w: Math.max(from.x + from.w, to.x + to.w) - reach.x,
      h: Math.max(from.y, to.y) + m.row - reach.y,
    };
    if (!overlap(box, { x: window.left, y: window.top, w: window.right - window.left, h: window.bottom - window.top }))
      continue;
    const broken = isBroken(link, shown)
      ? WORDS[view.lang].brokenLink(dayLabel(earliest(link, shown)!, plan.meta.year))
      : undefined;
    const heavy = view.critical?.chains.has(key) ?? false;
    const worded = wordsAt(
      between(bars, { ...to, y: to.y - m.row, h: 2 * m.row }),
      link.to,
      link.type === 'FS' || link.type === 'SS' ? 'left' : 'right',
    );
    const passed = between(bars, box);
    const words = (x: number): readonly Run[] => struckAt(x, passed);
    const joint = { from, to, row: m.row, left, right, worded, words };
    const way = wayOf(link, joint);
    const draw = (): Group => drawLink(key, link, joint, way, broken, heavy);
    const leftOut = way.gaps.flatMap((gaps) => gaps.map((gap) => `${gap.from}-${gap.to}`)).join(' ');
    const inputs = [frame, link.type, broken, heavy, from.x, from.y, from.w, to.x, to.y, to.w, worded, leftOut];
    groups.push(keep('links', key, inputs, draw));
  }
  return groups;
}

/** The figures of the rows that a box reaches over; figures stand in the order of their rows. */
function between(bars: readonly Group[], { y, h }: Box): readonly Group[] {
  const seek = (at: number): number => {
    let [low, high] = [0, bars.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bars[middle]!.bounds.y < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return bars.slice(seek(y), seek(y + h));
}

function wordsAt(bars: readonly Group[], id: Id, side: 'left' | 'right'): boolean {
  const group = bars.find(({ key }) => key === id);
  if (!group?.grip) return false;
  const { bounds, grip } = group;
  return side === 'left' ? bounds.x < grip.x - 2 : bounds.x + bounds.w > grip.x + grip.w + 2;
}

/** The body of a row's figure, whether or not the row is in sight. */
function endOf(sheet: Sheet, index: number): Box | undefined {
  const { m, stage, plan } = sheet;
  const row = sheet.view.rows[index];
  const y = stage.top + index * m.row;
  const place = row?.is === 'node' ? placeOf(sheet, row) : undefined;
  if (row?.is !== 'node' || !place) return undefined;
  const h = plan.nodes.get(row.id)!.kind === 'milestone' ? m.diamond : m.bar;
  const middle = place.x + place.w / 2;
  if (plan.nodes.get(row.id)!.kind === 'milestone')
    return { x: middle - m.diamond / 2, y: y + (m.row - h) / 2, w: m.diamond, h };
  return { x: place.x, y: y + (m.row - h) / 2, w: Math.max(4, place.w), h };
}
