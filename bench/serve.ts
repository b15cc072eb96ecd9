// Serves the built page on this machine only, and knows how large each file is when compressed.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './build.ts';

export interface Site {
  readonly url: string;
  /** Of a script or style sheet, by the path it was asked for; 0 for anything else. */
  gzipped(path: string): number;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export async function serve(data: (size: number) => string): Promise<Site> {
  const sizes = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    const wanted = /^\/data\/(\d+)$/.exec(path)?.[1];
    if (wanted) return void response.setHeader('content-type', 'application/json').end(data(Number(wanted)));
    const file = join(DIST, normalize(path === '/' ? '/index.html' : path));
    try {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    gzipped(path) {
      if (!/\.(js|css)$/.test(path)) return 0;
      let size = sizes.get(path);
      if (size === undefined)
        sizes.set(path, (size = gzipSync(readFileSync(join(DIST, normalize(path))), { level: 9 }).length));
      return size;
    },
    close: () => void server.close(),
  };
}
