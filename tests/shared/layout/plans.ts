// Random plans for the laws of layout, built straight from values: any tree the kinds allow, dated or not.
import { NO_RECORDS } from '../../../shared/model/records.ts';
import { addDays } from '../../../shared/model/day.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Kind, Link, Node, Place, Plan } from '../../../shared/model/plan.ts';
import { mayHold, settle } from '../../../shared/model/tree.ts';
import { META, diceOf } from '../../kit/plan.ts';
import { pick, words } from '../../kit/random.ts';

const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];

export function randomPlan(seed: number, size: number): Plan {
  const dice = diceOf(seed);
  const nodes = new Map<Id, Node>();
  while (nodes.size < size) {
    const parent = dice() < 0.1 ? ROOT : (pick([...nodes.keys()], dice) ?? ROOT);
    const above = nodes.get(parent)?.kind ?? ROOT;
    const kind = pick(
      KINDS.filter((each) => mayHold(above, each)),
      dice,
    );
    if (!kind) continue;
    const id = `n${nodes.size}`;
    const place: Place = { parent, order: `a${String(nodes.size).padStart(4, '0')}`, turn: 0, was: ROOT };
    const start = addDays('2018-11-01', Math.floor(dice() * 420));
    const end = kind === 'milestone' ? start : addDays(start, Math.floor(dice() * dice() * 300));
    nodes.set(id, {
      id,
      kind,
      place,
      title: words(dice) + words(dice) + words(dice),
      ...(dice() < 0.7 && { span: { start, end } }),
      ...(dice() < 0.6 && { progress: Math.floor(dice() * 101) }),
      lead: new Map(dice() < 0.5 ? [['o1', 'a0']] : []),
      assist: new Map(),
      noted: false,
    });
  }
  const links = new Map<string, Link>();
  for (let i = 0; i < size / 4; i++) {
    const from = pick([...nodes.keys()], dice)!;
    const to = pick([...nodes.keys()], dice)!;
    const type = pick(['FS', 'SS', 'FF', 'SF'] as const, dice)!;
    if (from !== to) links.set(`${from}>${to}`, { from, to, type, lag: Math.floor(dice() * 5) - 1 });
  }
  const office = { id: 'o1', name: '局基教科', aliases: [], hue: 10, order: 'a0', collective: false };
  return { meta: META, nodes, offices: new Map([['o1', office]]), links, records: NO_RECORDS, tree: settle(nodes) };
}

/** A random set of nodes to fold. */
export function randomFold(plan: Plan, seed: number): ReadonlySet<Id> {
  const dice = diceOf(seed);
  return new Set([...plan.nodes.keys()].filter(() => dice() < 0.2));
}
