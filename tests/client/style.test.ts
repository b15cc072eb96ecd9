// Every stylesheet of the page stands beside all others once its part was opened: two that mean different things by one class draw over each other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIR = join(import.meta.dirname, '..', '..', 'client', 'style');

/** Classes that a stylesheet draws by themselves, outside media queries. */
function drawn(css: string): readonly string[] {
  return [...css.matchAll(/^ {2}\.([a-z][\w-]*)(?=(?:,\n| \{\n))/gm)].map(([, name]) => name!);
}

test('a class has its look in one stylesheet, apart from where the frame puts it', () => {
  const homes = new Map<string, string[]>();
  for (const file of readdirSync(DIR).filter((each) => each.endsWith('.css') && each !== 'frame.css'))
    for (const name of new Set(drawn(readFileSync(join(DIR, file), 'utf8'))))
      homes.set(name, [...(homes.get(name) ?? []), file]);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
  // That nothing is found would be no news if nothing was read.
  expect(homes.size).toBeGreaterThan(300);
});
