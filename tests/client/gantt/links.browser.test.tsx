// Dependencies on the Gantt with real hands: pulled by the mouse, made and changed by keys, proposed and taken.
import { afterEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { FollowBar } from '../../../client/parts/follow-bar.tsx';
import { Panels } from '../../../client/parts/panels.tsx';
import { setSettings } from '../../../client/state/settings.ts';
import { Inspector } from '../../../client/views/inspector.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import type { Id } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import { notices } from '../../../client/state/notices.ts';
import { translator } from '../../../client/i18n/t.ts';
import '../../../client/style/frame.css';

const TEXT = `
一
  甲
    先 03-04..03-08
    后 03-11..03-15
    再 03-18..03-22
    远 04-15..04-26`;

let stand: Stand;
afterEach(async () => {
  setSettings({ follow: 'ask' });
  await stand.close();
});

async function open(role: 'chair' | 'viewer' = 'chair'): Promise<void> {
  stand = standOf(docOf(TEXT), { open: 'gantt', inspector: true, zoom: { gantt: 6, mindmap: 1 }, table: 240 }, role);
  await stand.draw(
    <>
      <main className="view" style={{ position: 'relative' }}>
        <GanttView />
        <FollowBar />
      </main>
      <Inspector />
      <Panels />
    </>,
  );
  await settled(() => document.querySelector('.gantt-scroll')!.scrollTo({ left: 55 * 6 }));
}

const id = (title: string): Id => idOf(stand.plan(), title);
const links = (): string[] =>
  [...stand.plan().links.values()].map(
    ({ from, to, type, lag }) =>
      `${stand.plan().nodes.get(from)!.title} ${type}${lag} ${stand.plan().nodes.get(to)!.title}`,
  );
const felt = (title: string): DOMRect =>
  document.querySelector(`#gantt-bar-${id(title)} .felt`)!.getBoundingClientRect();
const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const start = (title: string): string | undefined => stand.plan().nodes.get(id(title))!.span?.start;

async function mouse(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  const at = { x: frame.left + x * zoom, y: frame.top + y * zoom };
  const held = type === 'mousePressed' || moving ? 1 : 0;
  await cdp().send('Input.dispatchMouseEvent', { type, ...at, button: held || type === 'mouseReleased' ? 'left' : 'none', buttons: type === 'mouseReleased' ? 0 : held, clickCount: held || type === 'mouseReleased' ? 1 : 0 }); // prettier-ignore
  moving = type === 'mousePressed' || (moving && type !== 'mouseReleased');
  await settled(() => undefined);
}
let moving = false;

/** From one end of a bar to an end of another, by its knob. */
async function pull(from: string, side: 'start' | 'end', to: string, at: 'start' | 'end', go = true): Promise<void> {
  const a = felt(from);
  await mouse('mouseMoved', a.left + a.width / 2, a.top + 10);
  const knob = document.querySelector(`.link-knob[data-part="out-${side}"]`)!.getBoundingClientRect();
  const b = felt(to);
  const target: [number, number] = [at === 'start' ? b.left + 4 : b.right - 4, b.top + b.height / 2];
  await mouse('mouseMoved', knob.left + 6, knob.top + 6);
  await mouse('mousePressed', knob.left + 6, knob.top + 6);
  await mouse('mouseMoved', knob.left + 14, knob.top + 10);
  await mouse('mouseMoved', ...target);
  if (go) await mouse('mouseReleased', ...target);
}

test.each([
  ['end', 'start', 'FS'],
  ['start', 'start', 'SS'],
  ['end', 'end', 'FF'],
  ['start', 'end', 'SF'],
] as const)('a link pulled from an %s to a %s is %s', async (side, at, type) => {
  await open();
  await pull('先', side, '远', at, false);
  expect(document.querySelector('.link-pull')).not.toBeNull();
  expect(words('.drag-tip')).toContain('“');
  expect(links()).toEqual([]);
  const b = felt('远');
  await mouse('mouseReleased', at === 'start' ? b.left + 4 : b.right - 4, b.top + b.height / 2);
  expect(links()).toEqual([`先 ${type}0 远`]);
  expect(stand.written).toEqual(['time.link']);
  stand.commands.run('view.undo');
  expect(links()).toEqual([]);
});

test('a circle is refused with the path in words, before and after letting go', async () => {
  await open();
  stand.commands.run('time.link', { from: id('先'), to: id('后') });
  stand.commands.run('time.link', { from: id('后'), to: id('再') });
  await settled(() => undefined);
  await pull('再', 'end', '先', 'start', false);
  expect(words('.drag-tip')).toContain('先 → 后 → 再 → 先');
  expect(document.querySelector('.link-pull')?.getAttribute('data-no')).toBe('true');
  await mouse('mouseReleased', felt('先').left + 4, felt('先').top + 10);
  expect(links()).toHaveLength(2);
  const said = notices.get().map((notice) => notice.say(translator('zh')));
  expect(said.at(-1)).toContain('先 → 后 → 再 → 先');
});

test('let go over nothing, nothing happens', async () => {
  await open();
  await pull('先', 'end', '远', 'start', false);
  await mouse('mouseMoved', felt('远').left - 120, felt('远').top + 200);
  await mouse('mouseReleased', felt('远').left - 120, felt('远').top + 200);
  expect(links()).toEqual([]);
});

test('by keys alone: find the predecessor, give it a lag, change the type, take it away', async () => {
  await open();
  await settled(() => stand.commands.run('view.select', { ids: [id('后')] }));
  document.querySelector<HTMLElement>(`#gantt-row-${id('后')}`)!.focus();
  await userEvent.keyboard('{Shift>}L{/Shift}');
  await expect.poll(() => document.querySelector('[role="dialog"] input')).not.toBeNull();
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
  await userEvent.keyboard('先{ArrowDown}{Enter}');
  await expect.poll(links).toEqual(['先 FS0 后']);
  await expect.poll(() => document.querySelector('[role="dialog"]')).toBeNull();
  document.querySelector<HTMLElement>(`#gantt-row-${id('后')}`)!.focus();
  await userEvent.keyboard('k{Alt>}]]{/Alt}');
  expect(links()).toEqual(['先 FS2 后']);
  await userEvent.keyboard('{Alt>}l{/Alt}');
  expect(links()).toEqual(['先 SS2 后']);
  await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
  expect(links()).toEqual([]);
  // Nothing of the work itself was deleted.
  expect(stand.plan().nodes.get(id('后'))).toBeDefined();
});

test('a click chooses the line; Space, arrows and Delete change it', async () => {
  await open();
  await settled(() => void stand.commands.run('time.link', { from: id('先'), to: id('远') }));
  const line = document.querySelector<SVGPathElement>('.gantt-link .felt')!;
  const at = line.getPointAtLength(line.getTotalLength() * 0.6);
  const box = document.querySelector('.gantt-chart')!.getBoundingClientRect();
  await mouse('mouseMoved', box.left + at.x + 3, box.top + at.y + 3);
  await mouse('mousePressed', box.left + at.x + 3, box.top + at.y + 3);
  await mouse('mouseReleased', box.left + at.x + 3, box.top + at.y + 3);
  expect(stand.view().link).toBe(`${id('先')}>${id('远')}`);
  expect(words('.inspector')).toContain('前置');
  expect(document.activeElement?.getAttribute('aria-label')).toContain('完成—开始');
  await userEvent.keyboard(' {ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  expect(links()).toEqual(['先 SS8 远']);
  await userEvent.keyboard('{Delete}');
  expect(links()).toEqual([]);
});

test('a moved predecessor proposes and forces nothing; all are taken in one step', async () => {
  await open();
  stand.commands.run('time.link', { from: id('先'), to: id('后') });
  stand.commands.run('time.link', { from: id('后'), to: id('再') });
  await settled(() => void stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  expect(start('后')).toBe('2019-03-11');
  expect(words('.follow-bar')).toContain('2项后续可以跟着调整');
  expect(words('.follow-bar')).toContain('因为前置“1.1 先”（完成—开始），最早3月18日');
  expect(words('.follow-bar')).toContain('3/11–3/15 → 3/18–3/22');
  // A broken link is red and says why.
  expect(document.querySelector('.gantt-link title')?.textContent).toContain('最早应为3/16');
  document.querySelector<HTMLElement>(`#gantt-row-${id('后')}`)!.focus();
  await userEvent.keyboard('y');
  await settled(() => undefined);
  expect([start('后'), start('再')]).toEqual(['2019-03-18', '2019-03-25']);
  expect(document.querySelector('.follow-bar')).toBeNull();
  await settled(() => void stand.commands.run('view.undo'));
  expect([start('后'), start('再')]).toEqual(['2019-03-11', '2019-03-18']);
});

test('one can be taken and the rest left; undoing the move takes the proposals back', async () => {
  await open();
  stand.commands.run('time.link', { from: id('先'), to: id('后') });
  stand.commands.run('time.link', { from: id('后'), to: id('再') });
  await settled(() => void stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  await settled(() => document.querySelector<HTMLElement>('.follow-bar li .icon')!.click());
  expect([start('后'), start('再')]).toEqual(['2019-03-18', '2019-03-18']);
  expect(words('.follow-bar')).toContain('1项后续');
  await settled(() => void stand.commands.run('links.leave'));
  expect(document.querySelector('.follow-bar')).toBeNull();
  await settled(() => void stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  expect(document.querySelector('.follow-bar')).not.toBeNull();
  await settled(() => void stand.commands.run('view.undo'));
  expect(document.querySelector('.follow-bar')).toBeNull();
});

test('where I chose it, successors move at once, in the same undo step, and the list says why', async () => {
  await open();
  setSettings({ follow: 'auto' });
  stand.commands.run('time.link', { from: id('先'), to: id('后') });
  await settled(() => void stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  expect(start('后')).toBe('2019-03-18');
  expect(words('.follow-bar')).toContain('已自动顺延1项');
  expect(words('.follow-bar')).toContain('因为前置');
  await settled(() => void stand.commands.run('view.undo'));
  expect([start('先'), start('后')]).toEqual(['2019-03-04', '2019-03-11']);
});

test('who may only read sees links and no handles', async () => {
  await open('viewer');
  const a = felt('先');
  await mouse('mouseMoved', a.left + 20, a.top + 10);
  expect(document.querySelector('.link-knob')).toBeNull();
});
