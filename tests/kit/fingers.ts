// Fingers on the glass of a person's browser: the very touches a screen would send.
import type { Person, Point } from './driver.ts';

export interface Fingers {
  down(...points: readonly Point[]): Promise<void>;
  /** From where one finger is to there, in so many steps. */
  to(point: Point, steps?: number): Promise<void>;
  up(): Promise<void>;
  swipe(from: Point, to: Point): Promise<void>;
  tap(at: Point): Promise<void>;
}

export async function fingersOf({ context, page }: Pick<Person, 'context' | 'page'>): Promise<Fingers> {
  const session = await context.newCDPSession(page);
  let at: Point = { x: 0, y: 0 };
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  };
  const fingers: Fingers = {
    async down(...points) {
      at = points[0]!;
      await send('touchStart', points);
    },
    async to(point, steps = 8) {
      const from = at;
      for (let step = 1; step <= steps; step++) {
        at = {
          x: from.x + ((point.x - from.x) * step) / steps,
          y: from.y + ((point.y - from.y) * step) / steps,
        };
        await send('touchMove', [at]);
      }
    },
    up: () => send('touchEnd', []),
    async swipe(from, to) {
      await fingers.down(from);
      await fingers.to(to);
      await fingers.up();
    },
    async tap(point) {
      await fingers.down(point);
      await fingers.up();
    },
  };
  return fingers;
}
