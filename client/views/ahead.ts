// Fetches what opens later while the server is there: without it, a face that was never opened could not be. Knows which parts those are.
import { useEffect } from 'react';
import { fetchReader } from '../state/reading.ts';
import { fetchFace } from './faces.ts';

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => fetchFace('gantt'),
  () => fetchFace('mindmap'),
  () => fetchFace('list'),
  () => fetchFace('text'),
  () => import('./note.tsx'),
  () => import('../parts/palette.tsx'),
  () => import('../parts/share.tsx'),
  () => import('../parts/revise-panel.tsx'),
  () => import('../parts/suggestions-panel.tsx'),
  () => import('./check.tsx'),
  fetchReader,
  () => import('../export/dialog.tsx'),
  () => import('../export/job.ts').then(({ readyThread }) => readyThread()),
];

/** One after another, when the page has nothing else to do. */
export function useFetchAhead(parts = PARTS): void {
  useEffect(() => {
    let gone = false;
    void (async () => {
      for (const part of parts) {
        await idle();
        if (gone) return;
        // Offline already: it is fetched when it is opened.
        await part().catch(() => undefined);
      }
    })();
    return () => {
      gone = true;
    };
  }, [parts]);
}

/** Safari has no requestIdleCallback. */
function idle(): Promise<unknown> {
  return new Promise((done) =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(done, { timeout: 2_000 }) : setTimeout(done, 200),
  );
}
