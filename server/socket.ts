// One connection: who it is, y-websocket's messages, what it may send and how far it may lag. What the messages mean is the room's.
// A browser cannot see why an upgrade was refused, so the socket is opened first and then closed with a reason.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { decoding } from 'lib0';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { NOTE_SCHEMA, SCHEMA } from '../shared/doc/schema.ts';
import { CLOSE } from '../shared/protocol/close.ts';
import type { CloseName } from '../shared/protocol/close.ts';
import { dialect } from '../shared/protocol/dialect.ts';
import { AWARENESS, QUERY_AWARENESS, SOCKET_PATH, SYNC } from '../shared/protocol/messages.ts';
import { HEARTBEAT } from './awareness.ts';
import { makeBudget } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { sameOrigin } from './origin.ts';
import type { Seat } from './room.ts';
import type { Rooms } from './rooms.ts';
import { grantFor } from './sessions.ts';
import type { Sessions, Visitor } from './sessions.ts';
import type { Store } from './store.ts';

export interface SocketParts {
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly store: Store;
  readonly limits: Limits;
  readonly log: Log;
  readonly publicUrl?: string | undefined;
  readonly now?: () => number;
}

export interface Sockets {
  /** Takes an upgrade to /collab/…; false for any other, which is somebody else's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Asks again who everybody is, and closes those who lost what they came with. */
  recheck(): Promise<void>;
  count(): number;
  stop(): void;
}

interface Connection {
  readonly ws: WebSocket;
  readonly plan: string;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly role: string;
  readonly office: string;
  alive: boolean;
}

const BEAT_MS = 15_000;

export function makeSockets(parts: SocketParts): Sockets {
  const { rooms, sessions, store, limits, log } = parts;
  const now = parts.now ?? Date.now;
  const wss = new WebSocketServer({ noServer: true, maxPayload: limits.stepBytes * 2, clientTracking: false });
  const connections = new Set<Connection>();

  async function admit(request: IncomingMessage, ws: WebSocket, plan: string, version: string | null): Promise<void> {
    const early: RawData[] = [];
    const keep = (data: RawData): void => void (early.length < 20 ? early.push(data) : ws.terminate());
    ws.on('message', keep);
    ws.on('error', () => ws.terminate());
    const { cookie, authorization } = request.headers;
    if (version !== null && version !== dialect(SCHEMA, NOTE_SCHEMA)) return close(ws, 'tooOld', 'dialect');
    if (authorization === undefined && !sameOrigin(request.headers, parts.publicUrl))
      return close(ws, 'forbidden', 'origin');
    const visitor = await sessions.visitor(cookie, authorization);
    if (!visitor) return close(ws, 'signIn', 'sign in');
    const grant = grantFor(visitor, plan);
    // Whoever may not know a plan is not told whether it exists.
    if (!grant) return close(ws, 'forbidden', 'no grant');
    if (!store.plan(plan)) return close(ws, 'noPlan', 'no such plan');
    if (connections.size >= limits.connections || countIn(plan) >= limits.connectionsPerPlan)
      return close(ws, 'full', 'full');
    if (ws.readyState !== ws.OPEN) return;
    const { role, office } = grant;
    seat({ ws, plan, cookie, authorization, role, office, alive: true }, visitor, grant);
    ws.off('message', keep);
    for (const data of early) ws.emit('message', data, true);
  }

  function seat(connection: Connection, visitor: Visitor, grant: NonNullable<ReturnType<typeof grantFor>>): void {
    const { ws, plan } = connection;
    connections.add(connection);
    ws.on('close', () => connections.delete(connection));
    const place = rooms.open(plan).join({
      role: grant.role,
      office: grant.office,
      owner: visitor.owner,
      send: (frame) => send(connection, frame),
      close: (why, detail) => close(ws, why, detail),
    });
    const bytes = makeBudget(limits.bytesPerSecond, limits.bytesAtOnce, now);
    const frames = makeBudget(limits.framesPerSecond, limits.framesAtOnce, now);
    ws.on('message', (data, binary) => {
      connection.alive = true;
      if (!binary) return close(ws, 'badFrame', 'text');
      const frame = toBytes(data);
      hear(connection, place, frame);
      const within = [bytes.take(frame.length), frames.take(1)].every(Boolean);
      if (!within) pause(ws);
    });
    ws.on('pong', () => (connection.alive = true));
    ws.on('close', () => place.leave());
    log.info('joined', { plan, owner: visitor.owner, role: grant.role });
  }

  function hear({ ws, plan }: Connection, place: Seat, frame: Uint8Array): void {
    try {
      const decoder = decoding.createDecoder(frame);
      const type = decoding.readVarUint(decoder);
      if (type === SYNC) return place.sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      if (type === AWARENESS) return place.awareness(decoding.readVarUint8Array(decoder));
      if (type === QUERY_AWARENESS) return place.who();
      close(ws, 'badFrame', `message ${type}`);
    } catch (error) {
      if (
        error instanceof RangeError ||
        (error instanceof Error && /^(Unexpected end of array|Integer out of Range)/.test(error.message))
      )
        return close(ws, 'badFrame', 'cut short');
      log.fault('message', error, { plan });
      close(ws, 'restarting', 'fault');
    }
  }

  /** A reader that does not read is cut off; it resyncs when it comes back. */
  function send({ ws, plan }: Connection, frame: Uint8Array): void {
    if (ws.readyState !== ws.OPEN) return;
    if (ws.bufferedAmount > limits.backlogBytes) {
      log.warn('slow reader', { plan });
      return ws.terminate();
    }
    ws.send(frame);
  }

  function close(ws: WebSocket, why: CloseName, detail: string): void {
    if (ws.readyState !== ws.OPEN) return;
    ws.close(CLOSE[why], detail.slice(0, 100));
    // Nobody must keep a socket open by not answering the close.
    setTimeout(() => ws.terminate(), 5_000).unref();
  }

  function countIn(plan: string): number {
    let count = 0;
    for (const connection of connections) if (connection.plan === plan) count++;
    return count;
  }

  async function recheck(): Promise<void> {
    for (const { ws, plan, cookie, authorization, role, office } of [...connections]) {
      const visitor = await sessions.visitor(cookie, authorization);
      const grant = visitor && grantFor(visitor, plan);
      if (!visitor) close(ws, 'signIn', 'sign in');
      else if (!grant) close(ws, 'forbidden', 'no grant');
      else if (grant.role !== role || grant.office !== office) close(ws, 'restarting', 'role changed');
    }
  }

  let rechecking = false;
  const beat = setInterval(() => {
    for (const connection of connections) {
      if (!connection.alive) connection.ws.terminate();
      connection.alive = false;
      connection.ws.ping();
      send(connection, HEARTBEAT);
    }
    if (rechecking) return;
    rechecking = true;
    recheck()
      .catch((error: unknown) => log.fault('recheck', error))
      .finally(() => (rechecking = false));
  }, BEAT_MS);
  beat.unref();

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    // What a browser would never ask for, such as `//`, is no address at all.
    if (!URL.canParse(request.url ?? '/', 'http://_')) return false;
    const url = new URL(request.url ?? '/', 'http://_');
    if (!url.pathname.startsWith(`${SOCKET_PATH}/`)) return false;
    const plan = url.pathname.slice(SOCKET_PATH.length + 1);
    wss.handleUpgrade(request, socket, head, (ws) => {
      admit(request, ws, plan, url.searchParams.get('v')).catch((error: unknown) => {
        log.fault('admit', error, { plan });
        close(ws, 'restarting', 'fault');
      });
    });
    return true;
  }

  return {
    upgrade,
    recheck,
    count: () => connections.size,
    stop() {
      clearInterval(beat);
      for (const { ws } of connections) close(ws, 'restarting', 'stopping');
      wss.close();
    },
  };
}

/** Lets the sender wait instead of dropping what it sent. */
function pause(ws: WebSocket): void {
  if (ws.isPaused) return;
  ws.pause();
  setTimeout(() => ws.resume(), 500).unref();
}

function toBytes(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const buffer = Array.isArray(data) ? Buffer.concat(data) : data;
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
