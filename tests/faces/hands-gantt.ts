// Hands on the chart: bars, edges, rows and chips dragged along the days and across the lanes, and the chart's keys.
import { dropOf, grabOf } from '../../client/drag/drop.ts';
import type { Part } from '../../shared/layout/scene.ts';
import { toNumber } from '../../shared/model/day.ts';
import { pickable } from '../../shared/ops/offices.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { pick } from '../kit/random.ts';
import { anyOf, byKey, name, phrase, spare } from './person.ts';
import type { Edit, Hands } from './person.ts';

const offices = (plan: Plan): readonly Id[] => pickable(plan).map(({ id }) => id);

const GANTT_KEYS = ['ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Delete', 'Insert', '}', '{', 'Mod+z', 'Mod+y', 'Mod+Enter']; // prettier-ignore

const any: readonly Edit[] = [
  // A bar, an edge, an empty row or a chip of the tray in the hand, let go somewhere.
  (me, dice) => {
    const plan = me.plan();
    const node = anyOf(plan, dice);
    const parts = ['bar', 'start', 'end', 'row', 'tray', 'summary', 'milestone'] as const;
    const part: Part | 'tray' = pick(parts, dice)!;
    if (node === undefined) return;
    const from = toNumber('2019-01-01') + dice() * 360;
    const grab = grabOf(plan, { node, part }, from, dice() < 0.3 ? [node, anyOf(plan, dice)!] : [node]);
    const over = dice() < 0.1 ? ('tray' as const) : ('days' as const);
    const where = { over, moment: from + (dice() - 0.5) * 60, zoom: 'week' as const, magnet: dice() < 0.5 ? 0 : 3 };
    const drop = grab && dropOf(plan, grab, where);
    if (drop) me.commands.run(drop.command, drop.args);
  },
  (me, dice) => {
    const node = anyOf(me.plan(), dice);
    if (node === undefined) return;
    me.setView({ selected: [node] });
    byKey(me, pick(GANTT_KEYS, dice)!, 'gantt');
    name(me, dice);
  },
  (me, dice) => {
    const id = anyOf(me.plan(), dice);
    if (id !== undefined) me.commands.run('content.retitle', { id, title: phrase(dice) });
  },
  // Work in the hand, let go over the lane of another office: it is asked, and the answer given.
  (me, dice) => {
    const plan = me.plan();
    const ids = [anyOf(plan, dice, ({ kind }) => kind === 'clause')].flatMap((id) => id ?? []);
    const lane = pick(offices(plan), dice);
    if (ids.length === 0 || lane === undefined) return;
    me.setView({ lanes: 'lead' });
    me.commands.run('lanes.propose', { ids, lane });
    const [what, office, list = ''] = me.shown().split('/');
    if (what === 'lead' && office)
      me.commands.run('lanes.set-lead', { ids: list.split(','), office, keep: dice() < 0.5 });
    me.setView({ lanes: null });
  },
];

export const gantt: Hands = {
  any,
  less(me, dice) {
    const id = spare(me.plan(), dice);
    if (id === undefined) return;
    me.setView({ selected: [id] });
    byKey(me, 'Delete', 'gantt');
  },
  more(me, dice) {
    const id = anyOf(me.plan(), dice);
    if (id === undefined) return;
    me.setView({ selected: [id] });
    byKey(me, 'Insert', 'gantt');
    name(me, dice);
  },
};
