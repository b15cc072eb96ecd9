// The routes: what they answer when they do not refuse, how they refuse, and the headers of pages and files.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFiles } from '../../server/files.ts';
import { seeds } from '../../server/seeds.ts';
import { API, BODY_BYTES, PLAN_BYTES, exportPath, linksPath } from '../../shared/protocol/api.ts';
import type { Answers, PlanCard, Refused } from '../../shared/protocol/api.ts';
import { inviteIn } from '../../shared/protocol/api.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';
import { connectStock } from './kit/stock.ts';

let server: Running;
let chair: string;
beforeAll(async () => {
  server = await running({ plans: seeds() });
  chair = await server.token({ plan: '*', role: 'chair', office: '' });
});
afterAll(() => server.stop());

const TEXT = readFileSync(new URL('../../server/seed/2019-qingpu.txt', import.meta.url), 'utf8');

async function post<T>(path: string, body: unknown, token = chair): Promise<{ status: number; body: T }> {
  const answer = await server.fetch(path, { method: 'POST', token, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as T };
}

describe('a new server', () => {
  test('holds the official text, undated, and the sample, marked as one', async () => {
    const cards = (await (await server.fetch(API.plans, { token: chair })).json()) as PlanCard[];
    expect(cards.map(({ sample, year, role }) => [sample, year, role])).toEqual([
      [false, 2019, 'chair'],
      [true, 2019, 'chair'],
    ]);
    const text = await (await server.fetch(exportPath(cards[0]!.id, 'txt'), { token: chair })).text();
    expect(text).toBe(TEXT);
  });

  test('says that it is ready', async () => {
    const answer = await server.fetch(API.health);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('counts rooms and connections for whoever watches it', async () => {
    expect(await (await server.fetch(API.metrics)).text()).toMatch(/^guatu_rooms 0$/m);
  });
});

describe('founding a plan', () => {
  test('from its text makes the founder its chair, and it opens at once', async () => {
    const signedIn = await server.fetch(API.session, {
      method: 'POST',
      body: JSON.stringify({ token: await server.token({ role: 'chair', office: '' }) }),
    });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const made = await server.fetch(API.plans, {
      method: 'POST',
      headers: { cookie },
      body: JSON.stringify({ text: TEXT }),
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as Answers['found'];
    const cards = (await (await server.fetch(API.plans, { headers: { cookie } })).json()) as PlanCard[];
    expect(cards.find((card) => card.id === id)).toMatchObject({
      role: 'chair',
      sample: false,
      title: '2019年青浦教育工作要点',
    });
    const client = connectStock(server.port, id, undefined, { headers: { cookie } });
    await client.synced();
    expect([...readPlan(client.doc).nodes.values()].filter(({ kind }) => kind === 'clause')).toHaveLength(39);
    client.end();
  });

  test('from a plan file, as the check screen makes one of any document', async () => {
    const file = await (await server.fetch(exportPath(server.plans[1]!, 'json'), { token: chair })).text();
    const { status, body } = await post<Answers['found']>(API.plans, { file, title: '从文件来' });
    expect(status).toBe(201);
    const again = await (await server.fetch(exportPath(body.id, 'json'), { token: chair })).text();
    expect(JSON.parse(again)).toEqual({ ...JSON.parse(file), meta: { ...JSON.parse(file).meta, title: '从文件来' } });
  });

  test('from a file that is none is refused in words', async () => {
    const broken = await post<Refused>(API.plans, { file: '{"format":"guatu-plan","version":1,"nodes":7}' });
    expect([broken.status, broken.body.refused]).toEqual([400, 'bad-request']);
    expect(broken.body.message.en).toContain('nodes');
  });

  test('under a title of one’s own', async () => {
    const { body } = await post<Answers['found']>(API.plans, { text: TEXT, title: ' 试用 ' });
    const cards = (await (await server.fetch(API.plans, { token: chair })).json()) as PlanCard[];
    expect(cards.find(({ id }) => id === body.id)?.title).toBe('试用');
  });

  test('is refused when there is no plan in the text', async () => {
    const { status, body } = await post<Refused>(API.plans, { text: '你好' });
    expect([status, body.refused]).toEqual([422, 'not-a-plan']);
  });

  test('is refused unread when the text is too long to be one, and says the limit', async () => {
    const lines = await post<Refused>(API.plans, { text: '1. a\n'.repeat(100_000) });
    expect([lines.status, lines.body.refused]).toEqual([413, 'too-large']);
    expect(lines.body.message.zh).toContain('最多 20,000 行');
    const words = await post<Refused>(API.plans, { text: '一、字\n' + '字'.repeat(500_000) });
    expect([words.status, words.body.message.en]).toEqual([413, expect.stringContaining('500,000 characters')]);
  });
});

describe('inviting', () => {
  test('gives a link that opens the plan as that office', async () => {
    const { status, body } = await post<Answers['invite']>(linksPath(server.plans[0]!), {
      role: 'editor',
      office: '局基教科',
    });
    expect(status).toBe(201);
    const token = inviteIn(new URL(body.url).hash)!;
    expect(new URL(body.url).origin).toBe(server.url);
    const opened = await post<Answers['signIn']>(API.session, { token });
    expect(opened.body).toEqual({ plan: server.plans[0], role: 'editor', office: '局基教科' });
  });

  test('an office that is not in the register is refused with the choices', async () => {
    const { status, body } = await post<Refused>(linksPath(server.plans[0]!), { role: 'editor', office: '局没有科' });
    expect([status, body.refused]).toEqual([404, 'no-such-office']);
    expect(body.message.zh).toContain('局基教科');
    expect(body.message.en).toContain('局基教科');
  });
});

describe('exporting', () => {
  for (const [format, mime, start] of [
    ['docx', /officedocument/, 'PK'],
    ['svg', /^image\/svg/, '<svg'],
    ['json', /^application\/json/, '{'],
    ['txt', /^text\/plain/, '2019年青浦'],
  ] as const)
    test(`${format}: a file to save, that can never run as a page of ours`, async () => {
      const answer = await server.fetch(exportPath(server.plans[0]!, format), { token: chair });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(mime);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''2019%E5%B9%B4/);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, 40).toString()).toContain(start);
    });

  test('the sample says in every format that it is one', async () => {
    for (const format of ['svg', 'txt', 'json']) {
      const text = await (await server.fetch(exportPath(server.plans[1]!, format), { token: chair })).text();
      expect(text, format).toMatch(/示例|"sample": true/);
    }
  });

  test('an unknown format or picture is refused with the choices', async () => {
    const wrong = await server.fetch(exportPath(server.plans[0]!, 'exe'), { token: chair });
    expect([wrong.status, ((await wrong.json()) as Refused).message.zh]).toEqual([
      404,
      expect.stringContaining('docx'),
    ]);
    const view = await server.fetch(`${exportPath(server.plans[0]!, 'svg')}?view=radar`, { token: chair });
    expect([view.status, ((await view.json()) as Refused).message.en]).toEqual([
      400,
      expect.stringContaining('mindmap'),
    ]);
  });
});

describe('what makes no sense', () => {
  test('is refused in two languages', async () => {
    for (const [path, init, status] of [
      ['/api/nothing', {}, 404],
      [API.plans, { method: 'PUT', body: '{}' }, 404],
      [API.session, { method: 'POST', body: '{' }, 400],
      [API.session, { method: 'POST', body: '{"token":5}' }, 400],
      [API.session, { method: 'POST', body: '{"token":"x"}' }, 401],
      [linksPath('x'), { method: 'POST', body: '{"role":"king"}', token: chair }, 404],
      [API.session, { method: 'POST', body: JSON.stringify({ token: 'x'.repeat(BODY_BYTES) }) }, 413],
      [API.plans, { method: 'POST', body: JSON.stringify({ file: 'x'.repeat(PLAN_BYTES) }), token: chair }, 413],
    ] as const) {
      const answer = await server.fetch(path, init);
      expect(answer.status, path).toBe(status);
      const { refused, message } = (await answer.json()) as Refused;
      expect(refused).toBeTruthy();
      expect(message.zh).toMatch(/[一-鿿]/);
      expect(message.en).toMatch(/[a-z]/);
      // Whoever founds is told what to do about it.
      if (status === 413) expect(message.zh.includes('分成几份')).toBe(path === API.plans);
    }
  });
});

describe('requests no browser would make', () => {
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  for (const [name, head, want] of [
    ['no path', 'GET // HTTP/1.1\r\nHost: x', 200],
    ['a broken escape', 'GET /api/plans/%zz/export/svg HTTP/1.1\r\nHost: x', 401],
    ['an upgrade to nothing', `GET // HTTP/1.1\r\nHost: x\r\n${upgrade}`, 404],
    ['an upgrade that is none', 'GET /collab/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: foo', 400],
    ['a host that is none', 'GET /api/health HTTP/1.1\r\nHost: a b', 400],
    ['the server itself', 'OPTIONS * HTTP/1.1\r\nHost: x', 200],
  ] as const)
    test(`${name}: answered, and the server goes on`, async () => {
      expect(await statusOf(`${head}\r\n\r\n`)).toBe(want);
      expect((await server.fetch(API.health)).status).toBe(200);
    });

  function statusOf(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(request));
      socket.once('data', (data) => {
        resolve(Number(data.toString().split(' ')[1]));
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }
});

describe('pages and files', () => {
  const dir = mkdtempSync(join(tmpdir(), 'guatu-files-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<p>page</p>');
  writeFileSync(join(dir, 'assets', 'a-1234.js'), 'x');
  const files = createServer(serveFiles(dir));
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(files.address() as { port: number }).port}`;
  });
  afterAll(() => void files.close());

  test('every address of a plan is the page', async () => {
    for (const path of ['/', '/plan/abc', '/plan/abc?x=1']) {
      const answer = await fetch(url + path);
      expect([answer.status, await answer.text()]).toEqual([200, '<p>page</p>']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('nothing foreign may run in it or frame it, and it works without https', async () => {
    const { headers } = await fetch(`${url}/`);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|upgrade-insecure/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('files named by their contents may be kept', async () => {
    expect((await fetch(`${url}/assets/a-1234.js`)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}/assets/missing.js`)).status).toBe(404);
    expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(405);
  });
});
