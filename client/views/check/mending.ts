// A reading while somebody mends it: every step can be undone; which doubts were seen is kept beside it. Draws nothing.
import { useCallback, useMemo, useState } from 'react';
import { mend } from '../../../shared/carriers/mend.ts';
import type { Mend } from '../../../shared/carriers/mend.ts';
import { flatten } from '../../../shared/carriers/reading.ts';
import type { ReadDoubt, Reading } from '../../../shared/carriers/reading.ts';

interface History {
  readonly past: readonly Reading[];
  readonly now: Reading;
  readonly future: readonly Reading[];
}

export interface Mending {
  readonly reading: Reading;
  /** False when it makes no sense there. */
  readonly mend: (what: Mend) => boolean;
  /** Another reading of the same file; the mends before it can be brought back. */
  readonly replace: (reading: Reading) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly doubts: readonly Doubt[];
  readonly settle: (doubt: Doubt) => void;
}

export interface Doubt extends ReadDoubt {
  readonly key: string;
  readonly settled: boolean;
  /** Text that belongs to no node and could be put into the tree. */
  readonly loose: boolean;
}

const MOST_STEPS = 200;

export function useMending(first: Reading): Mending {
  const [history, setHistory] = useState<History>({ past: [], now: first, future: [] });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { now } = history;
  const push = useCallback(
    (next: Reading) =>
      setHistory(({ past, now: old }) => ({ past: [...past, old].slice(-MOST_STEPS), now: next, future: [] })),
    [],
  );
  const doubts = useMemo(() => doubtsOf(now, seen), [now, seen]);
  return {
    reading: now,
    mend(what) {
      const next = mend(now, what);
      if (next) push(next);
      return next !== undefined;
    },
    replace: push,
    undo: () =>
      setHistory((old) => {
        const last = old.past.at(-1);
        return last ? { past: old.past.slice(0, -1), now: last, future: [old.now, ...old.future] } : old;
      }),
    redo: () =>
      setHistory((old) => {
        const [next, ...future] = old.future;
        return next ? { past: [...old.past, old.now], now: next, future } : old;
      }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    doubts,
    settle: ({ key }) =>
      setSeen((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
}

function doubtsOf(reading: Reading, seen: ReadonlySet<string>): readonly Doubt[] {
  const rest = new Set(reading.rest.map(({ line }) => line));
  const all = flatten(reading.nodes);
  return reading.doubts.map((doubt, i): Doubt => {
    const key = `${i} ${doubt.code} ${doubt.line}`;
    const loose = rest.has(doubt.line) && (doubt.code === 'unread' || doubt.code === 'row-unread');
    return { ...doubt, key, loose, settled: seen.has(key) || mended(doubt, reading, rest, all) };
  });
}

/** What was doubted is no longer so. */
function mended(
  { code, line }: ReadDoubt,
  { title, year }: Reading,
  rest: ReadonlySet<number>,
  all: ReturnType<typeof flatten>,
): boolean {
  const there = all.filter((node) => node.line === line);
  switch (code) {
    case 'title-missing':
      return title.trim() !== '';
    case 'year-missing':
    case 'year-guessed':
      return code === 'year-missing' && year !== undefined;
    case 'unread':
    case 'row-unread':
      return !rest.has(line);
    case 'lead-missing':
      return there.length > 0 && there.every((node) => node.lead.length > 0 || node.children.length > 0);
    case 'no-items':
      return all.some(({ kind }) => kind === 'item');
    default:
      return false;
  }
}
