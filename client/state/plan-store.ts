// The Plan as an external store: the last Plan that was read, and who wants to know of the next. Survives a change of document.
import type * as Y from 'yjs';
import type { Plan } from '../../shared/model/plan.ts';
import { watchPlan } from '../../shared/doc/read.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

export interface PlanStore extends Readable<Plan | undefined> {
  /** Reads `doc` from now on; the Plan shown before stays until this one is read. */
  attach(doc: Y.Doc): void;
  detach(): void;
}

export function createPlanStore(): PlanStore {
  const plan = createStore<Plan | undefined>(undefined);
  let stop: (() => void) | undefined;
  const detach = (): void => {
    stop?.();
    stop = undefined;
  };
  return {
    get: plan.get,
    subscribe: plan.subscribe,
    attach(doc) {
      detach();
      const watch = watchPlan(doc, plan.set);
      stop = watch.stop;
      plan.set(watch.plan());
    },
    detach,
  };
}
