// The commands about what the Gantt shows besides the work: the band of terms and teaching weeks.
import { schoolOf } from '../../shared/model/almanac.ts';
import { daysOf } from '../../shared/model/schedule.ts';
import { refuse } from '../../shared/ops/change.ts';
import { defineAct } from './registry.ts';

export const chartCommands = {
  /** Shows or hides terms and teaching weeks in the head of the Gantt. */
  'chart.school': defineAct({
    keys: ['W'],
    scope: 'gantt',
    when: (desk) => (schoolOf(desk.plan(), daysOf(desk.plan(), desk.today())).length > 0 ? true : refuse('no-terms')),
    run: (desk) => desk.setView({ school: !desk.view().school }),
  }),
};
