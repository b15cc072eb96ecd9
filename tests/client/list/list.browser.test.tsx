import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ListView } from '../../../client/views/list.tsx';
import { childrenOf } from '../../../shared/model/tree.ts';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

async function open(text = SMALL, role: 'chair' | 'viewer' = 'chair'): Promise<void> {
  stand = standOf(docOf(text), { open: 'list' }, role);
  await stand.draw(<ListView />);
}

const cell = (title: string, column: string): HTMLElement =>
  document.getElementById(`list-${idOf(stand.plan(), title)}-${column}`)!;
const field = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>('.list-catcher')!;
const press = (target: HTMLElement): Promise<void> => userEvent.click(target);

describe('a cell of the list', () => {
  test('is typed over at once, and Enter goes down', async () => {
    await open();
    await press(cell('甲一', 'title'));
    await userEvent.keyboard('新题{Enter}');
    expect(show(stand.plan())).toContain('新题 03-01..04-30');
    expect(stand.view().selected).toEqual([idOf(stand.plan(), '甲二')]);
    expect(stand.written).toEqual(['list.fill']);
  });

  test('is opened by F2 with what stands there, and Escape leaves it so', async () => {
    await open();
    await press(cell('甲一', 'title'));
    await userEvent.keyboard('{F2}');
    expect(field().value).toBe('甲一');
    await userEvent.keyboard('改{Escape}');
    expect(stand.written).toEqual([]);
    expect(field().dataset['editing']).toBe('false');
  });

  test('takes a day in any writing, goes right with Tab, and says which it cannot read', async () => {
    await open();
    await press(cell('甲二', 'start'));
    await userEvent.keyboard('3/15{Tab}');
    await userEvent.keyboard('4月20日{Enter}');
    expect(show(stand.plan())).toContain('甲二 03-15..04-20');
    await press(cell('乙一', 'end'));
    await userEvent.keyboard('2019-02-30{Enter}');
    expect(show(stand.plan())).toContain('乙一 06-01..06-30');
  });

  test('of a lead offers the register, narrowed by what is typed', async () => {
    await open();
    await press(cell('丙一', 'lead'));
    await userEvent.keyboard('人事');
    await expect.element(page.getByRole('option', { name: /局人事科/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(show(stand.plan())).toContain('丙一 @局人事科');
    await userEvent.keyboard('新科室{Enter}{Escape}');
    expect(show(stand.plan())).toContain('丙一 @局人事科,新科室');
  });

  test('of progress and status is filled in by keys', async () => {
    await open();
    await press(cell('甲一', 'progress'));
    await userEvent.keyboard('60%{Tab}');
    await userEvent.keyboard('{F2}暂缓{Enter}');
    const node = stand.plan().nodes.get(idOf(stand.plan(), '甲一'))!;
    expect([node.progress, node.status?.light]).toEqual([60, 'hold']);
  });

  test('keeps what somebody else writes into it while I type', async () => {
    await open();
    await press(cell('甲一', 'title'));
    await userEvent.keyboard('{F2}到位');
    await settled(() => stand.remote([{ do: 'retitle', id: idOf(stand.plan(), '甲一'), title: '全面甲一' }]));
    expect(field().value).toBe('全面甲一到位');
    await userEvent.keyboard('{Enter}');
    expect(show(stand.plan())).toContain('全面甲一到位');
  });

  test('is emptied by Delete, and the row only where the row itself is meant', async () => {
    await open();
    await press(cell('甲一', 'start'));
    await userEvent.keyboard('{Delete}');
    expect(show(stand.plan())).toContain('甲一 @局办公室');
    await press(cell('甲二', 'mark'));
    await userEvent.keyboard('{Delete}');
    expect(show(stand.plan())).not.toContain('甲二');
  });

  test('is read-only for a viewer', async () => {
    await open(SMALL, 'viewer');
    await press(cell('甲一', 'title'));
    await userEvent.keyboard('新题{F2}{Delete}');
    expect(stand.written).toEqual([]);
  });
});

describe('with an input method', () => {
  test('the first syllable is composed in the cell, and its Enter and Tab are not mine', async () => {
    await open();
    await press(cell('甲一', 'title'));
    const el = field();
    await settled(() => {
      el.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      el.value = 'xin';
      el.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    expect(el.dataset['editing']).toBe('true');
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'Escape'])
      el.dispatchEvent(
        new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }),
      );
    await settled(() => {
      el.value = '新';
      el.dispatchEvent(new CompositionEvent('compositionend', { data: '新', bubbles: true }));
    });
    expect([stand.written, el.value]).toEqual([[], '新']);
    await userEvent.keyboard('{Enter}');
    expect(idOf(stand.plan(), '新')).toBeTruthy();
  });
});

describe('rows', () => {
  test('are added on Enter in the last one, wait for a title, and vanish again with Escape', async () => {
    await open();
    await press(cell('三', 'title'));
    await userEvent.keyboard('{Enter}');
    expect(stand.plan().nodes.size).toBe(14);
    await userEvent.keyboard('四{Enter}');
    expect(show(stand.plan()).split('\n').at(-1)).toBe('四');
    await userEvent.keyboard('{Enter}{Escape}');
    expect(show(stand.plan()).split('\n').at(-1)).toBe('四');
    expect(childrenOf(stand.plan(), 'bin').filter((id) => stand.plan().nodes.get(id)!.place.was !== 'bin')).toEqual([]);
  });

  test('fold away with the knob, without a word to others', async () => {
    await open();
    await press(cell('甲', 'mark').querySelector('button')!);
    expect(document.querySelectorAll('[role="row"][data-node]')).toHaveLength(10);
    expect(stand.written).toEqual([]);
  });

  test('take a pasted block as one step of undo', async () => {
    await open();
    await press(cell('甲一', 'start'));
    const data = new DataTransfer();
    data.setData('text/plain', '3/1\t3/31\n4/1\t6月底\n');
    await settled(() => field().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })));
    expect(show(stand.plan())).toContain('甲一 03-01..03-31');
    expect(show(stand.plan())).toContain('甲二 04-01..06-30');
    stand.commands.run('view.undo');
    expect(show(stand.plan())).toContain('甲一 03-01..04-30');
    expect(show(stand.plan())).toMatch(/甲二 @/);
  });

  test('give up the keyboard at their end, so that nobody is caught', async () => {
    await open();
    await press(cell('甲一', 'note'));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(field());
  });

  test('say who else stands there', async () => {
    await open();
    await settled(() =>
      stand.peers.set([
        {
          client: 7,
          user: { name: '王老师', office: '局基教科', role: 'editor', color: '#aa3311' },
          selected: [idOf(stand.plan(), '甲二')],
        },
      ]),
    );
    expect(cell('甲二', 'title').textContent).toContain('王老师 · 局基教科');
  });
});
