// What is installed with us: one Yjs, exact versions, no known holes, licences an office may use, a lock that works anywhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

const manifest = json<Manifest>('package.json');
const lock = json<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lock', () => {
  test.each([
    'yjs',
    'y-protocols',
    'lib0',
    'react',
    'react-dom',
    'prosemirror-model',
    'prosemirror-state',
    '@tiptap/core',
  ])('holds exactly one %s', (name) => {
    expect(packages.filter(([path]) => nameOf(path) === name).map(([path]) => path)).toEqual([`node_modules/${name}`]);
  });

  test('keeps the whole Tiptap family at one version', () => {
    const family = packages.filter(([path]) => /\/@tiptap\/(?!y-tiptap)/.test(path));
    expect(new Set(family.map(([, { version }]) => version)).size).toBe(1);
  });

  test('asks for exact versions only', () => {
    const asked = [manifest.dependencies, manifest.devDependencies, manifest.overrides];
    const versions = asked
      .flatMap((group) => Object.values(group))
      .flatMap((v) => (typeof v === 'string' ? v : Object.values(v)));
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('names no download host and has a checksum for everything', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('names every platform package it promises, so that npm ci works on each platform', () => {
    const promised = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map(
        (name) => [`${path}/node_modules/${name}`, `node_modules/${name}`] as const,
      ),
    );
    expect(promised.filter((places) => !places.some((place) => place in lock.packages))).toEqual([]);
  });

  test('has one install script, which is not needed and not run', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    // fsevents ships its binary too; the SQLite does, and package.json denies its script.
    expect(scripted.filter((name) => name !== 'fsevents')).toEqual(['@photostructure/sqlite']);
  });
});

describe('licences', () => {
  const runtime = new Set([
    'MIT',
    'Apache-2.0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'CC0-1.0',
    'BlueOak-1.0.0',
  ]);
  /** Looked up by hand where the package's own manifest is silent. */
  const silent: Readonly<Record<string, string>> = { '@react-aria/optimize-locales-plugin': 'Apache-2.0' };

  /** Copyleft by file, shipped as it came and never edited: what draws PNG on a server. */
  const unchanged: Readonly<Record<string, string>> = {
    '@resvg/resvg-wasm': 'MPL-2.0',
    // The font every PDF can fall back on: the package MIT, the font under the Open Font License.
    '@expo-google-fonts/noto-serif-sc': 'MIT AND OFL-1.1',
  };

  test('of what we ship are permissive, or MPL and unchanged by name', () => {
    const strange = packages
      .filter(([, { dev }]) => !dev)
      .filter(([path, found]) => unchanged[nameOf(path)] !== licence(path, found))
      .filter(([path, found]) => !runtime.has(licence(path, found)));
    expect(strange.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('of what we build and test with are permissive, or MPL and unchanged', () => {
    const allowed = new Set([...runtime, 'MPL-2.0', 'MIT AND OFL-1.1']);
    const strange = packages.filter(([path, found]) => !allowed.has(licence(path, found)));
    expect(strange.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  function licence(path: string, { license }: Locked): string {
    return license ?? silent[nameOf(path)] ?? 'none';
  }
});

describe('no version with a known hole', () => {
  /** Package → the first version that is safe, or nothing when none is. */
  const SAFE: Readonly<Record<string, string | null>> = {
    ws: '8.18.0',
    'prosemirror-model': '1.22.1',
    'prosemirror-view': '1.42.3',
    linkifyjs: '4.3.2',
    jszip: '3.8.0',
    xlsx: null,
    '@y/websocket-server': null,
    'better-sqlite3': null,
    libsql: null,
  };

  test.each(packages.filter(([path]) => nameOf(path) in SAFE).map(([path, { version }]) => [nameOf(path), version]))(
    '%s %s',
    (name, version) => {
      const safe = SAFE[name] ?? null;
      expect(safe, `${name} has no safe version`).not.toBeNull();
      expect(compare(version, safe!), `${name} before ${safe}`).toBeGreaterThanOrEqual(0);
    },
  );

  test('older and newer are told apart by number, not by letter', () => {
    expect(compare('8.9.0', '8.18.0')).toBeLessThan(0);
    expect(compare('8.18.0', '8.18.0')).toBe(0);
    expect(compare('10.0.0', '9.99.99')).toBeGreaterThan(0);
  });
});

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).map(Number));
  for (const at of [0, 1, 2]) if (left![at] !== right![at]) return left![at]! - right![at]!;
  return 0;
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8')) as T;
}
