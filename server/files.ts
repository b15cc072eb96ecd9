// The built page and its files. Every other address is the page too: which plan it means, the page itself reads.
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { pageHeaders } from './headers.ts';

export function serveFiles(dir: string): (request: IncomingMessage, response: ServerResponse) => void {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`no built page in ${dir}`);
  const serve = sirv(dir, {
    single: true,
    etag: true,
    setHeaders(response, path) {
      // Names under /assets/ carry a hash of their contents; everything else is asked for anew.
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(pageHeaders(request.headers.host))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    serve(request, response, () => void response.writeHead(404).end());
  };
}
