// One live plan over real sockets and the published client: what is acknowledged, who is believed, what restarts keep.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { encoding } from 'lib0';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { commit } from '../../shared/doc/commit.ts';
import { noteOf } from '../../shared/doc/notes.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { rootOf } from '../../shared/doc/schema.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { retitle } from '../../shared/ops/content.ts';
import { addNode } from '../../shared/ops/tree.ts';
import { CLOSE } from '../../shared/protocol/close.ts';
import { SOCKET_PATH } from '../../shared/protocol/messages.ts';
import { API } from '../../shared/protocol/api.ts';
import { diceOf } from '../kit/plan.ts';
import { SMALL } from '../kit/random.ts';
import { planFrom } from './kit/plans.ts';
import { fickleStore, running } from './kit/running.ts';
import type { Running, RunningOptions } from './kit/running.ts';
import { connectStock } from './kit/stock.ts';
import type { Stock, StockOptions } from './kit/stock.ts';

const cleanup: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

async function start(options: RunningOptions = {}): Promise<Running> {
  const server = await running(options);
  cleanup.push(() => server.stop());
  return server;
}

async function join_(
  server: Running,
  grant: Parameters<Running['token']>[0] = {},
  options: StockOptions = {},
): Promise<Stock> {
  const client = connectStock(server.port, server.plans[0]!, await server.token(grant), options);
  cleanup.push(() => client.end());
  await client.synced();
  return client;
}

function run(client: Stock, op: (plan: Plan) => Outcome): void {
  const outcome = op(readPlan(client.doc));
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  commit(client.doc, outcome, {});
}

const idOf = (doc: Y.Doc, title: string): string =>
  [...readPlan(doc).nodes.values()].find((each) => each.title === title)!.id;
const titles = (doc: Y.Doc): string[] => [...readPlan(doc).nodes.values()].map(({ title }) => title).sort();
const rename = (client: Stock, from: string, to: string): void =>
  run(client, (plan) => retitle(plan, { id: idOf(client.doc, from), title: to }));

/** Until it is so; fails by the test's own time limit. */
async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('two stock clients', () => {
  test('see each other’s edits, and each is told when its own are on disk', async () => {
    const server = await start();
    const [a, b] = [await join_(server), await join_(server)];
    rename(a, '甲', '甲改');
    rename(b, '乙', '乙改');
    await Promise.all([a.saved(), b.saved()]);
    await eventually(() => titles(a.doc).includes('乙改') && titles(b.doc).includes('甲改'));
    expect(titles(a.doc)).toEqual(titles(b.doc));
  });

  test('carry on by themselves over a restart, with what they did meanwhile', async () => {
    const server = await start();
    const [a, b] = [await join_(server), await join_(server)];
    rename(a, '甲', '重启前');
    await a.saved();
    await server.guatu.stop();
    rename(a, '重启前', '重启中');
    rename(b, '乙', '也改了');
    const next = await running({ dir: server.dir });
    cleanup.push(() => next.stop());
    // The same port is what a real restart has; here the clients are pointed at the new one.
    for (const client of [a, b]) {
      client.provider.disconnect();
      client.provider.serverUrl = `ws://127.0.0.1:${next.port}${SOCKET_PATH}`;
      client.provider.connect();
    }
    await Promise.all([a.synced(), b.synced()]);
    await Promise.all([a.saved(), b.saved()]);
    await eventually(() => titles(b.doc).includes('重启中') && titles(a.doc).includes('也改了'));
  });

  test('joining late, and many at once, get the whole plan', async () => {
    const server = await start();
    const first = await join_(server);
    run(first, (plan) =>
      addNode(plan, { id: 'abcdefghijkl', parent: idOf(first.doc, '甲'), title: '新措施' }, diceOf(1)),
    );
    await first.saved();
    const others = await Promise.all(Array.from({ length: 12 }, () => join_(server)));
    for (const other of others) expect(titles(other.doc)).toEqual(titles(first.doc));
  });
});

describe('an acknowledgement', () => {
  test('comes only after the append, however long that takes, while the edit is already seen by others', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'guatu-hold-'));
    const { store, mood } = fickleStore(dir);
    const server = await start({ dir, store });
    const [a, b] = [await join_(server), await join_(server)];
    await a.saved();
    let release = (): void => {};
    mood.held = new Promise((resolve) => (release = resolve));
    const acked = a.counts.acked;
    rename(a, '甲', '尚未落盘');
    await eventually(() => titles(b.doc).includes('尚未落盘'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(a.counts.acked).toBe(acked);
    expect(a.counts.sent).toBeGreaterThan(acked);
    mood.held = undefined;
    release();
    await a.saved();
  });

  test('is never given while the store cannot write; people are told, nothing is lost, and it comes when the store recovers', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'guatu-full-'));
    const { store, mood } = fickleStore(dir);
    const server = await start({ dir, store });
    const a = await join_(server);
    await a.saved();
    expect((await server.fetch(API.health)).status).toBe(200);
    mood.broken = true;
    const acked = a.counts.acked;
    rename(a, '甲', '磁盘已满');
    await eventually(() => a.refusals.length > 0);
    expect(a.refusals).toEqual([{ k: 0, reason: 'store' }]);
    expect(a.counts.acked).toBe(acked);
    expect((await server.fetch(API.health)).status).toBe(503);
    const late = await join_(server);
    await eventually(() => late.refusals.length > 0);
    rename(a, '磁盘已满', '又改一次');
    mood.broken = false;
    await a.saved();
    expect((await server.fetch(API.health)).status).toBe(200);
    const again = await server.again();
    cleanup.push(() => again.stop());
    const reader = await join_(again);
    expect(titles(reader.doc)).toContain('又改一次');
  });

  test('counts a frame that only deletes, and one that changes nothing', async () => {
    const server = await start();
    const a = await join_(server);
    const span = rootOf(a.doc, 'nodes').get(idOf(a.doc, '甲一')) as Y.Map<unknown>;
    span.delete('span');
    await a.saved();
    a.provider.disconnect();
    a.provider.connect();
    await a.synced();
    // The step 2 repeats what the server has.
    await a.saved();
    expect(a.counts.acked).toBe(1);
  });

  test('waits for the step 2 after an edit that came before it and could not be applied', async () => {
    const server = await start();
    const a = await join_(server);
    a.provider.disconnect();
    rename(a, '甲', '离线一');
    rename(a, '离线一', '离线二');
    // As if typed between socket-open and step 2: the update goes out first and hangs on what the server lacks.
    a.provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') rename(a, '离线二', '抢先');
    });
    a.provider.connect();
    await a.synced();
    await a.saved();
    const reader = await join_(server);
    expect(titles(reader.doc)).toContain('抢先');
    expect(a.refusals).toEqual([]);
  });
});

describe('a viewer', () => {
  test('reads along; what it writes is dropped, unseen by others, and it is not thrown out', async () => {
    const server = await start();
    const [editor, viewer] = [await join_(server), await join_(server, { role: 'viewer' })];
    await viewer.saved();
    rename(viewer, '甲', '偷改');
    rename(editor, '乙', '明改');
    await editor.saved();
    await eventually(() => titles(viewer.doc).includes('明改'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(viewer.counts.acked).toBeLessThan(viewer.counts.sent);
    expect(viewer.provider.wsconnected).toBe(true);
    expect(viewer.refusals).toEqual([]);
    expect(titles(editor.doc)).not.toContain('偷改');
    const reader = await join_(server);
    expect(titles(reader.doc)).not.toContain('偷改');
  });
});

describe('a refused client', () => {
  test('is told which frame and why, and closed with what to do', async () => {
    const server = await start();
    const a = await join_(server);
    await a.saved();
    rootOf(a.doc, 'nodes').delete(idOf(a.doc, '甲'));
    expect((await a.closed()).code).toBe(CLOSE.rebuild);
    expect(a.refusals).toEqual([{ k: a.counts.sent, reason: 'removed' }]);
  });

  test('cannot write under a colleague’s clientID, on this connection, later, or after a restart', async () => {
    const server = await start();
    const victim = await join_(server);
    rename(victim, '甲', '本人');
    await victim.saved();
    const forge = async (at: Running): Promise<number> => {
      const evil = await join_(at);
      const own = evil.doc.clientID;
      evil.doc.clientID = victim.doc.clientID;
      rename(evil, '本人', '冒名');
      const { code } = await evil.closed();
      evil.doc.clientID = own;
      return code;
    };
    expect(await forge(server)).toBe(CLOSE.rebuild);
    victim.end();
    expect(await forge(server)).toBe(CLOSE.rebuild);
    const again = await server.again();
    cleanup.push(() => again.stop());
    expect(await forge(again)).toBe(CLOSE.rebuild);
    expect(titles((await join_(again)).doc)).toContain('本人');
  });

  test('cannot take the clientID of a colleague who is seen but has not written yet', async () => {
    const server = await start();
    const [victim, evil] = [await join_(server), await join_(server)];
    victim.provider.awareness.setLocalState({ user: { name: '张三' } });
    await eventually(() => evil.provider.awareness.getStates().has(victim.doc.clientID));
    const own = evil.doc.clientID;
    evil.doc.clientID = victim.doc.clientID;
    rename(evil, '甲', '抢注');
    expect((await evil.closed()).code).toBe(CLOSE.rebuild);
    evil.doc.clientID = own;
    rename(victim, '甲', '本人');
    await victim.saved();
    expect(victim.refusals).toEqual([]);
  });

  test('of the same browser may bring what an earlier page of it wrote offline', async () => {
    const server = await start();
    const token = await server.token();
    const first = connectStock(server.port, server.plans[0]!, token);
    await first.synced();
    rename(first, '甲', '在线');
    await first.saved();
    first.provider.disconnect();
    rename(first, '在线', '离线');
    const kept = Y.encodeStateAsUpdate(first.doc);
    first.end();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, kept);
    const second = connectStock(server.port, server.plans[0]!, token, { doc });
    cleanup.push(() => second.end());
    await second.synced();
    await second.saved();
    expect(titles((await join_(server)).doc)).toContain('离线');
  });

  for (const [name, frame, code] of [
    ['a text frame', 'hello', CLOSE.badFrame],
    ['an unknown message', Uint8Array.of(77), CLOSE.badFrame],
    ['a frame cut short', Uint8Array.of(0, 2, 200), CLOSE.badFrame],
    ['an unknown sync step', Uint8Array.of(0, 7, 0), CLOSE.badFrame],
    ['a state vector that is none', Uint8Array.of(0, 0, 2, 255, 255), CLOSE.badFrame],
    ['an update that is none', Uint8Array.of(0, 2, 3, 9, 9, 9), CLOSE.badFrame],
    [
      'an update too large',
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, new Uint8Array(300_000));
      }),
      CLOSE.tooLarge,
    ],
    ['awareness that is none', Uint8Array.of(1, 3, 1, 1, 1), CLOSE.badFrame],
  ] as const)
    test(`for ${name}`, async () => {
      const server = await start();
      const ws = new WebSocket(`ws://127.0.0.1:${server.port}${SOCKET_PATH}/${server.plans[0]!}`, {
        headers: { authorization: `Bearer ${await server.token()}` },
      });
      const closed = new Promise<number>((resolve) => ws.on('close', resolve));
      ws.on('open', () => ws.send(frame));
      expect(await closed).toBe(code);
    });
});

describe('presence', () => {
  const states = (client: Stock): Map<number, { user?: Record<string, unknown>; view?: string }> =>
    client.provider.awareness.getStates();

  test('shows name, office, role and the office’s colour; only the name is the person’s own choice', async () => {
    const server = await start();
    const [a, b] = [await join_(server), await join_(server, { role: 'chair', office: '' })];
    a.provider.awareness.setLocalState({
      user: { name: '  张\u202e三\n ', office: '局办公室', role: 'chair', color: 'red' },
      view: 'gantt',
    });
    await eventually(() => states(b).get(a.doc.clientID)?.view !== undefined);
    const seen = states(b).get(a.doc.clientID)!;
    expect(seen.view).toBe('gantt');
    expect(seen.user).toMatchObject({ name: '张三', office: '局基教科', role: 'editor' });
    expect(seen.user!['color']).toMatch(/^#[0-9a-f]{6}$/);
    expect(seen.user!['color']).not.toBe('#5b6470');
  });

  test('cannot be given in somebody else’s name, nor taken away by others', async () => {
    const server = await start();
    const [a, b, evil] = [await join_(server), await join_(server), await join_(server)];
    a.provider.awareness.setLocalState({ user: { name: '张三' } });
    evil.provider.awareness.setLocalState({ user: { name: '李四' } });
    await eventually(() => states(b).has(a.doc.clientID) && states(b).has(evil.doc.clientID));
    const forge = (state: string): void =>
      evil.provider.ws!.send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarUint8Array(
            encoder,
            encoding.encode((inner) => {
              for (const n of [1, a.doc.clientID, 2 ** 50]) encoding.writeVarUint(inner, n);
              encoding.writeVarString(inner, state);
            }),
          );
        }),
      );
    forge('{"user":{"name":"局长"}}');
    forge('null');
    a.provider.awareness.setLocalStateField('view', 'text');
    await eventually(() => states(b).get(a.doc.clientID)?.view === 'text');
    expect(states(b).get(a.doc.clientID)!.user!['name']).toBe('张三');
  });

  test('ends when the connection does', async () => {
    const server = await start();
    const [a, b] = [await join_(server), await join_(server)];
    a.provider.awareness.setLocalState({ user: { name: '张三' } });
    await eventually(() => states(b).has(a.doc.clientID));
    a.provider.disconnect();
    await eventually(() => !states(b).has(a.doc.clientID));
  });

  test('a flood reaches the others thinned out, its last word included; what is too large does not', async () => {
    const server = await start();
    const [a, b] = [await join_(server), await join_(server)];
    let heard = 0;
    b.provider.awareness.on('update', () => heard++);
    for (let i = 0; i <= 300; i++) a.provider.awareness.setLocalState({ user: { name: '张三' }, n: i });
    await eventually(() => (states(b).get(a.doc.clientID) as { n?: number } | undefined)?.n === 300);
    expect(heard).toBeLessThan(30);
    a.provider.awareness.setLocalState({ user: { name: '张三' }, n: 'x'.repeat(5_000) });
    a.provider.awareness.setLocalState({ user: { name: '张三' }, n: 301 });
    await eventually(() => (states(b).get(a.doc.clientID) as { n?: number } | undefined)?.n === 301);
  });
});

describe('a room', () => {
  test('leaves memory when the last one has left and everything is kept, and folds a long log on the way', async () => {
    const server = await start();
    const a = await join_(server);
    const note = noteOf(a.doc, idOf(a.doc, '甲一'))!;
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    note.insert(0, [paragraph]);
    for (let i = 0; i < 80; i++) {
      text.insert(text.length, '字');
      await a.saved();
    }
    a.end();
    await eventually(() => [...rooms(server)].length === 0);
    const db = new DatabaseSync(join(server.dir, 'guatu.db'));
    const { count } = db.prepare('SELECT count(*) AS count FROM log WHERE plan = ?').get(server.plans[0]!) as {
      count: number;
    };
    db.close();
    expect(count).toBe(1);
    const b = await join_(server);
    expect(noteOf(b.doc, idOf(b.doc, '甲一'))!.length).toBe(1);
  });

  const rooms = function* (server: Running): Generator<void> {
    const count = Number(/guatu_rooms (\d+)/.exec(server.guatu.metrics())?.[1]);
    for (let i = 0; i < count; i++) yield;
  };

  test('that cannot be loaded is never served empty, and the others go on', async () => {
    const server = await start();
    const db = new DatabaseSync(join(server.dir, 'guatu.db'));
    db.prepare("UPDATE log SET body = x'0000' WHERE plan = ?").run(server.plans[0]!);
    db.close();
    const broken = connectStock(server.port, server.plans[0]!, await server.token());
    cleanup.push(() => broken.end());
    const code = await new Promise((resolve) =>
      broken.provider.on('connection-close', (event: { code: number } | null) => resolve(event?.code)),
    );
    expect(code).toBe(CLOSE.restarting);
    expect(rootOf(broken.doc, 'nodes').size).toBe(0);
    expect(broken.provider.synced).toBe(false);
    const fine = connectStock(server.port, server.plans[1]!, await server.token({ plan: server.plans[1]! }));
    cleanup.push(() => fine.end());
    await fine.synced();
    expect(titles(fine.doc)).toContain('甲');
  });

  test('cuts off a reader that does not read, and the others go on', async () => {
    const server = await start({ limits: { backlogBytes: 200_000 } });
    const slow = new WebSocket(`ws://127.0.0.1:${server.port}${SOCKET_PATH}/${server.plans[0]!}`, {
      headers: { authorization: `Bearer ${await server.token()}` },
    });
    await new Promise((resolve) => slow.on('open', resolve));
    // Asks for the state, then stops reading.
    slow.send(Uint8Array.of(0, 0, 1, 0));
    await new Promise((resolve) => slow.once('message', resolve));
    slow.pause();
    const gone = new Promise((resolve) => slow.on('close', resolve));
    const [a, b] = [await join_(server), await join_(server)];
    const big = '长'.repeat(20_000);
    for (let i = 0; i < 400 && server.guatu.connections() === 3; i++) {
      run(a, () => [{ do: 'preamble', text: `${i}${i % 2 ? big : ''}` }]);
      await a.saved();
    }
    expect(server.guatu.connections()).toBe(2);
    slow.resume();
    await gone;
    await eventually(() => readPlan(b.doc).meta.preamble === readPlan(a.doc).meta.preamble);
  });

  test('admits only so many, and says so', async () => {
    const server = await start({ limits: { connectionsPerPlan: 2 } });
    await join_(server);
    await join_(server);
    const third = connectStock(server.port, server.plans[0]!, await server.token());
    cleanup.push(() => third.end());
    const code = await new Promise((resolve) =>
      third.provider.on('connection-close', (event: { code: number } | null) => resolve(event?.code)),
    );
    expect(code).toBe(CLOSE.full);
  });

  test('keeps its list entry in step with the plan’s title', async () => {
    const server = await start();
    const a = await join_(server);
    run(a, () => [{ do: 'entitle', title: '新标题' }]);
    await a.saved();
    const cards = (await (await server.fetch(API.plans, { token: await server.token() })).json()) as {
      title: string;
    }[];
    expect(cards.map(({ title }) => title)).toEqual(['新标题']);
  });
});

describe('a data directory', () => {
  test('belongs to one server at a time', async () => {
    const server = await start();
    await expect(running({ dir: server.dir })).rejects.toThrow(/已有另一个挂图服务器[^]*Another Guatu server/);
  });

  test('is seeded once, not again after a restart', async () => {
    const server = await start({ plans: [planFrom(SMALL, '唯一')] });
    const again = await server.again();
    cleanup.push(() => again.stop());
    expect(again.plans).toEqual(server.plans);
  });
});
