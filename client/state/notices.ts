// Short sentences that appear and go: refusals, losses, offers to take something back. Says what, not how it looks.
import type { T } from '../i18n/t.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

export interface Notice {
  readonly id: number;
  /** The same key again replaces the old one: holding a key down must not pile up refusals. */
  readonly key: string;
  readonly tone: 'plain' | 'warn';
  readonly say: (t: T) => string;
  /** Longer words that belong to it, such as a text that was not saved. */
  readonly detail?: string;
  readonly action?: { readonly label: (t: T) => string; readonly run: () => void };
  /** Stays until it is closed. */
  readonly stays?: boolean;
}

const store = createStore<readonly Notice[]>([]);
let last = 0;

export const notices: Readable<readonly Notice[]> = store;

const SECONDS = 6;
const MOST = 4;

export function tell(notice: Omit<Notice, 'id'>): void {
  const id = ++last;
  const others = store.get().filter((old) => old.key !== notice.key);
  store.set([...others, { ...notice, id }].slice(-MOST));
  if (!notice.stays) setTimeout(() => dismiss(id), SECONDS * 1000);
}

export function dismiss(id: number): void {
  store.set(store.get().filter((notice) => notice.id !== id));
}

/** Takes back what is no longer so. */
export function retract(key: string): void {
  store.set(store.get().filter((notice) => notice.key !== key));
}
