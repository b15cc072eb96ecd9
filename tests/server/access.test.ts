// Who gets in: every route and the socket, against every way of not being allowed.
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeAccess, readKey } from '../../server/access.ts';
import { API, exportPath, inviteIn, inviteUrl, linksPath } from '../../shared/protocol/api.ts';
import { CLOSE } from '../../shared/protocol/close.ts';
import { NOTE_SCHEMA, SCHEMA } from '../../shared/doc/schema.ts';
import { dialect } from '../../shared/protocol/dialect.ts';
import { SOCKET_PATH } from '../../shared/protocol/messages.ts';
import { openSqlite } from '../../server/sqlite.ts';
import { connectStock } from './kit/stock.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

let server: Running;
beforeAll(async () => void (server = await running()));
afterAll(() => server.stop());

interface Caller {
  readonly headers: Record<string, string>;
}

const bearer = (token: string): Caller => ({ headers: { authorization: `Bearer ${token}` } });

async function cookieOf(token: string): Promise<string> {
  const answer = await server.fetch(API.session, { method: 'POST', body: JSON.stringify({ token }) });
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

/** How a connection attempt ends: open and told the state, or closed with this code. */
function knock(plan: string, headers: Record<string, string>, query = ''): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const ws = new WebSocket(`ws://127.0.0.1:${server.port}${SOCKET_PATH}/${plan}${query}`, { headers });
    ws.on('message', () => {
      resolve('open');
      ws.close();
    });
    ws.on('close', (code) => resolve(code));
    ws.on('error', () => {});
  });
}

describe('every door', () => {
  const callers: Record<string, () => Promise<Caller>> = {
    nobody: async () => ({ headers: {} }),
    'a made-up token': async () => bearer('aaaa.bbbb.cccc'),
    'a token of another key': async () =>
      bearer(await makeAccess(new Uint8Array(32).fill(7)).issue({ plan: '*', role: 'chair', office: '' })),
    'a token without a signature': async () =>
      bearer(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await server.token()).split('.')[1]!}.`),
    'an expired token': async () =>
      bearer(
        await makeAccess(readKey(server.dir), () => Date.now() - 400 * 86_400_000).issue({
          plan: '*',
          role: 'chair',
          office: '',
        }),
      ),
    'a revoked token': async () => {
      const token = await server.token({ plan: '*', role: 'chair' });
      await revoke(token);
      return bearer(token);
    },
    'the cookie of a revoked link': async () => {
      const token = await server.token({ role: 'chair' });
      const cookie = await cookieOf(token);
      await revoke(token);
      return { headers: { cookie } };
    },
    'a made-up cookie': async () => ({ headers: { cookie: `guatu=${'a'.repeat(43)}` } }),
    'a cookie after signing out': async () => {
      const cookie = await cookieOf(await server.token({ role: 'chair' }));
      await server.fetch(API.session, { method: 'DELETE', headers: { cookie } });
      return { headers: { cookie } };
    },
    'a chair of another plan': async () => bearer(await server.token({ plan: server.plans[1]!, role: 'chair' })),
    'a viewer': async () => bearer(await server.token({ role: 'viewer' })),
    'an editor': async () => bearer(await server.token()),
    'a chair': async () => bearer(await server.token({ role: 'chair' })),
    'a chair of everything': async () => bearer(await server.token({ plan: '*', role: 'chair' })),
  };

  async function revoke(token: string): Promise<void> {
    const link = await server.access.verify(token);
    const store = openSqlite(server.dir);
    store.revoke(link!.jti, link!.expires);
    store.close();
  }

  const attempts: Record<string, (caller: Caller) => Promise<number | 'open'>> = {
    list: async ({ headers }) => (await server.fetch(API.plans, { headers })).status,
    found: async ({ headers }) =>
      (await server.fetch(API.plans, { method: 'POST', headers, body: JSON.stringify({ text: '没有要点' }) })).status,
    invite: async ({ headers }) =>
      (
        await server.fetch(linksPath(server.plans[0]!), {
          method: 'POST',
          headers,
          body: JSON.stringify({ role: 'editor', office: '局基教科' }),
        })
      ).status,
    export: async ({ headers }) => (await server.fetch(exportPath(server.plans[0]!, 'txt'), { headers })).status,
    socket: ({ headers }) => knock(server.plans[0]!, headers),
  };

  // 422: got through, but the text is no plan.
  const table: Record<string, readonly (number | 'open')[]> = {
    nobody: [401, 401, 401, 401, CLOSE.signIn],
    'a made-up token': [401, 401, 401, 401, CLOSE.signIn],
    'a token of another key': [401, 401, 401, 401, CLOSE.signIn],
    'a token without a signature': [401, 401, 401, 401, CLOSE.signIn],
    'an expired token': [401, 401, 401, 401, CLOSE.signIn],
    'a revoked token': [401, 401, 401, 401, CLOSE.signIn],
    'the cookie of a revoked link': [200, 403, 403, 403, CLOSE.forbidden],
    'a made-up cookie': [401, 401, 401, 401, CLOSE.signIn],
    'a cookie after signing out': [401, 401, 401, 401, CLOSE.signIn],
    'a chair of another plan': [200, 403, 403, 403, CLOSE.forbidden],
    'a viewer': [200, 403, 403, 200, 'open'],
    'an editor': [200, 403, 403, 200, 'open'],
    'a chair': [200, 403, 201, 200, 'open'],
    'a chair of everything': [200, 422, 201, 200, 'open'],
  };

  test('the table names every caller', () => expect(Object.keys(table)).toEqual(Object.keys(callers)));

  for (const [name, wants] of Object.entries(table))
    test(name, async () => {
      const caller = await callers[name]!();
      const got: Record<string, number | 'open'> = {};
      for (const [what, attempt] of Object.entries(attempts)) got[what] = await attempt(caller);
      expect(got).toEqual(Object.fromEntries(Object.keys(attempts).map((what, i) => [what, wants[i]])));
    });

  test('a list shows only what its reader may open', async () => {
    const token = await server.token({ role: 'viewer' });
    const cards = (await (await server.fetch(API.plans, { token })).json()) as { id: string; role: string }[];
    expect(cards.map(({ id, role }) => [id, role])).toEqual([[server.plans[0], 'viewer']]);
  });

  test('a plan that does not exist is told only to who may know all', async () => {
    expect(await knock('nosuchplan00', (await callers['a chair of everything']!()).headers)).toBe(CLOSE.noPlan);
    expect(await knock('nosuchplan00', (await callers['a chair']!()).headers)).toBe(CLOSE.forbidden);
  });

  test('a page of another dialect is told to reload, one that names none is a script', async () => {
    const { headers } = await callers['an editor']!();
    for (const other of ['0', '1', dialect(SCHEMA + 1, NOTE_SCHEMA), dialect(SCHEMA, NOTE_SCHEMA - 1)])
      expect([other, await knock(server.plans[0]!, headers, `?v=${other}`)]).toEqual([other, CLOSE.tooOld]);
    expect(await knock(server.plans[0]!, headers, `?v=${dialect(SCHEMA, NOTE_SCHEMA)}`)).toBe('open');
    expect(await knock(server.plans[0]!, headers)).toBe('open');
  });
});

describe('foreign pages', () => {
  test('cannot use a cookie: not on the socket, not to change anything', async () => {
    const cookie = await cookieOf(await server.token({ role: 'chair' }));
    const evil = { cookie, origin: 'https://evil.example' };
    expect(await knock(server.plans[0]!, evil)).toBe(CLOSE.forbidden);
    expect(await knock(server.plans[0]!, { cookie, origin: server.url })).toBe('open');
    expect(await knock(server.plans[0]!, { cookie })).toBe('open');
    const body = JSON.stringify({ role: 'viewer' });
    const send = async (headers: Record<string, string>): Promise<number> =>
      (await server.fetch(linksPath(server.plans[0]!), { method: 'POST', headers: { cookie, ...headers }, body }))
        .status;
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ 'content-type': 'text/plain' })).toBe(403);
    expect(await send({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(403);
    expect(await send({ origin: server.url, 'sec-fetch-site': 'same-origin' })).toBe(201);
  });

  test('a public address behind a proxy counts as our own, and its cookies are for https only', async () => {
    const proxied = await running({ publicUrl: 'https://guatu.example.cn' });
    const token = await proxied.token({ role: 'chair' });
    const answer = await proxied.fetch(API.session, {
      method: 'POST',
      headers: { origin: 'https://guatu.example.cn' },
      body: JSON.stringify({ token }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const made = await proxied.fetch(linksPath(proxied.plans[0]!), {
      method: 'POST',
      token,
      body: JSON.stringify({ role: 'viewer' }),
    });
    expect(((await made.json()) as { url: string }).url).toMatch(/^https:\/\/guatu\.example\.cn\/plan\/\w+#invite=/);
    await proxied.stop();
  });
});

describe('sessions', () => {
  test('one browser gathers the grants of several links; a lesser link takes nothing away', async () => {
    const cookie = await cookieOf(await server.token({ role: 'chair', office: '' }));
    const open = async (token: string): Promise<void> => {
      const answer = await server.fetch(API.session, {
        method: 'POST',
        headers: { cookie },
        body: JSON.stringify({ token }),
      });
      expect(answer.status).toBe(200);
    };
    await open(await server.token({ role: 'viewer' }));
    await open(await server.token({ plan: server.plans[1]!, role: 'viewer', office: '' }));
    const { grants } = (await (await server.fetch(API.session, { headers: { cookie } })).json()) as {
      grants: unknown[];
    };
    expect(grants).toHaveLength(2);
    expect(grants).toContainEqual({ plan: server.plans[0], role: 'chair', office: '' });
    expect(grants).toContainEqual({ plan: server.plans[1], role: 'viewer', office: '' });
  });

  test('signing out closes the sockets of that browser and of no other', async () => {
    const leaving = await cookieOf(await server.token());
    const staying = await cookieOf(await server.token());
    const a = connectStock(server.port, server.plans[0]!, undefined, { headers: { cookie: leaving } });
    const b = connectStock(server.port, server.plans[0]!, undefined, { headers: { cookie: staying } });
    await Promise.all([a.synced(), b.synced()]);
    await server.fetch(API.session, { method: 'DELETE', headers: { cookie: leaving } });
    expect((await a.closed()).code).toBe(CLOSE.signIn);
    expect(b.provider.wsconnected).toBe(true);
    a.end();
    b.end();
  });

  test('the cookie cannot be read by scripts and is not kept in the store', async () => {
    const answer = await server.fetch(API.session, {
      method: 'POST',
      body: JSON.stringify({ token: await server.token() }),
    });
    const header = answer.headers.get('set-cookie')!;
    expect(header).toMatch(/HttpOnly/);
    expect(header).not.toMatch(/Secure/);
    const secret = /^guatu=([\w-]{43});/.exec(header)![1]!;
    for (const file of ['guatu.db', 'guatu.db-wal'])
      expect(readFileSync(join(server.dir, file)).includes(secret), file).toBe(false);
  });
});

describe('the key', () => {
  test('is made once, for this account only, and stays', () => {
    const dir = mkdtempSync(join(tmpdir(), 'guatu-key-'));
    const key = readKey(dir);
    expect(statSync(join(dir, 'key')).mode & 0o777).toBe(0o600);
    expect(readKey(dir)).toEqual(key);
    expect(key).toHaveLength(32);
  });
});

describe('an invitation', () => {
  test('carries its token behind the #, where no server and no log sees it', async () => {
    const token = await server.token();
    const url = inviteUrl('http://host:8080/', 'abc', token);
    expect(url).toBe(`http://host:8080/plan/abc#invite=${token}`);
    expect(new URL(url).pathname + new URL(url).search).not.toContain(token);
    expect(inviteIn(new URL(url).hash)).toBe(token);
    expect(inviteIn('#else')).toBeUndefined();
  });
});
