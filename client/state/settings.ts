// What I chose for every plan: language, light or dark, my own name. Kept in this browser.
import type { FollowMode } from './following.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';
import { safeStorage } from './view-store.ts';

export type Lang = 'zh' | 'en';
export type Shade = 'system' | 'light' | 'dark';

export interface Settings {
  readonly lang: Lang;
  readonly shade: Shade;
  /** What I call myself; empty until I say. */
  readonly name: string;
  /** Whether I have been asked for my name. */
  readonly asked: boolean;
  /** What happens to linked work after a move of mine. */
  readonly follow: FollowMode;
}

const KEY = 'guatu:settings';

const store = createStore<Settings>(readSettings(safeStorage().read(KEY)));

export const settings: Readable<Settings> = store;

export function setSettings(change: Partial<Settings>): void {
  store.set({ ...store.get(), ...change });
  safeStorage().write(KEY, JSON.stringify(store.get()));
}

export function readSettings(text: string | null): Settings {
  let kept: Partial<Record<keyof Settings, unknown>> = {};
  try {
    kept = (JSON.parse(text ?? '{}') as typeof kept | null) ?? {};
  } catch {
    // Somebody else's text under our key reads as nothing kept.
  }
  return {
    lang: kept.lang === 'en' ? 'en' : 'zh',
    shade: kept.shade === 'light' || kept.shade === 'dark' ? kept.shade : 'system',
    name: typeof kept.name === 'string' ? kept.name.slice(0, 40) : '',
    asked: kept.asked === true,
    follow: kept.follow === 'auto' || kept.follow === 'never' ? kept.follow : 'ask',
  };
}
