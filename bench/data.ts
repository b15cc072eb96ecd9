// One invented plan for every face and every contestant: sections, items, clauses, tasks and milestones in the proportions of a
// real year. The same size gives the same plan, to the byte.
import * as Y from 'yjs';
import { commit } from '../shared/doc/commit.ts';
import { found } from '../shared/doc/found.ts';
import { readPlan } from '../shared/doc/read.ts';
import { leadNames } from '../shared/layout/label.ts';
import { rows } from '../shared/layout/rows.ts';
import { addDays, minDay } from '../shared/model/day.ts';
import type { Day, Dice, Id, Kind, Outline, Plan } from '../shared/model/plan.ts';
import { numbering } from '../shared/model/numbering.ts';
import { spans } from '../shared/model/schedule.ts';
import { childrenOf, inOrder, parentOf } from '../shared/model/tree.ts';
import { TODAY, YEAR } from './span.ts';

/** The plan as a peer takes it, and as our own document. */
export interface PlanData {
  readonly rows: readonly DataRow[];
  readonly links: readonly { readonly from: Id; readonly to: Id }[];
  /** What a client would get from the server, base64. */
  readonly doc: string;
  /** Colleagues' edits, in order. */
  readonly edits: readonly Edit[];
}

export interface DataRow {
  readonly id: Id;
  readonly parent: Id;
  readonly kind: Kind;
  readonly depth: number;
  readonly mark: string;
  readonly title: string;
  readonly lead: string;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  readonly progress: number;
  readonly branch: boolean;
}

/** A bar in the first screen moves by a week, and later back. */
export interface Edit {
  readonly id: Id;
  readonly start: Day;
  readonly end: Day;
  /** The same as an update of the document, base64. */
  readonly update: string;
}

/** Bars that are edited lie in what every chart shows first. */
const SEEN_ROWS = 22;
const SEEN_UNTIL: Day = `${YEAR}-06-20`;
const EDITS = 40;

export function planData(size: number): PlanData {
  const doc = new Y.Doc();
  const dice = diceOf(size);
  doc.clientID = 1;
  found(doc, { meta: META, outlines: outlines(size, dice) }, dice);
  link(doc, dice);
  const plan = readPlan(doc);
  const shown = spans(plan);
  const numbers = numbering(plan);
  return {
    rows: rows(plan, { folded: new Set() }).map(({ id, kind, depth, branch }) => ({
      id,
      parent: parentOf(plan, id),
      kind,
      depth,
      mark: numbers.get(id)!.label,
      title: plan.nodes.get(id)!.title,
      lead: leadNames(plan, id)[0] ?? '',
      start: shown.get(id)!.start,
      end: shown.get(id)!.end,
      progress: plan.nodes.get(id)!.progress ?? 0,
      branch,
    })),
    links: [...plan.links.values()].map(({ from, to }) => ({ from, to })),
    doc: base64(Y.encodeStateAsUpdate(doc)),
    edits: edits(doc),
  };
}

const META = { title: `${YEAR}年工作要点`, year: YEAR, sample: true, asOf: TODAY, preamble: '' };

/** mulberry32: the same seed, the same numbers. */
function diceOf(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** As many nodes as asked for: of 75 in a real year 8 are sections, 28 items, 39 clauses; tasks and milestones come on top. */
function outlines(size: number, dice: Dice): Outline[] {
  let left = size;
  const few = (least: number, most: number): number => least + Math.floor(dice() * (most - least + 1));
  const many = (count: number, make: () => Outline): Outline[] => {
    const made: Outline[] = [];
    while (made.length < count && left > 0) made.push(make());
    return made;
  };
  const node = (kind: Kind, rest: () => Partial<Outline>): Outline => {
    left--;
    return { kind, title: titleOf(kind, dice), ...rest() };
  };
  const work = (kind: Kind, below: () => Partial<Outline>) => (): Outline =>
    node(kind, () => ({
      span: spanOf(kind, dice),
      ...(kind !== 'milestone' && { progress: few(0, 10) * 10 }),
      lead: [pick(OFFICES, dice)],
      ...below(),
    }));
  const leaf = (): Outline => work(dice() < 0.25 ? 'milestone' : 'task', () => ({}))();
  const clause = work('clause', () => ({ children: many(dice() < 0.5 ? 0 : few(1, 3), leaf) }));
  const item = (): Outline => node('item', () => ({ children: many(few(1, 3), clause) }));
  const section = (): Outline => node('section', () => ({ children: many(few(3, 4), item) }));
  return dated(many(Infinity, section));
}

/** The last section or item may have been left without anything below; everything has a date here, as the peers require. */
function dated(list: readonly Outline[]): Outline[] {
  return list.map((node) => {
    if (node.children?.length) return { ...node, children: dated(node.children) };
    return node.span ? node : { ...node, span: { start: `${YEAR}-03-01`, end: `${YEAR}-06-30` } };
  });
}

function spanOf(kind: Kind, dice: Dice): { start: Day; end: Day } {
  const start = addDays(`${YEAR}-01-05`, Math.floor(dice() * dice() * 300));
  if (kind === 'milestone') return { start, end: start };
  return { start, end: minDay(addDays(start, 14 + Math.floor(dice() * 90)), `${YEAR}-12-31`) };
}

/** Every tenth work follows the one before it. */
function link(doc: Y.Doc, dice: Dice): void {
  const plan = readPlan(doc);
  const works = inOrder(plan).filter((id) => plan.nodes.get(id)!.span);
  const pairs = works.slice(1).flatMap((to, index) => (dice() < 0.1 ? [{ from: works[index]!, to }] : []));
  commit(
    doc,
    pairs.map(({ from, to }) => ({ do: 'link', from, to, type: 'FS', lag: 0 })),
    {},
  );
}

function edits(doc: Y.Doc): Edit[] {
  const theirs = new Y.Doc();
  theirs.clientID = 2;
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const plan = readPlan(theirs);
  const targets = inOrder(plan)
    .slice(0, SEEN_ROWS)
    .filter((id) => isLeafInSight(plan, id));
  const made: Edit[] = [];
  for (let time = 0; time < EDITS; time++) {
    const id = targets[time % targets.length]!;
    const { start, end } = plan.nodes.get(id)!.span!;
    const by = Math.floor(time / targets.length) % 2 === 0 ? 7 : 0;
    const span = { start: addDays(start, by), end: addDays(end, by) };
    let update: Uint8Array = new Uint8Array();
    const keep = (bytes: Uint8Array): void => void (update = bytes);
    theirs.on('update', keep);
    commit(theirs, [{ do: 'put', id, key: 'span', value: span }], {});
    theirs.off('update', keep);
    made.push({ id, ...span, update: base64(update) });
  }
  return made;
}

function isLeafInSight(plan: Plan, id: Id): boolean {
  const { kind, span } = plan.nodes.get(id)!;
  const isBar = (kind === 'clause' || kind === 'task') && childrenOf(plan, id).length === 0;
  return isBar && span !== undefined && span.start < SEEN_UNTIL;
}

/** Short enough that nobody has to cut one: all draw the same words. */
function titleOf(kind: Kind, dice: Dice): string {
  const words = `${pick(VERBS, dice)}${pick(SUBJECTS, dice)}${pick(OBJECTS, dice)}`;
  if (kind === 'section') return `${pick(VERBS, dice)}${pick(SUBJECTS, dice)}`;
  return kind === 'milestone' ? `${pick(SUBJECTS, dice)}${pick(POINTS, dice)}` : words;
}

function pick<T>(list: readonly T[], dice: Dice): T {
  return list[Math.floor(dice() * list.length)]!;
}

const VERBS = ['推进', '完善', '深化', '加强', '落实', '健全', '优化', '实施', '开展', '提升'];
const SUBJECTS = ['学前教育', '义务教育', '高中阶段', '职业教育', '终身教育', '教师队伍', '校园安全', '教育信息化'];
const OBJECTS = ['资源布局', '质量监测', '综合改革', '规范管理', '专项督导', '项目建设', '评价体系', '经费保障'];
const POINTS = ['方案印发', '中期检查', '验收', '总结会'];
const OFFICES = ['基教科', '职成科', '人事科', '计财科', '督导室', '安全科', '办公室', '信息中心', '招考办', '德育科'];

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
