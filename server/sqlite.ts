// Store on SQLite: one file, WAL, an fsync for each commit. Appends that arrive together share one transaction.
// Knows nothing of Yjs: a record is bytes with a number and a checksum.
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { isRole } from '../shared/protocol/roles.ts';
import { Damaged } from './store.ts';
import type { About, Entry, GrantRow, Loaded, NewPlan, PlanRow, Store } from './store.ts';

const FILE = 'guatu.db';
const FORMAT = 1;
const LONGEST_REST = 50;

// `n` counts a plan's records without a gap; plans.last says how many there must be. `seq` is never used twice, compaction or not.
const TABLES = `
  CREATE TABLE IF NOT EXISTS plans(id TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER, sample INTEGER NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS log(seq INTEGER PRIMARY KEY AUTOINCREMENT, plan TEXT NOT NULL, n INTEGER NOT NULL,
    whole INTEGER NOT NULL, body BLOB NOT NULL, crc INTEGER NOT NULL, at INTEGER NOT NULL, UNIQUE(plan, n)) STRICT;
  CREATE TABLE IF NOT EXISTS owners(plan TEXT NOT NULL, client INTEGER NOT NULL, owner TEXT NOT NULL,
    PRIMARY KEY(plan, client)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sessions(id TEXT PRIMARY KEY, created INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS grants(session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, plan TEXT NOT NULL,
    role TEXT NOT NULL, office TEXT NOT NULL, jti TEXT NOT NULL, PRIMARY KEY(session, plan)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS revoked(jti TEXT PRIMARY KEY, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS marks(name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

interface Waiting {
  readonly plan: string;
  readonly entry: Entry;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

interface LogRow {
  readonly n: number;
  readonly whole: number;
  readonly body: Uint8Array;
  readonly crc: number;
}

export function openSqlite(dir: string, now: () => number = Date.now): Store {
  const db = openDatabase(dir);
  const sql = prepare(db);
  let queue: Waiting[] = [];
  /** When the last commit ended, and how long it took. */
  let rested = { at: 0, ms: 0 };

  function atomically<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may already have rolled back by itself.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function record(plan: string, n: number, whole: 0 | 1, body: Uint8Array): void {
    sql.append.run(plan, n, whole, body, checksum(plan, n, whole, body), now());
  }

  function write(plan: string, entry: Entry): void {
    let last = (sql.last.get(plan) as { last: number } | undefined)?.last;
    if (last === undefined) throw new Error(`append: no plan ${plan}`);
    for (const update of entry.updates) record(plan, ++last, 0, update);
    for (const { client, owner } of entry.claims) sql.claim.run(plan, client, owner);
    sql.advance.run(last, now(), plan);
    if (entry.about) sql.describe.run(...aboutRow(entry.about), plan);
  }

  function insert(plan: NewPlan): void {
    sql.insert.run(plan.id, ...aboutRow(plan), now(), now());
    record(plan.id, 0, 1, plan.first);
  }

  /** A commit holds up everything else, so on a slow disk as much time passes between two as one takes, and more share the next. */
  function schedule(): void {
    const wait = Math.min(rested.ms, LONGEST_REST) - (performance.now() - rested.at);
    if (wait < 1) setImmediate(flush);
    else setTimeout(flush, wait);
  }

  function flush(): void {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const start = performance.now();
    try {
      atomically(() => batch.forEach(({ plan, entry }) => write(plan, entry)));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length === 1) batch[0]!.fail(error);
      else batch.forEach(flushAlone);
    }
    const at = performance.now();
    rested = { at, ms: at - start };
  }

  /** One entry that cannot be written must not keep the others from the disk. */
  function flushAlone({ plan, entry, done, fail }: Waiting): void {
    try {
      atomically(() => write(plan, entry));
      done();
    } catch (error) {
      fail(error);
    }
  }

  return {
    create(plans) {
      atomically(() => plans.forEach(insert));
    },
    seed(make) {
      return atomically(() => {
        if (sql.mark.get('seeded')) return false;
        make().forEach(insert);
        sql.setMark.run('seeded', now());
        return true;
      });
    },
    plans: () => (sql.plans.all() as RawPlan[]).map(planRow),
    plan(id) {
      const row = sql.plan.get(id) as RawPlan | undefined;
      return row && planRow(row);
    },
    load(plan) {
      const head = sql.last.get(plan) as { last: number } | undefined;
      if (!head) throw new Damaged(plan, 'it is not registered');
      return check(plan, head.last, sql.records.all(plan) as LogRow[], sql.owners.all(plan) as RawOwner[]);
    },
    append(plan, entry) {
      return new Promise((done, fail) => {
        if (queue.push({ plan, entry, done, fail }) === 1) schedule();
      });
    },
    compact(plan, state) {
      atomically(() => {
        const { last } = sql.last.get(plan) as { last: number };
        record(plan, last + 1, 1, state);
        sql.forget.run(plan, last + 1);
        sql.advance.run(last + 1, (sql.plan.get(plan) as RawPlan).updated, plan);
      });
    },
    openSession(id, expires) {
      atomically(() => {
        sql.expire.run(now());
        sql.forgetRevoked.run(now());
        sql.openSession.run(id, now(), expires);
      });
    },
    session(id) {
      const row = sql.session.get(id, now()) as { expires: number } | undefined;
      return row && { expires: row.expires, grants: (sql.grants.all(id) as RawGrant[]).flatMap(grantRow) };
    },
    grant(session, { plan, role, office, jti }) {
      sql.grant.run(session, plan, role, office, jti);
    },
    closeSession(id) {
      sql.closeSession.run(id);
    },
    revoke(jti, expires) {
      sql.revoke.run(jti, expires);
    },
    revoked: (jti) => sql.revoked.get(jti) !== undefined,
    probe() {
      sql.setMark.run('probe', now());
    },
    close() {
      flush();
      db.close();
    },
  };
}

function openDatabase(dir: string): DatabaseSyncInstance {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dir, FILE));
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const { user_version: format } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (format > FORMAT) {
    db.close();
    throw new Error(
      `数据目录 ${dir} 由更新版本的挂图写成，请升级程序。\nThe data in ${dir} was written by a newer version of Guatu; please upgrade.`,
    );
  }
  db.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA user_version = ${FORMAT}; COMMIT`);
  if (process.platform !== 'win32') syncDirectory(dir);
  return db;
}

/** The file's very name must survive a power cut; Windows does that by itself and refuses to be asked. */
function syncDirectory(dir: string): void {
  const fd = openSync(dir, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

function prepare(db: DatabaseSyncInstance) {
  const columns = 'id, title, year, sample, created, updated';
  return {
    plans: db.prepare(`SELECT ${columns} FROM plans ORDER BY rowid`),
    plan: db.prepare(`SELECT ${columns} FROM plans WHERE id = ?`),
    last: db.prepare('SELECT last FROM plans WHERE id = ?'),
    insert: db.prepare(
      'INSERT INTO plans(id, title, year, sample, created, updated, last) VALUES (?, ?, ?, ?, ?, ?, 0)',
    ),
    advance: db.prepare('UPDATE plans SET last = ?, updated = ? WHERE id = ?'),
    describe: db.prepare('UPDATE plans SET title = ?, year = ?, sample = ? WHERE id = ?'),
    append: db.prepare('INSERT INTO log(plan, n, whole, body, crc, at) VALUES (?, ?, ?, ?, ?, ?)'),
    records: db.prepare('SELECT n, whole, body, crc FROM log WHERE plan = ? ORDER BY n'),
    forget: db.prepare('DELETE FROM log WHERE plan = ? AND n < ?'),
    claim: db.prepare('INSERT OR IGNORE INTO owners(plan, client, owner) VALUES (?, ?, ?)'),
    owners: db.prepare('SELECT client, owner FROM owners WHERE plan = ?'),
    expire: db.prepare('DELETE FROM sessions WHERE expires <= ?'),
    openSession: db.prepare('INSERT INTO sessions(id, created, expires) VALUES (?, ?, ?)'),
    session: db.prepare('SELECT expires FROM sessions WHERE id = ? AND expires > ?'),
    closeSession: db.prepare('DELETE FROM sessions WHERE id = ?'),
    grant: db.prepare('INSERT OR REPLACE INTO grants(session, plan, role, office, jti) VALUES (?, ?, ?, ?, ?)'),
    grants: db.prepare('SELECT plan, role, office, jti FROM grants WHERE session = ? ORDER BY plan'),
    revoke: db.prepare('INSERT OR REPLACE INTO revoked(jti, expires) VALUES (?, ?)'),
    forgetRevoked: db.prepare('DELETE FROM revoked WHERE expires <= ?'),
    revoked: db.prepare('SELECT 1 AS yes FROM revoked WHERE jti = ?'),
    mark: db.prepare('SELECT 1 AS yes FROM marks WHERE name = ?'),
    setMark: db.prepare('INSERT OR REPLACE INTO marks(name, at) VALUES (?, ?)'),
  };
}

interface RawPlan {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly sample: number;
  readonly created: number;
  readonly updated: number;
}
interface RawOwner {
  readonly client: number;
  readonly owner: string;
}
interface RawGrant {
  readonly plan: string;
  readonly role: string;
  readonly office: string;
  readonly jti: string;
}

const aboutRow = ({ title, year, sample }: About): [string, number | null, number] => [title, year, sample ? 1 : 0];

const planRow = ({ sample, ...row }: RawPlan): PlanRow => ({ ...row, sample: sample === 1 });

const grantRow = ({ role, ...row }: RawGrant): GrantRow[] => (isRole(role) ? [{ ...row, role }] : []);

/** Covers the record's place too: a record moved to another plan or number is damage. */
function checksum(plan: string, n: number, whole: number, body: Uint8Array): number {
  // In this order: zlib forgets what it has so far when the bytes are empty and lie nowhere in memory.
  return crc32(`${plan}/${n}/${whole}`, crc32(body));
}

function check(plan: string, last: number, rows: readonly LogRow[], owners: readonly RawOwner[]): Loaded {
  const first = rows[0];
  if (!first) throw new Damaged(plan, 'it has no records');
  if (first.whole !== 1) throw new Damaged(plan, `record ${first.n} is not a whole state`);
  if (rows.at(-1)!.n !== last) throw new Damaged(plan, `the last record is ${rows.at(-1)!.n}, not ${last}`);
  let bytes = 0;
  for (const [i, row] of rows.entries()) {
    if (row.n !== first.n + i) throw new Damaged(plan, `record ${first.n + i} is missing`);
    if (row.crc !== checksum(plan, row.n, row.whole, row.body))
      throw new Damaged(plan, `record ${row.n} does not match its checksum`);
    bytes += row.body.length;
  }
  return {
    updates: rows.map((row) => row.body),
    owners: new Map(owners.map(({ client, owner }) => [client, owner])),
    bytes,
  };
}
