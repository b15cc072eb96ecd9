// Finds a Chromium that starts, or installs one, and says so in one line. Knows where systems keep browsers; knows no test.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Quiet and alone: no sandbox (root in containers has none), no GPU, no talk to the browser's maker. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a browser and who named it, or nothing. Looks only: starts and installs nothing but `--version`. */
export async function findChromium() {
  const { PLAYWRIGHT_CHROMIUM, CHROME_PATH } = process.env;
  for (const [from, path] of Object.entries({ PLAYWRIGHT_CHROMIUM, CHROME_PATH })) {
    if (!path) continue;
    if (!runs(path)) throw new Error(`${from}=${path} is not a browser that starts`);
    return { path, from };
  }
  const path = candidates().find(runs);
  if (path) return { path, from: 'this machine' };
  const own = await playwrightsOwn();
  return own && runs(own) ? { path: own, from: 'Playwright' } : undefined;
}

/** A browser that starts, installed if there was none. Throws with what to do by hand when that fails too. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot && onPath('apt-get')) {
    console.log('Chromium: none found; installing chromium and fonts-noto-cjk with apt-get …');
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
    const installed = await findChromium();
    if (installed) return installed;
  }
  console.log("Chromium: none found; downloading Playwright's own with `npx playwright install chromium` …");
  run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  throw new Error(
    'No Chromium found and none could be installed. Install one and set CHROME_PATH to its program file.',
  );
}

function candidates() {
  if (process.platform === 'darwin') return [...MAC, ...onEveryPath()];
  if (process.platform !== 'win32') return onEveryPath();
  const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']];
  return roots.flatMap((root) => (root ? WINDOWS.map((tail) => join(root, tail)) : []));
}

function onEveryPath() {
  return NAMES.map(onPath).filter((path) => path !== undefined);
}

function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` may be a stub that only asks for snap, so a file is not enough. On Windows `--version` opens a window. */
function runs(path) {
  if (process.platform === 'win32') return existsSync(path);
  return isExecutable(path) && version(path) !== undefined;
}

function version(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && stdout.trim() ? stdout.trim().split('\n')[0] : undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return chromium.executablePath() || undefined;
}

function run(program, args) {
  const shell = process.platform === 'win32';
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell, env: noninteractive() });
}

function noninteractive() {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path, from } = await ensureChromium();
  console.log(`Chromium: ${path} (${from}${process.platform === 'win32' ? '' : `, ${version(path)}`})`);
}
