// Layout changes glide: each drawn topic starts where it was and goes to where it is. Whoever asked for no movement gets none.
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { courseOf } from '../../../shared/layout/twigs.ts';
import type { Id } from '../../../shared/model/plan.ts';

const TIMING = { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;
/** More than this at once is a blur, and costs frames. */
const MOST = 500;

/**
 * One topic keeps its place on the screen: the first of `anchors` that stood and still stands. `shift` is told how far
 * the scene moved under it, in the scene's px.
 */
export function useGlide(
  svg: RefObject<SVGSVGElement | null>,
  map: Mindmap,
  anchors: (old: Mindmap) => readonly (Id | undefined)[],
  shift: (dx: number, dy: number) => void,
): void {
  const before = useRef(map);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = map;
    if (old === map || old.root === map.root) return;
    // Another branch in the middle is another map.
    if (old.middle !== map.middle) return;
    const anchor = anchors(old).find((id) => id !== undefined && old.find(id) && map.find(id)) ?? map.middle;
    const from = old.find(anchor)!.box;
    const to = map.find(anchor)!.box;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (dx !== 0 || dy !== 0) shift(dx, dy);
    if (svg.current && !matchMedia('(prefers-reduced-motion: reduce)').matches) play(svg.current, old, map, dx, dy);
    // oxlint-disable-next-line react/exhaustive-deps -- plays when the layout changed, whatever else did
  }, [map]);
}

/** The scene moved by `dx, dy` under the anchor, so that is where what stood still on the screen comes from. */
function play(svg: SVGSVGElement, old: Mindmap, now: Mindmap, dx: number, dy: number): void {
  const topics = svg.querySelectorAll<SVGGElement>('.layer-body > g, .layer-over > g');
  if (topics.length > MOST) return;
  for (const el of topics) {
    const id = el.dataset['node'] ?? '';
    const is = now.find(id)?.box;
    if (!is) continue;
    const was = old.find(id)?.box;
    if (!was) {
      el.animate([{ opacity: 0 }, { opacity: 1 }], TIMING);
      continue;
    }
    const [x, y] = [was.x + was.w / 2 - is.x - is.w / 2 + dx, was.y + was.h / 2 - is.y - is.h / 2 + dy];
    if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5) continue;
    el.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], TIMING);
  }
  for (const path of svg.querySelectorAll<SVGPathElement>('.layer-links > path[data-key]')) {
    const was = old.find(path.dataset['key'] ?? '');
    const d = path.getAttribute('d') ?? '';
    const from = was ? courseOf(was) : '';
    if (from === d && dx === 0 && dy === 0) continue;
    if (!alike(from, d)) path.animate([{ opacity: 0 }, { opacity: 1 }], TIMING);
    else
      path.animate(
        [
          { d: `path("${from}")`, transform: `translate(${dx}px, ${dy}px)` },
          { d: `path("${d}")`, transform: 'none' },
        ],
        TIMING,
      );
  }
}

/** Only paths of the same commands turn into each other. */
function alike(a: string, b: string): boolean {
  return a.replace(/[^A-Za-z]/g, '') === b.replace(/[^A-Za-z]/g, '');
}
