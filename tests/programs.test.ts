// The programs that read our files, looked for on a machine made of a few small scripts.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let machine = '';

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'guatu-programs-'));
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('programs that read our files', () => {
  test('whoever is not root is told which are missing, and nothing is installed', () => {
    install('xmllint', 'exit 0');
    install('apt-get', 'echo "must not be asked" >&2');
    const { status, said } = ensure(1000);
    expect(status).toBe(0);
    expect(said).toContain('soffice no, pdftotext no, xmllint yes');
    expect(said).not.toContain('must not be asked');
  });

  test('root on Debian gets what is missing, and no more', () => {
    install('xmllint', 'exit 0');
    const made = join(machine, 'pdftotext');
    install(
      'apt-get',
      `echo "apt-get $@" >&2; [ "$1" = --version ] && echo 2; [ "$1" = install ] && { echo '#!/bin/sh' > ${made}; /bin/chmod +x ${made}; }; exit 0`,
    );
    const { said } = ensure(0);
    expect(said).toMatch(/apt-get install .*libreoffice-writer libreoffice-calc poppler-utils unzip/);
    expect(said).not.toContain('libxml2-utils');
    expect(said).toContain('soffice no, pdftotext yes, xmllint yes');
  });
});

function install(name: string, script: string): void {
  const path = join(machine, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function ensure(uid: number): { status: number | null; said: string } {
  const asUser = `data:text/javascript,process.getuid=()=>${uid}`;
  const script = join(import.meta.dirname, 'programs.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', asUser, script], {
    encoding: 'utf8',
    env: { PATH: machine },
  });
  return { status, said: stderr + stdout };
}
