// The route that hands out files takes the choices the dialog offers, and names them when it is asked for others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeds } from '../../server/seeds.ts';
import { exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

let server: Running;
beforeAll(async () => void (server = await running({ plans: seeds() })));
afterAll(() => server.stop());

test('takes the same choices as the dialog, and says which there are', async () => {
  const token = await server.token({ plan: '*', role: 'viewer', office: '' });
  const ask = (format: string, wishes: Readonly<Record<string, string>>): Promise<Response> =>
    server.fetch(`${exportPath(server.plans[1]!, format)}?${new URLSearchParams(wishes)}`, { token });
  const named = async (format: string, wishes: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await ask(format, wishes);
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
    return decodeURIComponent(answer.headers.get('content-disposition')!);
  };
  expect(await named('supervise-xlsx', { period: '2019-Q2' })).toMatch(/督查表-2019-Q2\.xlsx$/);
  expect(await named('csv', { section: '二', office: '局基教科' })).toMatch(/局基教科 · 二、.*\.csv$/);
  expect(await named('compare-docx', { to: 'now' })).toContain('新旧对照表');
  for (const [format, wishes, words] of [
    ['supervise-docx', { period: '2019-Q9' }, '2019-Q1、2019-Q2'],
    ['csv', { section: '九' }, '一、二、三'],
    ['compare-docx', { from: '定稿' }, 'now'],
    ['txt', { annexes: 'none' }, '没有这一选项'],
  ] as const) {
    const answer = await ask(format, wishes);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Refused).message.zh).toContain(words);
  }
});
