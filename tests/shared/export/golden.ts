// Golden files: text compared with tests/golden/<name>; a mismatch, or a new case, writes <name>-changed beside it for someone to look at.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const FOLDER = new URL('../../golden/', import.meta.url);

export function expectGolden(name: string, text: string): void {
  const dot = name.lastIndexOf('.');
  const changed = new URL(`${name.slice(0, dot)}-changed${name.slice(dot)}`, FOLDER);
  const file = new URL(name, FOLDER);
  const known = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (known === text) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(known === text, `tests/golden/${name} differs; look at ${changed.pathname} and rename it if it is right`).toBe(
    true,
  );
}
