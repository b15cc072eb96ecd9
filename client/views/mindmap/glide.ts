// Layout changes glide: each drawn group starts where it was and goes to where it is. Whoever asked for no movement gets none.
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';

const TIMING = { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;

/** `held` keeps its place on the screen; `shift` is told how far the scene moved under it, in the scene's px. */
export function useGlide(
  svg: RefObject<SVGSVGElement | null>,
  map: Mindmap,
  held: Id | undefined,
  shift: (dx: number, dy: number) => void,
): void {
  const before = useRef(map);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = map;
    if (old === map) return;
    const anchor = held !== undefined && old.boxes.has(held) && map.boxes.has(held) ? held : ROOT;
    const from = old.boxes.get(anchor)!;
    const to = map.boxes.get(anchor)!;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (dx !== 0 || dy !== 0) shift(dx, dy);
    if (svg.current && !matchMedia('(prefers-reduced-motion: reduce)').matches) play(svg.current, old, map, dx, dy);
    // oxlint-disable-next-line react/exhaustive-deps -- plays when the layout changed, whatever else did
  }, [map]);
}

function play(svg: SVGSVGElement, old: Mindmap, now: Mindmap, dx: number, dy: number): void {
  for (const el of svg.querySelectorAll<SVGGElement>('.layer-body > g, .layer-over > g')) {
    const id = el.dataset['node'];
    const was = id === undefined ? undefined : old.boxes.get(id);
    const is = id === undefined ? undefined : now.boxes.get(id);
    if (!is) continue;
    if (!was) el.animate([{ opacity: 0 }, { opacity: 1 }], TIMING);
    else glide(el, was, is, dx, dy);
  }
  const curves = new Map(old.layers.find(({ name }) => name === 'links')?.groups.map((group) => [group.key, group]));
  for (const el of svg.querySelectorAll<SVGGElement>('.layer-links > g')) {
    const path = el.querySelector('path');
    const [shape] = curves.get(el.dataset['key'] ?? '')?.shapes ?? [];
    const d = path?.getAttribute('d');
    if (!path || !d) continue;
    if (shape?.kind !== 'path') path.animate([{ opacity: 0 }, { opacity: 1 }], TIMING);
    else if (shape.d !== d || dx !== 0 || dy !== 0)
      path.animate(
        [
          { d: `path("${shape.d}")`, transform: `translate(${dx}px, ${dy}px)` },
          { d: `path("${d}")`, transform: 'none' },
        ],
        TIMING,
      );
  }
}

/** The scene moved by `dx, dy` under the anchor, so that is where what stood still on the screen comes from. */
function glide(el: SVGGElement, was: Box, is: Box, dx: number, dy: number): void {
  const x = was.x + was.w / 2 - (is.x + is.w / 2) + dx;
  const y = was.y + was.h / 2 - (is.y + is.h / 2) + dy;
  if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5) return;
  el.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], TIMING);
}
