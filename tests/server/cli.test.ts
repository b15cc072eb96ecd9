// The command line as scripts use it: built when needed, exact on standard output, helpful on standard error.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeds } from '../../server/seeds.ts';
import { makeAccess, readKey } from '../../server/access.ts';
import { inviteIn } from '../../shared/protocol/api.ts';
import { unzipSync } from 'fflate';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(ROOT, 'server/seed/2019-qingpu.txt');
const out = mkdtempSync(join(tmpdir(), 'guatu-cli-'));
let server: Running;
beforeAll(async () => void (server = await running({ plans: seeds() })));
afterAll(async () => {
  await server.stop();
  rmSync(out, { recursive: true, force: true });
});

const guatu = (...args: string[]): Promise<Ran> => guatuWith({}, ...args);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function guatuWith(more: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: server.dir, ...more };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(ROOT, 'server/run.mjs'), 'guatu', ...args],
      { env, maxBuffer: 32 << 20 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, out: stdout, err: stderr }),
    ),
  );
}

describe('import', () => {
  test('prints what the parser made of the text, and nothing else', async () => {
    const { code, out: text, err } = await guatu('import', SOURCE);
    expect([code, err]).toEqual([0, '']);
    const made = JSON.parse(text) as { sections: { id: string }[]; items: { section: string; clauses: unknown[] }[] };
    expect(made.sections).toHaveLength(8);
    expect(made.items).toHaveLength(28);
    expect(made.items.flatMap(({ clauses }) => clauses)).toHaveLength(39);
    expect(made.sections.map(({ id }) => id)).toContain(made.items[0]!.section);
  });

  test('reads texts kept as GBK', async () => {
    const file = join(out, 'gbk.txt');
    // 一、甲。 in GB18030.
    writeFileSync(file, Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xbc, 0xd7, 0xa1, 0xa3, 0x0a]));
    expect((await guatu('import', file)).out).toContain('甲');
  });

  test('refuses a text too long to be one, unread, and names the limit', async () => {
    const file = join(out, 'long.txt');
    writeFileSync(file, '1. a\n'.repeat(100_000));
    for (const args of [
      ['import', file],
      ['export', file, '--format', 'txt', '-o', join(out, 'x')],
    ]) {
      const { code, err } = await guatu(...args);
      expect(code).toBe(1);
      expect(err).toMatch(/最多 20,000 行[^]*100,001 行[^]*20,000 lines/);
    }
  });

  test('names a missing file in both languages', async () => {
    const { code, err } = await guatu('import', '/nowhere.txt');
    expect(code).toBe(1);
    expect(err).toMatch(/找不到文件 \/nowhere\.txt[^]*no file \/nowhere\.txt/);
  });
});

describe('export', () => {
  test('an untouched text comes back byte for byte, by way of a plan file too', async () => {
    expect((await guatu('export', SOURCE, '--format', 'txt', '-o', join(out, 'a.txt'))).code).toBe(0);
    expect(readFileSync(join(out, 'a.txt'))).toEqual(readFileSync(SOURCE));
    await guatu('export', SOURCE, '--format', 'json', '-o', join(out, 'a.json'));
    await guatu('export', join(out, 'a.json'), '--format', 'txt', '-o', join(out, 'b.txt'));
    expect(readFileSync(join(out, 'b.txt'))).toEqual(readFileSync(SOURCE));
  });

  test('a plan of a running server, as document and as both pictures', async () => {
    const plan = server.plans[1]!;
    expect((await guatu('export', plan, '--format', 'docx', '-o', join(out, 'p.docx'))).code).toBe(0);
    expect(readFileSync(join(out, 'p.docx')).subarray(0, 2).toString()).toBe('PK');
    for (const view of ['gantt', 'mindmap']) {
      await guatu('export', plan, '--format', 'svg', '--view', view, '-o', join(out, `${view}.svg`));
      expect(readFileSync(join(out, `${view}.svg`), 'utf8')).toContain('示例');
    }
  });

  test('the bureau’s reports are formats like any other', async () => {
    const report = join(out, 'r.docx');
    const { code } = await guatu('export', SOURCE, '--format', 'supervise-docx', '--period', '2019-06', '-o', report);
    expect(code).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(report)))).toContain('word/document.xml');
    const wrong = await guatu('export', SOURCE, '--format', 'supervise-docx', '--period', '2019', '-o', report);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('2019-Q1');
  });

  test('a document made without a Chinese font on the machine lacks nothing', async () => {
    const bare = join(out, 'no-fonts');
    mkdirSync(bare);
    const env = { FONT_DIR: bare, FONTCONFIG_FILE: '/nowhere', FONTCONFIG_PATH: '/nowhere' };
    const args = ['export', SOURCE, '--format', 'docx', '-o', join(out, 'f.docx')];
    const made = await guatuWith(env, ...args);
    expect([made.code, made.out]).toEqual([0, '']);
    // What the plan itself lacks is told; of characters nothing.
    expect(made.err).toMatch(/^还有\d+处待补/);
    expect(made.err).not.toContain('〓');
    const pictures = Object.entries(unzipSync(readFileSync(join(out, 'f.docx')))).filter(([path]) =>
      path.endsWith('.png'),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, png] of pictures) expect(png.length).toBeGreaterThan(20_000);
  });

  test('says of a faulty plan file what is wrong and where, in both languages', async () => {
    const file = join(out, 'faulty.json');
    await guatu('export', SOURCE, '--format', 'json', '-o', file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"kind": "section"', '"kind": "chapter"'));
    const { code, err } = await guatu('export', file, '--format', 'txt', '-o', join(out, 'x'));
    expect(code).toBe(1);
    expect(err).toMatch(/计划文件有错[^]*nodes\.0\.kind：不是允许的值[^]*nodes\.0\.kind: not one of/);
  });

  test('says which formats and plans there are', async () => {
    const format = await guatu('export', SOURCE, '--format', 'exe', '-o', join(out, 'x'));
    const ids = EXPORTERS.map(({ id }) => id);
    expect([format.code, format.err]).toEqual([
      2,
      `请用 --format 指明格式：${ids.join('、')}。\nSay --format ${ids.join('|')}.\n`,
    ]);
    const plan = await guatu('export', 'nosuchplan', '--format', 'txt', '-o', join(out, 'x'));
    expect([plan.code, plan.err]).toEqual([1, expect.stringContaining(server.plans[0]!)]);
    expect(existsSync(join(out, 'x'))).toBe(false);
  });
});

describe('link', () => {
  test('prints an invitation that the running server accepts', async () => {
    const { code, out: text } = await guatu('link', server.plans[0]!, '--role', 'editor', '--office', '局基教科');
    expect(code).toBe(0);
    const url = new URL(text.trim());
    const token = inviteIn(url.hash)!;
    expect(await makeAccess(readKey(server.dir)).verify(token)).toMatchObject({ role: 'editor', office: '局基教科' });
    expect((await server.fetch('/api/plans', { token })).status).toBe(200);
  });

  test('prints the bare token when asked', async () => {
    const { out: text } = await guatu('link', server.plans[0]!, '--role', 'viewer', '--token');
    expect(text).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  test('refuses what does not exist, with the choices', async () => {
    const plan = await guatu('link', 'nosuchplan', '--role', 'viewer');
    expect([plan.code, plan.err]).toEqual([1, expect.stringContaining(server.plans[0]!)]);
    const office = await guatu('link', server.plans[0]!, '--role', 'editor', '--office', '没有科');
    expect([office.code, office.err]).toEqual([1, expect.stringContaining('局基教科')]);
    const role = await guatu('link', server.plans[0]!, '--role', 'boss');
    expect([role.code, role.err]).toEqual([2, expect.stringContaining('chair')]);
  });
});

test('a word that is no command shows how it is used', async () => {
  const { code, err } = await guatu('dance');
  expect([code, err]).toEqual([2, expect.stringMatching(/没有“dance”[^]*用法 \/ Usage/)]);
});
