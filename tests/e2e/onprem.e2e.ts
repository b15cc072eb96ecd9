// It runs where there is no internet: no page, font, script or picture comes from anywhere but our own server.
import { expect } from '@playwright/test';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { seeds, test } from '../kit/driver.ts';

test('no request leaves the origin, whatever is opened', async ({ server, someone }) => {
  const chair = await someone();
  const strangers: string[] = [];
  const ours = (url: string): boolean => {
    const { protocol, host } = new URL(url);
    return /^(data|blob|about):$/.test(protocol) || host === new URL(server.base).host;
  };
  chair.context.on('request', (request) => {
    if (!ours(request.url())) strangers.push(request.url());
  });
  chair.page.on('websocket', (socket) => {
    if (!ours(socket.url())) strangers.push(socket.url());
  });

  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  for (const view of VIEWS) await chair.look(view);
  await chair.takes(/^(公文 Word|Official Word)/);
  await chair.run('view.shade');
  await chair.run('view.lang');
  expect(strangers).toEqual([]);

  const policy = (await chair.page.request.get(server.base)).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
  expect(policy, 'plain http on a local network still works').not.toContain('upgrade-insecure-requests');
});
