// What dragging means on the Gantt, told to the stage: from client px to moments, and from what would happen to words.
import { boundaryOf, dropOf, grabOf, linkDrop, momentAt } from '../../drag/drop.ts';
import { magnetOf, reachOf } from '../../drag/magnet.ts';
import { outcomeOf, previewOf } from '../../drag/preview.ts';
import { strideTo } from '../../drag/stride.ts';
import type { Grab, Side, Where } from '../../drag/drop.ts';
import type { Corner } from '../../drag/pick.ts';
import type { Hand, Step } from '../../drag/sensors.ts';
import type { DragBehaviour, Drop } from '../../drag/stage.tsx';
import type { Lang, T } from '../../i18n/t.ts';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Point } from '../../../shared/layout/scene.ts';
import type { Timescale } from '../../../shared/layout/timescale.ts';
import { toNumber } from '../../../shared/model/day.ts';
import type { Day, Id, Plan } from '../../../shared/model/plan.ts';
import { spansOf } from '../../state/derived.ts';
import { callNode, linkKind } from './link-words.ts';
import { boundaryWords, proseSpan, workDays } from './words.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import { sayRefusal } from '../../i18n/refusal.ts';

export interface Ground {
  readonly box: () => HTMLElement | null;
  readonly plan: Plan;
  readonly scale: Timescale;
  readonly today: Day;
  /** The frozen table and head. */
  readonly left: number;
  readonly top: number;
  readonly row: number;
  readonly mayEdit: boolean;
  /** The work at a point of the scene, and which of its ends is nearer. */
  readonly under: (x: number, y: number) => { readonly node: Id; readonly side: Side } | undefined;
  /** What a frame between two corners touches. */
  readonly picked: (from: Corner, to: Corner) => readonly Id[];
  readonly selected: () => readonly Id[];
  readonly t: T;
  readonly lang: Lang;
  /** The command has run; `before` is the plan it ran on. */
  readonly done: (grab: Grab, drop: Drop, before: Plan) => void;
}

export function ganttBehaviour(ground: Ground): DragBehaviour<Grab> {
  const { plan, scale, left, top, t, lang } = ground;
  const moment = (x: number): number => {
    const box = ground.box()!;
    return momentAt(scale, x - box.getBoundingClientRect().left + box.scrollLeft - left);
  };
  const where = (hand: Hand): Where => ({
    over: placeOf(hand),
    moment: moment(hand.x),
    zoom: scale.zoom,
    magnet: reachOf(hand, scale.perDay),
  });
  // A bar held over the table or past the edge still follows the hand; only work from the tray must be over the days.
  const placeOf = ({ x, y, by }: Hand): Where['over'] => {
    if (by !== 'keys' && isOver('.rail', x, y)) return 'tray';
    return isOverDays(x, y) ? 'days' : 'elsewhere';
  };
  const isOverDays = (x: number, y: number): boolean => {
    const box = ground.box()?.getBoundingClientRect();
    return !!box && x >= box.left + left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  const workUnder = (hand: Hand): ReturnType<Ground['under']> => {
    const element = ground.box();
    if (!element || !isOverDays(hand.x, hand.y)) return undefined;
    const box = element.getBoundingClientRect();
    return ground.under(hand.x - box.left + element.scrollLeft, hand.y - box.top + element.scrollTop);
  };
  const corner = (hand: Hand): Corner => {
    const box = ground.box()!;
    const y = hand.y - box.getBoundingClientRect().top + box.scrollTop - top;
    return { moment: moment(hand.x), row: y / ground.row };
  };
  const over = (grab: Grab, hand: Hand): Drop | undefined => {
    if (grab.does === 'pick') {
      const ids = [...new Set([...grab.before, ...ground.picked(grab.from, corner(hand))])];
      return { command: 'view.select', args: { ids } };
    }
    if (grab.does === 'link') return linkDrop(grab, workUnder(hand));
    const found = where(hand);
    const fromTray = grab.does === 'date';
    return dropOf(plan, grab, found.over === 'elsewhere' && !fromTray ? { ...found, over: 'days' } : found);
  };
  const snapWords = (drop: Drop): string => {
    const at = boundaryOf(drop);
    return at ? t('gantt.stop') + t('snap.touch', { name: boundaryWords(t, lang, at) }) : '';
  };
  return {
    grab(held, hand) {
      if (!ground.box()) return undefined;
      const found =
        ground.mayEdit && !(hand.more && held.part === 'row')
          ? grabOf(plan, held, moment(hand.x), ground.selected())
          : undefined;
      // Where nothing can be held, a mouse pulls a frame.
      if (found || hand.by !== 'mouse' || (held.part !== 'row' && held.part !== 'floor') || !isOverDays(hand.x, hand.y))
        return found;
      return { does: 'pick', node: held.node, from: corner(hand), before: hand.more ? ground.selected() : [] };
    },
    over,
    step(grab, hand, { x, y, far, alt }: Step): Point {
      const element = ground.box()!;
      const box = element.getBoundingClientRect();
      // Out of the tray, the first step goes onto the days: to today if it is in sight, else to the middle.
      if (grab.does === 'date' && !isOverDays(hand.x, hand.y)) {
        const at =
          box.left + left - element.scrollLeft + (toNumber(ground.today) - toNumber(scale.from) + 0.5) * scale.perDay;
        const middle = (box.left + left + box.right) / 2;
        return { x: at > box.left + left && at < box.right ? at : middle, y: box.top + top + 40 };
      }
      const [at, days] = [moment(hand.x), x * (far ? 7 : 1)];
      const stride = { days, zoom: scale.zoom, magnet: alt ? 0 : magnetOf(scale.perDay) };
      const on = x === 0 ? 0 : strideTo(plan, grab, at, stride) - at;
      return { x: hand.x + on * scale.perDay, y: hand.y + y * ground.row };
    },
    say(moment, grab, drop) {
      if (grab.does === 'pick') return pickTip(t, drop);
      if (grab.does === 'link') return linkTip(t, lang, plan, drop).join(t('gantt.stop'));
      const node = plan.nodes.get(grab.node);
      const title = node ? shortTitle(node, lang) : '';
      const after = drop && (previewOf(plan, drop) ?? plan);
      const span = spansOf(after ?? plan).get(grab.node);
      const words = span && proseSpan(t, lang, span, plan.meta.year);
      const cleared = drop?.command === 'time.clear-span';
      switch (moment) {
        case 'lifted':
          return words ? t('drag.lifted', { title, span: words }) : t('drag.lifted.undated', { title });
        case 'moved':
          if (cleared) return t('drag.moved.tray');
          return drop && span && words
            ? [t('drag.moved', { span: words, days: workDays(t, span, plan) }), snapWords(drop)].join('')
            : t('drag.moved.nowhere');
        case 'dropped':
          return cleared || !words ? t('drag.dropped.tray', { title }) : t('drag.dropped', { title, span: words });
        case 'cancelled':
          return t('drag.cancelled', { title });
      }
    },
    pane() {
      const element = ground.box();
      return element && { element, left, top };
    },
    done: (grab, drop) => ground.done(grab, drop, plan),
  };
}

/** How many a frame has picked. */
export function pickTip(t: T, drop: Drop | undefined): string {
  const n = drop?.command === 'view.select' ? (drop.args?.ids.length ?? 0) : 0;
  return n > 0 ? t('pick.count', { n }) : '';
}

/** What pulling a link would make, or why it cannot. */
export function linkTip(t: T, lang: Lang, plan: Plan, drop: Drop | undefined): readonly string[] {
  if (drop?.command !== 'time.link' || !drop.args) return [t('link.pull')];
  const { from, to, type = 'FS', lag = 0 } = drop.args;
  const outcome = outcomeOf(plan, drop);
  const made = t('link.made', { from: callNode(plan, from, lang), to: callNode(plan, to, lang) });
  return outcome && isRefusal(outcome) ? [sayRefusal(t, outcome), made] : [linkKind(t, { type, lag }), made];
}

function isOver(selector: string, x: number, y: number): boolean {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return !!box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
