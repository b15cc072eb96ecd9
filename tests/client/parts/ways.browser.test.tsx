// One list of formats: the menu, the palette and the dialog offer exactly what the registry has, each by its own name.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { zh } from '../../../client/i18n/zh.ts';
import { ExportMenu } from '../../../client/parts/export-menu.tsx';
import { Panels } from '../../../client/parts/panels.tsx';
import { EXPORTERS } from '../../../shared/export/registry.ts';
import { PAPERS, asksOf } from '../../../shared/export/format.ts';
import type { Exporter } from '../../../shared/export/format.ts';
import { docOf } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

/** What the registry alone says should be offered: a format, each of its pictures, of a sheet each paper. */
const ways = EXPORTERS.flatMap((exporter: Exporter) => {
  const views = exporter.views ?? [undefined];
  return views.flatMap((view) => {
    const papers = asksOf(exporter, view).includes('paper') ? PAPERS : [undefined];
    return papers.map((paper) => [exporter.id, view, paper].filter(Boolean).join(':'));
  });
});

const keysIn = (role: string): readonly string[] =>
  [...document.querySelectorAll(`[role="${role}"][data-key]`)].map((each) => (each as HTMLElement).dataset['key']!);

test('the menu', async () => {
  stand = standOf(docOf(SMALL));
  await stand.draw(<ExportMenu />);
  await userEvent.click(page.getByRole('button', { name: zh['cmd.file.export'] }));
  await expect.element(page.getByRole('menu')).toBeVisible();
  const offered = keysIn('menuitem').filter((key) => key !== 'choose' && key !== 'print');
  expect([...offered].sort()).toEqual([...ways].sort());
  const names = [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent);
  expect(new Set(names).size).toBe(names.length);
});

test('the palette', async () => {
  stand = standOf(docOf(SMALL));
  await stand.draw(<Panels />);
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox'), zh['cmd.file.export']);
  const offered = (): readonly string[] =>
    keysIn('option').flatMap((key) => (key.startsWith('export:') ? [key.slice('export:'.length)] : []));
  await expect.poll(() => [...offered()].sort()).toEqual([...ways].sort());
});

test('the dialog', async () => {
  stand = standOf(docOf(SMALL));
  await stand.draw(<Panels />);
  stand.commands.run('file.export-as');
  await expect.element(page.getByRole('dialog', { name: zh['cmd.file.export'] })).toBeVisible();
  const offered = page
    .getByRole('radio')
    .elements()
    .map((each) => each.closest('label')!.textContent);
  expect(offered).toEqual(EXPORTERS.map(({ id, ext }) => `${zh[`export.name.${id}`]}.${ext}`));
});
