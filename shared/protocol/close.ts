// Why the server closes a socket, and what the client must then do. y-websocket stops at 4400–4499 and retries everything else.

export const CLOSE = {
  signIn: 4401,
  forbidden: 4403,
  noPlan: 4404,
  rebuild: 4409,
  tooLarge: 4413,
  badFrame: 4422,
  tooOld: 4426,
  restarting: 4500,
  full: 4503,
} as const;

export type CloseName = keyof typeof CLOSE;

/** What the page does: `stop` and say so, `rebuild` its copy and replay, `reload` itself, or `retry` by itself. */
export const REMEDY: Readonly<Record<CloseName, 'stop' | 'rebuild' | 'reload' | 'retry'>> = {
  signIn: 'stop',
  forbidden: 'stop',
  noPlan: 'stop',
  rebuild: 'rebuild',
  tooLarge: 'rebuild',
  badFrame: 'rebuild',
  tooOld: 'reload',
  restarting: 'retry',
  full: 'retry',
};

export function closeName(code: number): CloseName | undefined {
  return (Object.keys(CLOSE) as CloseName[]).find((name) => CLOSE[name] === code);
}
