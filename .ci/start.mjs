// Starts the product once as the README says and looks at it as a newcomer's browser would. Knows only what is printed and served.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_WITHIN = 60_000;

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const data = mkdtempSync(join(tmpdir(), 'guatu-ci-'));
const started = Date.now();
const server = spawn('npm', ['start'], {
  env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: true,
});
const group = -(server.pid ?? assert.fail('npm did not start'));
let printed = '';
for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += chunk));
const ended = new Promise((done) => server.once('exit', done));

try {
  const health = await untilReady();
  console.log(`GET /api/health → ${JSON.stringify(health)} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  assert.equal(health.ready, true);

  const token = /#invite=([\w.-]+)/.exec(printed)?.[1];
  assert.ok(token, `npm start printed no chair's link:\n${printed}`);
  console.log("npm start printed the chair's link");

  const page = await fetch(`${base}/`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<script type="module"/);

  assert.equal((await fetch(`${base}/api/plans`)).status, 401, 'plans are closed to whoever has no session');
  const cookie = await signIn(token);
  const plans = await (await fetch(`${base}/api/plans`, { headers: { cookie } })).json();
  for (const { title, sample } of plans) console.log(`plan: ${title}${sample ? ' (示例)' : ''}`);
  assert.deepEqual(plans.map(({ sample }) => sample).sort(), [false, true]);
  assert.ok(plans.every(({ title }) => title.includes('2019年青浦教育工作要点')));

  process.kill(group, 'SIGTERM');
  const late = setTimeout(() => assert.fail('the server did not stop within 15 s of SIGTERM'), 15_000);
  await ended;
  clearTimeout(late);
  console.log('stopped cleanly on SIGTERM');
} catch (error) {
  console.error(printed);
  throw error;
} finally {
  if (server.exitCode === null && server.signalCode === null) process.kill(group, 'SIGKILL');
  rmSync(data, { recursive: true, force: true });
}

async function untilReady() {
  for (;;) {
    if (server.exitCode !== null) throw new Error('npm start ended by itself');
    if (Date.now() - started > READY_WITHIN) throw new Error(`not ready within ${READY_WITHIN / 1000} s`);
    const answer = await fetch(`${base}/api/health`).catch(() => undefined);
    if (answer?.ok && printed.includes('#invite=')) return answer.json();
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function signIn(token) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ token }),
  });
  assert.equal(answer.status, 200);
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, /HttpOnly/i);
  return cookie.split(';')[0];
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}
