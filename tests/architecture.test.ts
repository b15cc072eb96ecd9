// The house as drawn in docs/architecture.md: every source file obeys it, and each rule catches a planted violation.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, violations } from './architecture.ts';

const root = join(import.meta.dirname, '..');

describe('the house stands', () => {
  const files = read('shared', 'server', 'client', 'tests');

  test('every layer was read', () => {
    for (const place of ['shared/model/plan.ts', 'shared/protocol/close.ts', 'tests/architecture.ts'])
      expect(files.has(place), place).toBe(true);
  });

  test('no import goes upward, in a circle or through a wrong door; every number and root has one home', () => {
    expect(violations(files)).toEqual([]);
  });
});

test('the documents name only files that exist', () => {
  const texts = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/(?:tests|shared|server|client|docs)\/[\w./-]*\.\w+/g)].map(([path]) => path),
  );
  expect(named.length).toBeGreaterThan(30);
  // What is built is not there yet.
  const absent = named.filter((path) => !path.startsWith('server/cli.js') && !existsSync(join(root, path)));
  expect([...new Set(absent)]).toEqual([]);
});

describe('each rule bites', () => {
  test.each([
    ['shared/model/plan.ts', `import { x } from '../ops/change.ts';`, 'shared/model may not import shared/ops'],
    [
      'shared/model/plan.ts',
      `import type { X } from '../layout/scene.ts';`,
      'shared/model may not import shared/layout',
    ],
    ['shared/layout/rows.ts', `export { x } from '../export/svg.ts';`, 'shared/layout may not import shared/export'],
    ['shared/ops/tree.ts', `import { x } from '../doc/read.ts';`, 'shared/ops may not import shared/doc'],
    ['shared/protocol/api.ts', `import { x } from '../ops/change.ts';`, 'shared/protocol may not import shared/ops'],
    ['shared/guard.ts', `import { x } from './model/day.ts';`, 'shared/guard may not import shared/model'],
    ['shared/doc/read.ts', `const x = await import('../../server/room.ts');`, 'shared/doc may not import server'],
    ['server/http.ts', `import '../client/main.tsx';`, 'server may not import client'],
    ['client/app.tsx', `import { x } from '../server/config.ts';`, 'client may not import server'],
    ['client/app.tsx', `import { x } from '../tests/kit/plan.ts';`, 'client may not import tests'],
    ['shared/ops/tree.ts', `import * as Y from 'yjs';`, 'know Yjs'],
    ['server/http.ts', `import type { Doc } from 'yjs';`, 'know Yjs'],
    ['client/views/gantt.tsx', `import { Awareness } from 'y-protocols/awareness';`, 'know Yjs'],
    ['client/views/home.tsx', `import { WebsocketProvider } from 'y-websocket';`, 'only client/state connects'],
    ['shared/layout/gantt.ts', `import { useMemo } from 'react';`, 'only client/ draws with React'],
    ['server/http.ts', `import { renderToString } from 'react-dom/server';`, 'only client/ draws with React'],
    ['shared/export/pdf.ts', `import { readFileSync } from 'node:fs';`, 'only server/ knows Node'],
    ['client/main.tsx', `import { join } from 'node:path';`, 'only server/ knows Node'],
    ['client/main.tsx', `import { Hono } from 'hono';`, 'only server/ serves'],
    ['client/parts/index.ts', `export const x = 1;`, 'no barrels'],
    ['server/socket.ts', `socket.close(4401);`, 'close code 4401'],
    ['server/socket.ts', `export const SAVED = 100;`, 'declares SAVED'],
    ['server/gate.ts', `doc.getMap('nodes');`, 'names the root nodes'],
  ])('%s: %s', (path, text, rule) => {
    const messages = violations(new Map([...OWNERS, [path, text]]));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(path);
    expect(messages[0]).toContain(rule);
  });

  test('a circle is found although it is made of types and three files long', () => {
    const ring = new Map([
      ['client/a.ts', `import type { B } from './b.ts';`],
      ['client/b.ts', `import { c } from './c.tsx';`],
      ['client/c.tsx', `export type { A } from './a.ts';`],
      ['client/d.ts', `import { a } from './a.ts';`],
    ]);
    expect(violations(ring)).toEqual(['import cycle: client/a.ts → client/b.ts → client/c.tsx']);
  });

  test('the same number twice in its own home', () => {
    const close = `export const CLOSE = {\n  signIn: 4401,\n  full: 4401,\n};`;
    const messages = `export const SYNC = 0;\nexport const SAVED = 0;`;
    expect(violations(new Map([['shared/protocol/close.ts', close]]))).toEqual([
      'shared/protocol/close.ts: close code 4401 twice',
    ]);
    expect(violations(new Map([['shared/protocol/messages.ts', messages]]))).toEqual([
      'shared/protocol/messages.ts: message number 0 twice',
    ]);
  });

  test('what the design allows is let through', () => {
    const good = new Map([
      ...OWNERS,
      ['shared/doc/schema.ts', `import * as Y from 'yjs';\nexport const nodes = (doc: Y.Doc) => doc.getMap('nodes');`],
      ['shared/export/docx.ts', `import { x } from '../layout/paper.ts';\nimport { y } from '../yaodian/write.ts';`],
      ['client/views/note.tsx', `import { useEffect } from 'react';\nimport * as Y from 'yjs';`],
      ['client/state/connection.ts', `import { WebsocketProvider } from 'y-websocket';`],
      ['server/room.ts', `import { join } from 'node:path';\nimport * as Y from 'yjs';\nimport '../shared/guard.ts';`],
      ['tests/x.test.ts', `import { x } from '../server/room.ts';\nimport { y } from '../client/app.tsx';`],
    ] as const);
    expect(violations(good)).toEqual([]);
  });
});

describe('the scanner', () => {
  const to = (text: string) => importsOf('client/views/x.tsx', text).map((found) => found.to);

  test('sees every way to import', () => {
    expect(
      to(`import a from './a.ts';
import b, { type C,
  D } from "../b.ts";
import * as e from 'e';
import './f.css';
export * from './g.ts';
export type { H } from './h.ts';
const i = await import('./i.ts');
type J = import('./j.ts').J;
new Worker(new URL('./k.ts', import.meta.url));
import raw from './l.svg?raw';`).toSorted(),
    ).toEqual(
      [
        ...['a.ts', 'f.css', 'g.ts', 'h.ts', 'i.ts', 'j.ts', 'k.ts', 'l.svg'].map((name) => `client/views/${name}`),
        'client/b.ts',
        'e',
      ].toSorted(),
    );
  });

  test('does not see comments and prose', () => {
    expect(
      to(`// import a from 'a';\n/* import 'b'; */\nconst s = 'it came from somewhere';\nimport x from 'https://x';`),
    ).toEqual(['https://x']);
  });
});

const OWNERS = new Map<string, string>([
  ['shared/protocol/close.ts', `export const CLOSE = {\n  signIn: 4401,\n};`],
  ['shared/protocol/messages.ts', `export const SYNC = 0;\nexport const SAVED = 100;`],
]);

function read(...folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
