// One list of formats: the route and the command line take exactly what the registry has, and name it when asked for anything else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../../server/exporting.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';
import { exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

let server: Running;
beforeAll(async () => void (server = await running()));
afterAll(() => server.stop());

/** Each time somebody else: one alone may ask for a few at once only. */
const ask = async (format: string): Promise<Response> => {
  const token = await server.token({ plan: '*', role: 'viewer', office: '' });
  return server.fetch(exportPath(server.plans[0]!, format), { token });
};

test('the route makes each of them, under its name and its kind', async () => {
  expect(FORMATS).toEqual(EXPORTERS.map(({ id }) => id));
  for (const { id, ext, mime } of EXPORTERS) {
    const answer = await ask(id);
    expect([id, answer.status]).toEqual([id, 200]);
    expect(answer.headers.get('content-type')).toBe(mime);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`\\.${ext}$`));
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
  }
}, 60_000);

test('what is not in the list is not made, and the list is named', async () => {
  for (const format of ['exe', 'toString', 'doc']) {
    const answer = await ask(format);
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as Refused).message.zh).toContain(`可选：${FORMATS.join('、')}。`);
  }
});
