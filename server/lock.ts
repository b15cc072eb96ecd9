// One server for one data directory. The lock is the operating system's, through SQLite: a killed server leaves none behind.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Held until released or until this process ends, in whatever way. */
export function lockDirectory(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dir, 'lock.db'));
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new Error(
      `数据目录 ${dir} 已有另一个挂图服务器在使用；请先停掉它，或用 DATA_DIR 另选目录。\n` +
        `Another Guatu server is using ${dir}; stop it first, or choose another directory with DATA_DIR.`,
      { cause: error },
    );
  }
  return () => db.close();
}
