// From hit to hit of the search, in reading order, in every face: select it, open the way to it, bring it into sight.
import { hitsOf as asked } from '../../shared/layout/filter.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { ancestors, inOrder } from '../../shared/model/tree.ts';
import { refuse } from '../../shared/ops/change.ts';
import { askedOf } from '../../shared/layout/chips.ts';
import type { Filter } from '../../shared/layout/chips.ts';
import { defineAct } from './registry.ts';
import { unfolded } from './sight.ts';
import type { Desk } from './registry.ts';

let last: { readonly plan: Plan; readonly filter: Filter; readonly found: readonly Id[] } | undefined;

/** What the words of the search find, chips included; none when nothing is searched for. */
export function hitsOf(plan: Plan, filter: Filter, today: string): readonly Id[] {
  if (!filter.text?.trim()) return NONE;
  if (last?.plan === plan && last.filter === filter) return last.found;
  const hits = asked(plan, askedOf(filter, today));
  const found = inOrder(plan).filter((id) => hits.found.has(id));
  last = { plan, filter, found };
  return found;
}

const NONE: readonly Id[] = [];

function go(desk: Desk, step: 1 | -1): void {
  const plan = desk.plan();
  const found = hitsOf(plan, desk.view().filter, desk.today());
  const active = desk.view().selected.at(-1);
  const at = active === undefined ? -1 : found.indexOf(active);
  const next = at >= 0 ? (at + step + found.length) % found.length : nearestAfter(plan, found, active, step);
  const id = found[next]!;
  const { focus } = desk.view();
  const inFocus = focus !== null && ancestors(plan, id).includes(focus);
  desk.setView({ selected: [id], folded: unfolded(desk, id), ...(!inFocus && { focus: null }) });
}

/** From where one stands, not from the top. */
function nearestAfter(plan: Plan, found: readonly Id[], active: Id | undefined, step: 1 | -1): number {
  if (active === undefined) return step > 0 ? 0 : found.length - 1;
  const order = new Map(inOrder(plan).map((id, index) => [id, index]));
  const here = order.get(active) ?? -1;
  const after = found.findIndex((id) => order.get(id)! > here);
  if (step > 0) return Math.max(0, after);
  return after < 0 ? found.length - 1 : (after - 1 + found.length) % found.length;
}

const hit = (keys: readonly string[], step: 1 | -1) =>
  defineAct({
    keys,
    inFields: 'plan',
    when: (desk) => (hitsOf(desk.plan(), desk.view().filter, desk.today()).length > 0 ? true : refuse('nothing-found')),
    run: (desk) => go(desk, step),
  });

export const hitCommands = {
  'view.next-hit': hit(['F3', 'Mod+G'], 1),
  'view.prev-hit': hit(['Shift+F3', 'Mod+Shift+G'], -1),
};
