// Fonts an office adds: who may, what is taken in and what is not, and that the next PDF is set from them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API, FONT_BYTES, NOTICES, TYPE_WEIGHTS, exportPath, fontPath, typePath } from '../../shared/protocol/api.ts';
import type { Answers, Refused } from '../../shared/protocol/api.ts';
import { readFaces } from '../../shared/export/pdf/truetype.ts';
import { cubicFont, squareFont } from './kit/font.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';

let server: Running;
let chair: string;
beforeAll(async () => {
  server = await running();
  chair = await server.token({ plan: '*', role: 'chair', office: '' });
});
afterAll(() => server.stop());

const put = (name: string, bytes: Uint8Array, token = chair, type = 'application/octet-stream'): Promise<Response> =>
  server.fetch(fontPath(name), { method: 'PUT', token, body: bytes as BodyInit, headers: { 'content-type': type } });
const list = async (): Promise<Answers['fonts']> =>
  (await (await server.fetch(API.fonts, { token: chair })).json()) as Answers['fonts'];

/** Its maker forbids embedding: bit 1 of fsType. */
function restricted(): Uint8Array {
  const font = squareFont({ family: '不许嵌入' });
  const view = new DataView(font.buffer);
  for (let entry = 12; ; entry += 16)
    if (String.fromCharCode(...font.subarray(entry, entry + 4)) === 'OS/2') {
      view.setUint16(view.getUint32(entry + 8) + 8, 2);
      return font;
    }
}

describe('a font', () => {
  test('that is added is listed with its licence, and sets the next PDF', async () => {
    const before = await list();
    expect(before.fonts.map(({ name, family }) => [name, family])).toEqual([
      ['', 'Noto Serif SC'],
      ['', 'Noto Serif SC'],
    ]);
    for (const { licence } of before.fonts) expect(licence).toContain('Open Font License');
    const answer = await put('某局仿宋.ttf', squareFont({ family: '某局仿宋' }));
    expect(answer.status).toBe(201);
    expect((await list()).fonts[0]).toMatchObject({ name: '某局仿宋.ttf', family: '某局仿宋', characters: 1 });
    const plan = (await (
      await server.fetch(API.plans, {
        method: 'POST',
        token: chair,
        body: JSON.stringify({ text: '中心工作\n一、中心\n1. 中心。（牵头部门：中心）' }),
      })
    ).json()) as { id: string };
    const pdf = await server.fetch(exportPath(plan.id, 'pdf'), { token: chair });
    const said = decodeURIComponent(pdf.headers.get(NOTICES)!);
    expect(said).toContain('某局仿宋');
    expect(said).toContain('Noto Serif SC');
    expect((await server.fetch(fontPath('某局仿宋.ttf'), { method: 'DELETE', token: chair })).status).toBe(200);
    expect(
      decodeURIComponent((await server.fetch(exportPath(plan.id, 'pdf'), { token: chair })).headers.get(NOTICES)!),
    ).not.toContain('某局仿宋');
  });

  test('of PostScript’s kind is taken in like any other', async () => {
    expect((await put('思源.otf', cubicFont({ family: '思源' }))).status).toBe(201);
    expect((await list()).fonts[0]).toMatchObject({ name: '思源.otf', family: '思源', characters: 1 });
    expect((await server.fetch(fontPath('思源.otf'), { method: 'DELETE', token: chair })).status).toBe(200);
  });

  test.each([
    ['no font', 'a.ttf', new Uint8Array(500), 'TrueType'],
    ['cut short', 'a.ttf', squareFont({ family: 'X' }).slice(0, 150), 'TrueType'],
    ['PostScript’s kind in name only', 'a.otf', new TextEncoder().encode(`OTTO${'x'.repeat(200)}`), 'OpenType'],
    ['without Chinese', 'a.ttf', squareFont({ family: 'Latin', char: 0x41 }), 'no Chinese'],
    ['not to be embedded', 'a.ttf', restricted(), 'forbids embedding'],
    ['called anything', '../../a.ttf', squareFont({ family: 'X' }), 'name'],
    ['of another ending', 'a.html', squareFont({ family: 'X' }), 'name'],
  ])('that is %s is not taken in, and says why', async (_, name, bytes, why) => {
    const answer = await put(name, bytes);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as Refused).message.en).toContain(why);
    expect((await list()).fonts.every((font) => font.name === '')).toBe(true);
  });

  test('that is too large is refused before it is read', async () => {
    expect((await put('a.ttf', new Uint8Array(FONT_BYTES + 1))).status).toBe(413);
  });

  test('is added by nobody who may not found a plan, nor by a form', async () => {
    const editor = await server.token({ plan: server.plans[0]!, role: 'editor', office: '' });
    expect((await put('a.ttf', squareFont({ family: 'X' }), editor)).status).toBe(403);
    expect((await server.fetch(fontPath('a.ttf'), { method: 'DELETE', token: editor })).status).toBe(403);
    expect((await put('a.ttf', squareFont({ family: 'X' }), chair, 'text/plain')).status).toBe(403);
    expect((await server.fetch(API.fonts, {})).status).toBe(401);
  });

  test('of ours is sent to a page with its common characters, to be kept', async () => {
    for (const weight of TYPE_WEIGHTS) {
      const answer = await server.fetch(typePath(weight), { token: chair });
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(bytes.length).toBeLessThan(4_000_000);
      expect(readFaces(bytes)[0]!.glyphOf('图'.codePointAt(0)!)).toBeGreaterThan(0);
    }
    expect((await server.fetch('/api/type/black', { token: chair })).status).toBe(404);
    expect((await server.fetch(typePath('bold'), {})).status).toBe(401);
  });

  test('that lies in the folder and is none is passed over', async () => {
    const dir = join(server.dir, 'fonts');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'noise.ttf'), new Uint8Array(300));
    expect((await list()).fonts.every((font) => font.name === '')).toBe(true);
    expect(readdirSync(dir)).toContain('noise.ttf');
    expect((await server.fetch(exportPath(server.plans[0]!, 'pdf'), { token: chair })).status).toBe(200);
  });
});
