// The Gantt's frozen table: what each row in sight says in it. How cells look is in side.ts.
import { numbering } from '../model/numbering.ts';
import { leadLabel, leadNames, shortTitle, spanLabel } from './label.ts';
import type { Group } from './scene.ts';
import { drawLaneHead } from './lane-head.ts';
import { eachLane, eachRow } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { drawCells, drawCorner, drawKnob, drawSideBack, drawSideEdge } from './side.ts';
import { hueOf } from './theme.ts';
import { WORDS } from './words.ts';

/** The columns whose words are made here. */
const OWN: ReadonlySet<string> = new Set(['mark', 'title', 'lead', 'span']);

export function drawTable(sheet: Sheet): { side: Group[]; corner: Group[] } {
  const { plan, view, stage, m, keep, frame, shown, shine } = sheet;
  const { side, lang } = view;
  const columns = side.columns.map(({ name, width, label = '' }) => `${name}${width}${label}`).join(' ');
  const words = WORDS[lang];
  const numbers = numbering(plan);
  const room = (side.columns.find(({ name }) => name === 'lead')?.width ?? 0) - m.pad;
  const others = side.columns.map(({ name }) => name).filter((name) => !OWN.has(name));
  const lit = others.includes('light');
  const groups = [keep('side', 'back', [frame, stage.bottom], () => drawSideBack(side, stage.top, stage.bottom))];
  eachRow(sheet, (row, y) => {
    const node = plan.nodes.get(row.id)!;
    // Open branches show what stands below them, so a roll-up of it would only repeat it.
    const names = row.branch && !row.folded && node.lead.size === 0 ? [] : leadNames(plan, row.id);
    const span = shown.get(row.id);
    const dates = span ? spanLabel(span, lang, plan.meta.year) : words.undated;
    const hue = hueOf(row.section);
    const said = others.map((name) => view.cell?.(row.id, name) ?? '');
    const light = lit ? shine.get(row.id) : undefined;
    const mark = numbers.get(row.id)?.label ?? '';
    const inputs = [frame, columns, y, node, names.join('\n'), dates, hue, row.depth, mark, light, said.join('\n')];
    groups.push(
      keep('side', row.id, inputs, () => {
        const title = shortTitle(node, lang);
        const own = { lead: leadLabel(names, lang, m.small, room), span: dates };
        const cells = { ...own, ...Object.fromEntries(others.map((name, at) => [name, said[at]!])) };
        return drawCells({ row, y, hue, mark, title, words: cells, light, undated: !span }, side, m);
      }),
    );
    if (row.branch && knobFor(view, row) && side.columns.some(({ name }) => name === 'title'))
      groups.push(
        keep('side', `fold ${row.id}`, [frame, columns, y, row.depth, row.folded], () => drawKnob(row, y, side, m)),
      );
  });
  eachLane(sheet, (lane, y) => {
    const inputs = [frame, y, lane.label, lane.count, lane.also.join(), lane.folded, view.knobs];
    groups.push(keep('side', lane.id, inputs, () => drawLaneHead(lane, y, side, m, lang, knobFor(view, lane))));
  });
  groups.push(keep('side', 'edge', [frame, stage.bottom], () => drawSideEdge(side, stage.top, stage.bottom)));
  const sample = plan.meta.sample;
  return {
    side: groups,
    corner: [keep('corner', 'corner', [frame, columns, sample], () => drawCorner(side, m, stage.top, lang, sample))],
  };
}

function knobFor({ knobs }: Sheet['view'], { folded }: { readonly folded: boolean }): boolean {
  return knobs === 'folded' ? folded : knobs !== false;
}
