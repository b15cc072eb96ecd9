// `npm start`, `npm run build`, `npm run guatu`: builds what is missing or out of date, then runs it. Plain JavaScript, so that a
// fresh checkout needs nothing but its installed packages.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
/** What each half is made of. */
const HALVES = {
  client: ['client', 'shared', 'vite.config.ts', 'package-lock.json'],
  server: ['server', 'shared', 'vite.config.ts', 'package-lock.json'],
};

const [word = 'start', ...args] = process.argv.slice(2);
switch (word) {
  case 'build':
    await bring('client', 'server');
    break;
  case 'start':
    await bring('client', 'server');
    await run('main.js');
    break;
  case 'guatu':
    await bring('server');
    process.argv = [process.argv[0], process.argv[1], ...args];
    await run('cli.js');
    break;
  default:
    process.stderr.write(`run.mjs: start, build or guatu, not ${word}\n`);
    process.exit(2);
}

async function run(file) {
  await import(pathToFileURL(join(DIST, 'server', file)).href);
}

/** Builds the halves whose sources are not those of the last build. */
async function bring(...halves) {
  const stale = () => halves.filter((half) => readStamp(half) !== signature(half));
  if (stale().length === 0) return;
  const vite = await import('vite').catch(() => undefined);
  if (!vite) {
    // Installed without development packages: what was built elsewhere is what there is.
    if (halves.every((half) => existsSync(join(DIST, half)))) return;
    process.stderr.write(
      '尚未构建，请先运行 npm ci（不要加 --omit=dev）。\nNot built yet; run npm ci first, without --omit=dev.\n',
    );
    process.exit(1);
  }
  if (word === 'start')
    process.stderr.write('正在构建，只在源码有变化时需要……\nBuilding, needed only when sources have changed …\n');
  await alone(async () => {
    for (const half of stale()) {
      const seen = signature(half);
      await vite.build({
        configFile: join(ROOT, 'vite.config.ts'),
        logLevel: word === 'build' ? 'info' : 'error',
        ...(half === 'server' && { build: { ssr: true } }),
      });
      writeFileSync(join(DIST, half, '.sources'), seen);
    }
  });
}

/** Names, sizes and times of all sources. */
function signature(half) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const each of HALVES[half]) if (existsSync(join(ROOT, each))) visit(join(ROOT, each));
  return hash.digest('hex');
}

function readStamp(half) {
  const file = join(DIST, half, '.sources');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Two commands started together must not build over each other. */
async function alone(work) {
  const lock = join(DIST, '.building');
  mkdirSync(DIST, { recursive: true });
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isHeld(lock)) rmSync(lock, { force: true });
  return false;
}

/** The lock names its holder: one left behind by a killed build is nobody's. */
function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // Still empty: taken this very moment, or its taker was killed in it.
    if (!holder) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
