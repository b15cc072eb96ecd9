// A drop on a day off: which day it is, and the working days beside it, next to the bar. Nothing waits for an answer.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import { weekdayName } from '../../i18n/days.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { printKey } from '../../commands/keys.ts';
import { useDrag } from '../../drag/stage.tsx';
import { useCommands, useDesktop, useLang, useReadable, useT } from '../../state/hooks.ts';
import { stillLanded } from '../../state/question.ts';
import type { Landed } from '../../state/question.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Day, Plan, Span } from '../../../shared/model/plan.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';
import { dayNote, proseDay } from './words.ts';

export function RestDay({ seen, scroller }: { readonly seen: Seen; readonly scroller: RefObject<HTMLElement | null> }) {
  const { question } = useDesktop();
  const asked = useReadable(question);
  const dragging = useDrag((drag) => drag !== null);
  const t = useT();
  const lang = useLang();
  const landed = stillLanded(seen.plan, asked);
  const first = landed[0];
  const says = first && !dragging ? sentence(t, lang, seen.plan, landed) : '';
  return (
    <>
      <p className="sr" role="status">
        {says && `${says}${t('rest.how')}`}
      </p>
      {says && first && (
        <Offer key={first.id + first.span.start + first.span.end} {...{ seen, landed, says, scroller }} />
      )}
    </>
  );
}

function Offer({
  seen,
  landed,
  says,
  scroller,
}: {
  readonly seen: Seen;
  readonly landed: readonly Landed[];
  readonly says: string;
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const t = useT();
  const lang = useLang();
  const { run, keysOf, enabled } = useCommands();
  const element = useRef<HTMLDivElement>(null);
  const { left, head, scale, at, edge, room, plan } = seen;
  const first = landed[0]!;
  // Beside the bar there is no room on a phone: at the foot of the view then, over its tools.
  const narrow = room < 420;
  const row = at.get(first.id);
  const day = first.off.at(-1)!;

  // Below the bar, or above it near the foot of what is in sight; never past the sides.
  useLayoutEffect(() => {
    const [card, box] = [element.current, scroller.current];
    if (!card || !box || narrow) return;
    const { offsetWidth: w, offsetHeight: h } = card;
    const wanted = left + scale.x(day) + scale.perDay / 2 - 28;
    const x = Math.max(edge + 8, Math.min(wanted, edge + room - w - 16));
    const y = head + (row ?? 0) * M.row + M.row;
    const foot = box.scrollTop + box.clientHeight - 64;
    const top = row === undefined ? box.scrollTop + head + 12 : y + h > foot ? y - M.row - h : y;
    card.style.transform = `translate(${Math.round(x)}px, ${Math.round(top)}px)`;
  });
  useEffect(() => {
    const box = scroller.current;
    const leave = (event: PointerEvent): void => {
      if (!element.current?.contains(event.target as globalThis.Node)) run('time.off-keep');
    };
    box?.addEventListener('pointerdown', leave);
    return () => box?.removeEventListener('pointerdown', leave);
  }, [scroller, run]);

  const choice = (id: 'time.off-earlier' | 'time.off-later', way: 'earlier' | 'later') => (
    <button type="button" className="button small line" disabled={!enabled(id)} onClick={() => run(id)}>
      {landed.length > 1 ? t(`rest.${way}`) : daysMoved(lang, plan, first.span, first[way])}{' '}
      <kbd>{printKey(keysOf(id)[0]!)}</kbd>
    </button>
  );
  const card = (
    <div className={narrow ? 'rest-day low' : 'rest-day'} ref={element} role="group" aria-label={says}>
      <p>{says}</p>
      <div>
        {first.earlier && choice('time.off-earlier', 'earlier')}
        {first.later && choice('time.off-later', 'later')}
        <button type="button" className="button small" onClick={() => run('time.off-keep')}>
          {t('rest.keep')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
  const floor = narrow && scroller.current?.parentElement;
  return floor ? createPortal(card, floor) : card;
}

/** 10月5日周六（国庆节）落在休息日。 */
function sentence(t: T, lang: Lang, plan: Plan, landed: readonly Landed[]): string {
  if (landed.length > 1) return t('rest.many', { n: landed.length });
  const calendar = calendarOf(plan);
  const one = (day: Day): string => {
    const [words, name] = [withWeekday(lang, plan, day), dayNote(t, day, calendar)];
    return name === t('gantt.weekend') ? words : t('rest.day', { day: words, name });
  };
  return t('rest.said', { days: landed[0]!.off.map(one).join(t('rest.and')) });
}

/** The end that moves: 9月30日 周一; both ends where both do. */
function daysMoved(lang: Lang, plan: Plan, was: Span, now: Span | undefined): string {
  if (!now) return '';
  const days = [
    ...(now.start !== was.start ? [now.start] : []),
    ...(now.end !== was.end && now.end !== now.start ? [now.end] : []),
  ];
  return days.map((day) => withWeekday(lang, plan, day)).join(' — ');
}

function withWeekday(lang: Lang, plan: Plan, day: Day): string {
  const words = proseDay(lang, day, plan.meta.year);
  return lang === 'zh' ? `${words}${weekdayName(lang, day)}` : `${weekdayName(lang, day)} ${words}`;
}
