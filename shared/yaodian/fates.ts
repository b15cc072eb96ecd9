// 完成 · 结转 · 常态化 · 收官: what the year's progress and the words of the text propose for each clause. Where neither says anything, nothing is proposed.
import type { Fate, Id, Node, Plan } from '../model/plan.ts';
import { progressOf } from '../model/schedule.ts';
import { cuesOf } from './proposals.ts';

export type FateWhy =
  /** Chosen by somebody. */
  | 'chosen'
  /** Several years, of which the next is the last. */
  | 'last-year'
  /** Several years, and more than one is to come. */
  | 'years-left'
  /** The text promises something for the next year. */
  | 'due-next'
  | 'recurs'
  | 'all-done'
  /** 持续, 常态化, 日常 … */
  | 'ongoing'
  | 'unfinished';

export interface FateOf {
  readonly fate?: Fate;
  readonly why?: FateWhy;
  /** The words it follows from, or the percent. */
  readonly words?: string;
}

const ONGOING = /持续|长期|长效|常态|经常性?|日常|不断(?:完善|优化|提升|加强)|每[年月周]|每个?(?:季度|学期|学年)/;

export function fateOf(plan: Plan, node: Node): FateOf {
  return node.fate ? { fate: node.fate, why: 'chosen' } : proposedFate(plan, node);
}

export function proposedFate(plan: Plan, node: Node): FateOf {
  const { year } = plan.meta;
  const found = cuesOf(node, year);
  const horizon = found.find(({ kind }) => kind === 'horizon');
  const words = (cue: { readonly from: number; readonly to: number }): string => node.title.slice(cue.from, cue.to);
  const done = isDone(plan, node.id);
  if (horizon?.kind === 'horizon' && year !== undefined && horizon.last > year)
    return horizon.last === year + 1
      ? { fate: 'close', why: 'last-year', words: words(horizon) }
      : { fate: 'carry', why: 'years-left', words: words(horizon) };
  const next = found.find(
    (cue) => cue.kind === 'ask' && cue.why === 'other-year' && dueIn(cue.end) === (year ?? 0) + 1,
  );
  if (next) return { fate: 'carry', why: 'due-next', words: words(next) };
  if (node.ticks) return { fate: 'routine', why: 'recurs', words: String(node.ticks.times) };
  if (done) return { fate: 'done', why: 'all-done' };
  const times = found.find(({ kind }) => kind === 'times');
  if (times) return { fate: 'routine', why: 'recurs', words: words(times) };
  const percent = progressOf(plan, node.id);
  if (percent !== undefined) return { fate: 'carry', why: 'unfinished', words: `${percent}%` };
  const ongoing = ONGOING.exec(node.title);
  return ongoing ? { fate: 'routine', why: 'ongoing', words: ongoing[0] } : {};
}

function dueIn(day: string | undefined): number {
  return day === undefined ? 0 : Number(day.slice(0, 4));
}

export function isDone(plan: Plan, id: Id): boolean {
  const light = plan.nodes.get(id)?.status?.light;
  return light === 'done' || (light === undefined && (progressOf(plan, id) ?? 0) >= 100);
}
