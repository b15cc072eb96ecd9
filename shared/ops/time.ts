// What people do to dates: set, shift, resize, clear, mark a milestone, link. Days are whole and inclusive.
import { addDays, isDay, maxDay, minDay } from '../model/day.ts';
import type { Day, Dice, Id, LinkType, Node, Plan, Span } from '../model/plan.ts';
import type { Follow } from '../model/follow.ts';
import { linkPath } from '../model/links.ts';
import { ancestors, branch, childrenOf, kindAt, mayHold } from '../model/tree.ts';
import { isRefusal, linkKey, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
import { addNode } from './tree.ts';

export function setSpan(plan: Plan, args: { id: Id; span: Span }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  const { start, end, grain } = args.span;
  if (!isDay(start) || !isDay(end)) return refuse('bad-day', { day: isDay(start) ? end : start });
  if (end < start) return refuse('ends-before-start', { start, end });
  if (followsChildren(plan, node)) return refuse('summary-follows', { title: node.title });
  const span = node.kind === 'milestone' ? { start: end, end } : { start, end };
  return put(node, grain ? { ...span, grain } : span);
}

/** Several spans as one edit; what is so already, or cannot be, is passed over. */
export function setSpans(
  plan: Plan,
  { spans }: { spans: readonly { readonly id: Id; readonly span: Span }[] },
): Outcome {
  const changes = spans.flatMap((each) => {
    const outcome = setSpan(plan, each);
    return isRefusal(outcome) ? [] : outcome;
  });
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** Moves dated nodes; of a summary, its whole branch. */
export function shiftBy(plan: Plan, args: { ids: readonly Id[]; days: number }): Outcome {
  if (!Number.isInteger(args.days) || args.days === 0) return refuse('nothing-to-do');
  const wanted = new Set<Id>();
  for (const id of args.ids) {
    const node = plan.nodes.get(id);
    if (!node) continue;
    const whole = followsChildren(plan, node) || !node.span;
    for (const each of whole ? branch(plan, id) : [id]) wanted.add(each);
  }
  const changes = [...wanted].flatMap((id): Change[] => {
    const span = plan.nodes.get(id)!.span;
    return span ? [{ do: 'put', id, key: 'span', value: shifted(span, args.days) }] : [];
  });
  if (changes.length === 0) return refuse('no-span');
  const outside = changes.find(
    (c) => c.do === 'put' && c.key === 'span' && !(isDay(c.value!.start) && isDay(c.value!.end)),
  );
  return outside ? refuse('bad-day', { day: '' }) : changes;
}

/** Everything dated below and including the node. */
export function shiftBranch(plan: Plan, args: { id: Id; days: number }): Outcome {
  return plan.nodes.has(args.id)
    ? shiftBy(plan, { ids: branch(plan, args.id), days: args.days })
    : refuse('no-such-node');
}

/** The start edge to this day; it stops at the end. */
export function resizeStart(plan: Plan, args: { id: Id; day: Day }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  if (!node.span) return refuse('no-span');
  return setSpan(plan, { id: args.id, span: { start: minDay(args.day, node.span.end), end: node.span.end } });
}

/** The end edge to this day; it stops at the start. */
export function resizeEnd(plan: Plan, args: { id: Id; day: Day }): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node) return refuse('no-such-node');
  if (!node.span) return refuse('no-span');
  return setSpan(plan, { id: args.id, span: { start: node.span.start, end: maxDay(args.day, node.span.start) } });
}

/** Back to 待定. */
export function clearSpan(plan: Plan, args: { ids: readonly Id[] }): Outcome {
  const dated = args.ids.filter((id) => plan.nodes.get(id)?.span);
  if (dated.length === 0) return refuse('no-span');
  return dated.map((id) => ({ do: 'put', id, key: 'span', value: undefined }));
}

export function addMilestone(plan: Plan, args: { id: Id; parent: Id; day: Day; title: string }, dice: Dice): Outcome {
  if (!isDay(args.day)) return refuse('bad-day', { day: args.day });
  if (!mayHold(kindAt(plan, args.parent), 'milestone'))
    return refuse('wrong-level', { kind: 'milestone', parent: kindAt(plan, args.parent) });
  const span = { start: args.day, end: args.day };
  return addNode(plan, { id: args.id, parent: args.parent, kind: 'milestone', title: args.title, span }, dice);
}

export function link(plan: Plan, args: { from: Id; to: Id; type?: LinkType; lag?: number }): Outcome {
  const { from, to, type = 'FS', lag = 0 } = args;
  if (!plan.nodes.has(from) || !plan.nodes.has(to)) return refuse('no-such-node');
  if (from === to) return refuse('link-to-itself');
  if (ancestors(plan, from).includes(to) || ancestors(plan, to).includes(from)) return refuse('link-to-kin');
  if (!Number.isInteger(lag) || Math.abs(lag) > 3660) return refuse('bad-number');
  const old = plan.links.get(linkKey(from, to));
  if (old && old.type === type && old.lag === lag) return refuse('nothing-to-do');
  const path = linkPath(plan, to, from);
  if (path) return refuse('link-cycle', { path: [...path, to].map((id) => called(plan, id)).join(' → ') });
  return [{ do: 'link', from, to, type, lag }];
}

/** A clause's title is its whole text; a path of them must still be read. */
function called(plan: Plan, id: Id): string {
  const title = [...(plan.nodes.get(id)?.title ?? '')];
  return title.length > 14 ? `${title.slice(0, 13).join('')}…` : title.join('');
}

export function unlink(plan: Plan, args: { from: Id; to: Id }): Outcome {
  return plan.links.has(linkKey(args.from, args.to)) ? [{ do: 'unlink', ...args }] : refuse('nothing-to-do');
}

/** Moves what a moved predecessor proposed to move. */
export function takeFollows(plan: Plan, args: { follows: readonly Follow[] }): Outcome {
  const changes = args.follows.flatMap(({ node, to }): Change[] => {
    const span = plan.nodes.get(node)?.span;
    if (!span || (span.start === to.start && span.end === to.end)) return [];
    return [{ do: 'put', id: node, key: 'span', value: to }];
  });
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

export function shifted(span: Span, days: number): Span {
  return { start: addDays(span.start, days), end: addDays(span.end, days) };
}

/** A section or item with dated children shows theirs, so a span of its own would be written unseen. */
export function followsChildren(plan: Plan, node: Node): boolean {
  if (node.kind !== 'section' && node.kind !== 'item') return false;
  return childrenOf(plan, node.id).some((child) => branch(plan, child).some((id) => plan.nodes.get(id)!.span));
}

function put(node: Node, span: Span): Outcome {
  const old = node.span;
  if (old && old.start === span.start && old.end === span.end && old.grain === span.grain)
    return refuse('nothing-to-do');
  return [{ do: 'put', id: node.id, key: 'span', value: span }];
}
