// What a drag would do, beside the hand: the new dates with their weekdays, the working days, the change.
import { useLayoutEffect, useRef } from 'react';
import { previewOf } from '../../drag/preview.ts';
import { boundaryOf } from '../../drag/drop.ts';
import type { Grab } from '../../drag/drop.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { By } from '../../drag/sensors.ts';
import type { Drag, Drop } from '../../drag/stage.tsx';
import type { Lang, T } from '../../i18n/t.ts';
import { spansOf } from '../../state/derived.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { shortTitle } from '../../../shared/layout/label.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import { diffDays } from '../../../shared/model/day.ts';
import type { Plan, Span } from '../../../shared/model/plan.ts';
import { linkTip, pickTip } from './behaviour.ts';
import { markerTip } from './marker-drag.ts';
import { leadWords } from './lane-drag.ts';
import type { Seen } from './seen.ts';
import { boundaryWords, changeWords, dayNote, proseDay, tipSpan, workDays } from './words.ts';

export function DragTip({ plan, rows }: { readonly plan: Plan; readonly rows: Seen['rows'] }) {
  const t = useT();
  const lang = useLang();
  const held = useDrag<Grab, Drag<Grab>['grab'] | undefined>((drag) => drag?.grab);
  const drop = useDrag<Grab, Drop | undefined>((drag) => drag?.drop);
  const by = useDrag((drag) => drag?.hand.by);
  if (!held) return null;
  const lines =
    drop?.command === 'lanes.propose'
      ? laneLines(t, lang, plan, rows, held, drop)
      : tipLines(t, lang, plan, held, drop, by);
  return lines.length > 0 ? <Floating lines={lines} /> : null;
}

/** Follows the hand; is measured only when its words change. */
function Floating({ lines }: { readonly lines: readonly string[] }) {
  const element = useRef<HTMLDivElement>(null);
  const size = useRef({ w: 0, h: 0 });
  const hand = useDrag((drag) => drag?.hand);
  const words = lines.join('\n');
  useLayoutEffect(() => {
    const box = element.current;
    if (box) size.current = { w: box.offsetWidth, h: box.offsetHeight };
  }, [words]);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box || !hand) return;
    const { w, h } = size.current;
    const x = Math.max(8, Math.min(hand.x + 14, innerWidth - w - 8));
    // Above the finger, below the mouse; never off the glass.
    const below = hand.by === 'touch' ? hand.y - h - 36 : hand.y + 22;
    const y = below < 8 ? hand.y + 36 : below + h > innerHeight - 8 ? hand.y - h - 18 : below;
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }, [hand, words]);
  const [first, ...rest] = lines;
  return (
    <div className="drag-tip" ref={element} aria-hidden="true">
      <strong>{first}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

function laneLines(t: T, lang: Lang, plan: Plan, rows: Seen['rows'], grab: Grab, drop: Drop): readonly string[] {
  const node = plan.nodes.get(grab.node);
  return [...(node ? [shortTitle(node, lang)] : []), leadWords(t, { rows }, drop)];
}

export function tipLines(t: T, lang: Lang, plan: Plan, grab: Grab, drop: Drop | undefined, by?: By): readonly string[] {
  if (grab.does === 'marker') return markerTip(t, lang, plan, grab, drop);
  if (grab.does === 'pick') return [pickTip(t, drop)].filter(Boolean);
  const node = plan.nodes.get(grab.node);
  if (!node) return [];
  if (grab.does === 'lane') return [];
  if (grab.does === 'link') return linkTip(t, lang, plan, drop);
  const fromTray = grab.does === 'date' ? [shortTitle(node, lang)] : [];
  if (drop?.command === 'time.clear-span') return [shortTitle(node, lang), t('gantt.tray')];
  const before = spansOf(plan).get(grab.node);
  const preview = drop && previewOf(plan, drop);
  const now = preview ? spansOf(preview).get(grab.node) : before;
  // Somebody has taken it away, or its dates, while it was in my hand.
  if (!now && (grab.does === 'shift' || grab.does === 'resize')) return [shortTitle(node, lang), t('drag.gone')];
  if (!now || (grab.does === 'date' && !drop)) return fromTray;
  const change = before && changeOf(before, now);
  const count = node.kind === 'milestone' ? '' : workDays(t, now, plan);
  const facts = [count, change ? changeWords(t, change) : ''].filter(Boolean).join(' · ');
  const boundary = drop && boundaryOf(drop);
  const snapped = boundary
    ? t(by === 'touch' ? 'snap.touch' : 'snap.at', { name: boundaryWords(t, lang, boundary) })
    : '';
  const rest = restDays(t, lang, plan, now);
  return [...fromTray, tipSpan(t, lang, now, plan.meta.year), facts, snapped, ...rest].filter(Boolean);
}

/** By how many days what is held has moved: its start, or the one edge that did. */
function changeOf(before: Span, now: Span): number {
  return diffDays(before.start, now.start) || diffDays(before.end, now.end);
}

/** Work that begins or ends on a holiday is allowed, and said; a weekend the weekday already tells. */
function restDays(t: T, lang: Lang, plan: Plan, { start, end }: Span): string[] {
  return [...new Set([start, end])].flatMap((day) => {
    const note = dayNote(t, day, calendarOf(plan));
    return note && note !== t('gantt.unknown-year') && note !== t('gantt.weekend')
      ? t('gantt.off', { day: proseDay(lang, day, plan.meta.year), name: note })
      : [];
  });
}
