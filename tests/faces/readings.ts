// Each face read back from what it shows, by what a person could see there: positions, marks, words. None of these looks at the tree.
import { arranged } from '../../shared/layout/arrange.ts';
import { cellText } from '../../shared/layout/cells.ts';
import { cellCopied } from '../../client/views/list/cells.ts';
import type { Facts } from '../../client/views/list/columns.ts';
import { bracketRuns, sheetOf } from '../../client/views/text/sheet.ts';
import { FIRST_SHEET } from '../../shared/layout/listing.ts';
import { translator } from '../../client/i18n/t.ts';
import { createGanttLayout } from '../../shared/layout/gantt.ts';
import { createMindmapLayout } from '../../shared/layout/mindmap.ts';
import { rows } from '../../shared/layout/rows.ts';
import type { Group, Layer, Scene } from '../../shared/layout/scene.ts';
import { SIDE } from '../../shared/layout/side.ts';
import { timescale } from '../../shared/layout/timescale.ts';
import { CHINA } from '../../shared/model/calendar.ts';
import { addDays } from '../../shared/model/day.ts';
import { numbering } from '../../shared/model/numbering.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Kind, Outline, Plan } from '../../shared/model/plan.ts';
import { spans } from '../../shared/model/schedule.ts';
import { lights } from '../../shared/model/lights.ts';
import { toOutline } from '../../shared/yaodian/draft.ts';
import { parse } from '../../shared/yaodian/parse.ts';
import { write } from '../../shared/yaodian/write.ts';

export const TODAY = '2019-06-15';
const OPEN: ReadonlySet<Id> = new Set();
export const SCALE = timescale({ zoom: 'month', from: '2018-01-01', to: '2020-12-31' });

/** One entry as a face shows it; what the face does not show is left out. */
export interface Seen {
  readonly id: Id;
  readonly parent: Id;
  /** As far as there was room. */
  readonly title?: string;
  readonly whole?: boolean;
  readonly mark?: string;
  readonly leads?: string;
  readonly start?: string;
  readonly end?: string;
}

export function factsOf(plan: Plan): Facts {
  const shown = spans(plan);
  return {
    plan,
    numbers: numbering(plan),
    spans: shown,
    lights: lights(plan, shown, TODAY),
    today: TODAY,
    lang: 'zh',
    t: translator('zh'),
    baselines: [],
  };
}

/** Entries in reading order with how deep each stands: the parent is the last one above that stands one less deep. */
function nested<T extends { id: Id; depth: number }>(entries: readonly T[]): (T & { parent: Id })[] {
  const path: Id[] = [];
  return entries.map((entry) => {
    path.length = entry.depth;
    path[entry.depth] = entry.id;
    return { ...entry, parent: entry.depth === 0 ? ROOT : (path[entry.depth - 1] ?? '?') };
  });
}

const layer = (scene: Scene, name: Layer['name']): readonly Group[] =>
  scene.layers.find((each) => each.name === name)?.groups ?? [];
const wordsOf = ({ shapes }: Group): { x: number; y: number; text: string }[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [{ x: shape.x, y: shape.y, text: shape.text }] : []));

/** The chart: rows by height, depth by indentation, days by where a bar begins and ends. */
export function ganttReader(): (plan: Plan) => readonly Seen[] {
  const layout = createGanttLayout();
  const markWidth = SIDE.columns[0]!.width;
  return (plan) => {
    const scene = layout(plan, {
      rows: rows(plan, { folded: OPEN }),
      scale: SCALE,
      today: TODAY,
      calendar: CHINA,
      density: 'normal',
      side: SIDE,
      lang: 'zh',
    });
    const bars = new Map(
      layer(scene, 'body').flatMap(({ target, grip }) =>
        (target?.part === 'bar' || target?.part === 'summary') && grip
          ? [[target.node, { from: dayAt(grip.x), to: addDays(dayAt(grip.x + grip.w), -1) }] as const]
          : [],
      ),
    );
    const found = layer(scene, 'side')
      .filter(({ target }) => target?.part === 'cell')
      .sort((a, b) => a.bounds.y - b.bounds.y)
      .map((group) => {
        const id = group.target!.node;
        const words = wordsOf(group);
        const mark = words.find(({ x }) => x < markWidth)?.text ?? '';
        const title = words.filter(({ x }) => x >= markWidth).sort((a, b) => a.x - b.x)[0];
        const bar = bars.get(id);
        return { id, x: title?.x ?? 0, mark, title: title?.text ?? '', ...(bar && { start: bar.from, end: bar.to }) };
      });
    const steps = [...new Set(found.map(({ x }) => x))].sort((a, b) => a - b);
    const [first = 0, second = first + 1] = steps;
    return nested(found.map(({ x, ...entry }) => ({ ...entry, depth: Math.round((x - first) / (second - first)) })));
  };
}

function dayAt(x: number): string {
  return addDays(SCALE.from, Math.round((x - SIDE.width) / SCALE.perDay));
}

/** The map: parents by the curve that leads to a topic, order by height. */
export function mapReader(): {
  read: (plan: Plan) => readonly Seen[];
  map: (plan: Plan) => ReturnType<ReturnType<typeof createMindmapLayout>>;
  /** Relations and braces that are drawn, and those that both ends of which are there to be drawn between. */
  ties: (plan: Plan) => { readonly drawn: readonly string[]; readonly due: readonly string[] };
} {
  const layout = createMindmapLayout();
  const map = (plan: Plan) => layout(plan, { folded: OPEN, arrangement: 'right', today: TODAY, lang: 'zh' });
  return {
    map,
    ties(plan) {
      const drawn = map(plan)
        .ties()
        .flatMap(({ target }) => (target ? [`${target.part} ${target.node}`] : []));
      const there = (id: Id): boolean => map(plan).boxes.has(id);
      const { relation, brace } = plan.records;
      return {
        drawn: drawn.sort(),
        due: [
          ...[...relation].flatMap(([id, { from, to }]) => (there(from) && there(to) ? [`relation ${id}`] : [])),
          ...[...brace].flatMap(([id, { parent, first, last }]) => {
            const beside = plan.tree.children.get(parent) ?? [];
            return there(parent) && beside.includes(first) && beside.includes(last) ? [`brace ${id}`] : [];
          }),
        ].sort(),
      };
    },
    read(plan) {
      const { boxes, spots, layers } = map(plan);
      const words = new Map(
        layers
          .flatMap(({ groups }) => groups)
          .flatMap((group) =>
            group.target?.part === 'box' ? [[group.target.node, wordsOf(group).map(({ text }) => text)] as const] : [],
          ),
      );
      const below = new Map<Id, Id[]>();
      for (const [id, { parent }] of spots)
        if (id !== ROOT) below.set(parent ?? '?', [...(below.get(parent ?? '?') ?? []), id]);
      const read = (parent: Id): Seen[] =>
        (below.get(parent) ?? [])
          .sort((a, b) => boxes.get(a)!.y + boxes.get(a)!.h / 2 - boxes.get(b)!.y - boxes.get(b)!.h / 2)
          .flatMap((id) => [{ id, parent, title: (words.get(id) ?? []).join('') }, ...read(id)]);
      return read(ROOT);
    },
  };
}

/** The list: cells, row by row. */
export function readList(plan: Plan): readonly Seen[] {
  const facts = factsOf(plan);
  const { rows: shown } = arranged(facts, rows(plan, { folded: OPEN }), FIRST_SHEET);
  return nested(
    shown.map(({ id, depth }) => {
      const node = plan.nodes.get(id)!;
      const dated = facts.spans.has(id) && node.kind !== 'milestone';
      return {
        id,
        depth,
        mark: cellText(facts, node, 'mark'),
        title: cellText(facts, node, 'title'),
        whole: true,
        leads: cellText(facts, node, 'lead'),
        ...(dated && { start: cellCopied(facts, node, 'start'), end: cellCopied(facts, node, 'end') }),
      };
    }),
  );
}

const LEVEL: Readonly<Partial<Record<Kind, number>>> = { section: 0, item: 1, clause: 2 };

/** The sheet: paragraphs and pieces as they are read, offices out of their brackets. Tasks and milestones are no official text. */
export function readSheet(plan: Plan): readonly Seen[] {
  const found = new Map<Id, { kind: Kind; title: string; leads: string[] }>();
  for (const piece of sheetOf(plan).paragraphs.flatMap(({ pieces }) => pieces)) {
    const node = piece.node === undefined ? undefined : plan.nodes.get(piece.node);
    if (!node) continue;
    const entry = found.get(node.id) ?? { kind: node.kind, title: '', leads: [] };
    found.set(node.id, entry);
    if (piece.part === 'text') entry.title += piece.text;
    for (const run of bracketRuns(plan, node, piece.part === 'bracket' ? piece.text : ''))
      if (run.role === 'lead') entry.leads.push(plan.offices.get(run.office!)?.name ?? '?');
  }
  return nested(
    [...found].map(([id, { kind, title, leads }]) => ({
      id,
      depth: LEVEL[kind] ?? 0,
      title,
      whole: true,
      leads: leads.join('、'),
    })),
  );
}

/** The text written out and read again as anybody's text would be, as far as such a text can say what the plan holds. */
export function rewritten(
  plan: Plan,
): { readonly wanted: readonly string[]; readonly read: readonly string[] } | undefined {
  const wanted: string[] = [];
  const visit = (parent: Id, depth: number): boolean => {
    const children = (plan.tree.children.get(parent) ?? [])
      .map((id) => plan.nodes.get(id)!)
      .filter(({ kind }) => kind in LEVEL);
    return children.every((node, at) => {
      // A clause without an office ends only where its item does; what has no words is not there.
      if (LEVEL[node.kind] !== depth || node.title.trim() === '') return false;
      // An office behind an item's title reads as one of a clause without other words, and behind a section's as words.
      if (node.kind !== 'clause' && node.lead.size + node.assist.size > 0) return false;
      if (node.kind === 'clause' && node.lead.size === 0 && at < children.length - 1) return false;
      // An item without measures reads as its own only measure.
      if (node.kind === 'item' && !plan.tree.children.get(node.id)?.some((id) => plan.nodes.get(id)!.kind === 'clause'))
        return false;
      wanted.push(
        lineOf(
          depth,
          node.title,
          [...node.lead.keys()].map((id) => plan.offices.get(id)!.name),
        ),
      );
      return visit(node.id, depth + 1);
    });
  };
  if (!visit(ROOT, 0)) return undefined;
  // Headings with nothing below them read as items: 一、 is how many short documents number those.
  const sections = plan.tree.children.get(ROOT) ?? [];
  const bare = sections.filter(
    (id) => !plan.tree.children.get(id)?.some((child) => plan.nodes.get(child)!.kind in LEVEL),
  );
  if (bare.length > 0) return undefined;
  const read: string[] = [];
  const list = (outlines: readonly Outline[], depth: number): void =>
    outlines.forEach(({ title, lead = [], children = [] }) => {
      read.push(lineOf(depth, title, lead));
      list(children, depth + 1);
    });
  list(toOutline(parse(write(plan))).children, 0);
  return { wanted, read };
}

function lineOf(depth: number, title: string, lead: readonly string[]): string {
  return `${'  '.repeat(depth)}${title}${lead.length > 0 ? ` @${lead.join(',')}` : ''}`;
}
