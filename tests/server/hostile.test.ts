// Hostile files from outside, as scripts and pages hand them in: refused in words, in time, and the server answers on.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planOfFile } from '../../server/founding.ts';
import { seeds } from '../../server/seeds.ts';
import { API, exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { diceOf } from '../kit/plan.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'guatu-hostile-'));
let server: Running;
let chair: string;
beforeAll(async () => {
  server = await running({ plans: seeds() });
  chair = await server.token({ plan: '*', role: 'chair', office: '' });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const alive = async (): Promise<unknown> => (await server.fetch(API.health)).json();

function imported(name: string, bytes: Uint8Array): Promise<{ code: number; err: string; ms: number }> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const before = performance.now();
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(ROOT, 'server/run.mjs'), 'guatu', 'import', file],
      { env: { ...process.env, DATA_DIR: server.dir }, maxBuffer: 64 << 20 },
      (error, _out, err) => resolve({ code: error ? Number(error.code) : 0, err, ms: performance.now() - before }),
    ),
  );
}

const word = (document: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(document) });
/** Legal XML that costs: a hundred thousand runs of one paragraph, each in its own control. */
const busy = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${'<w:sdt><w:sdtPr><w:tag w:val="guatu:clause:a"/></w:sdtPr><w:sdtContent><w:r><w:t>一</w:t></w:r></w:sdtContent></w:sdt>'.repeat(100_000)}</w:p></w:body></w:document>`;

describe('on the command line', () => {
  test.each([
    ['bomb.docx', zipSync({ 'word/document.xml': new Uint8Array(200 << 20) }), /展开后大得异常/],
    ['xxe.docx', word('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), /DTD/],
    ['deep.docx', word('<a>'.repeat(300_000)), /层层嵌套/],
    ['signs.docx', word('<x>\u0001</x>'), /XML 有错/],
    ['magic.xlsx', strToU8('no archive'), /压缩包损坏/],
    ['huge.csv', new Uint8Array(100 << 20).fill(97), /文件太大/],
    ['busy.docx', word(busy), /./],
  ] as const)('%s is refused in words, and nothing of the file is printed', async (name, bytes, words) => {
    const { code, err, ms } = await imported(name, bytes);
    expect(code).toBe(name === 'busy.docx' ? code : 1);
    if (code !== 0) expect(err).toMatch(words);
    expect(err).not.toContain('root:');
    expect(err).not.toMatch(/\bat .*\.(ts|js):\d+/);
    // The start of Node and the build are not the reader's; its own 1.8 s are capped in its thread.
    expect(ms).toBeLessThan(20_000);
  });
});

describe('a thousand mutated plan files', () => {
  test('are founded or refused in words, and the server answers on', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const dice = diceOf(seed);
    const whole = await (await server.fetch(exportPath(server.plans[1]!, 'json'), { token: chair })).text();
    const small = JSON.stringify({ ...(JSON.parse(whole) as object), nodes: (JSON.parse(whole) as { nodes: unknown[] }).nodes.slice(0, 12), links: [] }); // prettier-ignore
    const at = (length: number): number => Math.floor(dice() * length);
    const mutated = (): string => {
      let text = small;
      for (let n = 1 + at(4); n > 0; n--) {
        const where = at(text.length);
        const how = at(4);
        const piece = text.slice(where, where + at(60));
        text =
          how === 0
            ? text.slice(0, where) + text.slice(where + at(40))
            : how === 1
              ? text.slice(0, where) + piece + text.slice(where)
              : how === 2
                ? `${text.slice(0, where)}${['null', '-1', '"x"', '[]', '{}', '1e999', '\\u0000'][at(7)]}${text.slice(where + 1 + at(8))}`
                : text.slice(0, where) + String.fromCharCode(at(0x3000)) + text.slice(where + 1);
      }
      return text;
    };
    let refused = 0;
    for (let n = 0; n < 1_000; n++) {
      const made = planOfFile(mutated(), undefined, diceOf(n));
      if ('refused' in made) refused++;
      else expect(made.first.length, `seed ${seed}`).toBeGreaterThan(0);
    }
    expect(refused, `seed ${seed}`).toBeGreaterThan(0);
    for (let n = 0; n < 15; n++) {
      const answer = await server.fetch(API.plans, {
        method: 'POST',
        token: chair,
        body: JSON.stringify({ file: mutated() }),
      });
      expect([201, 400, 422, 429], `seed ${seed}`).toContain(answer.status);
      if (answer.status !== 201) expect(((await answer.json()) as Refused).message.zh).toMatch(/[一-鿿]/);
    }
    expect(await alive()).toEqual({ ready: true });
  });
});
