// What a bar has to say, beside the mouse that rests on it: what the ear is told of it, and its whole name where the drawn one is cut.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { isSoon, rulesOf } from '../../../shared/model/lights.ts';
import { useDrag } from '../../drag/stage.tsx';
import { lightsOf, numbersOf } from '../../state/derived.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { waitingWords } from '../../state/waiting.ts';
import type { Seen } from './seen.ts';
import { barFacts } from './words.ts';

/** Ms the mouse rests before it is told: who passes over bars is not talked to. */
const REST = 500;
const AWAY = 10;

interface Pointed {
  readonly id: Id;
  readonly x: number;
  readonly bar: { readonly top: number; readonly bottom: number };
}

export function BarTip({ scroller, seen }: { readonly scroller: RefObject<HTMLElement | null>; readonly seen: Seen }) {
  const dragging = useDrag((drag) => drag !== null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let timer = 0;
    let on: Element | null = null;
    const leave = (): void => {
      clearTimeout(timer);
      on = null;
      setPointed(null);
    };
    const look = ({ pointerType, buttons, target, clientX }: PointerEvent): void => {
      if (pointerType !== 'mouse' || buttons !== 0) return leave();
      const bar = target instanceof Element ? target.closest<SVGElement>('g[id^="gantt-bar-"]') : null;
      if (bar === on && bar !== null && timer === 0) return;
      if (bar !== on) leave();
      on = bar;
      clearTimeout(timer);
      const id = bar?.dataset['node'];
      if (!bar || id === undefined) return;
      timer = window.setTimeout(() => {
        timer = 0;
        // Gone meanwhile: an edit or a scroll can take a bar away from under a mouse that does not move.
        if (!bar.isConnected) return;
        const { top, bottom } = (bar.querySelector('.felt') ?? bar).getBoundingClientRect();
        setPointed({ id, x: clientX, bar: { top, bottom } });
      }, REST);
    };
    // Gone at once when something is done, and for whoever says Escape; what is told covers what lies below.
    const events = ['pointerleave', 'pointerdown', 'scroll', 'wheel'] as const;
    box.addEventListener('pointermove', look);
    for (const each of events) box.addEventListener(each, leave, { passive: true });
    window.addEventListener('keydown', leave, true);
    return () => {
      clearTimeout(timer);
      box.removeEventListener('pointermove', look);
      for (const each of events) box.removeEventListener(each, leave);
      window.removeEventListener('keydown', leave, true);
    };
  }, [scroller]);
  return pointed && !dragging ? <Told key={pointed.id} seen={seen} {...pointed} /> : null;
}

function Told({ seen: { plan, spans, today }, id, x, bar }: Pointed & { readonly seen: Seen }) {
  const t = useT();
  const lang = useLang();
  const element = useRef<HTMLDivElement>(null);
  const span = spans.get(id);
  const light = lightsOf(plan, today).get(id);
  const soon = isSoon(light, span, today, rulesOf(plan));
  const mark = numbersOf(plan).get(id)?.label ?? '';
  const facts = barFacts(t, lang, plan, id, { span, light, soon, mark, waiting: waitingWords(t, plan, id) });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const { offsetWidth: w, offsetHeight: h } = box;
    const left = Math.max(8, Math.min(x + AWAY, innerWidth - w - 8));
    const below = bar.bottom + AWAY;
    const top = below + h > innerHeight - 8 ? bar.top - h - AWAY : below;
    box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  const node = plan.nodes.get(id);
  if (!facts || !node) return null;
  const whole = node.title.trim();
  const title = whole === '' || whole.length > MOST ? shortTitle(node, lang) : whole;
  const lines = [facts.when, facts.how, facts.who].filter((each) => each.length > 0);
  return (
    // The bar says the same to a screen reader.
    <div className="drag-tip bar-tip" ref={element} aria-hidden="true">
      <strong>{[mark, title].filter(Boolean).join(' ')}</strong>
      {lines.map((line) => (
        <span key={line.join('')}>{line.join(' · ')}</span>
      ))}
    </div>
  );
}

/** A whole paragraph is read in the details. */
const MOST = 120;
