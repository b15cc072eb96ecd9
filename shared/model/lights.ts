// The lights: by hand, or from span, progress and today by the plan's rules. A pure function of plan and today.
import { asked } from './asked.ts';
import { diffDays } from './day.ts';
import { ROOT } from './plan.ts';
import type { Day, Id, Light, LightRules, Node, Plan, Span } from './plan.ts';
import { patched } from './patched.ts';
import { remembered, touchedSince, upwards } from './remember.ts';
import { progressOf, spans } from './schedule.ts';
import { childrenOf, isBinned } from './tree.ts';

/** 序时进度: the percent of the span that has passed by the end of `today`. */
export function plannedProgress(span: Span, today: Day): number {
  if (today < span.start) return 0;
  if (today >= span.end) return 100;
  return Math.round((100 * (diffDays(span.start, today) + 1)) / (diffDays(span.start, span.end) + 1));
}

/** What 滞后 is measured by, where the plan's rules say nothing else. */
export const USUAL: Measures = { latePoints: 20, graceDays: 0 };

export type Measures = Required<Pick<LightRules, 'latePoints' | 'graceDays'>>;

/** A bureau's own rules, if it has any. */
export function rulesOf(plan: Pick<Plan, 'records'>): LightRules | undefined {
  return plan.records.lights.get('rules');
}

export function measuresOf(plan: Pick<Plan, 'records'>): Measures {
  return { ...USUAL, ...rulesOf(plan) };
}

/**
 * The light set by hand, or the one that follows from span, progress and today. 滞后: behind 序时进度 by more than so
 * many points, or unfinished more than so many days after the end. The points count on through the days of grace, so
 * that nothing that is late before its end is forgiven by passing it.
 */
export function lightOf(
  node: Pick<Node, 'kind' | 'status'>,
  span: Span | undefined,
  progress: number | undefined,
  today: Day,
  { latePoints, graceDays }: Measures = USUAL,
): Light {
  if (node.status) return node.status.light;
  const done = progress ?? 0;
  if (done >= 100) return 'done';
  if (!span) return done > 0 ? 'doing' : 'todo';
  if (today > span.end && diffDays(span.end, today) > graceDays) return 'late';
  if (today < span.start) return done > 0 ? 'doing' : 'todo';
  if (node.kind === 'milestone') return 'todo';
  return plannedProgress(span, today) - done > latePoints ? 'late' : 'doing';
}

/** 临期: unfinished work that ends today or within so many days. What is late, done or on hold is not soon. */
export function isSoon(
  light: Light | undefined,
  span: Span | undefined,
  today: Day,
  { soonDays = 0 }: Pick<LightRules, 'soonDays'> = {},
): boolean {
  if (soonDays === 0 || !span || (light !== 'todo' && light !== 'doing')) return false;
  const left = diffDays(today, span.end);
  return left >= 0 && left <= soonDays;
}

type Lit = Pick<Plan, 'nodes' | 'tree' | 'records'>;

/** The lights of all nodes that are not in the bin, by the plan's rules; each made when it is asked for. */
export function lights(plan: Lit, shown: ReadonlyMap<Id, Span>, today: Day): ReadonlyMap<Id, Light> {
  const by = measuresOf(plan);
  if (shown === spans(plan)) return lightsOn(today, by)(plan);
  return allLights(plan, shown, today, by);
}

function allLights(plan: Lit, shown: ReadonlyMap<Id, Span>, today: Day, by: Measures): ReadonlyMap<Id, Light> {
  const found = new Map<Id, Light>();
  const visit = (id: Id): void => {
    const node = plan.nodes.get(id);
    if (node) found.set(id, lightOf(node, shown.get(id), progressOf(plan, id), today, by));
    for (const child of childrenOf(plan, id)) visit(child);
  };
  visit(ROOT);
  return found;
}

type LightsOn = (plan: Lit) => ReadonlyMap<Id, Light>;

/** Of the day and the rules asked for last; nobody asks for two in turn. */
let lit: { readonly today: Day; readonly by: Measures; readonly of: LightsOn } | undefined;

function lightsOn(today: Day, by: Measures): LightsOn {
  if (lit?.today !== today || lit.by.latePoints !== by.latePoints || lit.by.graceDays !== by.graceDays)
    lit = { today, by, of: remembered((plan) => askedLights(plan, today, by), mendLights(today, by)) };
  return lit.of;
}

function askedLights(plan: Lit, today: Day, by: Measures): ReadonlyMap<Id, Light> {
  const shown = spans(plan);
  return asked(
    (id) => {
      const node = plan.nodes.get(id);
      if (!node || isBinned(plan, id)) return undefined;
      return lightOf(node, shown.get(id), progressOf(plan, id), today, by);
    },
    () => allLights(plan, shown, today, by),
  );
}

/** A light follows from the node, its span and its progress: of those touched and of all above them. */
function mendLights(today: Day, by: Measures) {
  return (last: ReadonlyMap<Id, Light>, before: Lit, now: Lit): ReadonlyMap<Id, Light> | undefined => {
    const touched = touchedSince(before, now);
    if (!touched) return undefined;
    const shown = spans(now);
    const changes = new Map<Id, Light>();
    for (const id of upwards(now, touched)) {
      const light = lightOf(now.nodes.get(id)!, shown.get(id), progressOf(now, id), today, by);
      if (light !== last.get(id)) changes.set(id, light);
    }
    return patched(last, changes);
  };
}
