// The export dialog in a real browser, with its real thread: chosen by keys, looked at, made, stopped.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url';
import { zh } from '../../../client/i18n/zh.ts';
import { Panels } from '../../../client/parts/panels.tsx';
import { NOTICES } from '../../../shared/protocol/api.ts';
import { makeFile } from '../../../client/export/job.ts';
import { docOf } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
let saved: string[];

beforeEach(() => {
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await stand.close();
});

async function open(): Promise<void> {
  stand = standOf(docOf(SMALL));
  await stand.draw(<Panels />);
  await userEvent.keyboard('{Control>}{Shift>}E{/Shift}{/Control}');
  await expect.element(page.getByRole('dialog', { name: zh['cmd.file.export'] })).toBeVisible();
}

const radio = (name: string) => page.getByRole('radio', { name });

describe('the export dialog', () => {
  test('opens by its key, shows the first pages, and is left by Escape', async () => {
    await open();
    await expect.element(page.getByRole('img', { name: /第1页/ })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('goes through the formats by arrow keys, asks what each knows, and makes the file', async () => {
    await open();
    radio(zh['export.name.docx']).element().closest('input')!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.element(radio(zh['export.name.xlsx'])).toBeChecked();
    await expect.element(page.getByRole('cell', { name: '甲一' })).toBeVisible();
    await userEvent.selectOptions(
      page.getByLabelText(zh['export.ask.section']),
      page.getByRole('option', { name: /^二/ }),
    );
    await expect.element(page.getByRole('cell', { name: '甲一' })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: '导出 .xlsx' }));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatch(/二、.*\.xlsx$/);
    await expect.element(page.getByText(/^已生成/)).toBeVisible();
  });

  test('holds a file that cannot show every character until that has been read', async () => {
    const told = { code: 'glyphs', zh: '字体里没有这些字：𠮷', en: 'The fonts lack 𠮷' };
    vi.spyOn(window, 'fetch').mockImplementation(async () => {
      const headers = { [NOTICES]: encodeURIComponent(JSON.stringify([told])) };
      return new Response(Uint8Array.of(1), { headers });
    });
    await open();
    await userEvent.click(radio(zh['export.name.pdf']));
    await userEvent.click(page.getByRole('button', { name: '导出 .pdf' }));
    await expect.element(page.getByText(told.zh)).toBeVisible();
    await expect.element(page.getByRole('button', { name: zh['export.fonts'] })).toBeVisible();
    expect(saved).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: zh['export.anyway'] }));
    expect(saved).toHaveLength(1);
  });

  test('is stopped by the key that began it, and begins again by the same', async () => {
    // The server takes its time, and the page can stop waiting.
    vi.spyOn(window, 'fetch').mockImplementation(
      (_, given) =>
        new Promise((_done, fail) => given?.signal?.addEventListener('abort', () => fail(new Error('stopped')))),
    );
    await open();
    await userEvent.click(radio(zh['export.name.pdf']));
    page.getByRole('button', { name: '导出 .pdf' }).element().closest('button')!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: zh['export.stop'] })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(zh['export.stopped'])).toBeVisible();
    await expect.element(page.getByRole('button', { name: '导出 .pdf' })).toHaveFocus();
    expect(saved).toEqual([]);
  });

  test('draws pictures on the page for the thread that cannot', async () => {
    await open();
    await userEvent.click(radio(zh['export.name.png']));
    await userEvent.click(page.getByRole('button', { name: '导出 .png' }));
    await vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 });
  });
});

test('a PDF is made in the page, with progress, from the type it holds', async () => {
  stand = standOf(docOf(SMALL));
  const fonts = [new Uint8Array(await (await fetch(type)).arrayBuffer())];
  const seen: number[] = [];
  const input = { plan: stand.plan(), notes: new Map(), today: '2019-06-18' };
  const task = { format: 'pdf', input, choices: { lang: 'zh', view: 'text' }, fonts } as const;
  const { file, notices } = await makeFile(task, { progress: (done) => seen.push(done) });
  expect(new TextDecoder().decode((file as Uint8Array).slice(0, 5))).toBe('%PDF-');
  expect(notices).toContainEqual({ code: 'font', detail: 'Noto Serif SC' });
  expect(seen.length).toBeGreaterThan(1);
});

test('an export that is stopped makes nothing, and the next is made all the same', async () => {
  stand = standOf(docOf(SMALL));
  const input = { plan: stand.plan(), notes: new Map(), today: '2019-06-18' };
  const task = { format: 'docx', input, choices: { lang: 'zh' } } as const;
  const stop = new AbortController();
  const first = makeFile(task, { signal: stop.signal });
  stop.abort();
  await expect(first).rejects.toThrow(/abort/i);
  expect((await makeFile(task)).file.length).toBeGreaterThan(1_000);
});
