// What must not move when the map is laid out anew: what is being typed into, what is under the pointer, what is selected and in sight, what is in the middle.
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { overlap } from '../../../shared/layout/scene.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { usePointer } from '../pointer.ts';
import { inSight, toScene } from './camera.ts';
import { nearest } from './drop.ts';
import type { Look } from './look.ts';

/** How near the pointer has to be, and how far from the middle one looks, in px of the screen. */
const UNDER = 40;
const AROUND = 600;

export function useAnchors(
  ground: RefObject<HTMLElement | null>,
  editing: Id | undefined,
  active: Id | undefined,
): (look: Pick<Look, 'camera' | 'screen' | 'origin'>, old: Mindmap) => Generator<Id | undefined> {
  const pointer = usePointer(ground);
  const before = useRef<Id>(undefined);
  const held = before.current;
  useEffect(() => {
    before.current = active;
  }, [active]);
  return useCallback(
    function* ({ camera, screen, origin }, old) {
      const now = camera.get();
      if (!now || !screen) return;
      const seen = inSight(now, screen, 0);
      const visible = (id: Id | undefined): Id | undefined => {
        const box = id === undefined ? undefined : old.find(id)?.box;
        return box && overlap(box, seen) ? id : undefined;
      };
      yield visible(editing);
      const at = pointer.current;
      if (at) {
        const corner = origin();
        yield nearest(old, toScene(now, { x: at.x - corner.x, y: at.y - corner.y }), UNDER / now.scale)?.id;
      }
      yield visible(active);
      yield visible(held);
      const middle = toScene(now, { x: screen.width / 2, y: screen.height / 2 });
      yield visible(nearest(old, middle, AROUND / now.scale)?.id);
      yield editing;
      yield active;
    },
    [editing, active, held, pointer],
  );
}
