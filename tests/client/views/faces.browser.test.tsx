// A face that is there already is drawn at once, without the ghost of a stage before it; one that is not comes when it has come.
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchFace, useFace } from '../../../client/views/faces.ts';
import type { ViewName } from '../../../shared/protocol/presence.ts';

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  root.unmount();
  host.remove();
});

/** What is on the page is asked here, not what the face draws. */
function Stage({ name }: { readonly name: ViewName }) {
  return <p>{useFace(name) ? 'face' : 'ghost'}</p>;
}

test('what was fetched ahead', async () => {
  await fetchFace('list');
  flushSync(() => root.render(<Stage name="list" />));
  expect(host.textContent).toBe('face');
});

test('what was not', { timeout: 40_000 }, async () => {
  flushSync(() => root.render(<Stage name="text" />));
  expect(host.textContent).toBe('ghost');
  // A whole face is compiled on the way.
  await vi.waitFor(() => expect(host.textContent).toBe('face'), { timeout: 30_000 });
});
