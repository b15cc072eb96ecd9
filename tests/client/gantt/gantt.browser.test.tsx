import { afterEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { DrawnContext } from '../../../client/parts/scene.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import { addDays, diffDays } from '../../../shared/model/day.ts';
import type { Id, Span } from '../../../shared/model/plan.ts';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';
import { notices } from '../../../client/state/notices.ts';
import { translator } from '../../../client/i18n/t.ts';

const TEXT = `
一
  甲
    甲一 03-01..04-30
    甲二 04-01..04-10
      ◆ 节点 04-20
    甲三
  乙
    乙一 06-01..06-30
二
  丙
    丙一 05-06..05-31`;

let stand: Stand;
let drawn: string[] = [];
afterEach(() => stand.close());

async function open(text = TEXT, role: 'chair' | 'viewer' = 'chair'): Promise<void> {
  drawn = [];
  stand = standOf(docOf(text), { open: 'gantt', inspector: false, zoom: { gantt: 8, mindmap: 1 }, table: 380 }, role);
  await stand.draw(
    <DrawnContext value={(key) => drawn.push(key)}>
      <aside className="rail" style={{ width: 160 }}>
        <button type="button" data-node={id('甲三')} data-part="tray">
          甲三
        </button>
      </aside>
      <main className="view">
        <GanttView />
      </main>
    </DrawnContext>,
  );
  await settled(() => scroller().scrollTo({ left: (31 + 28) * 8 }));
  drawn = [];
}

const id = (title: string): Id => idOf(stand.plan(), title);
const span = (title: string): Span | undefined => stand.plan().nodes.get(id(title))!.span;
const scroller = (): HTMLElement => document.querySelector('.gantt-scroll')!;
const bar = (title: string): SVGGElement => document.querySelector(`#gantt-bar-${id(title)}`)!;
const felt = (title: string): DOMRect => bar(title).querySelector('.felt')!.getBoundingClientRect();
const row = (title: string): HTMLElement => document.querySelector(`#gantt-row-${id(title)}`)!;
const tip = (): string => document.querySelector('.drag-tip')?.textContent ?? '';

/** A real mouse, because a drag is made of what the browser says of one. */
type MouseAct = 'mousePressed' | 'mouseMoved' | 'mouseReleased';
async function mouse(type: MouseAct, x: number, y: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  const at = { x: frame.left + x * zoom, y: frame.top + y * zoom };
  const buttons = type === 'mouseReleased' ? 0 : 1;
  await cdp().send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons, clickCount: 1 });
}
async function lift(x: number, y: number): Promise<void> {
  await mouse('mousePressed', x, y);
  await mouse('mouseMoved', x + 6, y);
}
async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await lift(...from);
  await mouse('mouseMoved', (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await settled(() => undefined);
  await mouse('mouseMoved', ...to);
  await settled(() => undefined);
}
async function drop(to: readonly [number, number]): Promise<void> {
  await mouse('mouseReleased', ...to);
  await settled(() => undefined);
}
const middle = (title: string): [number, number] => {
  const { left, top, width, height } = felt(title);
  return [left + width / 2, top + height / 2];
};
const later = ([x, y]: readonly [number, number], days: number): [number, number] => [x + 8 * days, y];
const shift = (value: Span, days: number): Span => ({
  start: addDays(value.start, days),
  end: addDays(value.end, days),
});

describe('a mouse', () => {
  test('moves a bar by days: one command, one write, one undo step', async () => {
    await open();
    const before = span('甲二')!;
    const from = middle('甲二');
    await drag(from, later(from, 9));
    expect(tip()).toContain('4月10日（周三）至4月19日（周五）');
    expect(tip()).toContain('推后9天');
    expect(stand.written).toEqual([]);
    expect(span('甲二')).toEqual(before);
    expect(stand.shown.draft).toEqual({ node: id('甲二'), span: shift(before, 9) });
    await drop(later(from, 9));
    expect(stand.written).toEqual(['time.shift']);
    expect(span('甲二')).toEqual(shift(before, 9));
    expect(stand.shown.draft).toBeUndefined();
    expect(tip()).toBe('');
    stand.commands.run('view.undo');
    expect(span('甲二')).toEqual(before);
  });

  test('moves by its ends, and never past the other', async () => {
    await open();
    const { right, top } = felt('甲二');
    const from: [number, number] = [right - 2, top + 8];
    await drag(from, later(from, 5));
    await drop(later(from, 5));
    expect(span('甲二')).toEqual({ start: '2019-04-01', end: '2019-04-15' });
    const back: [number, number] = [felt('甲二').left + 2, top + 8];
    await drag(back, later(back, 40));
    await drop(later(back, 40));
    expect(span('甲二')).toEqual({ start: '2019-04-15', end: '2019-04-15' });
    expect(stand.written).toEqual(['time.resize-end', 'time.resize-start']);
  });

  test('moves a milestone, and a summary with all below it', async () => {
    await open();
    const point = middle('节点');
    await drag(point, later(point, -3));
    await drop(later(point, -3));
    expect(span('节点')).toEqual({ start: '2019-04-17', end: '2019-04-17' });
    const above = middle('甲');
    await drag(above, later(above, 7));
    await drop(later(above, 7));
    expect(span('甲一')).toEqual({ start: '2019-03-08', end: '2019-05-07' });
    expect(span('节点')).toEqual({ start: '2019-04-24', end: '2019-04-24' });
    expect(span('乙一')).toEqual({ start: '2019-06-01', end: '2019-06-30' });
    expect(stand.written).toEqual(['time.shift', 'time.shift-branch']);
  });

  test('dates work from the tray, and takes the date away again there', async () => {
    await open();
    const chip = document.querySelector('[data-part="tray"]')!.getBoundingClientRect();
    const to: [number, number] = [felt('甲二').left + 4, felt('甲二').top + 100];
    await drag([chip.left + 10, chip.top + 8], to);
    await drop(to);
    expect(span('甲三')).toEqual({ start: '2019-04-01', end: '2019-04-28' });
    const from = middle('甲三');
    await drag(from, [60, 300]);
    expect(tip()).toContain('放回待定');
    await drop([60, 300]);
    expect(span('甲三')).toBeUndefined();
    expect(stand.written).toEqual(['time.set-span', 'time.clear-span']);
    stand.commands.run('view.undo');
    stand.commands.run('view.undo');
    expect(span('甲三')).toBeUndefined();
  });

  test('draws a span on the empty row of undated work', async () => {
    await open();
    const y = row('甲三').getBoundingClientRect().top + 18;
    const from: [number, number] = [felt('甲二').left + 4, y];
    await drag(from, later(from, 13));
    await drop(later(from, 13));
    expect(span('甲三')).toEqual({ start: '2019-04-01', end: '2019-04-14' });
  });

  test('is not a drag within four px: a click selects', async () => {
    await open();
    const [x, y] = middle('甲二');
    await mouse('mousePressed', x, y);
    await mouse('mouseMoved', x + 2, y);
    await drop([x + 2, y]);
    expect(stand.written).toEqual([]);
    expect(stand.view().selected).toEqual([id('甲二')]);
  });
});

describe('what ends a drag without a change', () => {
  test.each([
    ['Escape', async () => void (await userEvent.keyboard('{Escape}'))],
    ['a window that is left', async () => void window.dispatchEvent(new Event('blur'))],
  ] as [string, () => Promise<void>][])('%s', async (_name, end) => {
    await open();
    const before = show(stand.plan());
    const from = middle('甲二');
    await drag(from, later(from, 9));
    await end();
    await settled(() => undefined);
    expect(tip()).toBe('');
    expect(stand.shown.draft).toBeUndefined();
    await drop(later(from, 9));
    expect(stand.written).toEqual([]);
    expect(show(stand.plan())).toBe(before);
  });

  test('nothing is lifted by who may only read', async () => {
    await open(TEXT, 'viewer');
    const from = middle('甲二');
    await drag(from, later(from, 9));
    expect(tip()).toBe('');
    await drop(later(from, 9));
    expect(stand.written).toEqual([]);
  });
});

describe('keys', () => {
  test('lift, move by days and weeks, and drop once', async () => {
    await open();
    const before = span('甲二')!;
    bar('甲二').focus();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}');
    expect(tip()).toContain('推后9天');
    expect(stand.written).toEqual([]);
    await userEvent.keyboard(' ');
    expect(stand.written).toEqual(['time.shift']);
    expect(diffDays(before.start, span('甲二')!.start)).toBe(9);
    expect(document.activeElement).toBe(bar('甲二'));
  });

  test('are the drag’s alone while something is lifted, and Escape puts it back', async () => {
    await open();
    bar('甲二').focus();
    await userEvent.keyboard(' {ArrowRight}{Delete}m{Escape}');
    expect(stand.written).toEqual([]);
    expect(tip()).toBe('');
    expect(span('甲二')).toEqual({ start: '2019-04-01', end: '2019-04-10' });
  });

  test('move a selected bar without lifting it, through the commands', async () => {
    await open();
    await userEvent.click(bar('甲二'));
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}]');
    expect(stand.written).toEqual(['time.day-later', 'time.week-later', 'time.end-later']);
    expect(span('甲二')).toEqual({ start: '2019-04-09', end: '2019-04-19' });
  });

  test('walk the rows as a tree: right opens and goes to the bar, left closes and goes up', async () => {
    await open();
    row('一').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(row('一').getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(row('甲一'));
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(bar('甲一'));
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(bar('甲二'));
    row('甲二').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toBe(row('甲'));
  });

  test('date work out of the tray', async () => {
    await open();
    document.querySelector<HTMLElement>('[data-part="tray"]')!.focus();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{Enter}');
    expect(span('甲三')).toBeDefined();
    expect(stand.written).toEqual(['time.set-span']);
  });

  test('add a milestone where a row is double-clicked, and name it in place', async () => {
    await open();
    const y = row('乙一').getBoundingClientRect().top + 18;
    const x = felt('甲二').left + 4;
    const strip = document.querySelector<SVGRectElement>(`.layer-strips [data-node="${id('乙一')}"]`)!;
    await userEvent.dblClick(strip, {
      position: { x: x - strip.getBoundingClientRect().left, y: y - strip.getBoundingClientRect().top },
    });
    await settled(() => undefined);
    await userEvent.keyboard('验收{Enter}');
    expect(show(stand.plan())).toContain('◆ 验收 04-01');
  });

  test('rename in the table by F2', async () => {
    await open();
    await userEvent.click(row('甲一').ownerDocument.querySelector(`.gantt-side [data-node="${id('甲一')}"]`)!);
    await userEvent.keyboard('{F2}');
    await settled(() => undefined);
    await userEvent.keyboard('新名{Enter}');
    expect(show(stand.plan())).toContain('新名 03-01..04-30');
    expect(stand.view().editing).toBeNull();
  });
});

describe('who hears the page', () => {
  test('is told of a lift, each step and the drop, in their own language', async () => {
    await open();
    const said = (): string => document.querySelector('[aria-live="assertive"]')?.textContent ?? '';
    expect(document.getElementById('drag-how')?.textContent).toContain('按空格拿起');
    bar('甲二').focus();
    await userEvent.keyboard(' ');
    await expect.poll(said).toBe('已拿起“甲二”，4月1日至4月10日。');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(said).toContain('4月2日至4月11日，');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(said).toContain('4月3日至4月12日，');
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toBe('“甲二”改为4月3日至4月12日。');
  });
});

describe('while others edit', () => {
  test('a drag goes on from where a colleague has put the bar', async () => {
    await open();
    const from = middle('甲二');
    await drag(from, later(from, 3));
    await settled(() =>
      stand.remote([{ do: 'put', id: id('甲二'), key: 'span', value: { start: '2019-05-01', end: '2019-05-10' } }]),
    );
    expect(tip()).toContain('5月4日');
    await drop(later(from, 3));
    expect(span('甲二')).toEqual({ start: '2019-05-04', end: '2019-05-13' });
  });

  test('a colleague’s drag is a ghost with a name; the bar itself stays', async () => {
    await open();
    const before = felt('甲二');
    const user = { name: '王老师', office: '局基教科', role: 'editor' as const, color: '#2f6f4f' };
    await settled(() =>
      stand.peers.set([
        { client: 7, user, draft: { node: id('甲二'), span: { start: '2019-04-11', end: '2019-04-20' } } },
      ]),
    );
    const ghost = document.querySelector('.peer-ghost')!;
    expect(ghost.textContent).toBe('王老师 · 局基教科');
    await expect.poll(() => Math.round(ghost.getBoundingClientRect().left - before.left)).toBe(80);
    expect(felt('甲二').left).toBe(before.left);
  });

  test('a value of mine that is overwritten at once is told with the name and the way back', async () => {
    await open();
    const user = { name: '王老师', office: '局基教科', role: 'editor' as const, color: '#2f6f4f' };
    stand.peers.set([
      { client: 7, user, draft: { node: id('甲二'), span: { start: '2019-05-01', end: '2019-05-10' } } },
    ]);
    const from = middle('甲二');
    await drag(from, later(from, 2));
    await drop(later(from, 2));
    await settled(() =>
      stand.remote([{ do: 'put', id: id('甲二'), key: 'span', value: { start: '2019-05-01', end: '2019-05-10' } }]),
    );
    const notice = notices.get().find(({ key }) => key === `lost ${id('甲二')}`)!;
    const said = notice.say(translator('zh'));
    for (const word of ['王老师 · 局基教科', '4月3日至4月12日', '5月1日至5月10日']) expect(said).toContain(word);
    notice.action!.run();
    expect(span('甲二')).toEqual({ start: '2019-04-03', end: '2019-04-12' });
  });

  test('my own undo after a drop is no loss', async () => {
    await open();
    const from = middle('乙一');
    await drag(from, later(from, 2));
    await drop(later(from, 2));
    await settled(() => stand.commands.run('view.undo'));
    expect(notices.get().some(({ key }) => key === `lost ${id('乙一')}`)).toBe(false);
  });
});

describe('only what changes is drawn again', () => {
  test('lifting and moving a bar draws that bar, its summaries and their cells, and no other', async () => {
    await open();
    const from = middle('丙一');
    await lift(...from);
    await settled(() => undefined);
    drawn = [];
    await mouse('mouseMoved', ...later(from, 5));
    await settled(() => undefined);
    expect(new Set(drawn)).toEqual(new Set(['丙一', '丙', '二'].map(id)));
    await drop(later(from, 5));
  });

  test('a remote change of one bar draws one bar', async () => {
    await open();
    // The first edit of a stand reads the whole document once.
    await settled(() => stand.remote([{ do: 'put', id: id('甲二'), key: 'progress', value: 30 }]));
    drawn = [];
    await settled(() => stand.remote([{ do: 'put', id: id('甲二'), key: 'progress', value: 40 }]));
    const bars = drawn.filter((key) => [...stand.plan().nodes.keys()].includes(key));
    expect(new Set(bars)).toEqual(new Set(['甲二', '甲', '一'].map(id)));
  });

  test('a remote change draws its own bar once, and nothing of its neighbours', async () => {
    await open();
    await settled(() => stand.remote([{ do: 'put', id: id('乙一'), key: 'progress', value: 30 }]));
    drawn = [];
    await settled(() =>
      stand.remote([{ do: 'put', id: id('甲二'), key: 'span', value: { start: '2019-04-02', end: '2019-04-11' } }]),
    );
    const times = (title: string): number => drawn.filter((key) => key === id(title)).length;
    // Its bar and its cells in the table; what it is below of keeps its days, for 甲一 reaches further.
    expect(times('甲二')).toBe(2);
    expect(drawn.filter((key) => key !== id('甲二'))).toEqual([]);
  });

  test("a colleague's cursor and drag draw no bar", async () => {
    await open();
    const user = { name: '王芳', office: '', role: 'editor', color: '#c2410c' } as const;
    const peer = { client: 7, user, view: 'gantt', selected: [id('甲二')] } as const;
    await settled(() => stand.peers.set([peer]));
    expect(document.querySelector('.peer-ring')).not.toBeNull();
    for (let days = 1; days <= 5; days++)
      await settled(() =>
        stand.peers.set([{ ...peer, draft: { node: id('甲二'), span: shift(span('甲二')!, days) } }]),
      );
    expect(document.querySelector('.peer-ghost')).not.toBeNull();
    expect(drawn).toEqual([]);
  });

  test('scrolling draws the rows that come into sight and no other', async () => {
    const clauses = Array.from({ length: 1000 }, (_, n) => `    工作${n} 03-01..04-30`).join('\n');
    await open(`一\n  甲\n${clauses}`.replace('工作500 03-01..04-30', '甲三'));
    const nodes = new Set(stand.plan().nodes.keys());
    drawn = [];
    await settled(() => scroller().scrollTo({ top: scroller().scrollTop + 4 * 36 }));
    // A bar and its cells for each of the four.
    expect(drawn.filter((key) => nodes.has(key)).length).toBeLessThanOrEqual(3 * 6);
    drawn = [];
    await settled(() => scroller().scrollTo({ top: 600 * 36 }));
    const rows = new Set(drawn.filter((key) => nodes.has(key)));
    expect(rows.size).toBeGreaterThanOrEqual(Math.floor(scroller().clientHeight / 36) - 2);
    expect(rows.size).toBeLessThanOrEqual(Math.ceil(scroller().clientHeight / 36) + 14);
  });

  test('of a thousand rows only those in sight are there', async () => {
    const clauses = Array.from({ length: 1000 }, (_, n) => `    工作${n} 03-01..04-30`).join('\n');
    await open(`一\n  甲\n${clauses}`.replace('工作500 03-01..04-30', '甲三'));
    expect(document.querySelectorAll('.gantt-bar').length).toBeLessThan(60);
    await settled(() => scroller().scrollTo({ top: 20_000 }));
    expect(document.querySelectorAll('.gantt-bar').length).toBeLessThan(60);
    expect(row('工作560')).toBeTruthy();
  });
});

describe('zoom', () => {
  test('by the wheel keeps the day under the pointer within a px', async () => {
    await open();
    const box = scroller().getBoundingClientRect();
    const x = felt('甲二').left;
    for (let n = 0; n < 12; n++) {
      const deltaY = n < 6 ? -100 : 100;
      await settled(() =>
        scroller().dispatchEvent(
          new WheelEvent('wheel', {
            deltaY,
            ctrlKey: true,
            clientX: x,
            clientY: box.top + 200,
            bubbles: true,
            cancelable: true,
          }),
        ),
      );
      expect(Math.abs(felt('甲二').left - x)).toBeLessThanOrEqual(1);
    }
    expect(stand.view().zoom.gantt).toBeCloseTo(8, 1);
  });

  test('fit shows every day of the plan', async () => {
    await open(TEXT.replace('06-01..06-30', '01-02..12-30'));
    await settled(() => stand.commands.run('view.fit'));
    const box = scroller().getBoundingClientRect();
    const side = document.querySelector('.gantt-side')!.getBoundingClientRect();
    expect(felt('乙一').left).toBeGreaterThanOrEqual(side.right);
    expect(felt('乙一').right).toBeLessThanOrEqual(box.right);
  });
});

test('a bar says to the ear what it says to the eye', async () => {
  await open();
  expect(bar('甲一').getAttribute('aria-label')).toMatch(/^1\.1 甲一，3月1日至4月30日，\d+个工作日，/);
  expect(bar('甲一').getAttribute('role')).toBe('button');
  expect(row('甲一').getAttribute('aria-level')).toBe('3');
  expect(row('甲一').querySelector('[aria-owns]')!.getAttribute('aria-owns')).toBe(bar('甲一').id);
});
