// What people do to one node's own content, and to the plan's title, preamble and office register.
import { lastKey } from '../model/order.ts';
import type { Dice, Due, Id, Kind, Light, People, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { childrenOf, kindAt, mayHold, parentOf } from '../model/tree.ts';
import { refuse } from './change.ts';
import type { Change, Outcome, Role } from './change.ts';
import { isLed, newId, officeHue } from './tree.ts';

/** Characters; far above any real clause, far below what a frame may carry. */
export const TITLE_MAX = 20_000;
const LINE_MAX = 2_000;
export const NAME_MAX = 60;
const PERSON_MAX = 200;

export function retitle(plan: Plan, args: { id: Id; title: string }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const title = wellFormed(args.title);
  if (title === node.title) return refuse('nothing-to-do');
  if (title.length > TITLE_MAX) return refuse('too-long', { max: TITLE_MAX });
  return [{ do: 'retitle', id: args.id, title }];
}

export function setKind(plan: Plan, args: { id: Id; kind: Kind }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  if (node.kind === args.kind) return refuse('nothing-to-do');
  if (!mayHold(kindAt(plan, parentOf(plan, args.id)), args.kind))
    return refuse('wrong-level', { kind: args.kind, parent: kindAt(plan, parentOf(plan, args.id)) });
  const misfit = childrenOf(plan, args.id).find((child) => !mayHold(args.kind, plan.nodes.get(child)!.kind));
  if (misfit) return refuse('has-children');
  if (args.kind === 'section' && isLed(node)) return refuse('section-is-led', { title: node.title });
  const point = args.kind === 'milestone' && node.span ? { start: node.span.end, end: node.span.end } : undefined;
  const kind: Change = { do: 'put', id: args.id, key: 'kind', value: args.kind };
  return point ? [kind, { do: 'put', id: args.id, key: 'span', value: point }] : [kind];
}

/** Whole percent; null takes it away. */
export function setProgress(plan: Plan, args: { id: Id; progress: number | null }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const progress = args.progress ?? undefined;
  if (progress !== undefined && !(Number.isInteger(progress) && progress >= 0 && progress <= 100))
    return refuse('bad-number');
  if (progress === node.progress) return refuse('nothing-to-do');
  return [{ do: 'put', id: args.id, key: 'progress', value: progress }];
}

/** A light by hand; null lets it follow from dates and progress again. */
export function setStatus(plan: Plan, args: { id: Id; light: Light | null; reason?: string }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const reason = wellFormed(args.reason?.trim() ?? '');
  if (reason.length > LINE_MAX) return refuse('too-long', { max: LINE_MAX });
  if (args.light === null)
    return node.status ? [{ do: 'put', id: args.id, key: 'status', value: undefined }] : refuse('nothing-to-do');
  if (node.status?.light === args.light && node.status.reason === reason) return refuse('nothing-to-do');
  return [{ do: 'put', id: args.id, key: 'status', value: { light: args.light, reason } }];
}

export function setDeliverable(plan: Plan, args: { id: Id; text: string }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const text = wellFormed(args.text);
  if (text.length > LINE_MAX) return refuse('too-long', { max: LINE_MAX });
  if (text === (node.deliverable ?? '')) return refuse('nothing-to-do');
  return [{ do: 'put', id: args.id, key: 'deliverable', value: text || undefined }];
}

/** 问题: what stands in the way. */
export function setIssue(plan: Plan, args: { id: Id; text: string }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const text = wellFormed(args.text);
  if (text.length > LINE_MAX) return refuse('too-long', { max: LINE_MAX });
  if (text === (node.issue ?? '')) return refuse('nothing-to-do');
  return [{ do: 'put', id: args.id, key: 'issue', value: text || undefined }];
}

/** One of 分管领导, 责任人, 联系人; empty takes it away, and the others stay. */
export function setPerson(plan: Plan, args: { id: Id; who: keyof People; text: string }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const text = wellFormed(args.text.trim());
  if (text.length > PERSON_MAX) return refuse('too-long', { max: PERSON_MAX });
  if (text === (node.people?.[args.who] ?? '')) return refuse('nothing-to-do');
  const { [args.who]: _, ...others } = node.people ?? {};
  const people: People = text ? { ...others, [args.who]: text } : others;
  return [{ do: 'put', id: args.id, key: 'people', value: Object.keys(people).length > 0 ? people : undefined }];
}

/** The deadline in words: 持续推进, 第一季度; null takes them away. The days they come to are the span's. */
export function setDue(plan: Plan, args: { id: Id; due: Due | null }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const words = wellFormed(args.due?.words.trim() ?? '');
  if (words.length > PERSON_MAX) return refuse('too-long', { max: PERSON_MAX });
  const due = args.due && words ? { kind: args.due.kind, words } : undefined;
  if (due?.kind === node.due?.kind && due?.words === node.due?.words) return refuse('nothing-to-do');
  return [{ do: 'put', id: args.id, key: 'due', value: due }];
}

/** Appends an office; one that assists and now leads (or the reverse) changes its role. */
export function addMark(plan: Plan, args: { id: Id; role: Role; office: Id }, dice: Dice): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  if (!plan.offices.has(args.office)) return refuse('no-such-office');
  if (node.kind === 'section') return refuse('section-is-led', { title: node.title });
  if (node[args.role].has(args.office)) return refuse('nothing-to-do');
  const siblings = [...node[args.role]].map(([id, order]) => ({ id, order }));
  const other: Role = args.role === 'lead' ? 'assist' : 'lead';
  const mark: Change = {
    do: 'mark',
    id: args.id,
    role: args.role,
    office: args.office,
    order: lastKey(siblings, dice),
  };
  return node[other].has(args.office)
    ? [{ do: 'unmark', id: args.id, role: other, office: args.office }, mark]
    : [mark];
}

export function dropMark(plan: Plan, args: { id: Id; role: Role; office: Id }): Outcome {
  return plan.nodes.get(args.id)?.[args.role].has(args.office)
    ? [{ do: 'unmark', id: args.id, role: args.role, office: args.office }]
    : refuse('nothing-to-do');
}

/** Puts an office first: the first-named is the 牵头部门. */
export function leadFirst(plan: Plan, args: { id: Id; office: Id }, dice: Dice): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node?.lead.has(args.office)) return refuse('no-such-office');
  if ([...node.lead.keys()][0] === args.office) return refuse('nothing-to-do');
  const rest = [...node.lead.keys()].filter((office) => office !== args.office);
  const siblings: { id: Id; order: string }[] = [];
  return [args.office, ...rest].map((office): Change => {
    const order = lastKey(siblings, dice);
    siblings.push({ id: office, order });
    return { do: 'mark', id: args.id, role: 'lead', office, order };
  });
}

export function entitle(plan: Plan, args: { title: string }): Outcome {
  const title = wellFormed(args.title.trim());
  if (!title) return refuse('empty-title');
  if (title.length > LINE_MAX) return refuse('too-long', { max: LINE_MAX });
  return title === plan.meta.title ? refuse('nothing-to-do') : [{ do: 'entitle', title }];
}

export function setPreamble(plan: Plan, args: { text: string }): Outcome {
  const text = wellFormed(args.text);
  if (text.length > TITLE_MAX) return refuse('too-long', { max: TITLE_MAX });
  return text === plan.meta.preamble ? refuse('nothing-to-do') : [{ do: 'preamble', text }];
}

/** The office of that name or alias; one that was merged into another is found by the names it left there. */
export function officeNamed(plan: Plan, name: string): Id | undefined {
  for (const office of plan.offices.values())
    if (office.into === undefined && (office.name === name || office.aliases.includes(name))) return office.id;
  return undefined;
}

/** A new office in the register, and, when a node is given, its mark there: one step. */
export function addOffice(plan: Plan, args: { name: string; on?: { id: Id; role: Role } }, dice: Dice): Outcome {
  const name = wellFormed(args.name.trim());
  if (!name) return refuse('empty-title');
  if (name.length > NAME_MAX) return refuse('too-long', { max: NAME_MAX });
  if (officeNamed(plan, name)) return refuse('office-taken', { name });
  const id = newId(dice);
  const siblings = [...plan.offices.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const office: Change = {
    do: 'office',
    id,
    put: { name, aliases: [], hue: officeHue(plan.offices.size), order: lastKey(siblings, dice), collective: false },
  };
  if (!args.on) return [office];
  const node = plan.nodes.get(args.on.id);
  if (!node) return refuse('no-such-node');
  const marks = [...node[args.on.role]].map(([each, order]) => ({ id: each, order }));
  return [office, { do: 'mark', id: node.id, role: args.on.role, office: id, order: lastKey(marks, dice) }];
}

export function renameOffice(plan: Plan, args: { id: Id; name: string }): Outcome {
  const name = wellFormed(args.name.trim());
  if (!plan.offices.has(args.id)) return refuse('no-such-office');
  if (!name) return refuse('empty-title');
  if (name.length > NAME_MAX) return refuse('too-long', { max: NAME_MAX });
  const taken = officeNamed(plan, name);
  if (taken && taken !== args.id) return refuse('office-taken', { name });
  return name === plan.offices.get(args.id)!.name
    ? refuse('nothing-to-do')
    : [{ do: 'office', id: args.id, put: { name } }];
}
