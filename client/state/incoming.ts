// A file dropped on a plan's page, on its way to the panel that takes it.
import { createStore } from './store.ts';

export const incoming = createStore<File | undefined>(undefined);
