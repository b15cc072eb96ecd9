// What people do to the register of offices beyond a name: aliases, colour, order, merging two, expanding a collective one.
import { byOrder, firstKeys, lastKey, makeRoom } from '../model/order.ts';
import type { Dice, Id, Node, Office, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { refuse } from './change.ts';
import type { Change, Outcome, Refusal, Role } from './change.ts';
import { NAME_MAX, officeNamed } from './content.ts';

const ALIASES_MAX = 40;
const ROLES: readonly Role[] = ['lead', 'assist'];

/** Colour, and whether it stands for several offices. */
export function setOffice(plan: Plan, args: { id: Id; hue?: number; collective?: boolean }): Outcome {
  const office = plan.offices.get(args.id);
  if (!office) return refuse('no-such-office');
  const { hue = office.hue, collective = office.collective } = args;
  if (!(Number.isInteger(hue) && hue >= 0 && hue <= 359)) return refuse('bad-record');
  if (hue === office.hue && collective === office.collective) return refuse('nothing-to-do');
  return [{ do: 'office', id: office.id, put: { hue, collective } }];
}

/** Another name under which texts know the office. */
export function addAlias(plan: Plan, args: { id: Id; alias: string }): Outcome {
  const office = plan.offices.get(args.id);
  if (!office) return refuse('no-such-office');
  const alias = wellFormed(args.alias.trim());
  if (!alias) return refuse('empty-title');
  if (alias.length > NAME_MAX) return refuse('too-long', { max: NAME_MAX });
  if (office.aliases.length >= ALIASES_MAX) return refuse('too-long', { max: ALIASES_MAX });
  const taken = officeNamed(plan, alias);
  if (taken === office.id) return refuse('nothing-to-do');
  if (taken !== undefined) return refuse('office-taken', { name: alias });
  return [{ do: 'office', id: office.id, put: { aliases: [...office.aliases, alias] } }];
}

export function dropAlias(plan: Plan, args: { id: Id; alias: string }): Outcome {
  const office = plan.offices.get(args.id);
  if (!office) return refuse('no-such-office');
  const aliases = office.aliases.filter((each) => each !== args.alias);
  return aliases.length === office.aliases.length
    ? refuse('nothing-to-do')
    : [{ do: 'office', id: office.id, put: { aliases } }];
}

/** Puts an office before another in the register; null for the end. */
export function placeOffice(plan: Plan, args: { id: Id; before: Id | null }, dice: Dice): Outcome {
  const office = plan.offices.get(args.id);
  if (!office || (args.before !== null && !plan.offices.has(args.before))) return refuse('no-such-office');
  const sorted = [...plan.offices.values()].sort(byOrder);
  const others = sorted.filter(({ id }) => id !== office.id);
  const index = args.before === null ? others.length : others.findIndex(({ id }) => id === args.before);
  if (index < 0 || sorted[index]?.id === office.id) return refuse('nothing-to-do');
  const { keys, rekeyed } = makeRoom(others, index, 1, dice);
  return [
    ...rekeyed.map(({ id, order }): Change => ({ do: 'office', id, put: { order } })),
    { do: 'office', id: office.id, put: { order: keys[0]! } },
  ];
}

/** Everything `from` leads or assists in becomes `into`'s, and its names become aliases: a text that still uses them is understood. */
export function mergeOffices(plan: Plan, args: { from: Id; into: Id }, dice: Dice): Outcome {
  const from = plan.offices.get(args.from);
  const into = plan.offices.get(args.into);
  if (!from || !into || into.into !== undefined) return refuse('no-such-office');
  if (from.id === into.id) return refuse('into-itself');
  const moved = [...plan.nodes.values()].flatMap((node) => moveMarks(node, from.id, into.id, dice));
  const names = [...new Set([...into.aliases, from.name, ...from.aliases])].filter((name) => name !== into.name);
  if (names.length > ALIASES_MAX) return refuse('too-long', { max: ALIASES_MAX });
  return [
    ...moved,
    { do: 'office', id: into.id, put: { aliases: names } },
    { do: 'office', id: from.id, put: { into: into.id, aliases: [] } },
  ];
}

/** The mark of one office becomes another's at the same rank; who is there already, or leads where it would assist, stays as it is. */
function moveMarks(node: Node, from: Id, into: Id, dice: Dice): readonly Change[] {
  if (!node.lead.has(from) && !node.assist.has(from)) return [];
  const role: Role = node.lead.has(from) ? 'lead' : 'assist';
  const changes = ROLES.filter((each) => node[each].has(from)).map((each): Change => ({
    do: 'unmark',
    id: node.id,
    role: each,
    office: from,
  }));
  if (node.lead.has(into) || (role === 'assist' && node.assist.has(into))) {
    // 列第一位的为牵头: the rank of the office that goes is not lost with it.
    const first = role === 'lead' && [...node.lead.keys()][0] === from;
    return first ? [...changes, ...remark(node, 'lead', reranked(node, from, into), dice)] : changes;
  }
  if (node.assist.has(into)) changes.push({ do: 'unmark', id: node.id, role: 'assist', office: into });
  return [...changes, { do: 'mark', id: node.id, role, office: into, order: node[role].get(from)! }];
}

function reranked(node: Node, from: Id, into: Id): readonly Id[] {
  return [into, ...[...node.lead.keys()].filter((id) => id !== from && id !== into)];
}

function remark(node: Node, role: Role, offices: readonly Id[], dice: Dice): readonly Change[] {
  const keys = firstKeys(offices.length, dice);
  return offices.map((office, i): Change => ({ do: 'mark', id: node.id, role, office, order: keys[i]! }));
}

export interface Expansion {
  readonly ids: readonly Id[];
  /** The collective office, such as 局各职能科室. */
  readonly office: Id;
  readonly offices: readonly Id[];
  /** `replace`: the chosen ones take its place. `beside`: it stays as the text has it, and they assist. */
  readonly how: 'replace' | 'beside';
}

/** Says who a collective office means at these nodes. */
export function expandCollective(plan: Plan, args: Expansion, dice: Dice): Outcome {
  const no = cannotExpand(plan, args);
  if (no) return no;
  const changes = args.ids
    .map((id) => plan.nodes.get(id)!)
    .flatMap((node) => (args.how === 'replace' ? replaced(node, args, dice) : besides(node, args, dice)));
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

function cannotExpand(plan: Plan, { ids, office, offices }: Expansion): Refusal | undefined {
  if (!plan.offices.has(office) || offices.some((id) => !plan.offices.has(id))) return refuse('no-such-office');
  if (ids.some((id) => !plan.nodes.has(id))) return refuse('no-such-node');
  if (offices.includes(office)) return refuse('into-itself');
  return offices.length === 0 || ids.length === 0 ? refuse('nothing-to-do') : undefined;
}

function replaced(node: Node, { office, offices }: Expansion, dice: Dice): readonly Change[] {
  return ROLES.filter((role) => node[role].has(office)).flatMap((role) => {
    const other: Role = role === 'lead' ? 'assist' : 'lead';
    const list = [...new Set([...node[role].keys()].flatMap((id) => (id === office ? offices : [id])))];
    // Who leads does not also assist.
    const kept = role === 'assist' ? list.filter((id) => !node.lead.has(id)) : list;
    const off = role === 'lead' ? kept.filter((id) => node[other].has(id)) : [];
    return [
      { do: 'unmark', id: node.id, role, office },
      ...off.map((id): Change => ({ do: 'unmark', id: node.id, role: other, office: id })),
      ...remark(node, role, kept, dice),
    ];
  });
}

function besides(node: Node, { office, offices }: Expansion, dice: Dice): readonly Change[] {
  if (!node.lead.has(office) && !node.assist.has(office)) return [];
  const siblings = [...node.assist].map(([id, order]) => ({ id, order }));
  return offices
    .filter((id) => !node.lead.has(id) && !node.assist.has(id))
    .map((id): Change => {
      const order = lastKey(siblings, dice);
      siblings.push({ id, order });
      return { do: 'mark', id: node.id, role: 'assist', office: id, order };
    });
}

/** The offices one can pick: those that were not merged into another, in the order of the register. */
export function pickable(plan: Pick<Plan, 'offices'>): readonly Office[] {
  return [...plan.offices.values()].filter(({ into }) => into === undefined).sort(byOrder);
}
