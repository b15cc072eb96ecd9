// The plane the map lies on: a pan moves this one element and draws nothing. Knows a camera, no topic.
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Look } from './look.ts';

export function World({ camera, children }: { readonly camera: Look['camera']; readonly children: ReactNode }) {
  const world = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const show = (): void => {
      const now = camera.get();
      if (now && world.current) world.current.style.transform = `translate(${now.x}px, ${now.y}px)`;
    };
    show();
    return camera.subscribe(show);
  }, [camera]);
  return (
    <div ref={world} className="map-world">
      {children}
    </div>
  );
}
