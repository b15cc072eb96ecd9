// Taking a file in: reading it apart from the page, what is said while that lasts, and why it was not read.
import { useEffect, useRef, useState } from 'react';
import { saidOf } from '../../shared/carriers/refusal.ts';
import type { CarrierRefusal } from '../../shared/carriers/refusal.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import { useLang } from './hooks.ts';
import { readFile, readPasted } from './reading.ts';

export interface Taking {
  /** The file that is being read now. */
  readonly busy: string | undefined;
  /** Why the last one was not read, in the reader's language. */
  readonly refused: string | undefined;
  readonly take: (what: File | string) => void;
  readonly stop: () => void;
}

/** `read` is called with what became of it; '' names what was pasted. */
export function useTaking(read: (reading: Reading, name: string) => void): Taking {
  const lang = useLang();
  const [busy, setBusy] = useState<string>();
  const [why, setWhy] = useState<CarrierRefusal>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const stop = (): void => {
    current.current?.abort();
    setBusy(undefined);
  };
  const run = async (what: File | string): Promise<void> => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    const name = typeof what === 'string' ? '' : what.name;
    setWhy(undefined);
    setBusy(name);
    const result = await (typeof what === 'string' ? readPasted(what, mine.signal) : readFile(what, mine.signal));
    if (!result || mine.signal.aborted) return;
    setBusy(undefined);
    if ('refused' in result) setWhy(result);
    else read(result, name);
  };
  return { busy, refused: why && saidOf(why)[lang], take: (what) => void run(what), stop };
}
