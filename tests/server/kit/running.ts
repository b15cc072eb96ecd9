// A server for one test file: built as main.ts builds it, on a free port and an empty directory, with seeds of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAccess, readKey } from '../../../server/access.ts';
import type { Access } from '../../../server/access.ts';
import { silent } from '../../../server/log.ts';
import { build } from '../../../server/parts.ts';
import type { Guatu, Options } from '../../../server/parts.ts';
import { openSqlite } from '../../../server/sqlite.ts';
import type { Entry, NewPlan, Store } from '../../../server/store.ts';
import type { Grant } from '../../../shared/protocol/api.ts';
import { SMALL } from '../../kit/random.ts';
import { planFrom } from './plans.ts';

export interface Running {
  readonly dir: string;
  readonly port: number;
  readonly url: string;
  readonly guatu: Guatu;
  readonly access: Access;
  /** Of the plans it was seeded with. */
  readonly plans: readonly string[];
  token(grant?: Partial<Grant>): Promise<string>;
  fetch(path: string, init?: RequestInit & { token?: string }): Promise<Response>;
  /** Stops it and starts another on the same directory. */
  again(): Promise<Running>;
  stop(): Promise<void>;
}

export interface RunningOptions extends Partial<Options> {
  readonly dir?: string;
  readonly publicUrl?: string;
  readonly plans?: readonly NewPlan[];
}

export async function running(options: RunningOptions = {}): Promise<Running> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'guatu-run-'));
  const { publicUrl } = options;
  const config = { port: 0, host: '127.0.0.1', dataDir: dir, ...(publicUrl && { publicUrl }) };
  const seeds = (): readonly NewPlan[] => options.plans ?? [planFrom(SMALL), planFrom(SMALL, '另一份')];
  const guatu = build(config, { log: silent, seeds, ...options });
  const port = await guatu.serve((_request, response) => void response.end('page'));
  const access = makeAccess(readKey(dir));
  const url = `http://127.0.0.1:${port}`;
  const ask: Running['fetch'] = (path, { token, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (init.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    return fetch(url + path, { ...init, headers });
  };
  const list = (await (
    await ask('/api/plans', { token: await access.issue({ plan: '*', role: 'chair', office: '' }) })
  ).json()) as { id: string }[];
  const plans = list.map(({ id }) => id);
  const stop = async (): Promise<void> => void (await guatu.stop());
  return {
    dir,
    port,
    url,
    guatu,
    access,
    plans,
    token: (grant) => access.issue({ plan: plans[0]!, role: 'editor', office: '局基教科', ...grant }),
    fetch: ask,
    async again() {
      await stop();
      const { store: _, ...rest } = options;
      return running({ ...rest, dir });
    },
    async stop() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A store whose appends fail or wait while the test says so. */
export function fickleStore(dir: string): { store: Store; mood: { broken: boolean; held: Promise<void> | undefined } } {
  const inner = openSqlite(dir);
  const mood: { broken: boolean; held: Promise<void> | undefined } = { broken: false, held: undefined };
  const refuse = (): void => {
    if (mood.broken) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  return {
    mood,
    store: {
      ...inner,
      async append(plan: string, entry: Entry) {
        await mood.held;
        refuse();
        return inner.append(plan, entry);
      },
      probe() {
        refuse();
        inner.probe();
      },
    },
  };
}
