// Looks a sentence up and fills its places. Typed keys: a sentence that is missing in a language does not compile.
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Lang = 'zh' | 'en';
export type TextKey = keyof typeof zh;
export type Fill = Readonly<Record<string, string | number>>;
/** `t('tray.count', { n: 3 })` */
export type T = (key: TextKey, fill?: Fill) => string;

const TABLES: Readonly<Record<Lang, Readonly<Record<TextKey, string>>>> = { zh, en };

/** `{name}` is filled; `{n|day|days}` chooses by the number n. */
export function translate(lang: Lang, key: TextKey, fill: Fill = {}): string {
  return TABLES[lang][key].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = fill[name];
      if (value === undefined) return whole;
      if (one === undefined || many === undefined) return String(value);
      return value === 1 ? one : many;
    },
  );
}

const BOUND: Readonly<Record<Lang, T>> = {
  zh: (key, fill) => translate('zh', key, fill),
  en: (key, fill) => translate('en', key, fill),
};

/** The same function for the same language, so that it can stand in a dependency list. */
export function translator(lang: Lang): T {
  return BOUND[lang];
}

/** A key made from parts, such as a refusal's code, when there is such a sentence. */
export function keyIf(key: string): TextKey | undefined {
  return Object.hasOwn(zh, key) ? (key as TextKey) : undefined;
}
