// 结转: next year's plan out of this year's. What is done stays behind; what goes on keeps its words, its offices and its lineage, and its dates move by meaning.
// Makes plain values: the rows of the screen that checks it, and the seed of the new plan.
import { dayOfMonth, month } from '../model/day.ts';
import type { Moved, MovedSpan } from '../model/moved.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Fate, Id, Kind, Link, Meta, Node, Outline, Plan, Span } from '../model/plan.ts';
import { childrenOf, inOrder } from '../model/tree.ts';
import { flagsOf, goesAlong } from './carry-flags.ts';
import type { CarryFlag } from './carry-flags.ts';
import { cuesOf } from './proposals.ts';
import { fateOf } from './fates.ts';
import type { FateOf } from './fates.ts';
import { movedDates } from './moving.ts';

export interface CarryDate {
  readonly node: Id;
  readonly kind: Kind;
  readonly title: string;
  readonly was: Span;
  /** Undefined where the words will propose it again. */
  readonly moved?: MovedSpan;
}

export interface CarryRow extends FateOf {
  readonly node: Id;
  readonly flags: readonly CarryFlag[];
  readonly dates: readonly CarryDate[];
}

/** Clauses, and items that have none. */
export function carriedNodes(plan: Plan): readonly Node[] {
  const found: Node[] = [];
  const visit = (parent: Id): void => {
    for (const id of childrenOf(plan, parent)) {
      const node = plan.nodes.get(id)!;
      const leaf =
        node.kind === 'item' && !childrenOf(plan, id).some((child) => plan.nodes.get(child)!.kind === 'clause');
      if (node.kind === 'clause' || leaf) found.push(node);
      else visit(id);
    }
  };
  visit(ROOT);
  return found;
}

export function carryRows(plan: Plan): readonly CarryRow[] {
  const moved = movedDates(plan);
  return carriedNodes(plan).map((node) => rowOf(plan, node, moved));
}

export interface OldYears {
  readonly preamble: boolean;
  /** Sections and items whose title names the year. */
  readonly headings: readonly Id[];
}

/** Where words outside the measures name the year that ends: they go along as they are, and somebody must reword them. */
export function oldYears(plan: Plan): OldYears {
  const { year, preamble } = plan.meta;
  if (year === undefined) return { preamble: false, headings: [] };
  const names = (text: string): boolean => text.includes(`${year}年`);
  const rows = new Set(carriedNodes(plan).map(({ id }) => id));
  const headings = inOrder(plan).filter((id) => {
    const { kind, title } = plan.nodes.get(id)!;
    return (kind === 'section' || kind === 'item') && !rows.has(id) && names(title);
  });
  return { preamble: names(preamble), headings };
}

type Moving = ReadonlyMap<Id, MovedSpan>;

function rowOf(plan: Plan, node: Node, moved: Moving): CarryRow {
  const fate = fateOf(plan, node);
  const gone = fate.fate === 'done' || fate.fate === undefined;
  return {
    node: node.id,
    ...fate,
    flags: gone ? [] : flagsOf(plan, node, fate.fate),
    dates: gone ? [] : datesOf(plan, node, fate.fate, moved),
  };
}

/** Its own dates and those of what goes with it. */
function datesOf(plan: Plan, node: Node, fate: Fate, moved: Moving): readonly CarryDate[] {
  const found: CarryDate[] = [];
  const visit = (each: Node): void => {
    const { id, kind, title, span } = each;
    const next = moved.get(id);
    if (span) found.push({ node: id, kind, title, was: span, ...(next && { moved: next }) });
    for (const child of childrenOf(plan, id)) {
      const below = plan.nodes.get(child)!;
      if (goesAlong(plan, below, fate)) visit(below);
    }
  };
  visit(node);
  return found;
}

export interface Carried {
  readonly meta: Meta;
  readonly outlines: readonly Outline[];
  /** Dependencies between what goes on, by where both ends stand in the outlines. */
  readonly links: readonly (Pick<Link, 'type' | 'lag'> & { readonly from: Path; readonly to: Path })[];
}

type Path = readonly number[];

export interface CarryWish {
  /** The id of the plan that is carried over. */
  readonly from: Id;
  readonly title?: string;
  /** Also dates whose calendar is not entered yet, as guesses. */
  readonly unsure: boolean;
}

export function carryOver(plan: Plan, wish: CarryWish): Carried {
  const year = (plan.meta.year ?? 0) + 1;
  const rows = new Map(carryRows(plan).map((row) => [row.node, row]));
  const moved = movedDates(plan);
  const { asOf, horizon: _, ...meta } = plan.meta;
  const make = (id: Id, fate: Fate | undefined): Outline | undefined => {
    const node = plan.nodes.get(id)!;
    const row = rows.get(id);
    // Steps of a heading belong to no clause: what is not done goes on.
    const loose = node.kind === 'task' || node.kind === 'milestone' ? 'carry' : undefined;
    const own = row ? row.fate : (fate ?? loose);
    if (row && (own === undefined || own === 'done')) return undefined;
    if (own && !row && !goesAlong(plan, node, own)) return undefined;
    const children = childrenOf(plan, id).flatMap((child) => make(child, own) ?? []);
    // A heading without anything below it does not go on.
    if (!row && !own && children.length === 0) return undefined;
    const time = dated(node, moved.get(id), wish.unsure);
    return outlineOf(plan, node, own ?? 'carry', children, time, wish.from);
  };
  const outlines = childrenOf(plan, ROOT).flatMap((id) => make(id, undefined) ?? []);
  return {
    meta: {
      ...meta,
      year,
      // A demonstration has a day of its own: by the clock everything in it would long be late.
      ...(asOf && { asOf: `${year}-01-01` }),
      title: wish.title?.trim() || nextTitle(plan.meta.title, year),
    },
    outlines,
    links: linksBetween(plan, outlines),
  };
}

function linksBetween(plan: Plan, outlines: readonly Outline[]): Carried['links'] {
  const paths = new Map<Id, Path>();
  const visit = (list: readonly Outline[], above: Path): void =>
    list.forEach(({ lineage, children = [] }, index) => {
      const path = [...above, index];
      if (lineage) paths.set(lineage.node, path);
      visit(children, path);
    });
  visit(outlines, []);
  return [...plan.links.values()].flatMap(({ from, to, type, lag }) => {
    const [a, b] = [paths.get(from), paths.get(to)];
    return a && b ? [{ from: a, to: b, type, lag }] : [];
  });
}

/** 2019年…要点 → 2020年…要点. */
export function nextTitle(title: string, year: number): string {
  return title.replaceAll(String(year - 1), String(year));
}

function outlineOf(plan: Plan, node: Node, fate: Fate, children: readonly Outline[], time: Dated, from: Id): Outline {
  const { kind, title, deliverable, ticks, people, form } = node;
  const names = (marks: ReadonlyMap<Id, string>): readonly string[] =>
    [...marks.keys()].flatMap((office) => plan.offices.get(office)?.name ?? []);
  const [lead, assist] = [names(node.lead), names(node.assist)];
  const year = plan.meta.year ?? 0;
  return {
    kind,
    title,
    ...(lead.length > 0 && { lead }),
    ...(assist.length > 0 && { assist }),
    ...time,
    ...(deliverable && { deliverable }),
    ...(ticks && { ticks: { times: ticks.times, done: [] } }),
    ...(people && { people }),
    ...(form && { form }),
    ...(!time.due && dueOf(node, plan.meta.year)),
    lineage: { plan: from, node: node.id, year, fate },
    ...(children.length > 0 && { children }),
  };
}

type Dated = Pick<Outline, 'span' | 'basis' | 'due'>;

/** Where the next calendar is not entered the words are kept, and no date. */
function dated(node: Node, moved: MovedSpan | undefined, unsure: boolean): Dated {
  if (!node.span || node.kind === 'section' || !moved) return {};
  const doubt = moved.end.unsure ?? moved.start.unsure;
  if (doubt && !unsure) return { due: { kind: 'relative', words: waiting(node.span.end, moved.end, doubt) } };
  return { span: moved.span, basis: { how: 'guess', words: `${node.span.start}—${node.span.end}` } };
}

/** 原9月2日（秋季开学第一天），待2020年校历: as the school calendar's words are read, once it is entered. */
function waiting(was: Day, { by, day }: Moved, doubt: NonNullable<Moved['unsure']>): string {
  const at = month(was);
  const meanings: Partial<Record<Moved['by'], string>> = {
    'term-first': at >= 7 ? '（秋季开学第一天）' : '（春季开学第一天）',
    'term-last': at <= 3 ? '（第一学期末）' : '（第二学期末）',
  };
  const meant = meanings[by] ?? '';
  const next = day.slice(0, 4);
  return `原${month(was)}月${dayOfMonth(was)}日${meant}，待${next}年${doubt === 'term' ? '校历' : '节假日安排'}`;
}

/** 2020年申报, promised in 2019, is due in 2020. */
function dueOf(node: Node, year: number | undefined): Pick<Outline, 'due'> {
  if (year === undefined) return {};
  const promised = cuesOf(node, year).find((cue) => cue.kind === 'ask' && cue.why === 'other-year');
  const words = promised && node.title.slice(promised.from, promised.to);
  return words?.includes(String(year + 1)) ? { due: { kind: 'by', words } } : {};
}
