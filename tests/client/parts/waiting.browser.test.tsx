// What waits for an answer is marked on every face, opens from its mark and by its key, is said aloud, and goes when it is answered.
import { page, userEvent } from 'vitest/browser';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Panels } from '../../../client/parts/panels.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import { ListView } from '../../../client/views/list.tsx';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { TextView } from '../../../client/views/text.tsx';
import '../../../client/style/text.css';
import type { Id, Suggestion } from '../../../shared/model/plan.ts';
import type { ViewName } from '../../../shared/protocol/presence.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const LATE = '年底前完成排查';
const PLAN = `
一
  甲
    修订章程
    ${LATE}
    不相干的事
`;

const FACES: Readonly<Record<ViewName, ReactNode>> = {
  gantt: <GanttView />,
  mindmap: <MindmapView />,
  list: <ListView />,
  text: <TextView />,
};

let stand: Stand | undefined;

afterEach(async () => {
  await stand?.close();
  stand = undefined;
});

const suggested = (node: Id, field: string, was: string, now: string): Suggestion => ({
  node,
  field,
  was,
  now,
  by: '局基教科',
  at: '2019-03-04',
  source: '修改稿.docx',
  state: 'open',
  reason: '',
});

async function opened(open: ViewName, role: 'chair' | 'viewer' = 'chair'): Promise<Stand> {
  await page.viewport(1400, 900);
  const at = (stand = standOf(docOf(PLAN), { open }, role));
  const id = idOf(at.plan(), '修订章程');
  at.remote([
    { do: 'put', id, key: 'span', value: { start: '2019-03-01', end: '2019-04-30' } },
    { do: 'record', sort: 'suggestion', id: 's1', value: suggested(id, 'title', '修订章程', '修订学校章程') },
    {
      do: 'record',
      sort: 'suggestion',
      id: 's2',
      value: suggested(id, 'span', '2019-03-01/2019-04-30', '2019-05-01/2019-06-30'),
    },
  ]);
  await at.draw(
    <>
      {FACES[open]}
      <Panels />
    </>,
  );
  return at;
}

const card = () => page.getByRole('dialog', { name: '这里的建议' });
const marks = (id: Id): Element[] => [...document.querySelectorAll(`[data-waiting="${id}"]`)];

test.for(['gantt', 'mindmap', 'list', 'text'] as const)('on the %s', async (face) => {
  const at = await opened(face);
  const [two, time, none] = ['修订章程', LATE, '不相干的事'].map((title) => idOf(at.plan(), title)) as [Id, Id, Id];
  await expect.poll(() => marks(two).length).toBeGreaterThan(0);
  expect(marks(time).length).toBe(1);
  expect(marks(none).length).toBe(0);
  await settled(() => {
    const mark = marks(two)[0]!;
    mark.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await expect.element(card()).toBeVisible();
  expect(document.querySelectorAll('.waiting-card .suggestion').length).toBe(2);
  await expect.element(card()).toHaveTextContent('局基教科 · 修改稿.docx');
  // What I look at has not changed by it.
  expect(at.view().selected).toEqual([]);
  await userEvent.click(card().getByRole('button', { name: '采纳：修订章程', exact: true }).first());
  expect(at.plan().nodes.get(two)!.title).toBe('修订学校章程');
  expect(at.plan().nodes.get(two)!.span).toEqual({ start: '2019-03-01', end: '2019-04-30' });
  await userEvent.click(card().getByRole('button', { name: '不采纳：修订学校章程' }));
  expect(at.plan().records.suggestion.get('s2')!.state).toBe('left');
  await expect.poll(() => document.querySelector('.waiting-card')).toBeNull();
  expect(marks(two).length).toBe(0);
  expect(at.written).toEqual(['suggestion.take', 'suggestion.leave']);
});

test.for(['gantt', 'mindmap', 'list', 'text'] as const)('by its key on the %s', async (face) => {
  const at = await opened(face);
  const id = idOf(at.plan(), LATE);
  await settled(() => void at.commands.run('view.select', { ids: [id] }));
  await userEvent.keyboard('{Shift>}{F2}{/Shift}');
  await expect.element(card()).toBeVisible();
  await expect.element(card().getByRole('button', { name: /^采纳“年底前”/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.waiting-card')).toBeNull();
  expect(at.plan().nodes.get(id)!.span).toBeUndefined();
});

test('a bar, a topic and a cell say what waits there', async () => {
  await opened('gantt');
  await expect.element(page.getByRole('button', { name: /^1\.1 修订章程.*2处修改建议$/ })).toBeInTheDocument();
  await stand!.close();
  await opened('mindmap');
  const topic = document.querySelector(`#map-${idOf(stand!.plan(), LATE)}`)!;
  expect(topic.getAttribute('aria-description')).toMatch(/正文提出1处时间$/);
  await stand!.close();
  await opened('list');
  await expect.poll(() => document.querySelector('.list-waiting')?.getAttribute('aria-label')).toMatch(/^2处修改建议/);
});

test('the chart draws dashed where the work would stand', async () => {
  await opened('gantt');
  await expect.poll(() => document.querySelectorAll('.waiting-ghost').length).toBe(2);
  const [ghost] = document.querySelectorAll('.waiting-ghost:not(.point)');
  const bar = document.querySelector('.gantt-bar')!.getBoundingClientRect();
  expect(ghost!.getBoundingClientRect().left).toBeGreaterThanOrEqual(bar.right - 2);
});

test('who may only read sees it and answers nothing', async () => {
  const at = await opened('list', 'viewer');
  await settled(() => void at.commands.run('suggestion.here', { id: idOf(at.plan(), '修订章程') }));
  await expect.element(card()).toBeVisible();
  expect(document.querySelectorAll('.waiting-card .button').length).toBe(0);
});
