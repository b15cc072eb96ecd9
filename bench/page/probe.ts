// What a page can tell of itself: when it last painted a change, how far apart its frames are, how large its heap is. Knows no contestant.

/** Longer than any contestant rests between two steps of its first drawing. */
const QUIET_MS = 400;
const LIMIT_MS = 120_000;

/**
 * Calls `act`, then watches until nothing has changed for a while; answers when the last change had been painted, counted
 * from just before `act`. `ready` guards against the stillness of something that has not begun.
 */
export async function untilStable(act: () => void, ready: () => boolean): Promise<number> {
  let dirty = true;
  const observer = new MutationObserver(() => (dirty = true));
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const start = performance.now();
  act();
  let last = start;
  let now = start;
  do {
    await painted();
    now = performance.now();
    if (dirty) last = now;
    dirty = false;
    if (now - start > LIMIT_MS) throw new Error('it never came to rest');
  } while (now - last < QUIET_MS || !ready());
  observer.disconnect();
  return last - start;
}

/** From the call to the end of the frame in which it can be seen. */
export async function untilSeen(act: () => () => boolean): Promise<number> {
  const start = performance.now();
  const seen = act();
  for (;;) {
    await painted();
    const now = performance.now();
    if (seen()) return now - start;
    if (now - start > 10_000) throw new Error('the change was never seen');
  }
}

/** Every time between two frames while `step` moves something in each. */
export async function framesOf(step: (frame: number) => void, count: number): Promise<number[]> {
  const recorder = recordFrames(step);
  // A contestant that cannot keep up is not asked for the full count.
  while (recorder.count() < count && recorder.elapsed() < 8_000) await painted();
  return recorder.stop();
}

export interface Recorder {
  count(): number;
  elapsed(): number;
  stop(): number[];
}

export function recordFrames(step: (frame: number) => void = () => undefined): Recorder {
  const gaps: number[] = [];
  const began = performance.now();
  let before: number | undefined;
  let frame = 0;
  let handle = requestAnimationFrame(function next(now) {
    if (before !== undefined) gaps.push(now - before);
    before = now;
    step(frame++);
    handle = requestAnimationFrame(next);
  });
  return {
    count: () => gaps.length,
    elapsed: () => performance.now() - began,
    stop() {
      cancelAnimationFrame(handle);
      return gaps;
    },
  };
}

/** The end of the next frame: a message posted while it is prepared arrives when it has been handed over. */
export function painted(): Promise<void> {
  return new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(0);
    }),
  );
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

interface Measurable {
  gc?: () => void;
  performance: { memory?: { usedJSHeapSize: number } };
}

/** What is still reachable, in bytes. */
export async function heap(): Promise<number> {
  const page = globalThis as unknown as Measurable;
  if (!page.gc || !page.performance.memory) throw new Error('the browser was started without --expose-gc');
  for (let time = 0; time < 3; time++) {
    page.gc();
    await pause(30);
  }
  return page.performance.memory.usedJSHeapSize;
}
