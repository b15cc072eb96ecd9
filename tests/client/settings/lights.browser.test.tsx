// The lights' rules with real hands: a colour of the bureau's own, 临期, and a light set by hand with its reason.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panels } from '../../../client/parts/panels.tsx';
import { Inspector } from '../../../client/views/inspector.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

let stand: Stand;
afterEach(() => stand.close());

async function open(role: 'chair' | 'editor'): Promise<void> {
  const doc = docOf('一\n  甲\n    先 03-01..03-12 90%\n    后 03-11..05-15', 1, { asOf: '2019-03-11', sample: true });
  stand = standOf(doc, { open: 'gantt', inspector: true, zoom: { gantt: 6, mindmap: 1 }, table: 240 }, role);
  await stand.draw(
    <>
      <main className="view" style={{ position: 'relative' }}>
        <GanttView />
      </main>
      <Inspector />
      <Panels />
    </>,
  );
  await settled(() => stand.commands.run('lights.settings'));
  await expect.poll(() => document.querySelector('.lights-form')).not.toBeNull();
}

const rules = () => stand.plan().records.lights.get('rules');
const field = (label: string): HTMLInputElement =>
  [...document.querySelectorAll<HTMLLabelElement>('.lights-measure label')]
    .find((each) => each.textContent.includes(label))!
    .querySelector('input')!;
const slider = (light: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`input[type=range][aria-label*="${light}"]`)!;
const press = (text: string): Promise<void> =>
  userEvent.click([...document.querySelectorAll('.lights-form button')].find((each) => each.textContent === text)!);

test('the chair sets a hue and the days of 临期; the chart says it in words', async () => {
  await open('chair');
  await userEvent.fill(field('临期'), '3');
  slider('滞后').focus();
  await userEvent.keyboard('{ArrowRight}');
  const shown = [...document.querySelectorAll('.light-look')].map((each) => Number(each.lastElementChild!.textContent));
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(3);
  await press('保存');
  expect(rules()).toEqual({ soonDays: 3, hues: { late: 19 } });
  const chart = (): string => document.querySelector('.layer-body')!.textContent;
  await expect.poll(chart).toContain('先 临期');
  expect(chart()).not.toContain('后 临期');
  const bar = document.querySelector(`#gantt-bar-${idOf(stand.plan(), '先')}`)!;
  expect(bar.getAttribute('aria-label')).toContain('临期');

  await settled(() => stand.commands.run('lights.settings'));
  await expect.poll(() => document.querySelector('.lights-form')).not.toBeNull();
  await press('恢复通常规则');
  await press('保存');
  expect(rules()).toBeUndefined();
});

test('who is not the chair sees the colours and changes none', async () => {
  await open('editor');
  expect(document.querySelectorAll('.light-look')).toHaveLength(10);
  expect(slider('滞后')).toBeNull();
  expect(stand.commands.run('lights.set', { soonDays: 3 })).toEqual({ refused: 'chair-only' });
});

test('a light set by hand keeps its reason and is not touched by the rules', async () => {
  await open('chair');
  await settled(() => stand.desktop.panel.set(null));
  const id = idOf(stand.plan(), '先');
  await settled(() => stand.desktop.view.set({ selected: [id] }));
  await userEvent.selectOptions(
    document.querySelector<HTMLSelectElement>('.inspector select[aria-label="状态"]')!,
    'hold',
  );
  const reason = document.querySelector<HTMLElement>(
    '.inspector [aria-label="原因"], .inspector [aria-label*="理由"]',
  )!;
  await userEvent.fill(reason, '等市里文件');
  await userEvent.tab();
  await expect.poll(() => stand.plan().nodes.get(id)!.status).toEqual({ light: 'hold', reason: '等市里文件' });
});
