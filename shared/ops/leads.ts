// Another 牵头部门 for several nodes at once: it stands first; who led before leads with it, or no longer.
import { lastKey } from '../model/order.ts';
import type { Dice, Id, Node, Plan } from '../model/plan.ts';
import { refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';

export interface Leading {
  readonly ids: readonly Id[];
  /** None: nobody leads any more. */
  readonly office: Id | null;
  /** The first-named of before stays as a co-lead. */
  readonly keep: boolean;
}

export function setLead(plan: Plan, { ids, office, keep }: Leading, dice: Dice): Outcome {
  const known = office === null ? undefined : plan.offices.get(office);
  if (office !== null && (!known || known.into !== undefined)) return refuse('no-such-office');
  const nodes = ids.flatMap((id) => plan.nodes.get(id) ?? []);
  if (nodes.length === 0) return refuse('no-such-node');
  const changes = nodes.flatMap((node) => leadBy(node, office, keep, dice));
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

function leadBy({ id, lead, assist }: Node, office: Id | null, keep: boolean, dice: Dice): readonly Change[] {
  const before = [...lead.keys()];
  if (office === null) return before.map((each): Change => ({ do: 'unmark', id, role: 'lead', office: each }));
  if (before[0] === office) return [];
  const rest = (keep ? before : before.slice(1)).filter((each) => each !== office);
  const gone = before.filter((each) => each !== office && !rest.includes(each));
  const siblings: { id: Id; order: string }[] = [];
  return [
    ...gone.map((each): Change => ({ do: 'unmark', id, role: 'lead', office: each })),
    ...(assist.has(office) ? [{ do: 'unmark', id, role: 'assist', office } as const] : []),
    ...[office, ...rest].map((each): Change => {
      const order = lastKey(siblings, dice);
      siblings.push({ id: each, order });
      return { do: 'mark', id, role: 'lead', office: each, order };
    }),
  ];
}
