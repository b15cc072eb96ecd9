// Same plan, same bytes: in every time zone, whatever the language of the machine, at any hour of the same day.
import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { typeFonts } from '../../../server/fonts.ts';
import { EXPORTERS, fileName, runExport } from '../../../shared/export/registry.ts';
import type { ExportInput, ExportOptions } from '../../../shared/export/format.ts';
import { SAMPLE } from './kit.ts';

const address = 'https://plan.example.cn/plan/plan1';
const input: ExportInput = { ...SAMPLE, today: '2019-06-18', id: 'plan1', address };
const fonts = await typeFonts();
const rasterise = async (svg: string, width: number) => ({
  png: pngOf(createHash('sha256').update(`${width}${svg}`).digest()),
  missing: [],
});

/** Enough of a PNG for its density to be written into it, and as different as what it would show. */
function pngOf(seed: Uint8Array): Uint8Array {
  const pixel = atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGyTiDwAAAABJRU5ErkJggg==');
  return Uint8Array.from([...[...pixel].map((char) => char.charCodeAt(0)), ...seed]);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function digests(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const exporter of EXPORTERS)
    for (const view of exporter.views ?? [undefined])
      for (const lang of ['zh', 'en'] as const) {
        const options: ExportOptions = { lang, view, fonts, rasterise, paper: 'A3', annexes: 'checked' };
        const { file } = await runExport(exporter.id, input, options);
        const name = fileName(input.plan, exporter, options);
        found[`${exporter.id} ${view ?? ''} ${lang}`] = createHash('sha256').update(name).update(file).digest('hex');
      }
  return found;
}

/** What would make a file depend on the machine: none of it may be asked. */
function forbidLocales(): void {
  const never = (what: string) => (): never => {
    throw new Error(`an exporter asked for ${what}`);
  };
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const)
    vi.spyOn(Date.prototype, name).mockImplementation(never(name));
  vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(never('toLocaleString'));
  vi.spyOn(String.prototype, 'localeCompare').mockImplementation(never('localeCompare'));
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(never('Intl.DateTimeFormat'));
  vi.spyOn(Intl, 'NumberFormat').mockImplementation(never('Intl.NumberFormat'));
  vi.spyOn(Math, 'random').mockImplementation(never('Math.random'));
}

test('every format is the same file everywhere on earth', async () => {
  const here = await digests();
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    vi.stubEnv('TZ', zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    forbidLocales();
    expect(await digests()).toEqual(here);
    vi.restoreAllMocks();
  }
});
