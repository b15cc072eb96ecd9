// How many histories a law is held over, and where they start: GUATU_HISTORIES (default 1,000) and GUATU_SEED, for every law alike.

export const HISTORIES = Number(process.env['GUATU_HISTORIES'] ?? 1_000);
export const SEED = Number(process.env['GUATU_SEED'] ?? Math.floor(Math.random() * 1e9));

/** For fast-check, which wants a 32-bit seed and names it when a case fails. */
export const RUNS = { numRuns: HISTORIES, seed: SEED | 0 } as const;

/** The line every law's file prints, so that a run can be repeated. */
export const RUN_NAME = `seed of this run: GUATU_SEED=${SEED} GUATU_HISTORIES=${HISTORIES}`;
