// Things of an SVG that go to where they already are. Plain attributes, set for each frame: a browser's own animation would put each on a layer of its own.
import type { Point } from '../../../shared/layout/scene.ts';

const MS = 180;

interface Going {
  /** 0 at where it came from, 1 at its place; false when somebody else has changed it meanwhile. */
  step(part: number): boolean;
  rest(): void;
  readonly away?: () => Point;
}

const NOWHERE: Point = { x: 0, y: 0 };

export interface Stage {
  /** From how far away, in px. */
  slide(el: SVGElement, x: number, y: number): void;
  /** How far it still is from its place. */
  away(el: SVGElement): Point;
  /** From another curve, or from the same one elsewhere. */
  bend(el: SVGElement, from: string): void;
  appear(el: SVGElement): void;
  /** Whatever goes is at its place at once. */
  stop(): void;
}

/** `mark` hears whether anything moves. */
export function createStage(mark: (moving: boolean) => void): Stage {
  let going = new Map<SVGElement, Going>();
  let frame = 0;
  let began = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    for (const each of going.values()) each.rest();
    if (frame) mark(false);
    going = new Map();
    frame = 0;
  };
  const next = (now: number): void => {
    const part = (now - began) / MS;
    if (part >= 1) return stop();
    for (const [el, each] of going) if (!each.step(eased(Math.max(0, part)))) going.delete(el);
    frame = requestAnimationFrame(next);
  };
  const start = (el: SVGElement, each: Going): void => {
    each.step(0);
    going.set(el, each);
    if (frame) return;
    mark(true);
    began = performance.now();
    frame = requestAnimationFrame(next);
  };
  return {
    slide: (el, x, y) => start(el, sliding(el, x, y)),
    bend: (el, from) => start(el, bending(el, from)),
    away: (el) => going.get(el)?.away?.() ?? NOWHERE,
    appear: (el) => start(el, appearing(el)),
    stop,
  };
}

function eased(part: number): number {
  return 1 - (1 - part) ** 3;
}

function sliding(el: SVGElement, x: number, y: number): Going {
  let left = 1;
  return {
    step(part) {
      left = 1 - part;
      el.setAttribute('transform', `translate(${tenths(x * left)} ${tenths(y * left)})`);
      return true;
    },
    rest: () => el.removeAttribute('transform'),
    away: () => ({ x: x * left, y: y * left }),
  };
}

function bending(el: SVGElement, from: string): Going {
  const to = el.getAttribute('d') ?? '';
  const [was, is] = [numbersOf(from), numbersOf(to)];
  const words = to.split(NUMBER);
  let written = to;
  const write = (d: string): boolean => {
    if (el.getAttribute('d') !== written) return false;
    written = d;
    el.setAttribute('d', d);
    return true;
  };
  return {
    step: (part) =>
      write(words.map((word, n) => word + (n < is.length ? tenths(was[n]! + (is[n]! - was[n]!) * part) : '')).join('')),
    rest: () => void write(to),
  };
}

function appearing(el: SVGElement): Going {
  return {
    step(part) {
      el.style.opacity = String(part);
      return true;
    },
    rest: () => void el.style.removeProperty('opacity'),
  };
}

const NUMBER = /-?\d+(?:\.\d+)?/;

function numbersOf(d: string): readonly number[] {
  return (d.match(new RegExp(NUMBER, 'g')) ?? []).map(Number);
}

/** Whether one curve can become the other: the same strokes, elsewhere. */
export function bendable(from: string, to: string): boolean {
  return from.replace(/[^A-Za-z]/g, '') === to.replace(/[^A-Za-z]/g, '') && from !== '';
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
