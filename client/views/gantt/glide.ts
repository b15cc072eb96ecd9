// Edits move things, they do not make them jump: what an edit has put elsewhere glides there. Zooming, folding and my own hand are no edits.
import { useLayoutEffect, useRef } from 'react';
import type { Box, Scene } from '../../../shared/layout/scene.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { Timescale } from '../../../shared/layout/timescale.ts';
import type { Seen } from './seen.ts';

const MS = 180;
const LAYERS = ['body', 'side'] as const;

interface Before {
  readonly plan: Plan;
  readonly scale: Timescale;
  readonly left: number;
  readonly scene: Scene;
}

export function useGlide(box: () => HTMLElement | null, { plan, scale, left, scene }: Seen): void {
  const before = useRef<Before>(undefined);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { plan, scale, left, scene };
    const element = box();
    if (!element || !old || old.plan === plan || old.scale !== scale || old.left !== left) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const name of LAYERS) {
      const places = placesOf(old.scene, name);
      for (const [part, now] of placesOf(scene, name)) {
        const was = places.get(part);
        // What grew or shrank has its new edge at once: stretching would distort its words.
        if (was && was.w === now.w && (was.x !== now.x || was.y !== now.y))
          glide(element.querySelector(`.layer-${name} > ${part}`), was, now);
      }
    }
  }, [box, plan, scale, left, scene]);
}

function glide(element: Element | null, was: Box, now: Box): void {
  element?.animate([{ transform: `translate(${was.x - now.x}px, ${was.y - now.y}px)` }, { transform: 'none' }], {
    duration: MS,
    easing: 'ease-out',
  });
}

/** By the selector that finds its element. */
function placesOf(scene: Scene, name: (typeof LAYERS)[number]): ReadonlyMap<string, Box> {
  const found = new Map<string, Box>();
  for (const { target, grip, bounds } of scene.layers.find((layer) => layer.name === name)?.groups ?? [])
    if (target) found.set(`[data-node="${target.node}"][data-part="${target.part}"]`, grip ?? bounds);
  return found;
}
