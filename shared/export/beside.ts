// 原定 beside 现定, and by how many days the end has moved: of each baseline that is set beside a task list. Knows no columns.
import { deviationOf, keptShown, signed } from '../model/deviations.ts';
import type { Baseline, Plan, Span } from '../model/plan.ts';
import type { Task } from './tasks.ts';
import { dayWords } from './words.ts';

export interface Beside {
  /** Which baseline; nothing where it is the only one. */
  readonly name: string;
  readonly was: (task: Pick<Task, 'node'>) => Span | undefined;
  /** Nothing where it was not dated then or is not now, and where it stands where it stood. */
  readonly days: (task: Pick<Task, 'node'>) => number | undefined;
}

export function besideOf(plan: Plan, baselines: readonly Baseline[]): readonly Beside[] {
  return baselines.map((baseline) => {
    const kept = keptShown(plan, baseline);
    return {
      name: baselines.length > 1 ? baseline.name : '',
      was: ({ node }) => kept.get(node),
      days: ({ node }) => deviationOf(plan, baseline, node)?.days,
    };
  });
}

/** 3月1日至6月30日, on two lines. */
export function spanWords({ start, end }: Pick<Span, 'start' | 'end'>, home: number | undefined): string {
  return start === end ? dayWords(end, home) : `${dayWords(start, home)}至\n${dayWords(end, home)}`;
}

/** +7天; nothing where nothing moved. */
export function daysMoved(days: number | undefined): string {
  return days ? `${signed(days)}天` : '';
}
