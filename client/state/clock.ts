// Today in Shanghai, told anew when the day turns. A laptop that slept through midnight learns it when it is looked at.
import { todayAt } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

const store = createStore<Day>(todayAt(Date.now()));

export const clock: Readable<Day> = store;

export function startClock(): void {
  const look = (): void => store.set(todayAt(Date.now()));
  setInterval(look, 60_000);
  document.addEventListener('visibilitychange', look);
}
