// The commands for what recurs and for the four quarters: how often, done once more, and 季度形象进度 in one key.
import type { Day, Id } from '../../shared/model/plan.ts';
import { todayFor } from '../../shared/model/schedule.ts';
import { kindAt, mayHold, parentOf } from '../../shared/model/tree.ts';
import { refuse } from '../../shared/ops/change.ts';
import { addQuarters } from '../../shared/ops/quarters.ts';
import { retick, setTicks, tick, untick } from '../../shared/ops/ticks.ts';
import { newId } from '../../shared/ops/tree.ts';
import { defineEdit, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

const QUARTERS = {
  zh: ['一季度', '二季度', '三季度', '四季度'],
  en: ['Q1', 'Q2', 'Q3', 'Q4'],
} as const;

const today = (desk: Desk): Day => todayFor(desk.plan(), desk.today());

export const tickCommands = {
  /** Below the selected node where it may hold milestones, else beside it. */
  'time.quarters': defineEdit({
    keys: ['Q'],
    scope: ['gantt', 'list', 'mindmap'],
    full: (desk, args: { readonly id?: Id } | undefined) => {
      const plan = desk.plan();
      const at = oneOf(desk, args);
      if (at === undefined) return refuse('no-such-node');
      const parent = mayHold(kindAt(plan, at), 'milestone') ? at : parentOf(plan, at);
      const titles = QUARTERS[desk.settings().lang];
      const ids = titles.map(() => newId(desk.dice));
      return { parent, year: plan.meta.year ?? Number(today(desk).slice(0, 4)), ids, titles };
    },
    op: addQuarters,
    after: (desk, { parent }) => {
      const folded = new Set(desk.view().folded);
      folded.delete(parent);
      desk.setView({ folded });
    },
  }),
  'ticks.set': defineEdit({
    listed: false,
    full: (_desk, args: { readonly id: Id; readonly times: number | null } | undefined) =>
      args ?? refuse('no-such-node'),
    op: setTicks,
  }),
  'ticks.tick': defineEdit({
    keys: ['X'],
    scope: ['gantt', 'list', 'mindmap'],
    full: (desk, args: { readonly id?: Id; readonly day?: Day } | undefined) => {
      const id = oneOf(desk, args);
      return id === undefined ? refuse('no-such-node') : { id, day: args?.day ?? today(desk) };
    },
    op: tick,
  }),
  /** The last one, if none is named. */
  'ticks.untick': defineEdit({
    keys: ['Shift+X'],
    scope: ['gantt', 'list', 'mindmap'],
    full: (desk, args: { readonly id?: Id; readonly index?: number } | undefined) => {
      const id = oneOf(desk, args);
      const done = desk.plan().nodes.get(id ?? '')?.ticks?.done.length ?? 0;
      return id === undefined ? refuse('no-such-node') : { id, index: args?.index ?? done - 1 };
    },
    op: untick,
  }),
  'ticks.date': defineEdit({
    listed: false,
    full: (_desk, args: { readonly id: Id; readonly index: number; readonly day: Day } | undefined) =>
      args ?? refuse('no-such-node'),
    op: retick,
  }),
};
