// The commands that keep what people say of the work: an opinion and its answer, a line of progress.
import type { Answer, Id } from '../../shared/model/plan.ts';
import { todayFor } from '../../shared/model/schedule.ts';
import { refuse } from '../../shared/ops/change.ts';
import { answerOpinion, bringOpinions, giveOpinion } from '../../shared/ops/opinions.ts';
import type { Saying } from '../../shared/ops/opinions.ts';
import { dropRecord } from '../../shared/ops/records.ts';
import { reportProgress } from '../../shared/ops/reports.ts';
import { newId } from '../../shared/ops/tree.ts';
import { defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

/** Who says it and when; a demonstration stays within its own time. */
const signed = (desk: Desk) => ({
  id: newId(desk.dice),
  at: todayFor(desk.plan(), desk.today()),
  by: desk.settings().name.slice(0, 120),
});

interface Said {
  readonly node: Id;
  readonly words: string;
}

export const reportCommands = {
  'report.add': defineEdit({
    listed: false,
    full: (desk, args: (Said & { readonly progress?: number | undefined }) | undefined) =>
      args ? { ...signed(desk), ...args } : refuse('no-such-node'),
    op: reportProgress,
  }),
  'report.drop': defineEdit({
    listed: false,
    full: (_desk, args: { readonly id: Id } | undefined) =>
      args ? { sort: 'report' as const, id: args.id } : refuse('nothing-to-do'),
    op: dropRecord,
  }),
  'opinion.give': defineEdit({
    listed: false,
    full: (desk, args: (Said & { readonly office: Id }) | undefined) =>
      args ? { ...signed(desk), ...args } : refuse('no-such-node'),
    op: giveOpinion,
  }),
  'opinion.bring': defineEdit({
    listed: false,
    full: (_desk, args: { readonly list: readonly Saying[] } | undefined) => args ?? refuse('nothing-to-do'),
    op: bringOpinions,
  }),
  'opinion.answer': defineEdit({
    listed: false,
    full: (_desk, args: { readonly id: Id; readonly answer: Answer; readonly reason: string } | undefined) =>
      args ?? refuse('nothing-to-do'),
    op: answerOpinion,
  }),
};
