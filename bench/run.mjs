// `npm run bench`: sees that the peers are installed, here and never with the product, then runs main.ts. Plain JavaScript, as it needs nothing built.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (!isInstalled()) {
  console.log('bench: installing what we are measured against, with npm ci in bench/ …');
  const { status } = spawnSync('npm', ['ci', '--no-audit'], {
    cwd: here('.'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
// Set before anything else: Vite would build React's slow half for a run that began as development.
process.env.NODE_ENV = 'production';
const { module } = await runnerImport(here('main.ts'));
try {
  await module.main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Every package in the version the lock names. */
function isInstalled() {
  const { packages } = JSON.parse(readFileSync(here('package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, { version }]) => path === '' || versionAt(path) === version);
}

function versionAt(path) {
  const file = here(`${path}/package.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
