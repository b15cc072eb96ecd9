import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { translator } from '../../../client/i18n/t.ts';
import { zh } from '../../../client/i18n/zh.ts';
import { DrawnContext } from '../../../client/parts/scene.tsx';
import { notices } from '../../../client/state/notices.ts';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { ROOT } from '../../../shared/model/plan.ts';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
let drawn: string[] = [];
afterEach(() => stand.close());

async function open(text = SMALL): Promise<void> {
  stand = standOf(docOf(text), { open: 'mindmap' });
  await stand.draw(
    <DrawnContext value={(key) => drawn.push(key)}>
      <MindmapView />
    </DrawnContext>,
  );
}

const id = (title: string): string => idOf(stand.plan(), title);
const topic = (title: string): SVGGElement =>
  document.getElementById(`map-${title === '根' ? ROOT : id(title)}`) as unknown as SVGGElement;
const field = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>('.map-catcher')!;
const select = (...titles: string[]): Promise<void> =>
  settled(() => stand.commands.run('view.select', { ids: titles.map((each) => (each === '根' ? ROOT : id(each))) }));
const shown = (): number => document.querySelectorAll('[role="treeitem"]').length;
const paste = (data: Readonly<Record<string, string>>): Promise<void> => {
  const held = new DataTransfer();
  for (const [type, text] of Object.entries(data)) held.setData(type, text);
  return settled(() => field().dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true })));
};

describe('what is drawn again', () => {
  test('a colleague’s rename draws its topic and nothing else', async () => {
    await open();
    // The first edit brings the stand's plan to the one that is followed.
    await settled(() => stand.remote([{ do: 'retitle', id: id('甲二'), title: '甲贰' }]));
    drawn = [];
    await settled(() => stand.remote([{ do: 'retitle', id: id('甲一'), title: '甲壹' }]));
    expect(drawn).toEqual([id('甲壹')]);
  });
  test('a pan draws nothing', async () => {
    await open();
    drawn = [];
    const ground = document.querySelector('.map-ground')!;
    await settled(() => ground.dispatchEvent(new WheelEvent('wheel', { deltaY: 20, bubbles: true, cancelable: true })));
    expect(drawn).toEqual([]);
  });
});

describe('levels', () => {
  test('the root folds to one topic, Ctrl+1 shows the sections, and only for me', async () => {
    await open();
    const all = shown();
    await select('根');
    field().focus();
    await userEvent.keyboard('{Control>}/{/Control}');
    expect(shown()).toBe(1);
    await userEvent.keyboard('{Control>}1{/Control}');
    expect(shown()).toBe(4);
    await userEvent.keyboard('{Control>}4{/Control}');
    expect([shown() <= all, stand.written]).toEqual([true, []]);
  });
});

describe('one branch alone', () => {
  test('is shown with the way to it, and Escape returns', async () => {
    await open();
    await select('甲');
    field().focus();
    await userEvent.keyboard('{Control>}.{/Control}');
    expect(document.querySelector('.map-crumbs [aria-current]')?.textContent).toContain('甲');
    expect(topic('乙')).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('.map-crumbs')).toBeNull();
    expect(topic('乙')).not.toBeNull();
  });
});

describe('arrangements', () => {
  test('each stands without overlap, and a selected topic keeps its place on the screen', async () => {
    await open();
    await select('甲');
    const at = (): DOMRect => topic('甲').querySelector('rect')!.getBoundingClientRect();
    for (const command of ['map.right', 'map.down', 'map.time', 'map.both'] as const) {
      const before = at();
      await settled(() => stand.commands.run(command));
      await expect.poll(() => document.querySelector('[data-gliding]')).toBeNull();
      const after = at();
      expect(Math.hypot(after.left - before.left, after.top - before.top), command).toBeLessThan(2);
    }
  });

  test('with nothing selected, each is opened at the title of the plan', async () => {
    // More than fits, so that where one looks matters.
    const names = ['一', '二', '三', '四', '五', '六'];
    await open(names.map((top) => [top, ...names.map((each) => `  ${top}${each}`)].join('\n')).join('\n'));
    for (const command of ['map.right', 'map.time', 'map.down', 'map.both'] as const) {
      await settled(() => stand.commands.run(command));
      await expect.poll(() => document.querySelector('[data-gliding]')).toBeNull();
      const root = topic('根').querySelector('rect')!.getBoundingClientRect();
      const ground = document.querySelector('.map-ground')!.getBoundingClientRect();
      expect(root.left, command).toBeGreaterThanOrEqual(ground.left);
      expect(root.right, command).toBeLessThanOrEqual(ground.right);
      expect(root.top, command).toBeGreaterThanOrEqual(ground.top);
      expect(root.bottom, command).toBeLessThanOrEqual(ground.bottom);
    }
  });
});

describe('search', () => {
  test('goes to the first hit by itself and on to the next, opening what is folded', async () => {
    await open();
    await settled(() => stand.desktop.view.set({ folded: new Set([id('甲')]), filter: { text: '甲二' } }));
    await settled(() => undefined);
    expect(stand.view().selected).toEqual([id('甲二')]);
    expect(topic('甲二').querySelector('.map-hit')).not.toBeNull();
  });
});

describe('pasting', () => {
  test('twenty indented lines become that very tree in one step, and one undo takes all of it', async () => {
    await open();
    const lines = Array.from({ length: 20 }, (_, n) => `${'\t'.repeat(n % 3)}事项${n + 1}`);
    const before = show(stand.plan());
    await select('三');
    field().focus();
    await paste({ 'text/plain': lines.join('\n') });
    const after = show(stand.plan());
    lines.forEach((line, n) => expect(after).toMatch(new RegExp(`\\n {${2 + 2 * (n % 3)}}${line.trim()}(\\n|$)`)));
    stand.commands.run('view.undo');
    expect(show(stand.plan())).toBe(before);
  });
  test('a list of Word keeps its levels and drops its numbers', async () => {
    await open();
    await select('三');
    field().focus();
    const p = (level: number, mark: string, text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}&nbsp;</span>${text}</p>`;
    await paste({
      'text/plain': '1. 课程\n(1) 教材\n2. 评价',
      'text/html': `<html><body>${p(1, '1.', '课程')}${p(2, '(1)', '教材')}${p(1, '2.', '评价')}</body></html>`,
    });
    expect(show(stand.plan())).toMatch(/三\n {2}课程\n {4}教材\n {2}评价$/);
  });
  test('a block of Excel: columns are levels, named columns belong to the row', async () => {
    await open();
    await select('三');
    field().focus();
    await paste({
      'text/plain':
        '重点工作\t具体措施\t牵头部门\n课程\t教材\t局基教科\n课程\t教法\t局教研室、局人事科\n评价\t监测\t\n',
    });
    const text = show(stand.plan());
    expect(text).toMatch(/三\n {2}课程\n {4}教材 @局基教科\n {4}教法 @局教研室,局人事科\n {2}评价\n {4}监测$/);
  });
  test('a merged cell of Excel is one topic, its office each row’s own, and a break in a cell no topic', async () => {
    await open();
    await select('三');
    field().focus();
    await paste({
      'text/plain': '重点工作\t具体措施\t牵头部门\n课程\t"教材\n审读"\t局基教科\n\t教法\t\n',
      'text/html':
        '<table><tr><td>重点工作</td><td>具体措施</td><td>牵头部门</td></tr>' +
        '<tr><td rowspan=2>课程</td><td>教材<br>审读</td><td rowspan=2>局基教科</td></tr><tr><td>教法</td></tr></table>',
    });
    expect(show(stand.plan())).toMatch(/三\n {2}课程\n {4}教材审读 @局基教科\n {4}教法 @局基教科$/);
    stand.commands.run('view.undo');
    await select('三');
    const one = '<table><tr><td>课程</td></tr><tr><td>&nbsp; 教材<br>审读</td></tr></table>';
    await paste({ 'text/plain': '课程\r\n"  教材\n审读"\r\n', 'text/html': one });
    expect(show(stand.plan())).toMatch(/三\n {2}课程\n {4}教材审读$/);
  });
  test('what is copied out is what can be pasted in', async () => {
    await open();
    await select('甲');
    field().focus();
    const data = new DataTransfer();
    await settled(() =>
      field().dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })),
    );
    expect(data.getData('text/plain').split('\n')[0]).toBe('甲');
    expect(data.getData('text/plain')).toContain('\n\t甲一');
    expect(data.getData('text/html')).toContain('<li>甲<ul><li>甲一');
  });
});

describe('chips', () => {
  test('open the field of the inspector where they are', async () => {
    await open();
    const chip = topic('甲').querySelector<SVGRectElement>('[data-part="lead"]')!;
    await settled(() => chip.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    expect(document.querySelector('.map-chip-field')).not.toBeNull();
    expect(stand.view().selected).toEqual([id('甲')]);
  });
});

describe('ties', () => {
  test('a relation is drawn between two, worded, and taken away with Delete', async () => {
    await open();
    await select('甲一', '乙');
    field().focus();
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    expect([...stand.plan().records.relation.values()]).toEqual([{ from: id('甲一'), to: id('乙'), title: '' }]);
    const tie = (): Element => document.querySelector('.map-tie')!;
    await settled(() => tie().dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await userEvent.keyboard('先后{Enter}');
    expect([...stand.plan().records.relation.values()][0]!.title).toBe('先后');
    await settled(() => tie().dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await userEvent.keyboard('{Delete}');
    expect(stand.plan().records.relation.size).toBe(0);
    stand.commands.run('view.undo');
    expect(stand.plan().records.relation.size).toBe(1);
  });
  test('made by a key takes what is typed next as its words', async () => {
    await open();
    const before = show(stand.plan());
    await select('甲一', '乙');
    field().focus();
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    await expect.poll(() => document.activeElement?.closest('.map-tie-field') !== null).toBe(true);
    await userEvent.keyboard('先后{Enter}');
    expect([...stand.plan().records.relation.values()][0]!.title).toBe('先后');
    expect([show(stand.plan()), document.activeElement]).toEqual([before, field()]);
  });
  test('made from elsewhere than a key takes what is typed next as its words, too', async () => {
    await open();
    const before = show(stand.plan());
    await select('甲一', '甲二');
    field().focus();
    await settled(() => void stand.commands.run('map.brace'));
    await expect.poll(() => document.activeElement?.closest('.map-tie-field') !== null).toBe(true);
    await userEvent.keyboard('两件{Enter}');
    expect([...stand.plan().records.brace.values()][0]!.title).toBe('两件');
    expect([show(stand.plan()), document.activeElement]).toEqual([before, field()]);
  });
  test('made from the menu of a topic, too', async () => {
    await open();
    await select('甲一', '乙');
    const box = topic('乙').getBoundingClientRect();
    const at = { clientX: box.left + 5, clientY: box.top + 5, bubbles: true, cancelable: true, button: 2 };
    await settled(() => topic('乙').dispatchEvent(new MouseEvent('contextmenu', at)));
    await userEvent.click(page.getByRole('menuitem', { name: zh['cmd.map.relate'] }));
    await expect.poll(() => document.activeElement?.closest('.map-tie-field') !== null).toBe(true);
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull();
    await userEvent.keyboard('先后{Enter}');
    expect([...stand.plan().records.relation.values()][0]!.title).toBe('先后');
  });
  test('two that are related already get no second relation; the one there is selected, and it is said', async () => {
    await open();
    for (const two of [
      ['甲一', '乙'],
      ['乙', '甲一'],
    ]) {
      await select(...two);
      field().focus();
      await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
      await expect.poll(() => document.activeElement?.closest('.map-tie-field') !== null).toBe(true);
      if (two[0] === '甲一') await userEvent.keyboard('先后{Enter}');
    }
    expect([...stand.plan().records.relation.values()]).toEqual([{ from: id('甲一'), to: id('乙'), title: '先后' }]);
    expect(stand.written.filter((each) => each === 'map.relate')).toHaveLength(1);
    expect(document.querySelectorAll('.map-tie.on')).toHaveLength(1);
    expect((document.activeElement as HTMLInputElement).value).toBe('先后');
    expect(notices.get().map(({ say }) => say(translator('zh')))).toContain(zh['refuse.related']);
    // It is selected as if it had been pressed.
    await userEvent.keyboard('{Delete}');
    expect(stand.plan().records.relation.size).toBe(0);
  });
  test('a brace goes over neighbours only', async () => {
    await open();
    await select('甲一', '甲二');
    field().focus();
    await userEvent.keyboard('{Control>}]{/Control}');
    expect(document.querySelector('.map-tie')?.getAttribute('aria-label')).toContain('概括');
    expect(stand.commands.whyNot('map.brace', { ids: [id('甲一'), id('乙')] })?.refused).toBe('not-siblings');
  });
});

describe('a screen reader', () => {
  test('hears a tree: level, place among siblings, how many, and what is open', async () => {
    await open();
    const el = topic('甲一');
    expect(el.getAttribute('aria-level')).toBe('4');
    expect(Number(el.getAttribute('aria-posinset'))).toBeLessThanOrEqual(Number(el.getAttribute('aria-setsize')));
    expect(topic('甲').getAttribute('aria-expanded')).toBe('true');
    expect(el.hasAttribute('aria-expanded')).toBe(false);
  });
});

test('a branch brought into the middle stays there when something opens beside the map, until I move it', async () => {
  await open();
  await select('甲');
  await settled(() => stand.commands.run('map.focus'));
  const ground = (): DOMRect => document.querySelector('.map-ground')!.getBoundingClientRect();
  const off = (): number => {
    const { left, width } = document
      .querySelector('.map-svg g[data-part="box"], .map-svg .map-topic')!
      .getBoundingClientRect();
    const at = ground();
    return Math.abs(left + width / 2 - at.left - at.width / 2);
  };
  const before = off();
  const map = document.querySelector<HTMLElement>('.map')!;
  await settled(() => {
    map.style.width = `${ground().width - 300}px`;
  });
  await expect.poll(off).toBeLessThanOrEqual(before + 2);

  await settled(() =>
    document
      .querySelector('.map-ground')!
      .dispatchEvent(new WheelEvent('wheel', { deltaX: 40, bubbles: true, cancelable: true })),
  );
  const x = topic('甲').getBoundingClientRect().left;
  await settled(() => {
    map.style.width = '';
  });
  expect(topic('甲').getBoundingClientRect().left).toBeCloseTo(x, 0);
});
