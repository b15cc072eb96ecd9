// The programs that read our files, looked for on a machine made of a few small scripts.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machine } from './kit/machine.ts';

const { root, install, run } = machine();

describe.runIf(process.platform === 'linux')('programs that read our files', () => {
  test('whoever is not root is told which are missing, and nothing is installed', () => {
    install('xmllint', 'exit 0');
    install('apt-get', 'echo "must not be asked" >&2');
    const { status, said } = run('programs.mjs', 1000);
    expect(status).toBe(0);
    expect(said).toContain('soffice no, pdftotext no, xmllint yes');
    expect(said).not.toContain('must not be asked');
  });

  test('root on Debian gets what is missing, and no more', () => {
    install('xmllint', 'exit 0');
    const made = join(root(), 'pdftotext');
    install(
      'apt-get',
      `echo "apt-get $@" >&2; [ "$1" = --version ] && echo 2; [ "$1" = install ] && { echo '#!/bin/sh' > ${made}; /bin/chmod +x ${made}; }; exit 0`,
    );
    const { said } = run('programs.mjs', 0);
    expect(said).toMatch(/apt-get install .*libreoffice-writer libreoffice-calc poppler-utils unzip/);
    expect(said).not.toContain('libxml2-utils');
    expect(said).toContain('soffice no, pdftotext yes, xmllint yes');
  });
});
