// Mouse, touch and keyboard sensors with our activation rules. They feel what the hand does and tell it at once; what it means is a behaviour's.
import { MouseSensor } from '@dnd-kit/core';
import type { MouseSensorOptions, SensorDescriptor, SensorProps } from '@dnd-kit/core';
import type { KeyboardEvent, MouseEvent, TouchEvent } from 'react';
import type { Id } from '../../shared/model/plan.ts';
import type { Part, Point } from '../../shared/layout/scene.ts';
import { feelPress } from './touch.ts';

export type By = 'mouse' | 'touch' | 'keys';

/** A round handle beside a bar's end, from which a link is drawn. */
export type LinkEnd = 'out-start' | 'out-end';

/** What a press found: the nearest element that names a node. `tray` is a chip of undated work in the rail. */
export interface Held {
  readonly node: Id;
  /** `floor` is where nothing lies. */
  readonly part: Part | 'tray' | 'floor' | 'marker' | LinkEnd;
}

/** Where the hand is, in client px. */
export interface Hand extends Point {
  readonly by: By;
  /** Alt asks for no snapping. */
  readonly alt: boolean;
  /** Shift or Ctrl was down when it took hold: to pick more. */
  readonly more?: boolean;
}

/** One press of an arrow key while something is lifted; `far` is with Shift, `alt` with Alt. */
export interface Step {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
  readonly far: boolean;
  readonly alt: boolean;
}

/** Who wants to know of every stage of a drag, in the very event that caused it: React may render later, or not at all. */
export interface Watcher {
  /** Whether this can be lifted here. */
  mayLift(held: Held, at: Point, by: By, more: boolean): boolean;
  lift(held: Held, at: Point, by: By, element: Element, more: boolean): void;
  moved(to: Point): void;
  stepped(step: Step): void;
  let(go: 'drop' | 'cancel'): void;
}

/** A press becomes a drag after this many px, or after this long with the finger within the tolerance. */
export const MOUSE_DISTANCE = 4;
export const TOUCH_DELAY = 350;
export const TOUCH_TOLERANCE = 8;

/** The descriptors that DndContext takes. */
export function sensorsFor(watcher: Watcher): SensorDescriptor<object>[] {
  return [
    { sensor: StageMouse, options: { watcher, activationConstraint: { distance: MOUSE_DISTANCE } } },
    { sensor: StageTouch, options: { watcher } },
    { sensor: StageKeys, options: { watcher } },
  ] as SensorDescriptor<object>[];
}

/** Every sensor gives up, listeners and all, when the window says it was hidden; dnd-kit has no other way in. */
export function cancelDrag(): void {
  window.dispatchEvent(new Event('visibilitychange'));
}

/** The node under an event, unless somebody is typing there. */
export function heldAt(target: EventTarget | null): { readonly held: Held; readonly element: Element } | undefined {
  if (!(target instanceof Element) || isTyping(target)) return undefined;
  const element = target.closest('[data-node][data-part]');
  const node = element?.getAttribute('data-node');
  const part = element?.getAttribute('data-part');
  return element && node && part ? { element, held: { node, part: part as Held['part'] } } : undefined;
}

export function isTyping(target: Element): boolean {
  return target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]') !== null;
}

/** The arrow keys as steps; anything else is none. */
export function stepOf(event: Pick<globalThis.KeyboardEvent, 'code' | 'shiftKey' | 'altKey'>): Step | undefined {
  const way = ARROWS[event.code];
  return way && { ...way, far: event.shiftKey, alt: event.altKey };
}

const ARROWS: Readonly<Record<string, Pick<Step, 'x' | 'y'>>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Watched {
  readonly watcher: Watcher;
}

/** The sensor's own calls to dnd-kit, each told to the watcher first. */
function told<P extends Calls>(props: P, by: By): P {
  const { watcher } = props.options as Watched;
  let lifted = false;
  const end = (go: 'drop' | 'cancel'): void => {
    if (lifted) watcher.let(go);
    lifted = false;
  };
  return {
    ...props,
    onStart(at) {
      const found = heldAt(props.event.target);
      lifted = found !== undefined;
      const more = by === 'mouse' && wantsMore(props.event as globalThis.MouseEvent);
      if (found) watcher.lift(found.held, by === 'keys' ? middleOf(found.element) : at, by, found.element, more);
      props.onStart(at);
    },
    onMove(to) {
      if (by !== 'keys') watcher.moved(to);
      props.onMove(to);
    },
    onEnd() {
      end('drop');
      props.onEnd();
    },
    onCancel() {
      end('cancel');
      props.onCancel();
    },
  };
}

interface Calls {
  readonly event: Event;
  readonly options: object;
  onStart(at: Point): void;
  onMove(to: Point): void;
  onEnd(): void;
  onCancel(): void;
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function mayLift({ watcher }: Watched, target: EventTarget, at: Point | undefined, by: By, more = false): boolean {
  const found = heldAt(target);
  return found !== undefined && watcher.mayLift(found.held, at ?? middleOf(found.element), by, more);
}

function wantsMore({ shiftKey, ctrlKey, metaKey }: globalThis.MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey;
}

class StageMouse extends MouseSensor {
  constructor(props: ConstructorParameters<typeof MouseSensor>[0]) {
    super(told(props, 'mouse'));
  }
  static override activators = [
    {
      eventName: 'onMouseDown' as const,
      handler: ({ nativeEvent }: MouseEvent, options: MouseSensorOptions) =>
        nativeEvent.button === 0 &&
        mayLift(
          options as Watched & MouseSensorOptions,
          nativeEvent.target!,
          at(nativeEvent),
          'mouse',
          wantsMore(nativeEvent),
        ),
    },
  ];
}

/** dnd-kit's own counts a press by when the page comes to it, so that a swipe over a busy page would move a bar. */
class StageTouch {
  readonly autoScrollEnabled = false;
  constructor(props: SensorProps<Watched>) {
    const event = props.event as globalThis.TouchEvent;
    const calls = told(props, 'touch');
    const press = { delay: TOUCH_DELAY, tolerance: TOUCH_TOLERANCE };
    feelPress(event, press, {
      lift: () => calls.onStart(at(event.touches[0]!)),
      moved: (to) => calls.onMove(to),
      end: () => calls.onEnd(),
      cancel: () => calls.onCancel(),
    });
  }
  static activators = [
    {
      eventName: 'onTouchStart' as const,
      // Two fingers zoom; they lift nothing.
      handler: ({ nativeEvent }: TouchEvent, options: Watched) =>
        nativeEvent.touches.length === 1 && mayLift(options, nativeEvent.target!, at(nativeEvent.touches[0]!), 'touch'),
    },
  ];
}

/**
 * dnd-kit's own keyboard sensor begins to listen a turn late and loses the arrows of a quick hand. This one hears every
 * key before anybody else does, so that while something is held keys mean the drag and nothing else.
 */
class StageKeys {
  readonly autoScrollEnabled = false;
  constructor(props: SensorProps<Watched>) {
    const { watcher } = props.options;
    const calls = told(props, 'keys');
    let moved: Point = { x: 0, y: 0 };
    const finish = (end: () => void): void => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('visibilitychange', cancel);
      end();
    };
    const cancel = (): void => finish(() => calls.onCancel());
    const press = (event: globalThis.KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const step = stepOf(event);
      if (step) {
        watcher.stepped(step);
        // The watcher knows where the hand is; dnd-kit only has to see that it moved, to announce it.
        moved = { x: moved.x + step.x, y: moved.y + step.y };
        calls.onMove(moved);
      } else if (event.repeat) {
        // The key that lifted is still held down.
      } else if (event.key === 'Escape' || event.key === 'Tab') cancel();
      else if (event.key === ' ' || event.key === 'Enter') finish(() => calls.onEnd());
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('visibilitychange', cancel);
    calls.onStart(moved);
  }
  static activators = [
    {
      eventName: 'onKeyDown' as const,
      // Key events bubble to the stage from everywhere: only Space on something that names a node lifts it.
      handler: ({ nativeEvent: event, target }: KeyboardEvent, options: Watched) => {
        if (event.code !== 'Space' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
        if (!mayLift(options, target, undefined, 'keys')) return false;
        event.preventDefault();
        return true;
      },
    },
  ];
}

function at({ clientX, clientY }: Pick<Touch, 'clientX' | 'clientY'>): Point {
  return { x: clientX, y: clientY };
}
