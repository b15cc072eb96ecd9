// What each piece of work should have before a plan goes out: a real lead, dates, a result, something to see in its quarters, a target for every number.
// Asks one node at a time; what it says is a finding's, not a sentence.
import { calendarOf } from './almanac.ts';
import { isWorking } from './calendar.ts';
import type { Finding } from './finding.ts';
import type { Id, Node, Plan } from './plan.ts';
import { holdsAmount, quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantities.ts';
import { branch } from './tree.ts';

interface Held {
  readonly offices: Plan['offices'];
  readonly notices: Plan['records']['notice'];
  readonly dated: boolean;
  readonly found: readonly Finding[];
}

/** Most of a plan has nothing below it and has not changed since it was asked: what was found then is so still. */
const known = new WeakMap<Node, Held>();

/** `dated`: it shows a span, its own or of what is below it. */
export function coverage(plan: Plan, node: Node, dated: boolean): readonly Finding[] {
  const { offices } = plan;
  const notices = plan.records.notice;
  if (plan.tree.children.has(node.id)) return look(plan, node, dated);
  const held = known.get(node);
  if (held && held.offices === offices && held.notices === notices && held.dated === dated) return held.found;
  const found = look(plan, node, dated);
  known.set(node, { offices, notices, dated, found });
  return found;
}

function look(plan: Plan, node: Node, dated: boolean): readonly Finding[] {
  const found: Finding[] = [];
  const { id, kind, span } = node;
  if (kind === 'clause') found.push(...ofClause(plan, node));
  if ((kind === 'clause' || kind === 'milestone') && !dated) found.push({ code: 'no-span', node: id });
  // A period's last day is how such texts say the period; only a day that was named is a deadline on that day.
  const named = span && (!span.grain || span.grain === 'day' || span.grain === 'month');
  if (named && kind !== 'section' && kind !== 'item' && isWorking(span.end, calendarOf(plan)) === false)
    found.push({ code: 'day-off', node: id });
  return found;
}

function ofClause(plan: Plan, node: Node): readonly Finding[] {
  const { id } = node;
  const found: Finding[] = [];
  const below = branch(plan, id)
    .slice(1)
    .map((each) => plan.nodes.get(each)!);
  const leads = [...node.lead.keys()].filter((office) => plan.offices.has(office));
  if (leads.length === 0) found.push({ code: 'no-lead', node: id });
  for (const office of leads)
    if (plan.offices.get(office)!.collective) found.push({ code: 'collective', node: id, other: office });
  for (const office of leads.slice(1))
    if (!plan.offices.get(office)!.collective && !below.some((each) => speaksFor(each, office)))
      found.push({ code: 'silent', node: id, other: office });
  const results = [node, ...below].map(({ deliverable }) => deliverable ?? '');
  if (!node.ticks && results.every((each) => each.trim() === '')) found.push({ code: 'no-result', node: id });
  if (!below.some(({ kind, span }) => kind === 'milestone' && span)) found.push({ code: 'no-quarter', node: id });
  for (const amount of amountsOf(node))
    if (!isMet(node, below, results, amount)) found.push({ code: 'number', node: id, words: amount.words });
  return found;
}

function speaksFor({ lead, assist }: Node, office: Id): boolean {
  return lead.has(office) || assist.has(office);
}

function isMet(node: Node, below: readonly Node[], results: readonly string[], amount: Quantity): boolean {
  if (amount.unit[0] === '次' && [node, ...below].some(({ ticks }) => ticks?.times === amount.number)) return true;
  return [...results, ...below.map(({ title }) => title)].some((target) => holdsAmount(target, amount));
}

const amounts = new WeakMap<Node, readonly Quantity[]>();

function amountsOf(node: Node): readonly Quantity[] {
  let held = amounts.get(node);
  if (!held) amounts.set(node, (held = quantitiesIn(node.title)));
  return held;
}
