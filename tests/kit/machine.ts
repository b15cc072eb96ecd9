// A machine made of a few small scripts, for what looks for programs: its PATH holds these and nothing else.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface Machine {
  readonly root: () => string;
  /** A program of this name that is the lines of sh; gives its path. */
  readonly install: (name: string, script: string) => string;
  /** What the Node script of tests/ says there, run by the user of this number; 0 is root. */
  readonly run: (script: string, uid: number, env?: Readonly<Record<string, string>>) => Run;
}

export interface Run {
  readonly status: number | null;
  readonly said: string;
}

/** A new one for each test of the file, gone after it. */
export function machine(): Machine {
  let root = '';
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'guatu-machine-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  return {
    root: () => root,
    install(name, script) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
      return path;
    },
    run(script, uid, env = {}) {
      const asUser = `data:text/javascript,process.getuid=()=>${uid}`;
      const path = join(import.meta.dirname, '..', script);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', asUser, path], {
        encoding: 'utf8',
        env: { PATH: root, ...env },
      });
      return { status, said: (stdout + stderr).trim() };
    },
  };
}
