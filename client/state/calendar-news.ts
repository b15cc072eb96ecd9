// A calendar that changes under an open plan: what it touches is told and kept to be looked through. Nothing is moved.
import { affectedBy } from '../../shared/model/affected.ts';
import type { Affected } from '../../shared/model/affected.ts';
import { calendarOf } from '../../shared/model/almanac.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { tell } from './notices.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

/** What the last change touched; empty until one does. */
export const affected: Readable<readonly Affected[]> = createStore<readonly Affected[]>([]);
const store = affected as ReturnType<typeof createStore<readonly Affected[]>>;

export function watchCalendar(plan: Readable<Plan | undefined>, show: () => void): () => void {
  let before = plan.get() && calendarOf(plan.get()!);
  store.set([]);
  return plan.subscribe(() => {
    const now = plan.get();
    if (!now) return;
    const after = calendarOf(now);
    if (before === after) return;
    const found = before ? affectedBy(now, before, after) : [];
    before = after;
    store.set(found);
    if (found.length > 0)
      tell({
        key: 'calendar',
        tone: 'warn',
        stays: true,
        say: (t) => t('affected.news', { n: found.length }),
        action: { label: (t) => t('affected.look'), run: show },
      });
  });
}
