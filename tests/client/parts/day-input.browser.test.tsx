// A day typed by hand: read in any common writing, and said so when it cannot be read.
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { zh } from '../../../client/i18n/zh.ts';
import { DayInput } from '../../../client/parts/day-input.tsx';
import { SpanField } from '../../../client/parts/span.tsx';
import { Toasts } from '../../../client/parts/toasts.tsx';
import { docOf } from '../../kit/plan.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;

afterEach(() => stand.close());

test('what is no day is said, kept to be mended, and set nowhere', async () => {
  const set = vi.fn();
  stand = standOf(docOf('一部分'));
  await stand.draw(
    <>
      <DayInput label="开始日期" value={undefined} usual={2019} set={set} />
      <Toasts />
    </>,
  );
  const field = document.querySelector<HTMLInputElement>('input.field')!;
  await userEvent.type(field, '13/45{Enter}');
  await vi.waitFor(() => expect(document.querySelector('.toasts')?.textContent).toContain(zh['day.unread']));
  expect(field.value).toBe('13/45');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(set).not.toHaveBeenCalled();
  await userEvent.clear(field);
  await userEvent.type(field, '9/2{Enter}');
  await vi.waitFor(() => expect(set).toHaveBeenCalledWith({ day: '2019-09-02' }));
});

test('a length typed into an end is shown as the day it comes to, and taken by Enter', async () => {
  stand = standOf(docOf('一部分\n  甲\n    甲一 04-29..04-30'), { open: 'gantt' });
  const node = [...stand.plan().nodes.values()].find(({ title }) => title === '甲一')!;
  await stand.draw(<SpanField node={node} />);
  const field = document.querySelectorAll<HTMLInputElement>('input.field')[1]!;
  await userEvent.clear(field);
  await userEvent.type(field, '4个工作日');
  await vi.waitFor(() => expect(document.querySelector('.day-ends')!.textContent).toContain('2019年5月6日（周一）'));
  expect(stand.written).toEqual([]);
  await userEvent.type(field, '{Enter}');
  expect(stand.plan().nodes.get(node.id)!.span).toEqual({ start: '2019-04-29', end: '2019-05-06' });
});

test('2周 is two weeks, as in the list, and not the second week of a term', async () => {
  stand = standOf(docOf('一部分\n  甲\n    甲一 04-29..04-30'), { open: 'gantt' });
  const node = [...stand.plan().nodes.values()].find(({ title }) => title === '甲一')!;
  await stand.draw(<SpanField node={node} />);
  const field = document.querySelectorAll<HTMLInputElement>('input.field')[1]!;
  await userEvent.clear(field);
  await userEvent.type(field, '2周{Enter}');
  expect(stand.plan().nodes.get(node.id)!.span).toEqual({ start: '2019-04-29', end: '2019-05-12' });
  await userEvent.clear(field);
  await userEvent.type(field, '第2周{Enter}');
  expect(stand.plan().nodes.get(node.id)!.span!.end).toBe('2019-09-15');
});
