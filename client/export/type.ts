// The type a page sets its own PDF in when the server cannot be reached: fetched while it can, and held as long as the page is open.
import { TYPE_WEIGHTS, typePath } from '../../shared/protocol/api.ts';

let held: Promise<readonly Uint8Array[]> | undefined;

export function readyType(): Promise<readonly Uint8Array[]> {
  held ??= Promise.all(TYPE_WEIGHTS.map(async (weight) => fetched(typePath(weight))));
  // Offline now: the next one who asks tries again.
  held.catch(() => (held = undefined));
  return held;
}

async function fetched(path: string): Promise<Uint8Array> {
  const answer = await fetch(path, { credentials: 'same-origin', cache: 'force-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
