// Every number that bounds what one connection, one frame or one plan may cost, and the budget that meters it.

export const LIMITS = {
  /** Bytes of one sync frame: an update by hand, and a first step 2 with offline edits. */
  updateBytes: 256 << 10,
  stepBytes: 1 << 20,
  /** Structs and delete ranges of one frame, and distinct authors (a tab reloaded offline is a new author). */
  structs: 50_000,
  deleteRanges: 20_000,
  clients: 64,
  structLength: 1_000_000,
  /** How far one frame's neighbours may be looked for along their lists. */
  steps: 200_000,
  /** Frames of one connection that may be tried on a copy of the document: per second on average, and at once. */
  copiesPerSecond: 2,
  copiesAtOnce: 20,
  /** Elements inside each other in a note. */
  depth: 24,
  /** Levels and characters of one plain value. */
  valueDepth: 6,
  valueChars: 200_000,
  keyChars: 100,
  /** What one connection may send: per second on average, and at once. */
  bytesPerSecond: 512 << 10,
  bytesAtOnce: 4 << 20,
  framesPerSecond: 400,
  framesAtOnce: 2_000,
  connectionsPerPlan: 200,
  connections: 2_000,
  /** A reader this far behind is cut off and resyncs. */
  backlogBytes: 8 << 20,
  /** Presence is sent on at most this often. */
  presenceEveryMs: 50,
  /** A plan larger than this takes no more. */
  planBytes: 16 << 20,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };

/** Fills at `rate` per second up to `most`; `take` says whether there was enough. */
export interface Budget {
  take(cost: number): boolean;
}

export function makeBudget(rate: number, most: number, now: () => number): Budget {
  let left = most;
  let at = now();
  return {
    take(cost) {
      const time = now();
      left = Math.min(most, left + ((time - at) / 1000) * rate);
      at = time;
      left -= cost;
      return left >= 0;
    },
  };
}
