// The connection against a server that lives in the page: what is said to be saved, what survives, what is asked again.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { openPlan } from '../../../client/state/connection.ts';
import type { Connection, News } from '../../../client/state/connection.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { NOT_SAVED, SAVED, SYNC } from '../../../shared/protocol/messages.ts';
import { docOf, idOf } from '../../kit/plan.ts';

const TEXT = '一部分\n  推进改革\n    制定方案\n    组织培训';

/** A server in the page: it holds one plan, counts sync frames, and may refuse what a frame would write. */
class Hub {
  doc = docOf(TEXT);
  up = true;
  /** Nothing is acknowledged while this is false: a disk that is slow. */
  flushing = true;
  refuses: (plan: Plan) => boolean = () => false;
  readonly sockets = new Set<FakeSocket>();
  opened = 0;
  why = 'refused';

  receive(socket: FakeSocket, data: Uint8Array): void {
    const decoder = createDecoder(data);
    if (readVarUint(decoder) !== SYNC) return;
    const kind = data[1]!;
    if (kind !== 0) {
      socket.frames++;
      const trial = new Y.Doc();
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.doc));
      readSyncMessage(createDecoder(data.subarray(1)), createEncoder(), trial, 'trial');
      if (this.refuses(readPlan(trial))) {
        socket.deliver((encoder) => {
          writeVarUint(encoder, NOT_SAVED);
          writeVarUint(encoder, socket.frames);
          writeVarString(encoder, this.why);
        });
        socket.shut(CLOSE.rebuild);
        return;
      }
    }
    const answer = createEncoder();
    writeVarUint(answer, SYNC);
    readSyncMessage(decoder, answer, this.doc, socket);
    const bytes = toUint8Array(answer);
    if (bytes.length > 1) socket.deliver(bytes);
    if (kind !== 0) this.acknowledge();
  }

  acknowledge(): void {
    if (!this.flushing) return;
    for (const socket of this.sockets)
      socket.deliver((encoder) => {
        writeVarUint(encoder, SAVED);
        writeVarUint(encoder, socket.frames);
      });
  }

  crash(): void {
    this.up = false;
    for (const socket of [...this.sockets]) socket.shut(1006);
  }
}

let hub: Hub;

class FakeSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  frames = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    queueMicrotask(() => {
      if (!hub.up) return this.shut(1006);
      hub.opened++;
      hub.sockets.add(this);
      this.readyState = 1;
      this.onopen?.();
      this.deliver((encoder) => {
        writeVarUint(encoder, SYNC);
        writeSyncStep1(encoder, hub.doc);
      });
    });
    this.#relay = (update, origin) => {
      if (origin === this) return;
      this.deliver((encoder) => {
        writeVarUint(encoder, SYNC);
        writeUpdate(encoder, update);
      });
    };
    hub.doc.on('update', this.#relay);
  }

  readonly #relay: (update: Uint8Array, origin: unknown) => void;

  deliver(what: Uint8Array | ((encoder: ReturnType<typeof createEncoder>) => void)): void {
    const encoder = createEncoder();
    if (typeof what === 'function') what(encoder);
    const bytes = typeof what === 'function' ? toUint8Array(encoder) : what;
    queueMicrotask(() => this.onmessage?.({ data: new Uint8Array(bytes).buffer }));
  }

  send(data: Uint8Array): void {
    const copy = new Uint8Array(data);
    queueMicrotask(() => {
      if (this.readyState === 1) hub.receive(this, copy);
    });
  }

  close(): void {
    this.shut(1000);
  }

  shut(code: number): void {
    hub.sockets.delete(this);
    hub.doc.off('update', this.#relay);
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.({ code, reason: '' }));
  }
}

const open: Connection[] = [];
let plans = 0;
let planId = '';

function connect(id = planId): Connection {
  const connection = openPlan(id, { server: 'ws://plan.test' });
  open.push(connection);
  return connection;
}

const plan = (connection: Connection): Plan => connection.plan.get()!;
const title = (on: Plan, id: string): string | undefined => on.nodes.get(id)?.title;
const retitle = (id: string, text: string): Change => ({ do: 'retitle', id, title: text });
const word = (connection: Connection): string => connection.status.get().word;

async function saved(connection: Connection): Promise<void> {
  await vi.waitFor(() => expect(word(connection)).toBe('saved'), { timeout: 10_000, interval: 10 });
}

beforeEach(() => {
  hub = new Hub();
  planId = `plan${++plans}${Math.random().toString(36).slice(2)}`;
  vi.stubGlobal('WebSocket', FakeSocket);
});

afterEach(() => {
  while (open.length > 0) open.pop()!.close();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('a plan that is open', () => {
  test('says 已保存 when, and only when, the server has acknowledged', async () => {
    const mine = connect();
    await saved(mine);
    hub.flushing = false;
    const id = idOf(plan(mine), '制定方案');
    mine.commit([retitle(id, '制定实施方案')], 'content.retitle');
    expect(word(mine)).toBe('saving');
    await vi.waitFor(() => expect(title(readPlan(hub.doc), id)).toBe('制定实施方案'));
    expect(word(mine)).toBe('saving');
    hub.flushing = true;
    hub.acknowledge();
    await saved(mine);
  });

  test('carries on by itself after a crash of the server, with what was edited meanwhile', async () => {
    const mine = connect();
    await saved(mine);
    const id = idOf(plan(mine), '制定方案');
    hub.crash();
    await vi.waitFor(() => expect(word(mine)).toBe('offline'));
    mine.commit([retitle(id, '断网时改')], 'content.retitle');
    await vi.waitFor(() => expect(word(mine)).toBe('offline'));
    expect(title(readPlan(hub.doc), id)).toBe('制定方案');
    hub.up = true;
    await saved(mine);
    expect(title(readPlan(hub.doc), id)).toBe('断网时改');
  });

  test('is found again on this machine: edits made offline survive closing the page', async () => {
    const first = connect();
    await saved(first);
    const id = idOf(plan(first), '制定方案');
    hub.crash();
    await vi.waitFor(() => expect(word(first)).toBe('offline'));
    first.commit([retitle(id, '断网时改')], 'content.retitle');
    await vi.waitFor(() => expect(word(first)).toBe('offline'));
    first.close();

    const again = connect();
    await vi.waitFor(() => expect(again.plan.get()).toBeDefined());
    expect(title(plan(again), id)).toBe('断网时改');
    expect(word(again)).not.toBe('saved');
    hub.up = true;
    await saved(again);
    expect(title(readPlan(hub.doc), id)).toBe('断网时改');
  });

  test('undoes and redoes my own steps only', async () => {
    const [mine, theirs] = [connect(), connect(planId)];
    await Promise.all([saved(mine), saved(theirs)]);
    const a = idOf(plan(mine), '制定方案');
    const b = idOf(plan(mine), '组织培训');
    mine.commit([retitle(a, '我改的')], 'content.retitle');
    await vi.waitFor(() => expect(title(plan(theirs), a)).toBe('我改的'));
    theirs.commit([retitle(b, '他改的')], 'content.retitle');
    await vi.waitFor(() => expect(title(plan(mine), b)).toBe('他改的'));
    expect(mine.undoable.get()).toEqual({ undo: true, redo: false });
    mine.undo();
    expect([title(plan(mine), a), title(plan(mine), b)]).toEqual(['制定方案', '他改的']);
    mine.redo();
    expect(title(plan(mine), a)).toBe('我改的');
    expect(mine.undo() && mine.undo()).toBe(false);
  });
});

describe('an edit the server refuses', () => {
  test('is taken back and named, and everything else that waited is asked again', async () => {
    const mine = connect();
    const news: News[] = [];
    mine.onNews((each) => news.push(each));
    await saved(mine);
    const a = idOf(plan(mine), '制定方案');
    const b = idOf(plan(mine), '组织培训');
    hub.refuses = (would) => [...would.nodes.values()].some((node) => node.title.includes('禁'));
    hub.crash();
    await vi.waitFor(() => expect(word(mine)).toBe('offline'));
    mine.commit([retitle(a, '可以的')], 'content.retitle');
    mine.commit([{ do: 'put', id: b, key: 'progress', value: 40 }], 'content.set-progress');
    mine.commit([retitle(b, '禁止的')], 'content.retitle');
    const before = mine.copy.get();
    hub.up = true;
    await saved(mine);
    await vi.waitFor(() => expect(news).toEqual([{ kind: 'refused', command: 'content.retitle' }]));
    expect(mine.copy.get()).toBeGreaterThan(before);
    for (const now of [plan(mine), readPlan(hub.doc)]) {
      expect(title(now, a)).toBe('可以的');
      expect(now.nodes.get(b)).toMatchObject({ title: '组织培训', progress: 40 });
    }
  });

  test('in a note is shown to its author, because typing cannot be asked again', async () => {
    const mine = connect();
    const news: News[] = [];
    mine.onNews((each) => news.push(each));
    await saved(mine);
    const id = idOf(plan(mine), '制定方案');
    hub.refuses = (would) => would.nodes.get(id)!.noted;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('九月前选定学校。')]);
    mine.note(id)!.insert(0, [paragraph]);
    await vi.waitFor(() => expect(news).toEqual([{ kind: 'note-lost', node: id, text: '九月前选定学校。' }]));
    await saved(mine);
    expect(mine.note(id)!.length).toBe(0);
  });

  test('leaves no trace on this machine', async () => {
    const mine = connect();
    await saved(mine);
    const a = idOf(plan(mine), '制定方案');
    hub.refuses = (would) => title(would, a) === '禁止的';
    mine.commit([retitle(a, '禁止的')], 'content.retitle');
    await vi.waitFor(() => expect(title(plan(mine), a)).toBe('制定方案'), { timeout: 5000 });
    await saved(mine);
    mine.close();
    hub.crash();
    const again = connect();
    await vi.waitFor(() => expect(again.plan.get()).toBeDefined());
    expect(title(plan(again), a)).toBe('制定方案');
  });

  test('because it is too much at once is taken back, and said to be that', async () => {
    const mine = connect();
    const news: News[] = [];
    mine.onNews((each) => news.push(each));
    await saved(mine);
    const a = idOf(plan(mine), '制定方案');
    hub.why = 'size';
    hub.refuses = (would) => [...would.nodes.values()].some((node) => node.title.includes('禁'));
    mine.commit([retitle(a, '禁止的')], 'tree.graft');
    await vi.waitFor(() => expect(news).toEqual([{ kind: 'refused', command: 'tree.graft', tooMuch: true }]));
    await saved(mine);
  });

  test('that never stops being refused stops the page in the end, and says so', async () => {
    const mine = connect();
    await saved(mine);
    hub.refuses = () => true;
    mine.commit([retitle(idOf(plan(mine), '制定方案'), '改')], 'content.retitle');
    await vi.waitFor(() => expect(mine.status.get().stop).toBe('rebuild'), { timeout: 10_000 });
    expect(word(mine)).not.toBe('saved');
  });
});

describe('a server that will not have me back', () => {
  test.each(['signIn', 'forbidden', 'noPlan'] as const)('%s stops and says why', async (name) => {
    const mine = connect();
    await saved(mine);
    for (const socket of [...hub.sockets]) socket.shut(CLOSE[name]);
    await vi.waitFor(() => expect(mine.status.get()).toMatchObject({ link: 'stopped', stop: name }));
    const opened = hub.opened;
    mine.commit([retitle(idOf(plan(mine), '制定方案'), '改')], 'content.retitle');
    expect(word(mine)).toBe('unsaved');
    expect(hub.opened).toBe(opened);
  });
});

describe('a machine that cannot keep a copy', () => {
  test.each([
    ['has no IndexedDB', undefined],
    [
      'forbids it',
      {
        open() {
          throw new Error('denied');
        },
      },
    ],
  ])('that %s works online and says 未保存 when cut off', async (_, fake) => {
    vi.stubGlobal('indexedDB', fake);
    const mine = connect();
    await saved(mine);
    expect(mine.status.get().local).toBe('failed');
    hub.crash();
    mine.commit([retitle(idOf(plan(mine), '制定方案'), '改')], 'content.retitle');
    await vi.waitFor(() => expect(word(mine)).toBe('unsaved'));
    hub.up = true;
    await saved(mine);
  });
});

describe('closing the page', () => {
  const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

  test('is held back only while something waits', async () => {
    const mine = connect();
    await saved(mine);
    expect(asks()).toBe(false);
    const release = mine.holdDraft();
    expect(asks()).toBe(true);
    release();
    expect(asks()).toBe(false);
    hub.flushing = false;
    mine.commit([retitle(idOf(plan(mine), '制定方案'), '改')], 'content.retitle');
    expect(asks()).toBe(true);
    hub.flushing = true;
    hub.acknowledge();
    await saved(mine);
    expect(asks()).toBe(false);
  });
});
