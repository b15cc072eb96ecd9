// Edits move things, they do not make them jump: what an edit has put elsewhere glides there. Zooming, folding and my own hand are no edits.
import { useLayoutEffect, useRef } from 'react';
import type { Box, Group, Scene } from '../../../shared/layout/scene.ts';
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
      const [were, are] = [groupsOf(old.scene, name), groupsOf(scene, name)];
      if (were === are) continue;
      const before = new Map(were.map((group) => [group.key, group]));
      for (const group of are) {
        const earlier = before.get(group.key);
        const { target } = group;
        if (!earlier || earlier === group || !target) continue;
        const [was, now] = [placeOf(earlier), placeOf(group)];
        // What grew or shrank has its new edge at once: stretching would distort its words.
        if (was.w === now.w && (was.x !== now.x || was.y !== now.y))
          glide(
            element.querySelector(`.layer-${name} > [data-node="${target.node}"][data-part="${target.part}"]`),
            was,
            now,
          );
      }
    }
  }, [box, plan, scale, left, scene]);
}

/** It sets out in the very first frame: an edit that can be seen at once is never a frame late. */
const HEAD_START = 16;

function glide(element: Element | null, was: Box, now: Box): void {
  element?.animate([{ transform: `translate(${was.x - now.x}px, ${was.y - now.y}px)` }, { transform: 'none' }], {
    duration: MS + HEAD_START,
    delay: -HEAD_START,
    easing: 'ease-out',
  });
}

const NONE: readonly Group[] = [];

function groupsOf(scene: Scene, name: (typeof LAYERS)[number]): readonly Group[] {
  return scene.layers.find((layer) => layer.name === name)?.groups ?? NONE;
}

function placeOf({ grip, bounds }: Group): Box {
  return grip ?? bounds;
}
