import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { page, userEvent } from 'vitest/browser';
import { TextView } from '../../../client/views/text.tsx';
import { found } from '../../../shared/doc/found.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { write } from '../../../shared/yaodian/write.ts';
import type { Meta } from '../../../shared/model/plan.ts';
import { diceOf, docOf, idOf, show } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import { QINGPU_2019 } from '../../../server/seed/text.ts';

let stand: Stand;
afterEach(() => stand.close());

async function open(
  text: string | Y.Doc = SMALL,
  role: 'chair' | 'viewer' = 'chair',
  meta: Partial<Meta> = { preamble: '总体要求。' },
): Promise<void> {
  stand = standOf(typeof text === 'string' ? docOf(text, 1, meta) : text, { open: 'text' }, role);
  await stand.draw(<TextView />);
}

const words = (title: string): HTMLElement => document.getElementById(`text-${idOf(stand.plan(), title)}`)!;
const sheet = (): HTMLElement => document.querySelector<HTMLElement>('.page')!;
async function pause(): Promise<void> {
  await expect.poll(() => stand.drafts()).toBe(0);
}

/** What Ctrl+C would put on the clipboard. */
function copied(): string {
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
  sheet().dispatchEvent(event);
  return event.defaultPrevented ? data.getData('text/plain') : String(getSelection());
}

function caret(): number {
  const { focusNode, focusOffset } = getSelection()!;
  return focusNode instanceof Text ? focusOffset : 0;
}

describe('a copy from the page', () => {
  test('of the whole 2019 text is that text, character for character', async () => {
    const doc = new Y.Doc();
    const { meta, children } = toOutline(parse(QINGPU_2019));
    found(doc, { meta, outlines: children }, diceOf(1));
    await open(doc);
    getSelection()!.selectAllChildren(sheet());
    expect(copied()).toBe(QINGPU_2019);
    expect(write(stand.plan())).toBe(QINGPU_2019);
  });

  test('of a stretch runs across clauses, numbers and brackets, and holds nothing of the margin', async () => {
    await open();
    getSelection()!.setBaseAndExtent(words('甲一').firstChild!, 1, words('乙').firstChild!, 1);
    expect(copied()).toBe('一（牵头部门：局办公室、局人事科）。甲二（牵头部门：局基教科）。\n2. 乙');
  });

  test('holds no placeholder and no offer', async () => {
    await open('一\n  甲\n    甲一', 'chair', { title: '试排' });
    await settled(() => stand.commands.run('tree.add-after', { after: idOf(stand.plan(), '甲一') }));
    await userEvent.keyboard('{Escape}');
    getSelection()!.selectAllChildren(sheet());
    expect(copied()).toBe(write(stand.plan()));
  });
});

describe('a clause', () => {
  test('is typed into where it was clicked, and goes into the plan when typing pauses', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}到位');
    expect(stand.drafts()).toBe(1);
    await pause();
    expect(show(stand.plan())).toContain('甲一到位 03-01');
    expect(stand.view().selected).toEqual([idOf(stand.plan(), '甲一到位')]);
  });

  test('keeps my caret beside my words when somebody else types before it', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}落实');
    const id = idOf(stand.plan(), '甲一');
    await settled(() => stand.remote([{ do: 'retitle', id, title: '全面甲一' }]));
    expect(document.getElementById(`text-${id}`)!.textContent).toBe('全面甲一落实');
    expect(caret()).toBe(6);
    await pause();
    expect(stand.plan().nodes.get(id)!.title).toBe('全面甲一落实');
  });

  test('is followed by a new one on Enter at its end, numbered by itself', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}{Enter}新的措施');
    await pause();
    expect(write(stand.plan())).toContain('局人事科）。新的措施。甲二（牵头');
    const { plan } = stand;
    expect(show(plan())).toMatch(/甲一.*\n {4}新的措施\n {4}甲二/);
  });

  test('that was begun and given up leaves no trace', async () => {
    await open();
    const before = write(stand.plan());
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}{Enter}{Escape}');
    expect(write(stand.plan())).toBe(before);
    expect(document.querySelectorAll('.words:empty')).toHaveLength(0);
  });

  test('moves with Alt and an arrow, the caret staying in its words', async () => {
    await open();
    await userEvent.click(words('甲二'));
    await userEvent.keyboard('{End}{Alt>}{ArrowUp}{/Alt}');
    expect(write(stand.plan())).toContain('。甲二（牵头部门：局基教科）。甲一（');
    await userEvent.keyboard('好');
    await pause();
    expect(write(stand.plan())).toContain('。甲二好（牵头部门：局基教科）。甲一（');
  });

  test('is left by arrows at its ends for what stands before and after', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(document.activeElement).toBe(words('甲二'));
    await userEvent.keyboard('{ArrowLeft}');
    expect([document.activeElement, caret()]).toEqual([words('甲一'), 2]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(words('甲二'));
  });

  test('takes a paste as one line of plain words', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}');
    const data = new DataTransfer();
    data.setData('text/plain', '推进\n落实');
    data.setData('text/html', '<b>推进</b><br>落实');
    await settled(() =>
      words('甲一').dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      ),
    );
    await pause();
    expect(show(stand.plan())).toContain('甲一推进落实 03-01');
  });

  test('undoes all that was typed with one key', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}推进落实{Control>}z{/Control}');
    expect(words('甲一').textContent).toBe('甲一');
    expect(stand.written).toEqual(['content.retitle']);
  });
});

describe('with an input method', () => {
  test('nothing goes out while a syllable is composed, and its Enter makes no clause', async () => {
    await open();
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('{End}');
    const el = words('甲一');
    await settled(() => {
      el.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      el.firstChild!.nodeValue = '甲一luo';
      el.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
      el.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    await settled(() => stand.remote([{ do: 'retitle', id: idOf(stand.plan(), '甲一'), title: '全面甲一' }]));
    expect(el.textContent).toBe('甲一luo');
    await settled(() => {
      el.firstChild!.nodeValue = '甲一落';
      el.dispatchEvent(new CompositionEvent('compositionend', { data: '落', bubbles: true }));
    });
    expect(el.textContent).toBe('全面甲一落');
    await pause();
    expect(show(stand.plan())).toContain('全面甲一落 03-01');
    expect(stand.written).toEqual(['content.retitle']);
  });
});

describe('the page', () => {
  test('renumbers at once when an item moves to another section', async () => {
    await open();
    await settled(() =>
      stand.commands.run('tree.move', { ids: [idOf(stand.plan(), '甲')], parent: idOf(stand.plan(), '三') }),
    );
    expect(sheet().textContent).toContain('三、三3. 甲（');
  });

  test('lets an item go to the next section by keys, and what refers to it by number goes along', async () => {
    await open('一\n  甲\n    甲一 @局办公室\n  乙\n    与第1项一并落实 @局基教科\n二\n  丙\n    丙一 @局人事科');
    await userEvent.click(words('甲'));
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(write(stand.plan())).toMatch(/一、一\n1\. 乙。与第2项一并落实.*\n二、二\n2\. 甲。甲一.*\n3\. 丙/);
    expect(sheet().textContent).toContain('与第2项一并落实');
  });

  test('has the title and preamble typed into as well', async () => {
    await open();
    await userEvent.click(document.getElementById('text-preamble')!);
    await userEvent.keyboard('{End}新的一句。{Escape}');
    await userEvent.click(document.getElementById('text-root')!);
    await userEvent.keyboard('{End}表{Escape}');
    expect([stand.plan().meta.title, stand.plan().meta.preamble]).toEqual(['试排表', '总体要求。新的一句。']);
  });

  test('picks the lead in its bracket', async () => {
    await open();
    await userEvent.click(words('甲二').parentElement!.querySelectorAll('.office')[3]!);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('人事{Enter}{Escape}');
    expect(write(stand.plan())).toContain('甲二（牵头部门：局基教科、局人事科）');
  });

  test('shows undated work as undated and invents nothing', async () => {
    await open('一\n  甲\n    甲一 @局办公室\n    甲二 03-01..03-31');
    const entries = [...document.querySelectorAll('.margin-entry')].map((entry) => entry.textContent);
    expect(entries).toEqual(['未启动1.1待定', '滞后1.23/1–3/31']);
  });

  test('is only read by a viewer', async () => {
    await open(SMALL, 'viewer');
    await userEvent.click(words('甲一'));
    await userEvent.keyboard('字{Enter}');
    expect([stand.written, document.querySelectorAll('[contenteditable]').length]).toEqual([[], 0]);
  });

  test('is walked through by arrows without typing', async () => {
    await open();
    await settled(() => sheet().focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(stand.view().selected).toEqual([idOf(stand.plan(), '甲一')]);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(words('甲一'));
  });
});

test('who leads a clause can be picked where its own words say it, and then stands in a bracket', async () => {
  const text =
    '2019年要点\n一、提质\n1. 编印手册。由德育科牵头，教研室配合，编印指导手册。\n2. 办好联赛。举办联赛。（牵头部门：体卫科）\n';
  const doc = new Y.Doc();
  const { meta, children } = toOutline(parse(text));
  found(doc, { meta, outlines: children }, diceOf(1));
  await open(doc);
  expect(write(stand.plan())).toBe(text);
  const own = words('由德育科牵头，教研室配合，编印指导手册');
  await userEvent.click(own);
  const pick = page.getByRole('button', { name: '改牵头部门' });
  await expect.element(pick).toBeVisible();
  // Beside a bracket nothing is offered: its names are picked from.
  await userEvent.click(words('举办联赛'));
  await expect.element(pick).not.toBeInTheDocument();
  await userEvent.click(own);
  await userEvent.click(pick);
  await userEvent.click(page.getByRole('option', { name: '体卫科' }));
  await expect
    .poll(() => write(stand.plan()))
    .toContain('编印指导手册。（牵头部门：德育科、体卫科；配合部门：教研室）');
});
