// Dragging work from one office's lane into another's: a question, answered or left; by mouse, by keys, from the palette. And several changed alike.
import { afterEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { notices } from '../../../client/state/notices.ts';
import { setSettings } from '../../../client/state/settings.ts';
import { Panels } from '../../../client/parts/panels.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import type { Id } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

const TEXT = `
一
  甲
    甲一 03-01..04-30 @局办公室
    甲二 04-01..04-30 @局人事科
    甲三 05-01..05-31 @局人事科
  乙
    乙一 06-01..06-28 @局基教科
    乙二`;

let stand: Stand;
afterEach(() => stand.close());

async function open(role: 'editor' | 'viewer' = 'editor'): Promise<void> {
  setSettings({ lang: 'zh' });
  stand = standOf(
    docOf(TEXT),
    { open: 'gantt', lanes: 'lead', inspector: false, zoom: { gantt: 4, mindmap: 1 }, table: 380 },
    role,
  );
  await stand.draw(
    <main className="view">
      <GanttView />
      <Panels />
    </main>,
  );
  await settled(() => document.querySelector('.gantt-scroll')!.scrollTo({ left: 150 }));
}

const id = (title: string): Id => idOf(stand.plan(), title);
const leads = (title: string): string[] =>
  [...stand.plan().nodes.get(id(title))!.lead.keys()].map((each) => stand.plan().offices.get(each)!.name);
const middle = (selector: string): [number, number] => {
  const { left, top, width, height } = document.querySelector(selector)!.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
const bar = (title: string): [number, number] => middle(`#gantt-bar-${id(title)} .felt`);
const cell = (title: string): [number, number] => middle(`.layer-side [data-node="${id(title)}"]`);
const dialog = (): HTMLElement | null => document.querySelector('[role=dialog]');
const press = (name: string): Promise<void> =>
  userEvent.click(
    [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((each) => each.textContent === name)!,
  );
const tip = (): string => document.querySelector('.drag-tip')?.textContent ?? '';

type Act = 'mousePressed' | 'mouseMoved' | 'mouseReleased';
async function mouse(type: Act, [x, y]: readonly [number, number]): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  const at = { x: frame.left + x * zoom, y: frame.top + y * zoom };
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...at,
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: 1,
  });
}
async function carry(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await mouse('mousePressed', from);
  await mouse('mouseMoved', [from[0], from[1] + 8]);
  await mouse('mouseMoved', [from[0], (from[1] + to[1]) / 2]);
  await settled(() => undefined);
  await mouse('mouseMoved', [from[0] + 3, to[1]]);
  await settled(() => undefined);
}
const letGo = async (at: readonly [number, number]): Promise<void> => {
  await mouse('mouseReleased', at);
  await settled(() => undefined);
};

test('a bar carried into another lane asks first; the answer changes the lead, and one undo takes it back', async () => {
  await open();
  const span = stand.plan().nodes.get(id('甲一'))!.span;
  await carry(bar('甲一'), bar('甲二'));
  expect(tip()).toContain('改由局人事科牵头');
  expect(document.querySelector('.lane-target')).not.toBeNull();
  await letGo(bar('甲二'));
  await expect.poll(() => dialog()?.textContent).toContain('“甲一”的牵头部门：局办公室 → 局人事科');
  expect(leads('甲一')).toEqual(['局办公室']);
  await press('确认修改');
  expect(leads('甲一')).toEqual(['局人事科']);
  expect(stand.plan().nodes.get(id('甲一'))!.span).toEqual(span);
  expect(stand.written).toEqual(['lanes.set-lead']);
  await settled(() => stand.commands.run('view.undo'));
  expect(leads('甲一')).toEqual(['局办公室']);
});

test('a row carried by its cell asks too; left alone, nothing is written', async () => {
  await open();
  await carry(cell('甲二'), cell('乙一'));
  await letGo(cell('乙一'));
  await expect.poll(() => dialog()?.textContent).toContain('局人事科 → 局基教科');
  await press('不改');
  expect(leads('甲二')).toEqual(['局人事科']);
  expect(stand.written).toEqual([]);
});

test('along the days it is a move in time, though the hand strays', async () => {
  await open();
  const [x, y] = bar('甲一');
  await mouse('mousePressed', [x, y]);
  await mouse('mouseMoved', [x + 20, y + 4]);
  await mouse('mouseMoved', [x + 120, y + 80]);
  await settled(() => undefined);
  await letGo([x + 120, y + 80]);
  expect(dialog()).toBeNull();
  expect(stand.written).toEqual(['time.shift']);
});

test('by keys: lifted, down goes from lane to lane, dropped it asks', async () => {
  await open();
  document.querySelector<HTMLElement>(`#gantt-row-${id('甲一')}`)!.focus();
  await userEvent.keyboard('{ArrowRight} ');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(tip()).toContain('改由局基教科牵头');
  await userEvent.keyboard(' ');
  await expect.poll(() => dialog()?.textContent).toContain('局办公室 → 局基教科');
  await userEvent.keyboard('{Enter}');
  expect(leads('甲一')).toEqual(['局基教科']);
});

test('who led may stay as a co-lead', async () => {
  await open();
  await settled(() => stand.commands.run('lanes.propose', { ids: [id('甲一'), id('甲二')] }));
  await expect.poll(() => dialog()).not.toBeNull();
  await userEvent.selectOptions(dialog()!.querySelector('select')!, '局基教科');
  await userEvent.click(dialog()!.querySelectorAll('input[type=radio]')[1]!);
  await press('确认修改');
  expect([leads('甲一'), leads('甲二')]).toEqual([
    ['局基教科', '局办公室'],
    ['局基教科', '局人事科'],
  ]);
  expect(stand.written).toHaveLength(1);
});

test('who may only read lifts nothing, and is told why when asking', async () => {
  await open('viewer');
  await carry(bar('甲一'), bar('甲二'));
  expect(tip()).toBe('');
  await letGo(bar('甲二'));
  expect(stand.commands.run('lanes.propose', { ids: [id('甲一')] })?.refused).toBe('read-only');
  expect(notices.get().some(({ key }) => key === 'refuse.read-only')).toBe(true);
  expect(dialog()).toBeNull();
});

test('several are changed alike in one step', async () => {
  await open();
  await settled(() => stand.commands.run('view.select', { ids: ['甲一', '甲二', '甲三', '乙一'].map(id) }));
  await settled(() => stand.commands.run('batch.open'));
  await expect.poll(() => dialog()).not.toBeNull();
  const [progress, workdays] = [...dialog()!.querySelectorAll<HTMLElement>('input[type=number]')];
  await userEvent.fill(progress!, '40');
  await userEvent.fill(workdays!, '5');
  await userEvent.selectOptions(dialog()!.querySelectorAll('select')[1]!, '暂缓');
  await press('一并修改');
  expect(['甲一', '甲二', '甲三', '乙一'].map((each) => stand.plan().nodes.get(id(each))!.progress)).toEqual([
    40, 40, 40, 40,
  ]);
  expect(stand.plan().nodes.get(id('乙一'))!.span).toEqual({ start: '2019-06-10', end: '2019-07-05' });
  expect(stand.plan().nodes.get(id('乙一'))!.status?.light).toBe('hold');
  expect(stand.written).toEqual(['batch.edit']);
  await settled(() => stand.commands.run('view.undo'));
  expect(stand.plan().nodes.get(id('甲一'))!.progress).toBeUndefined();
});

test('what is gone to is seen: its lane opens, for me alone; all that is selected is what can be seen', async () => {
  await open();
  await settled(() => stand.commands.run('view.fold-all'));
  expect(document.querySelectorAll('[role=row][aria-level="2"]')).toHaveLength(0);
  await settled(() => stand.commands.run('view.reveal', { id: id('乙一') }));
  expect(document.querySelector(`#gantt-row-${id('乙一')}`)).not.toBeNull();
  await settled(() => stand.commands.run('view.select-all'));
  expect(stand.view().selected).toEqual([id('乙一')]);
  expect(stand.written).toEqual([]);
});
