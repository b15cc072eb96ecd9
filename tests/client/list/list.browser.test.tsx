import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DrawnContext } from '../../../client/parts/scene.tsx';
import { FIRST_SHEET } from '../../../shared/layout/listing.ts';
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

test('with no cell chosen a character is the key of a command, or nothing, and the head stays where it is', async () => {
  await open();
  field().focus();
  const head = document.querySelector('.list-head')!;
  const { top } = head.getBoundingClientRect();
  await userEvent.keyboard('9');
  expect([field().value, stand.written, head.getBoundingClientRect().top]).toEqual(['', [], top]);
  await userEvent.keyboard('4');
  expect(stand.view().open).toBe('text');
});

test('a chosen cell stays in sight when something opens beside the list', async () => {
  await open();
  await press(cell('乙一', 'progress'));
  const host = document.getElementById('view')!;
  host.style.right = `${innerWidth - 620}px`;
  await expect.poll(() => cell('乙一', 'progress').getBoundingClientRect().right).toBeLessThanOrEqual(620);
  // Clear of the columns that stay.
  expect(cell('乙一', 'progress').getBoundingClientRect().left).toBeGreaterThanOrEqual(
    cell('乙一', 'title').getBoundingClientRect().right - 1,
  );
});

describe('groups', () => {
  test('are gone through by key, and each says its name when it is entered', async () => {
    await open();
    await settled(() => stand.desktop.view.set({ sheet: { ...FIRST_SHEET, group: 'section' } }));
    const heads = [...document.querySelectorAll('.list-heading')].map((el) => el.textContent);
    expect(heads.length).toBeGreaterThan(1);
    await press(document.querySelector<HTMLElement>('.list-row .list-cell[data-column="title"]')!);
    const said = (): string => document.querySelector('.list-frame [role="status"].sr, .list-frame p.sr')!.textContent;
    const name = (head: string): string => head.replace(/\d+项$/, '');
    await expect.poll(said).toContain(name(heads[0]!));
    await userEvent.keyboard('{Alt>}{PageDown}{/Alt}');
    await expect.poll(said).toContain(name(heads[1]!));
    const second = stand.view().selected;
    await userEvent.keyboard('{ArrowDown}{Alt>}{PageUp}{/Alt}');
    expect(stand.view().selected).toEqual(second);
    await userEvent.keyboard('{Alt>}{PageUp}{/Alt}');
    await expect.poll(said).toContain(name(heads[0]!));
    expect(stand.written).toEqual([]);
  });
});

describe('a length typed into the end of a work', () => {
  const said = (): string => document.querySelector('.list-when')?.textContent ?? '';
  const type = (text: string): Promise<void> =>
    settled(() => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const span = () => stand.plan().nodes.get(idOf(stand.plan(), '甲一'))!.span;

  test('is shown as the day it comes to by the notices, taken by Enter, and undone at once', async () => {
    await open('一部分\n  甲\n    甲一 04-29..04-30');
    await press(cell('甲一', 'end'));
    await userEvent.keyboard('{F2}');
    await type('4个工作日');
    await expect.poll(said).toContain('2019年5月6日（周一）');
    expect(stand.written).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(span).toEqual({ start: '2019-04-29', end: '2019-05-06' });
    expect(stand.written).toHaveLength(1);
    await settled(() => stand.commands.run('view.undo'));
    expect(span()).toEqual({ start: '2019-04-29', end: '2019-04-30' });
  });

  test('in a work without a start is not taken, and how it could be is said', async () => {
    await open('一部分\n  甲\n    甲一');
    await press(cell('甲一', 'end'));
    await userEvent.keyboard('{F2}');
    await type('4个工作日');
    await expect.poll(said).toContain('有开始日期的，也可写时长');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.list-when[role="alert"]')).not.toBeNull();
    expect(span()).toBeUndefined();
  });
});

describe('the quarters of a work', () => {
  test('are written into its cell, a line for each; the chart and the list have them as milestones, and undo takes all', async () => {
    await open();
    const before = show(stand.plan());
    await press(cell('乙一', 'quarters'));
    await userEvent.keyboard('{F2}');
    expect(field().value).toBe('一季度 \n二季度 \n三季度 \n四季度 ');
    await settled(() => {
      field().value = '一季度 方案印发\n二季度 \n三季度 中期检查\n四季度 验收';
      field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await userEvent.keyboard('{Enter}');
    const points = (): string[] =>
      childrenOf(stand.plan(), idOf(stand.plan(), '乙一')).map((id) => {
        const { kind, title, span } = stand.plan().nodes.get(id)!;
        return `${kind} ${title} ${span?.end} ${span?.grain}`;
      });
    expect(points()).toEqual([
      'milestone 方案印发 2019-03-31 quarter',
      'milestone 中期检查 2019-09-30 quarter',
      'milestone 验收 2019-12-31 quarter',
    ]);
    expect(stand.written).toEqual(['list.fill']);
    await press(cell('乙一', 'quarters'));
    await userEvent.keyboard('{F2}');
    expect(field().value).toBe('一季度 方案印发\n二季度 \n三季度 中期检查\n四季度 验收');
    await userEvent.keyboard('{Escape}');
    stand.commands.run('view.undo');
    expect(show(stand.plan())).toBe(before);
  });
});

describe('what is drawn again', () => {
  const MANY = Array.from({ length: 120 }, (_, n) => `事项${n}\n  措施${n} @局基教科`).join('\n');

  async function watched(): Promise<string[]> {
    const drawn: string[] = [];
    stand = standOf(docOf(MANY), { open: 'list' });
    await stand.draw(
      <DrawnContext value={(key) => drawn.push(key)}>
        <ListView />
      </DrawnContext>,
    );
    return drawn;
  }

  test('is what scrolls into sight, each row once', async () => {
    const drawn = await watched();
    const before = new Set(drawn);
    const scroller = document.querySelector('.list-scroll')!;
    for (let step = 0; step < 6; step++) {
      drawn.length = 0;
      await settled(() => (scroller.scrollTop += 120));
      expect(drawn.filter((id) => before.has(id))).toEqual([]);
      for (const id of drawn) before.add(id);
    }
    expect(before.size).toBeGreaterThan(20);
  });

  test('is the row that is left and the row that is reached', async () => {
    const drawn = await watched();
    await press(cell('措施1', 'title'));
    await settled(() => undefined);
    drawn.length = 0;
    await userEvent.keyboard('{ArrowDown}');
    expect(new Set(drawn)).toEqual(new Set([idOf(stand.plan(), '措施1'), idOf(stand.plan(), '事项2')]));
  });
});

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
    await userEvent.keyboard('60%{Tab}{Tab}');
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

const clip = (type: 'copy' | 'cut' | 'paste', data = new DataTransfer()): DataTransfer => {
  field().dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }));
  return data;
};
const textData = (text: string, html = ''): DataTransfer => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
  return data;
};

describe('a range of cells', () => {
  test('grows by Shift and arrows, and is emptied, copied and filled down whole', async () => {
    await open();
    await press(cell('甲一', 'start'));
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(stand.view().selected.map((id) => stand.plan().nodes.get(id)!.title)).toEqual(['甲一', '甲二']);
    expect(clip('copy').getData('text/plain')).toBe('2019-03-01\t2019-04-30\n2019-05-20\t2019-05-20');
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(show(stand.plan())).toContain('甲二 03-01..04-30');
    await userEvent.keyboard('{Delete}');
    expect(show(stand.plan())).toMatch(/甲一 @.*\n.*甲二 @/);
    stand.commands.run('view.undo');
    expect(show(stand.plan())).toContain('甲一 03-01..04-30');
  });

  test('is drawn by the mouse from cell to cell', async () => {
    await open();
    await userEvent.dragAndDrop(cell('甲一', 'lead'), cell('乙一', 'start'));
    const into = [...document.querySelectorAll<HTMLElement>('[role="gridcell"][data-in]')];
    expect(new Set(into.map((each) => each.dataset['column']))).toEqual(new Set(['lead', 'assist', 'duty', 'start']));
    expect(stand.view().selected).toHaveLength(5);
  });

  test('is cut and pasted elsewhere with quotes and breaks', async () => {
    await open();
    stand.commands.run('content.set-deliverable', { id: idOf(stand.plan(), '甲一'), text: '方案\n“细则”' });
    await settled(() => undefined);
    await press(cell('甲一', 'deliverable'));
    const data = clip('cut');
    expect(stand.plan().nodes.get(idOf(stand.plan(), '甲一'))!.deliverable).toBeUndefined();
    await press(cell('乙一', 'deliverable'));
    await settled(() => void clip('paste', data));
    expect(stand.plan().nodes.get(idOf(stand.plan(), '乙一'))!.deliverable).toBe('方案\n“细则”');
  });

  test('takes Excel’s own table rather than its text', async () => {
    await open();
    await press(cell('甲一', 'title'));
    const html =
      '<html><body><table><tr><td>新甲一<br style="mso-data-placement:same-cell">下半句</td><td>汇编</td></tr></table></body></html>';
    await settled(() => void clip('paste', textData('x\ty', html)));
    const node = stand.plan().nodes.get(idOf(stand.plan(), '新甲一下半句'))!;
    expect(node.deliverable).toBe('汇编');
  });

  test('with merged cells gives each row the office, and leaves the words that lie under a merged title', async () => {
    await open();
    await press(cell('甲一', 'title'));
    const html =
      '<table><tr><td rowspan=2>新甲一</td><td>甲册</td><td rowspan=2>张三</td><td rowspan=2>局人事科</td></tr>' +
      '<tr><td>乙册</td></tr></table>';
    await settled(() => void clip('paste', textData('', html)));
    const at = (title: string) => stand.plan().nodes.get(idOf(stand.plan(), title))!;
    const lead = (title: string): string[] =>
      [...at(title).lead.keys()].map((id) => stand.plan().offices.get(id)!.name);
    expect([at('新甲一').deliverable, at('甲二').deliverable]).toEqual(['甲册', '乙册']);
    expect([lead('新甲一'), lead('甲二')]).toEqual([['局人事科'], ['局人事科']]);
  });

  test('keeps several people and offices of one cell apart, whatever stands between them', async () => {
    await open();
    await press(cell('甲一', 'lead'));
    const html =
      '<table><tr><td>局人事科/局基教科</td><td>局办公室</td><td>李四<br>王五</td></tr>' +
      '<tr><td>教研和科研室</td><td>局办公室和局人事科</td><td>𠮷 田</td></tr></table>';
    await settled(() => void clip('paste', textData('', html)));
    const said = (title: string) => {
      const { lead, assist, people } = stand.plan().nodes.get(idOf(stand.plan(), title))!;
      const names = (marks: ReadonlyMap<string, unknown>) =>
        [...marks.keys()].map((id) => stand.plan().offices.get(id)!.name);
      return [names(lead), names(assist), people?.duty];
    };
    expect(said('甲一')).toEqual([['局人事科', '局基教科'], ['局办公室'], '李四、王五']);
    expect(said('甲二')).toEqual([['教研和科研室'], ['局办公室', '局人事科'], '𠮷 田']);
  });

  test('longer than the list asks before it makes rows; all of it is one step', async () => {
    await open();
    await press(cell('细事', 'title'));
    const before = stand.plan().nodes.size;
    await settled(() => void clip('paste', textData('细事甲\n三改\n四\n五')));
    await userEvent.click(page.getByRole('button', { name: '新增2行并粘贴' }));
    expect(show(stand.plan()).split('\n').slice(-3)).toEqual(['三改', '四', '五']);
    stand.commands.run('view.undo');
    expect([stand.plan().nodes.size - before, show(stand.plan()).split('\n').at(-1)]).toEqual([2, '三']);
  });

  test('lists what cannot be taken, and takes the rest', async () => {
    await open();
    await press(cell('甲一', 'start'));
    await settled(() => void clip('paste', textData('3/1\t瞎写\n4/1\t4/30')));
    await expect.element(page.getByRole('dialog', { name: '有1格没有采用' })).toBeVisible();
    await expect.element(page.getByText('没读懂“瞎写”')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(show(stand.plan())).toContain('甲二 04-01..04-30');
  });
});

describe('a deadline that is typed', () => {
  test('is shown back before it is taken, and may be meant in several ways', async () => {
    await open();
    await press(cell('甲二', 'end'));
    await userEvent.keyboard('3月底');
    await expect.element(page.getByText('2019年3月31日（周日，休息日）')).toBeVisible();
    await userEvent.keyboard('{Escape}第一季度{ArrowDown}{Enter}');
    expect(show(stand.plan())).toContain('甲二 01-01..03-31');
  });

  test('is written and shown back in sight at the edge of the list too', async () => {
    await open();
    const host = document.getElementById('view')!;
    const edge = (): number => document.querySelector('.list-frame')!.getBoundingClientRect().right;
    host.style.right = `${innerWidth - 620}px`;
    await press(cell('甲二', 'end'));
    await expect.poll(() => Math.round(cell('甲二', 'end').getBoundingClientRect().right - edge())).toBe(0);
    await userEvent.keyboard('3月底');
    await expect.element(page.getByText('2019年3月31日（周日，休息日）')).toBeVisible();
    for (const part of ['.list-over', '.list-when'])
      expect(document.querySelector(part)!.getBoundingClientRect().right).toBeLessThanOrEqual(edge() + 2);
  });

  test('that nobody understands stays in the field, with what could be written', async () => {
    await open();
    await press(cell('甲一', 'end'));
    await userEvent.keyboard('下下周{Enter}');
    expect([stand.written, field().value]).toEqual([[], '下下周']);
    await expect.element(page.getByRole('alert')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(field().dataset['editing']).toBe('false');
  });

  test('without a day keeps its words', async () => {
    await open();
    await press(cell('甲一', 'end'));
    await userEvent.keyboard('持续推进{Enter}');
    const node = stand.plan().nodes.get(idOf(stand.plan(), '甲一'))!;
    expect([node.due?.words, node.span]).toEqual(['持续推进', undefined]);
  });
});

describe('my own layout', () => {
  test('sorts and groups without a word to the plan', async () => {
    await open();
    const rowsNow = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('[role="row"][data-node]')].map(
        (row) => stand.plan().nodes.get(row.dataset['node']!)!.title,
      );
    const sheet = stand.view().sheet;
    await settled(() => stand.desktop.view.set({ sheet: { ...sheet, sorts: [{ column: 'end', down: false }] } }));
    expect(rowsNow().slice(0, 3)).toEqual(['甲一', '甲二', '节点']);
    await settled(() => stand.desktop.view.set({ sheet: { ...sheet, group: 'lead' } }));
    expect([...document.querySelectorAll('.list-heading')].map((each) => each.textContent)).toContain('局基教科3项');
    expect(stand.written).toEqual([]);
  });

  test('of columns is kept as a view for everybody', async () => {
    await open();
    await userEvent.click(page.getByRole('button', { name: '列', exact: true }));
    await userEvent.click(page.getByRole('menuitemcheckbox', { name: '问题' }));
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[role="columnheader"][data-column="issue"]')).toBeNull();
    await userEvent.click(page.getByRole('button', { name: '视图' }));
    await userEvent.click(page.getByRole('menuitem', { name: '保存与管理视图…' }));
    await userEvent.fill(page.getByRole('textbox', { name: '视图名称' }), '无问题列');
    await userEvent.selectOptions(page.getByRole('combobox', { name: '给谁用' }), 'all');
    await userEvent.click(page.getByRole('button', { name: '保存', exact: true }));
    expect([...stand.plan().records.view.values()].map(({ name, office }) => [name, office])).toEqual([
      ['无问题列', ''],
    ]);
  });

  test('moves a row by its grip to where the line shows', async () => {
    await open();
    const grip = cell('乙', 'mark').querySelector<HTMLElement>('.list-grip')!;
    const from = grip.getBoundingClientRect();
    const to = cell('丙', 'mark').getBoundingClientRect();
    const at = (type: string, x: number, y: number, target: EventTarget): boolean =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, buttons: 1, button: 0 }),
      );
    await settled(() => at('mousedown', from.x + 4, from.y + 4, grip));
    await settled(() => at('mousemove', from.x + 4, from.y + 20, document));
    await settled(() => at('mousemove', from.x + 4, to.y + 2, document));
    expect(document.querySelector('.list-drop')).not.toBeNull();
    await settled(() => at('mouseup', from.x + 4, to.y + 2, document));
    expect(show(stand.plan())).toMatch(/二\n {2}乙\n {4}乙一.*\n {2}丙/);
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
