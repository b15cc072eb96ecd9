// Writes what a run found between the marks of its face in docs/benchmarks.md, and leaves the words around them alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const FILE = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));

export async function writeDocs(face: string, text: string): Promise<void> {
  const [open, close] = [`<!-- bench ${face} -->`, `<!-- /bench ${face} -->`];
  const old = readFileSync(FILE, 'utf8');
  const from = old.indexOf(open);
  const to = old.indexOf(close);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${face}: add ${open} and ${close}`);
  const next = `${old.slice(0, from)}${open}\n\n${text}\n\n${old.slice(to)}`;
  writeFileSync(FILE, await format(next, { ...(await resolveConfig(FILE)), parser: 'markdown' }));
}
