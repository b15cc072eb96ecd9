// The commands that date things: set, shift, resize, clear, milestones, links. Arrows move a bar in the Gantt; days are whole.
import { addDays } from '../../shared/model/day.ts';
import type { Day, Id, LinkType, Plan, Span } from '../../shared/model/plan.ts';
import { horizonOf, todayFor } from '../../shared/model/schedule.ts';
import { refuse } from '../../shared/ops/change.ts';
import {
  addMilestone,
  clearSpan,
  link,
  resizeEnd,
  resizeStart,
  setSpan,
  setSpans,
  shiftBranch,
  shiftBy,
  unlink,
} from '../../shared/ops/time.ts';
import { newId } from '../../shared/ops/tree.ts';
import { kindAt, mayHold, parentOf } from '../../shared/model/tree.ts';
import { defineEdit, manyOf, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

interface Many {
  readonly ids?: readonly Id[];
}

function many(desk: Desk, args: Many | undefined) {
  const ids = manyOf(desk, args);
  return ids.length === 0 ? refuse('no-such-node') : { ids };
}

/** A command that shifts the selection by `days`. */
function shift(days: number, keys: readonly string[]) {
  return defineEdit({
    keys,
    scope: 'gantt',
    full: (desk, args: Many | undefined) => {
      const found = many(desk, args);
      return 'refused' in found ? found : { ids: found.ids, days };
    },
    op: shiftBy,
  });
}

/** A command that moves one edge of the last selected bar by `days`. */
function edge(side: 'start' | 'end', days: number, keys: readonly string[]) {
  return defineEdit({
    keys,
    scope: 'gantt',
    full: (desk, args: { readonly id?: Id } | undefined) => {
      const id = oneOf(desk, args);
      if (id === undefined) return refuse('no-such-node');
      const span = desk.plan().nodes.get(id)?.span;
      return span ? { id, day: addDays(span[side], days) } : refuse('no-span');
    },
    op: side === 'start' ? resizeStart : resizeEnd,
  });
}

/** Where a first date falls when nobody says: today, if the plan is about it, else its first day. */
function likelyDay(plan: Plan, clock: Day): Day {
  const today = todayFor(plan, clock);
  const { start, end } = horizonOf(plan, clock);
  return today >= start && today <= end ? today : start;
}

export const timeCommands = {
  'time.set-span': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id; span: Span } | undefined) => args ?? refuse('no-such-node'),
    op: setSpan,
  }),
  /** Several at once, as one step. */
  'time.set-spans': defineEdit({
    listed: false,
    full: (_desk, args: { spans: readonly { readonly id: Id; readonly span: Span }[] } | undefined) =>
      args ?? refuse('no-such-node'),
    op: setSpans,
  }),
  /** Gives an undated node a month from the likeliest day, to be dragged from there. */
  'time.schedule': defineEdit({
    keys: ['D'],
    scope: ['gantt', 'list', 'mindmap'],
    full: (desk, args: { readonly id?: Id } | undefined) => {
      const id = oneOf(desk, args);
      if (id === undefined) return refuse('no-such-node');
      if (desk.plan().nodes.get(id)?.span) return refuse('nothing-to-do');
      const start = likelyDay(desk.plan(), desk.today());
      return { id, span: { start, end: addDays(start, 29) } };
    },
    op: setSpan,
  }),
  'time.shift': defineEdit({
    listed: false,
    full: (_desk, args: { ids: readonly Id[]; days: number } | undefined) => args ?? refuse('no-such-node'),
    op: shiftBy,
  }),
  'time.shift-branch': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id; days: number } | undefined) => args ?? refuse('no-such-node'),
    op: shiftBranch,
  }),
  'time.day-later': shift(1, ['ArrowRight']),
  'time.day-earlier': shift(-1, ['ArrowLeft']),
  'time.week-later': shift(7, ['Shift+ArrowRight']),
  'time.week-earlier': shift(-7, ['Shift+ArrowLeft']),
  'time.end-later': edge('end', 1, [']']),
  'time.end-earlier': edge('end', -1, ['[']),
  'time.start-later': edge('start', 1, ['}']),
  'time.start-earlier': edge('start', -1, ['{']),
  'time.resize-start': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id; day: Day } | undefined) => args ?? refuse('no-such-node'),
    op: resizeStart,
  }),
  'time.resize-end': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id; day: Day } | undefined) => args ?? refuse('no-such-node'),
    op: resizeEnd,
  }),
  'time.clear-span': defineEdit({ keys: ['Shift+Delete', 'Shift+Backspace'], full: many, op: clearSpan }),
  /** Below the selected node where it may hold one, else beside it. */
  'time.milestone': defineEdit({
    keys: ['M'],
    scope: ['gantt', 'list', 'mindmap'],
    full: (desk, args: { readonly parent?: Id; readonly day?: Day; readonly title?: string } | undefined) => {
      const plan = desk.plan();
      const at = oneOf(desk, args?.parent ? { id: args.parent } : undefined);
      if (at === undefined) return refuse('no-such-node');
      const parent = mayHold(kindAt(plan, at), 'milestone') ? at : parentOf(plan, at);
      const day = args?.day ?? plan.nodes.get(at)?.span?.end ?? likelyDay(plan, desk.today());
      return { id: newId(desk.dice), parent, day, title: args?.title ?? '' };
    },
    op: addMilestone,
    after: (desk, { id }) => desk.setView({ selected: [id], editing: { node: id, field: 'title', all: true } }),
  }),
  /** With nothing said: from the first selected to the last. */
  'time.link': defineEdit({
    keys: ['L'],
    scope: ['gantt'],
    full: (desk, args: { from: Id; to: Id; type?: LinkType; lag?: number } | undefined) => {
      if (args) return args;
      const ids = manyOf(desk, undefined);
      const [from, to] = [ids[0], ids.at(-1)];
      return from !== undefined && to !== undefined && ids.length > 1 ? { from, to } : refuse('pick-two');
    },
    op: link,
  }),
  'time.unlink': defineEdit({
    listed: false,
    full: (_desk, args: { from: Id; to: Id } | undefined) => args ?? refuse('no-such-node'),
    op: unlink,
  }),
};
