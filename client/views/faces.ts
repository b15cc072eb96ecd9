// The four faces, each fetched when it is first opened or ahead of that. Not React's lazy: it shows nothing sooner than 300 ms after
// the ghost of a stage, and the ghost even of what is there already.
import { createElement, useEffect, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { useReadable } from '../state/hooks.ts';
import { createStore } from '../state/store.ts';

const FETCH: Readonly<Record<ViewName, () => Promise<ComponentType>>> = {
  gantt: () => import('./gantt.tsx').then(({ GanttView }) => GanttView),
  mindmap: () => import('./mindmap.tsx').then(({ MindmapView }) => MindmapView),
  list: () => import('./list.tsx').then(({ ListView }) => ListView),
  text: () => import('./text.tsx').then(({ TextView }) => TextView),
};

const fetched = createStore<Partial<Record<ViewName, ComponentType>>>({});

export async function fetchFace(name: ViewName): Promise<void> {
  if (fetched.get()[name]) return;
  const face = await FETCH[name]();
  fetched.set({ ...fetched.get(), [name]: face });
}

/** Nothing while it is on its way; throws what kept it from coming, as anything that cannot be drawn does. */
export function useFace(name: ViewName): ReactElement | undefined {
  const face = useReadable(fetched)[name];
  const [failed, setFailed] = useState<{ readonly name: ViewName; readonly why: unknown }>();
  useEffect(() => {
    fetchFace(name).catch((why: unknown) => setFailed({ name, why }));
  }, [name]);
  if (!face && failed?.name === name) throw failed.why;
  return face && createElement(face);
}
