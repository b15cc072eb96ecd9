// The plane the map lies on: a pan moves this one element and draws nothing. Knows a camera, no topic.
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Look } from './look.ts';

interface Props {
  readonly camera: Look['camera'];
  /** At which its content is drawn. */
  readonly scale: number | undefined;
  readonly children: ReactNode;
}

export function World({ camera, scale, children }: Props) {
  const world = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const show = (): void => {
      const now = camera.get();
      if (!now || !world.current) return;
      const stretch = scale === undefined || scale === now.scale ? '' : ` scale(${now.scale / scale})`;
      world.current.style.transform = `translate(${now.x}px, ${now.y}px)${stretch}`;
    };
    show();
    return camera.subscribe(show);
  }, [camera, scale]);
  return (
    <div ref={world} className="map-world">
      {children}
    </div>
  );
}
