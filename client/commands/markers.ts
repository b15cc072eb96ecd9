// The commands for the lines across the chart: the chair puts one at a day, moves it, takes it away. Names are edited in the settings.
import { addDays, isDay } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';
import { horizonOf, todayFor } from '../../shared/model/schedule.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { dropRecord, keepRecord } from '../../shared/ops/records.ts';
import { newId } from '../../shared/ops/tree.ts';
import { chairOnly } from '../../shared/policy/decide.ts';
import { defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

/** The end of what is selected, else today, if the plan is about it. */
function likely(desk: Desk): Day {
  const plan = desk.plan();
  const chosen = plan.nodes.get(desk.view().selected.at(-1) ?? '')?.span?.end;
  const today = todayFor(plan, desk.today());
  const { start, end } = horizonOf(plan, desk.today());
  return chosen ?? (today >= start && today <= end ? today : start);
}

/** What the server would refuse is refused here. */
function notMine(desk: Desk): Refusal | undefined {
  return chairOnly('marker') && desk.role() !== 'chair' ? refuse('chair-only') : undefined;
}

export const markerCommands = {
  'marker.add': defineEdit({
    keys: ['Shift+M'],
    scope: 'gantt',
    full: (desk, args: { readonly day?: Day; readonly name?: string } | undefined) =>
      notMine(desk) ?? {
        id: newId(desk.dice),
        day: args?.day ?? likely(desk),
        name: args?.name ?? (desk.settings().lang === 'zh' ? '标线' : 'Marker'),
      },
    op: (plan, { id, day, name }) => keepRecord(plan, { sort: 'marker', id, value: { day, name } }),
    // Its name is typed there.
    after: (desk) => desk.show('settings/markers'),
  }),
  'marker.move': defineEdit({
    listed: false,
    full: (desk, args: { readonly id: string; readonly days: number } | undefined) =>
      notMine(desk) ?? args ?? refuse('nothing-to-do'),
    op: (plan, { id, days }) => {
      const marker = plan.records.marker.get(id);
      if (!marker) return refuse('nothing-to-do');
      const day = addDays(marker.day, days);
      return isDay(day)
        ? keepRecord(plan, { sort: 'marker', id, value: { ...marker, day } })
        : refuse('bad-day', { day });
    },
  }),
  'marker.drop': defineEdit({
    listed: false,
    full: (desk, args: { readonly id: string } | undefined) => notMine(desk) ?? args ?? refuse('nothing-to-do'),
    op: (plan, { id }) => dropRecord(plan, { sort: 'marker', id }),
  }),
};
