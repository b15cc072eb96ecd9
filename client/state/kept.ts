// The little that must outlive the page besides the copy itself: that edits wait, which ones, and that a reload was just tried.
import type { Id } from '../../shared/model/plan.ts';
import { readIntents, writeIntents } from './intents.ts';
import type { Intent } from './intents.ts';

const intentsKey = (planId: Id): string => `guatu:intents:${planId}`;
const pendingKey = (planId: Id): string => `guatu:pending:${planId}`;
const RELOADED = 'guatu:reloaded';

/** A page closed while edits waited must not say 已保存 when it opens again. */
export function wasPending(planId: Id): boolean {
  return attempt(() => localStorage.getItem(pendingKey(planId))) === '1';
}

export function keepPending(planId: Id, pending: boolean): void {
  const key = pendingKey(planId);
  attempt(() => (pending ? localStorage.setItem(key, '1') : localStorage.removeItem(key)));
}

export function keptIntents(planId: Id): readonly Intent[] {
  return readIntents(attempt(() => localStorage.getItem(intentsKey(planId))) ?? null);
}

export function keepIntents(planId: Id, intents: readonly Intent[]): void {
  const key = intentsKey(planId);
  attempt(() => (intents.length > 0 ? localStorage.setItem(key, writeIntents(intents)) : localStorage.removeItem(key)));
}

/** A newer server wants a newer page; twice within a minute would be a loop, so then the person is told instead. */
export function reloadOnce(): void {
  const last = Number(attempt(() => sessionStorage.getItem(RELOADED)) ?? 0);
  if (Date.now() - last < 60_000) return;
  attempt(() => sessionStorage.setItem(RELOADED, String(Date.now())));
  location.reload();
}

/** Storage may be forbidden or full; then it remembers nothing, which is no fault. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
