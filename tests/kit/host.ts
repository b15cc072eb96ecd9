// The built server as somebody runs it: on a free port, with a data directory of its own, killed and started again at will.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'server', 'main.js');
const LINK = /http\S+#invite=[\w.-]+/;

export interface Host {
  readonly base: string;
  readonly dataDir: string;
  /** The chair's link as the server printed it at its first start. */
  readonly chairLink: string;
  /** Everything printed so far, over all starts. */
  printed(): string;
  /** `npm run guatu -- …` against the same data; what it prints. */
  guatu(...args: readonly string[]): string;
  /** `kill -9`: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  start(): Promise<void>;
  /** Stops politely and removes the data. */
  close(): Promise<void>;
}

export async function host(): Promise<Host> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run npm run build first`);
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'guatu-e2e-'));
  const base = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir };
  let log = '';
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const born = spawn(process.execPath, [MAIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = born;
    for (const stream of [born.stdout, born.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    await until(`${base}/api/health`, () => {
      if (born.exitCode !== null) throw new Error(`the server ended by itself:\n${log}`);
      return LINK.test(log);
    });
  };
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((done) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill(signal);
    });

  await start();
  const chairLink = LINK.exec(log)?.[0];
  if (!chairLink) throw new Error(`the server printed no chair's link:\n${log}`);
  return {
    base,
    dataDir,
    chairLink,
    printed: () => log,
    guatu(...args) {
      const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'guatu', '--', ...args], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      if (status !== 0) throw new Error(`guatu ${args.join(' ')} failed:\n${stdout}${stderr}`);
      return stdout.trim();
    },
    kill: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks again until the address answers well and `also` holds; `also` may give up earlier by throwing. */
async function until(url: string, also: () => boolean): Promise<void> {
  const giveUp = Date.now() + 30_000;
  for (;;) {
    const told = also();
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok && told) return;
    if (Date.now() > giveUp) throw new Error(`${url} did not answer within 30 s`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
