// A Gantt on a stand with real hands on it: a mouse and fingers that the browser itself speaks of.
import { cdp } from 'vitest/browser';
import { DrawnContext } from '../../../client/parts/scene.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import type { View } from '../../../client/state/view-store.ts';
import type { Id, Span } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

export type At = readonly [x: number, y: number];

export interface Bench {
  readonly stand: Stand;
  readonly perDay: number;
  id(title: string): Id;
  span(title: string): Span | undefined;
  scroller(): HTMLElement;
  bar(title: string): SVGGElement;
  felt(title: string): DOMRect;
  middle(title: string): At;
  row(title: string): HTMLElement;
  /** The middle of a day on the row of this title. */
  at(title: string, day: string): At;
  tip(): string;
}

/** `day` comes to the left edge of the days. */
export async function benchOf(
  text: string,
  {
    perDay = 8,
    day = '2019-03-01',
    role = 'chair',
    drawn,
    ...first
  }: Partial<View> & {
    readonly perDay?: number;
    readonly day?: string;
    readonly role?: 'chair' | 'editor' | 'viewer';
    readonly drawn?: (key: string) => void;
  } = {},
): Promise<Bench> {
  const view = { open: 'gantt', inspector: false, zoom: { gantt: perDay, mindmap: 1 }, table: 380, ...first } as const;
  const stand = standOf(docOf(text), view, role);
  await stand.draw(
    <DrawnContext value={drawn ?? null}>
      <aside className="rail" style={{ width: 160 }} />
      <main className="view">
        <GanttView />
      </main>
    </DrawnContext>,
  );
  const scroller = (): HTMLElement => document.querySelector('.gantt-scroll')!;
  const id = (title: string): Id => idOf(stand.plan(), title);
  const bar = (title: string): SVGGElement => document.querySelector(`#gantt-bar-${id(title)}`)!;
  const felt = (title: string): DOMRect => bar(title).querySelector('.felt')!.getBoundingClientRect();
  const row = (title: string): HTMLElement => document.querySelector(`#gantt-row-${id(title)}`)!;
  // The chart begins a month before the year.
  const xOf = (date: string): number => ((Date.parse(date) - Date.parse('2018-12-01')) / 86_400_000) * perDay;
  // The days are laid out once the box knows its size, and then begin at their own place.
  do await settled(() => scroller().scrollTo({ left: xOf(day) }));
  while (Math.abs(scroller().scrollLeft - xOf(day)) > 1);
  return {
    stand,
    perDay,
    id,
    span: (title) => stand.plan().nodes.get(id(title))!.span,
    scroller,
    bar,
    felt,
    middle(title) {
      const { left, top, width, height } = felt(title);
      return [left + width / 2, top + height / 2];
    },
    row,
    at(title, date) {
      const side = document.querySelector('.gantt-side')!.getBoundingClientRect().right;
      const { top } = row(title).getBoundingClientRect();
      return [side - scroller().scrollLeft + xOf(date) + perDay / 2, top + 18];
    },
    tip: () => document.querySelector('.drag-tip')?.textContent ?? '',
  };
}

function onGlass([x, y]: At): { x: number; y: number } {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  return { x: frame.left + x * zoom, y: frame.top + y * zoom };
}

const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const;
export type Modifier = keyof typeof MODIFIERS;

export async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  at: At,
  held: readonly Modifier[] = [],
): Promise<void> {
  const buttons = type === 'mouseReleased' ? 0 : 1;
  const modifiers = held.reduce((sum, each) => sum + MODIFIERS[each], 0);
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...onGlass(at),
    button: 'left',
    buttons,
    clickCount: 1,
    modifiers,
  });
}

/** Presses, moves there, and does not let go. */
export async function drag(from: At, to: At, held: readonly Modifier[] = []): Promise<void> {
  await mouse('mousePressed', from, held);
  await mouse('mouseMoved', [from[0] + 6, from[1]], held);
  await mouse('mouseMoved', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], held);
  await settled(() => undefined);
  await mouse('mouseMoved', to, held);
  await settled(() => undefined);
}

export async function drop(to: At, held: readonly Modifier[] = []): Promise<void> {
  await mouse('mouseReleased', to, held);
  await settled(() => undefined);
}

export async function click(at: At, held: readonly Modifier[] = []): Promise<void> {
  await mouse('mousePressed', at, held);
  await drop(at, held);
}

export type Stroke = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel';

/** `when` is the finger's own time in ms: what a busy machine makes of it is not the finger's. */
export async function touch(type: Stroke, points: readonly At[], when?: number): Promise<void> {
  const touchPoints = points.map((at, id) => ({ ...onGlass(at), id }));
  await cdp().send('Input.dispatchTouchEvent', {
    type,
    touchPoints,
    ...(when !== undefined && { timestamp: when / 1000 }),
  });
}
