// Every branch of finding a browser, on a machine made of three small scripts.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machine } from './kit/machine.ts';
import type { Run } from './kit/machine.ts';

const { root, install, run } = machine();

// The scripts are sh; macOS and Windows have no apt-get to try.
describe.runIf(process.platform === 'linux')('a browser is found', () => {
  test('a browser on the path is taken and named', () => {
    install('chromium', BROWSER);
    expect(ensure().said).toBe(`Chromium: ${root()}/chromium (this machine, Chromium 150.0)`);
  });

  test('a stub that does not start is passed over', () => {
    install('chromium-browser', 'echo "please install the snap"; exit 1');
    install('google-chrome', BROWSER);
    expect(ensure().said).toContain(`${root()}/google-chrome`);
  });

  test('the environment has the first word', () => {
    install('chromium', BROWSER);
    const path = install('elsewhere/mine', BROWSER);
    expect(ensure({ PLAYWRIGHT_CHROMIUM: path }).said).toContain(`${path} (PLAYWRIGHT_CHROMIUM`);
    expect(ensure({ CHROME_PATH: path }).said).toContain(`${path} (CHROME_PATH`);
  });

  test('a wrong path in the environment is an error that names the variable, not a silent detour', () => {
    install('chromium', BROWSER);
    const { status, said } = ensure({ CHROME_PATH: join(root(), 'nothing') });
    expect(status).not.toBe(0);
    expect(said).toContain('CHROME_PATH=');
  });

  test('root on Debian gets one from apt-get, with Chinese fonts', () => {
    install('apt-get', `[ "$1" = install ] && { echo "$@"; ${copyTo('chromium')} }; exit 0`);
    const { said } = ensure({}, 0);
    expect(said).toMatch(/none found; installing[^\n]*apt-get/);
    expect(said).toMatch(/install .*chromium fonts-noto-cjk/);
    expect(said).toMatch(/Chromium: .*\/chromium \(this machine/);
  });

  test('everybody else gets the one Playwright knows', () => {
    install('apt-get', 'echo "must not be asked"; exit 1');
    install('npx', `echo "npx $@"; ${copyTo('chromium')} exit 0`);
    const { said } = ensure({}, 1000);
    expect(said).toContain('npx playwright install chromium');
    expect(said).not.toContain('must not be asked');
    expect(said).toMatch(/Chromium: .*\/chromium/);
  });

  test('when nothing helps, it says what to do by hand', () => {
    install('npx', 'exit 1');
    const { status, said } = ensure({}, 1000);
    expect(status).not.toBe(0);
    expect(said).toContain('set CHROME_PATH');
  });
});

const BROWSER = 'echo "Chromium 150.0"';

function copyTo(name: string): string {
  const path = join(root(), name);
  return `printf '#!/bin/sh\\n%s\\n' '${BROWSER}' > ${path}; /bin/chmod +x ${path};`;
}

function ensure(env: Readonly<Record<string, string>> = {}, uid = 1000): Run {
  return run('chromium.mjs', uid, { PLAYWRIGHT_BROWSERS_PATH: join(root(), 'none'), ...env });
}
