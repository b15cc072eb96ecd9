// 季度节点: the milestones right below a work, by day, in words. Knows no cell.
import { quarter } from '../model/day.ts';
import type { Grain, Id, Plan } from '../model/plan.ts';
import { childrenOf } from '../model/tree.ts';
import { dayLabel, shortTitle } from './label.ts';

export interface Point {
  readonly quarter: number;
  readonly grain: Grain | undefined;
  readonly text: string;
}

/** 季度节点: the milestones right below, by day. */
export function quarterPoints(plan: Plan, id: Id): readonly Point[] {
  return childrenOf(plan, id)
    .map((child) => plan.nodes.get(child)!)
    .filter(({ kind, span }) => kind === 'milestone' && span)
    .sort((a, b) => (a.span!.end < b.span!.end ? -1 : a.span!.end > b.span!.end ? 1 : 0))
    .map((node) => ({
      quarter: quarter(node.span!.end),
      grain: node.span!.grain,
      text: `${shortTitle(node)} ${dayLabel(node.span!.end, plan.meta.year)}`,
    }));
}
