import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { ROOT } from '../../../shared/model/plan.ts';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

async function open(text = SMALL, role: 'chair' | 'viewer' = 'chair'): Promise<void> {
  stand = standOf(docOf(text), { open: 'mindmap' }, role);
  await stand.draw(<MindmapView />);
}

const topic = (title: string): SVGGElement =>
  document.getElementById(`map-${title === '根' ? ROOT : idOf(stand.plan(), title)}`) as unknown as SVGGElement;
const field = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>('.map-catcher')!;
const select = (title: string): Promise<void> =>
  settled(() => stand.commands.run('view.select', { ids: [title === '根' ? ROOT : idOf(stand.plan(), title)] }));
const selected = (): string[] =>
  stand.view().selected.map((id) => (id === ROOT ? '根' : stand.plan().nodes.get(id)!.title));
const middle = (el: Element): { x: number; y: number } => {
  const { left, top, width, height } = el.querySelector('rect, line')!.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

describe('typing a map', () => {
  test('of ten topics takes no mouse and at most one more key for each', async () => {
    await open('');
    await select('根');
    field().focus();
    await userEvent.keyboard('{Tab}工作{Enter}{Tab}会议{Enter}{Tab}筹备{Enter}{Enter}落实{Enter}');
    await userEvent.keyboard('{ArrowLeft}{Enter}督导{Tab}自查{Enter}{Enter}整改{Enter}');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Enter}改革{Tab}课程{Enter}{Enter}评价{Enter}');
    expect(show(stand.plan())).toBe(
      ['工作', '  会议', '    筹备', '    落实', '  督导', '    自查', '    整改', '改革', '  课程', '  评价'].join(
        '\n',
      ),
    );
  });

  test('begins over a selected topic at once, and replaces its words', async () => {
    await open();
    await select('甲');
    field().focus();
    await userEvent.keyboard('新题{Enter}');
    expect(show(stand.plan())).toContain('  新题 @局办公室');
    expect(selected()).toEqual(['新题']);
  });

  test('begins at the end of what stands there with F2 or Space, and Escape leaves it so', async () => {
    await open();
    await select('甲');
    field().focus();
    await userEvent.keyboard(' ');
    expect(field().value).toBe('甲');
    await userEvent.keyboard('改{Escape}{F2}好{Enter}');
    expect(show(stand.plan())).toContain('  甲好 @');
    expect(stand.written).toEqual(['content.retitle']);
  });

  test('renames the plan at its root', async () => {
    await open();
    await select('根');
    field().focus();
    await userEvent.keyboard('{F2}表{Enter}');
    expect(stand.plan().meta.title).toBe('试排表');
  });

  test('of a topic that is given up leaves no trace', async () => {
    await open();
    const before = show(stand.plan(), { bin: true });
    await select('甲一');
    field().focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(show(stand.plan())).toBe(before);
  });

  test('lies exactly over the words it edits', async () => {
    await open();
    await select('乙');
    const words = [...topic('乙').querySelectorAll('text')].find((text) => text.textContent === '乙')!;
    const before = words.getBoundingClientRect();
    field().focus();
    await userEvent.keyboard('{F2}');
    const style = getComputedStyle(field());
    const box = field().getBoundingClientRect();
    const scale = box.width / field().offsetWidth;
    expect(Math.abs(box.left + parseFloat(style.paddingLeft) * scale - before.left)).toBeLessThan(2);
    expect(Math.abs(parseFloat(style.fontSize) - parseFloat(words.getAttribute('font-size')!))).toBe(0);
  });
});

describe('with an input method', () => {
  test('composition begins in place, and its Enter, Tab and arrows make and move nothing', async () => {
    await open();
    await select('甲');
    field().focus();
    const before = show(stand.plan());
    await settled(() => {
      field().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field().value = 'xin';
      field().dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    expect(stand.view().editing?.node).toBe(idOf(stand.plan(), '甲'));
    await settled(() => {
      for (const key of ['Enter', 'Tab', 'ArrowRight', 'Escape', 'Delete'])
        field().dispatchEvent(
          new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }),
        );
    });
    expect([show(stand.plan()), field().value, selected()]).toEqual([before, 'xin', ['甲']]);
    await settled(() => {
      field().value = '新';
      field().dispatchEvent(new CompositionEvent('compositionend', { data: '新', bubbles: true }));
    });
    await userEvent.keyboard('{Enter}');
    expect(show(stand.plan())).toContain('  新 @局办公室');
    expect(stand.written).toEqual(['content.retitle']);
  });
});

describe('keys', () => {
  test('walk: away from the root, back, up and down', async () => {
    await open();
    await select('根');
    field().focus();
    await userEvent.keyboard('{ArrowRight}');
    const first = selected();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}');
    expect(first).not.toEqual(['根']);
    expect(selected()).toEqual(['根']);
  });

  test('move, indent and outdent the selected topic', async () => {
    await open();
    await select('甲二');
    field().focus();
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
    expect(show(stand.plan())).toMatch(/甲二.*\n.*节点.*\n.*甲一/);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(stand.written).toEqual(['tree.up']);
    await select('甲一');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(show(stand.plan())).toMatch(/\n {2}甲一 /);
  });

  test('fold, to a level too, for me alone', async () => {
    await open();
    await select('甲');
    field().focus();
    await userEvent.keyboard('{Control>}/{/Control}');
    expect(topic('甲').getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{Control>}1{/Control}');
    expect(document.querySelectorAll('[role="treeitem"]')).toHaveLength(4);
    expect(stand.written).toEqual([]);
  });

  test('bin, and the next topic is selected', async () => {
    await open();
    await select('甲一');
    field().focus();
    await userEvent.keyboard('{Delete}');
    expect(show(stand.plan())).not.toContain('甲一');
    expect(selected()).toEqual(['甲二']);
  });

  test('let go of the map after Escape, so that nobody is caught in it', async () => {
    await open();
    await select('甲');
    field().focus();
    await userEvent.keyboard('{Escape}{Tab}');
    expect(document.activeElement).not.toBe(field());
  });
});

test('a pasted indented text becomes a branch in one step', async () => {
  await open();
  await select('三');
  field().focus();
  const data = new DataTransfer();
  data.setData('text/plain', '1. 课程\n\t(1) 教材\n\t(2) 教法\n2. 评价');
  await settled(() => field().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })));
  expect(show(stand.plan())).toMatch(/三\n {2}课程\n {4}教材\n {4}教法\n {2}评价$/);
  stand.commands.run('view.undo');
  expect(show(stand.plan())).toMatch(/三$/);
});

describe('the mouse', () => {
  test('drags several topics below another, in their order, in one step of undo', async () => {
    await open();
    await settled(() =>
      stand.commands.run('view.select', { ids: ['甲一', '甲二'].map((title) => idOf(stand.plan(), title)) }),
    );
    const from = middle(topic('甲一'));
    const to = middle(topic('丙'));
    await settled(() => mouse('mousedown', from, topic('甲一')));
    await settled(() => mouse('mousemove', { x: from.x + 20, y: from.y + 20 }, document));
    await settled(() => mouse('mousemove', to, document));
    expect(stand.shown.draft).toMatchObject({ parent: idOf(stand.plan(), '丙'), before: null });
    expect(document.querySelector('.map-slot')).not.toBeNull();
    expect(stand.written).toEqual([]);
    await settled(() => mouse('mouseup', to, document));
    expect(show(stand.plan())).toMatch(/丙\n {4}丙一\n {6}小事.*\n {6}细事\n {4}甲一.*\n {4}甲二/);
    expect([stand.written, stand.shown.draft]).toEqual([['tree.move'], undefined]);
    stand.commands.run('view.undo');
    expect(show(stand.plan())).toMatch(/甲 @局办公室\n {4}甲一/);
  });

  test('leaves what it dragged selected, and the keys with it', async () => {
    await open();
    const from = middle(topic('乙一'));
    const to = middle(topic('丙'));
    await settled(() => mouse('mousedown', from, topic('乙一')));
    await settled(() => mouse('mousemove', { x: from.x + 20, y: from.y + 20 }, document));
    await settled(() => mouse('mousemove', to, document));
    await settled(() => mouse('mouseup', to, document));
    expect([selected(), document.activeElement]).toEqual([['乙一'], field()]);
  });

  test('is told why a topic cannot go where the hand is', async () => {
    await open();
    const from = middle(topic('甲'));
    const to = middle(topic('甲二'));
    await settled(() => mouse('mousedown', from, topic('甲')));
    await settled(() => mouse('mousemove', { x: from.x + 20, y: from.y + 20 }, document));
    await settled(() => mouse('mousemove', to, document));
    await expect.element(page.getByText('不能移到自己的下级里面。')).toBeVisible();
    await settled(() => mouse('mouseup', to, document));
    expect(stand.written).toEqual([]);
  });

  test('opens a menu of commands with its right button', async () => {
    await open();
    await settled(() =>
      topic('甲').dispatchEvent(
        new MouseEvent('contextmenu', { ...client(middle(topic('甲'))), bubbles: true, cancelable: true }),
      ),
    );
    await page.getByRole('menuitem', { name: /移入回收站/ }).click();
    expect(show(stand.plan())).not.toContain('甲一');
  });
});

function client({ x, y }: { x: number; y: number }): MouseEventInit {
  return { clientX: x, clientY: y, button: 0, buttons: 1 };
}

function mouse(type: string, at: { x: number; y: number }, target: EventTarget): void {
  target.dispatchEvent(
    new MouseEvent(type, { ...client(at), buttons: type === 'mouseup' ? 0 : 1, bubbles: true, cancelable: true }),
  );
}

describe('others', () => {
  test('leave what I hold where it is, however the map grows', async () => {
    await open();
    await select('乙');
    const before = middle(topic('乙'));
    await settled(() =>
      stand.remote([
        {
          do: 'create',
          id: 'theirs',
          title: '别人新加的一条很长很长很长很长很长的措施',
          fields: {
            kind: 'clause',
            place: { parent: idOf(stand.plan(), '甲'), order: 'zz', turn: 0, was: idOf(stand.plan(), '甲') },
          },
        },
      ]),
    );
    await expect.poll(() => document.querySelector('[data-gliding]')).toBeNull();
    const after = middle(topic('乙'));
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1.5);
  });

  test('leave what is under my pointer where it is, whatever I have selected', async () => {
    await open();
    await select('乙');
    const at = middle(topic('丙'));
    await settled(() =>
      topic('丙').dispatchEvent(new PointerEvent('pointermove', { clientX: at.x, clientY: at.y, bubbles: true })),
    );
    const parent = idOf(stand.plan(), '甲');
    for (const [n, title] of ['一条很长很长很长很长很长很长很长很长很长的措施', '又一条', '再一条'].entries()) {
      await settled(() =>
        stand.remote([
          {
            do: 'create',
            id: `theirs${n}`,
            title,
            fields: { kind: 'clause', place: { parent, order: `zz${n}`, turn: 0, was: parent } },
          },
        ]),
      );
      const now = middle(topic('丙'));
      expect(Math.hypot(now.x - at.x, now.y - at.y), title).toBeLessThan(1.5);
    }
  });

  test('are seen by name where they are, with what they drag', async () => {
    await open();
    await settled(() =>
      stand.peers.set([
        {
          client: 7,
          user: { name: '王老师', office: '局基教科', role: 'editor', color: '#aa3311' },
          selected: [idOf(stand.plan(), '甲二')],
          draft: { node: idOf(stand.plan(), '甲二'), parent: idOf(stand.plan(), '丙'), before: null },
        },
      ]),
    );
    expect(document.querySelectorAll('.map-flag')).toHaveLength(2);
    expect(document.querySelector('.map-ghost')!.textContent).toContain('王老师 · 局基教科');
  });
});

test('a viewer reads and walks, and changes nothing', async () => {
  await open(SMALL, 'viewer');
  await select('甲');
  field().focus();
  await userEvent.keyboard('新{F2}{Enter}{Delete}');
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
  expect(stand.written).toEqual([]);
});
