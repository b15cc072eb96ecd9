// Builds the parts of a server and ties them together; the only place that does. Listening, printing and signals are main.ts's.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { ALL_PLANS, inviteUrl, planPath } from '../shared/protocol/api.ts';
import { makeAccess, readKey } from './access.ts';
import { baseUrl, fontPlaces } from './config.ts';
import type { Config } from './config.ts';
import { exportApart } from './drawing.ts';
import { countedOf } from './exporting.ts';
import { foundApart } from './founding-apart.ts';
import { makeApp } from './http.ts';
import { readPlan } from '../shared/doc/read.ts';
import { LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { lockDirectory } from './lock.ts';
import type { Log } from './log.ts';
import { lineageOf, nextPlan } from './next.ts';
import { officeNames } from './offices.ts';
import { makeRooms } from './rooms.ts';
import { makeSessions } from './sessions.ts';
import { makeSockets } from './socket.ts';
import { makeShelf } from './shelf.ts';
import { openSqlite } from './sqlite.ts';
import type { NewPlan, Store } from './store.ts';

export interface Guatu {
  /** Answers /api/…, and hands on what is not its own. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  /** Takes a socket to a plan; false for any other upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** An HTTP server of its own; `files` answers what is not /api. */
  serve(files: (request: IncomingMessage, response: ServerResponse) => void): Promise<number>;
  /** A chair's invitation to everything. */
  chairLink(): Promise<string>;
  /** The id of some plan, to show how invitations are made. */
  example(): string;
  metrics(): string;
  connections(): number;
  /** False when something accepted could not be kept in time. */
  stop(): Promise<boolean>;
}

export interface Options {
  readonly log: Log;
  /** Made once, when the data directory is first used. */
  readonly seeds: () => readonly NewPlan[];
  readonly limits?: Partial<Limits>;
  /** Another store, for tests; it is closed with the server. */
  readonly store?: Store;
  /** Another thread for founding, for tests. */
  readonly founder?: string;
}

export function build(config: Config, options: Options): Guatu {
  const unlock = lockDirectory(config.dataDir);
  try {
    return assemble(config, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function assemble(
  config: Config,
  { log, seeds, limits: some, store: given, founder }: Options,
  unlock: () => void,
): Guatu {
  const store = given ?? openSqlite(config.dataDir);
  const limits: Limits = { ...LIMITS, ...some };
  const access = makeAccess(readKey(config.dataDir));
  const sessions = makeSessions(store, access);
  const rooms = makeRooms({ store, limits, log });
  const exporting = exportApart(fontPlaces(config));
  const { publicUrl } = config;
  const sockets = makeSockets({ rooms, sessions, store, limits, log, publicUrl });
  let port = config.port;
  let server: Server | undefined;
  let stopping: Promise<boolean> | undefined;

  if (store.seed(seeds)) log.info('seeded', { plans: store.plans().length });

  const measure = (): string => metrics([...rooms.live()].length, sockets.count());
  const app = makeApp({
    store,
    access,
    sessions,
    log,
    publicUrl,
    baseUrl: () => baseUrl(config, port),
    offices: (plan) => rooms.look(plan, officeNames),
    found: foundApart(founder),
    exportPlan: (plan, wish, signal) =>
      exporting.draw(
        { ...rooms.look(plan, countedOf), address: publicUrl && publicUrl + planPath(plan) },
        wish,
        plan,
        signal,
      ),
    nextPlan: (plan, wish) => nextPlan(rooms.look(plan, readPlan), plan, wish),
    lineage: (plan, node, mayRead) =>
      lineageOf(rooms.look(plan, readPlan), node, (id) => (mayRead(id) ? rooms.look(id, readPlan) : undefined)),
    shelf: makeShelf(fontPlaces(config).shelf),
    now: Date.now,
    metrics: measure,
    onSessionClosed: () => void sockets.recheck().catch((error: unknown) => log.fault('recheck', error)),
  });
  const answer = getRequestListener(app.fetch);

  const handle: Guatu['handle'] = (request, response, next) => {
    if (request.url?.startsWith('/api/')) void answer(request, response);
    else next();
  };

  async function stop(): Promise<boolean> {
    sockets.stop();
    server?.close();
    server?.closeIdleConnections();
    const kept = await rooms.stop(5_000);
    await exporting.stop();
    server?.closeAllConnections();
    store.close();
    unlock();
    return kept;
  }

  return {
    handle,
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    serve(files) {
      const own = createServer((request, response) => handle(request, response, () => files(request, response)));
      server = own;
      own.on('upgrade', (request, socket, head) => {
        if (!sockets.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      });
      return new Promise((resolve, reject) => {
        own.once('error', reject);
        own.listen(config.port, config.host, () => {
          const address = own.address();
          port = typeof address === 'object' && address ? address.port : config.port;
          resolve(port);
        });
      });
    },
    async chairLink() {
      const token = await access.issue({ plan: ALL_PLANS, role: 'chair', office: '' });
      return inviteUrl(baseUrl(config, port), ALL_PLANS, token);
    },
    metrics: measure,
    connections: () => sockets.count(),
    example: () => store.plans()[0]?.id ?? '<plan id>',
    stop: () => (stopping ??= stop()),
  };
}

function metrics(rooms: number, connections: number): string {
  const { rss } = process.memoryUsage();
  const rows = [
    ['guatu_rooms', rooms],
    ['guatu_connections', connections],
    ['process_resident_memory_bytes', rss],
    ['process_uptime_seconds', Math.round(process.uptime())],
  ] as const;
  return rows.map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`).join('');
}
