// A refusal as a sentence: the code chooses it, the values it carries are put into the reader's words.
import type { Refusal } from '../../shared/ops/change.ts';
import { keyIf } from './t.ts';
import type { T } from './t.ts';

export function sayRefusal(t: T, refusal: Refusal): string {
  const fill: Record<string, string | number> = { ...refusal.with };
  for (const name of ['kind', 'parent']) {
    const key = keyIf(`kind.${String(fill[name])}`);
    if (key) fill[name] = t(key);
  }
  if (fill['title'] === '') fill['title'] = t('untitled');
  return t(`refuse.${refusal.refused}`, fill);
}
