import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../server/sqlite.ts';
import { storeContract } from '../store.contract.ts';
import type { Bench } from '../store.contract.ts';

const dirs: string[] = [];
const directory = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'guatu-store-'));
  dirs.push(dir);
  return dir;
};
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

storeContract('sqlite', (): Bench => {
  const dir = directory();
  const clock = { now: 1 };
  return {
    clock,
    open: () => openSqlite(dir, () => clock.now),
    harm(how, plan, n) {
      const db = new DatabaseSync(join(dir, 'guatu.db'));
      const run = (sql: string): void => void db.prepare(sql).run(plan, n);
      if (how === 'flip') {
        const row = db.prepare('SELECT seq, body FROM log WHERE plan = ? AND n = ?').get(plan, n) as {
          seq: number;
          body: Uint8Array;
        };
        row.body[row.body.length >> 1]! ^= 4;
        db.prepare('UPDATE log SET body = ? WHERE seq = ?').run(row.body, row.seq);
      }
      if (how === 'drop') run('DELETE FROM log WHERE plan = ? AND n = ?');
      if (how === 'truncate') run('UPDATE log SET body = substr(body, 1, 3) WHERE plan = ? AND n = ?');
      if (how === 'empty') run('DELETE FROM log WHERE plan = ? AND n >= ?');
      if (how === 'swap')
        db.exec(
          `UPDATE log SET n = -1 WHERE plan = '${plan}' AND n = ${n};
           UPDATE log SET n = ${n} WHERE plan = '${plan}' AND n = ${n + 1};
           UPDATE log SET n = ${n + 1} WHERE plan = '${plan}' AND n = -1`,
        );
      db.close();
    },
  };
});

describe('sqlite', () => {
  test('every commit is synced to disk, in WAL mode', () => {
    const dir = directory();
    const store = openSqlite(dir);
    const db = new DatabaseSync(join(dir, 'guatu.db'));
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
    store.close();
  });

  test('data written by a newer version is refused with what to do', () => {
    const dir = directory();
    openSqlite(dir).close();
    const db = new DatabaseSync(join(dir, 'guatu.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => openSqlite(dir)).toThrow(/请升级程序[^]*please upgrade/);
  });

  test('record numbers are never used twice, compaction or not', async () => {
    const dir = directory();
    const store = openSqlite(dir);
    store.create([{ id: 'a', title: '', year: null, sample: false, first: new Uint8Array([0, 0]) }]);
    const last = (): number => {
      const db = new DatabaseSync(join(dir, 'guatu.db'));
      const { seq } = db.prepare('SELECT max(seq) AS seq FROM log').get() as { seq: number };
      db.close();
      return seq;
    };
    const seen = [last()];
    for (let i = 0; i < 5; i++) {
      await store.append('a', { updates: [new Uint8Array([i])], claims: [] });
      seen.push(last());
      store.compact('a', new Uint8Array([0, 0]));
      seen.push(last());
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    store.close();
  });
});
