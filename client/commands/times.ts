// The commands of what the text proposes: look, take one or all, leave, take back what was left; and say where dates come from.
import type { Basis, Id, Span } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { dropRecord } from '../../shared/ops/records.ts';
import { leaveTimes, setBasis, takeTimes } from '../../shared/ops/times.ts';
import type { Take } from '../../shared/ops/times.ts';
import { newId } from '../../shared/ops/tree.ts';
import { partAround, proposalsOf } from '../../shared/yaodian/proposals.ts';
import type { Proposal } from '../../shared/yaodian/proposals.ts';
import { defineAct, defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

/** Which proposals; without any named all that need no answer. */
interface Which {
  readonly keys?: readonly string[];
}

/** The answer to a question: a choice by its place, or days somebody said. */
interface Answer {
  readonly key: string;
  readonly choice?: number;
  readonly span?: Span;
}

export const timeProposalCommands = {
  'times.open': defineAct({ keys: ['Shift+T'], run: (desk) => desk.show('times') }),
  'times.take': defineEdit({
    full: (desk, args: Which | undefined) => {
      const wanted = chosen(desk, args).filter(({ does }) => does !== 'ask');
      return wanted.length === 0 ? refuse('nothing-to-do') : { takes: wanted.map((each) => takeOf(desk, each)) };
    },
    op: takeTimes,
  }),
  'times.answer': defineEdit({
    listed: false,
    full: (desk, args: Answer | undefined): { takes: readonly Take[] } | Refusal => {
      const asked = proposalsOf(desk.plan()).find(({ key }) => key === args?.key);
      const choice = args?.choice === undefined ? undefined : asked?.choices[args.choice];
      const span = choice?.span ?? args?.span;
      if (!asked || !span) return refuse('nothing-to-do');
      return { takes: [takeOf(desk, { ...asked, does: asked.as, span }, choice?.how ?? 'meeting')] };
    },
    op: takeTimes,
  }),
  'times.leave': defineEdit({
    listed: false,
    full: (desk, args: Which | undefined) => {
      const left = args?.keys ? chosen(desk, args) : [];
      return { left, by: desk.settings().name.slice(0, 120), at: desk.today() };
    },
    op: leaveTimes,
  }),
  /** Proposes again what was left. */
  'times.recall': defineEdit({
    listed: false,
    full: (_desk, args: { readonly key: string } | undefined) =>
      args ? { sort: 'suggestion' as const, id: args.key } : refuse('nothing-to-do'),
    op: dropRecord,
  }),
  'times.basis': defineEdit({
    listed: false,
    full: (_desk, args: { readonly id: Id; readonly how: Basis['how'] | undefined } | undefined) =>
      args ?? refuse('no-such-node'),
    op: setBasis,
  }),
};

function chosen(desk: Desk, args: Which | undefined): readonly Proposal[] {
  const all = proposalsOf(desk.plan());
  const keys = args?.keys && new Set(args.keys);
  return keys ? all.filter(({ key }) => keys.has(key)) : all;
}

function takeOf(desk: Desk, { node, does, span, times, words, ...at }: Proposal, how: Basis['how'] = 'text'): Take {
  const { from, to } = at;
  // A stated deadline stands beside the text, so there is no place in it to hold on to.
  const basis = { how, words: words.slice(0, 400), ...(at.in === 'title' && { from, to }) };
  if (does === 'times') return { node, basis, does, times: times! };
  if (does === 'span') return { node, basis, does, span: span! };
  const title = partAround(desk.plan().nodes.get(node)!.title, from, to);
  return { node, basis, does: 'milestone', span: span!, id: newId(desk.dice), title };
}
