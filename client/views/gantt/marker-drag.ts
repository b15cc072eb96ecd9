// Moving a line across the chart by its flag: what the chair alone may do. Everything else is the usual behaviour's.
import { boundaryNear, lineOf } from '../../../shared/layout/boundary.ts';
import type { Timescale } from '../../../shared/layout/timescale.ts';
import { calendarOf, termsOf } from '../../../shared/model/almanac.ts';
import { addDays, diffDays } from '../../../shared/model/day.ts';
import type { Day, Plan } from '../../../shared/model/plan.ts';
import type { Grab } from '../../drag/drop.ts';
import { momentAt } from '../../drag/drop.ts';
import { reachOf } from '../../drag/magnet.ts';
import type { Hand } from '../../drag/sensors.ts';
import type { DragBehaviour, Drop } from '../../drag/stage.tsx';
import { longDay } from '../../i18n/days.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { changeWords } from './words.ts';

interface Ground {
  readonly box: () => HTMLElement | null;
  readonly plan: Plan;
  readonly scale: Timescale;
  readonly left: number;
  /** The chair, whose plan is not being made anew. */
  readonly may: boolean;
  readonly t: T;
  readonly lang: Lang;
}

export function withMarkers(usual: DragBehaviour<Grab>, ground: Ground): DragBehaviour<Grab> {
  const { plan, scale, left, t, lang } = ground;
  const moment = (hand: Hand): number => {
    const box = ground.box()!;
    return momentAt(scale, hand.x - box.getBoundingClientRect().left + box.scrollLeft - left);
  };
  return {
    ...usual,
    grab(held, hand) {
      if (held.part !== 'marker') return usual.grab(held, hand);
      const marker = plan.records.marker.get(held.node);
      return ground.may && marker && ground.box() ? { does: 'marker', node: held.node, from: moment(hand) } : undefined;
    },
    over(grab, hand) {
      if (grab.does !== 'marker') return usual.over(grab, hand);
      const marker = plan.records.marker.get(grab.node);
      if (!marker) return undefined;
      const by = moment(hand) - grab.from;
      const reach = reachOf(hand, scale.perDay);
      const almanac = { terms: termsOf(plan), calendar: calendarOf(plan) };
      const drawn = boundaryNear(lineOf(marker.day, 'start') + by, 'start', scale.zoom, reach, almanac);
      const days = drawn ? diffDays(marker.day, drawn.day) : Math.round(by);
      return days === 0 ? undefined : { command: 'marker.move', args: { id: grab.node, days } };
    },
    say: (now, grab, drop) =>
      grab.does === 'marker'
        ? now === 'cancelled'
          ? t('drag.cancelled', { title: plan.records.marker.get(grab.node)?.name ?? '' })
          : markerTip(t, lang, plan, grab, drop).join(t('gantt.stop'))
        : usual.say(now, grab, drop),
  };
}

/** Where letting go would put it. */
export function markerDay(plan: Plan, grab: Grab, drop: Drop | undefined): Day | undefined {
  const marker = grab.does === 'marker' ? plan.records.marker.get(grab.node) : undefined;
  return marker && addDays(marker.day, drop?.command === 'marker.move' ? (drop.args?.days ?? 0) : 0);
}

/** 开学，2019年9月2日（周一），推后3天 */
export function markerTip(t: T, lang: Lang, plan: Plan, grab: Grab, drop: Drop | undefined): readonly string[] {
  const marker = plan.records.marker.get(grab.node);
  const day = markerDay(plan, grab, drop);
  if (!marker || !day) return [];
  const change = diffDays(marker.day, day);
  return [marker.name, longDay(lang, day), ...(change ? [changeWords(t, change)] : [])];
}
