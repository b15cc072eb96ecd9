// The commands for dates on days off: to the working day before, to the one after, or as they are. Of what was just dropped, else of what is selected.
import { calendarOf } from '../../shared/model/almanac.ts';
import type { Id, Span } from '../../shared/model/plan.ts';
import { restOf } from '../../shared/model/rest.ts';
import { refuse } from '../../shared/ops/change.ts';
import { setSpans } from '../../shared/ops/time.ts';
import { stillLanded } from '../state/question.ts';
import { defineAct, defineEdit, manyOf } from './registry.ts';
import type { Desk } from './registry.ts';

export const restCommands = {
  'time.off-earlier': toWorking('earlier', [',']),
  'time.off-later': toWorking('later', ['.']),
  'time.off-keep': defineAct({ listed: false, run: (desk) => desk.ask(null) }),
};

function toWorking(way: 'earlier' | 'later', keys: readonly string[]) {
  return defineEdit({
    keys,
    scope: 'gantt',
    full: (desk, _args: undefined) => {
      const spans = resting(desk).flatMap(({ id, ...ways }) => {
        const span = ways[way];
        return span ? [{ id, span }] : [];
      });
      return spans.length > 0 ? { spans } : refuse('nothing-to-do');
    },
    op: setSpans,
  });
}

interface Resting {
  readonly id: Id;
  readonly earlier?: Span | undefined;
  readonly later?: Span | undefined;
}

function resting(desk: Desk): readonly Resting[] {
  const plan = desk.plan();
  const landed = stillLanded(plan, desk.question());
  if (landed.length > 0) return landed;
  return manyOf(desk, undefined).flatMap((id): Resting[] => {
    const span = plan.nodes.get(id)?.span;
    const rest = span && restOf(span, undefined, calendarOf(plan));
    return rest ? [{ id, ...rest }] : [];
  });
}
