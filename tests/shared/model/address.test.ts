import { expect, test } from 'vitest';
import { nodeAt, nodeIn, withoutNode } from '../../../shared/model/address.ts';

const PAGE = 'https://plan.example.cn/plan/abc';

test('an address leads to a node in a face, and says both again', () => {
  expect(nodeAt(PAGE, 'n1')).toBe(`${PAGE}?node=n1`);
  expect(nodeAt(PAGE, undefined)).toBe(PAGE);
  const url = new URL(nodeAt(PAGE, 'n-1_b', 'list'));
  expect(nodeIn(url.search)).toEqual({ node: 'n-1_b', face: 'list' });
});

test('what is no id is none', () => {
  for (const search of ['', '?node=', '?node=__proto__', '?node=a%20b', '?node=root', `?node=${'x'.repeat(50)}`])
    expect(nodeIn(search).node, search).toBeUndefined();
});

test('once there, the address goes on without it and keeps the rest as it was', () => {
  expect(withoutNode('?node=n1&face=gantt')).toBe('');
  expect(withoutNode('?office=a,b&node=n1&q=%E5%AD%A6')).toBe('?office=a,b&q=%E5%AD%A6');
  expect(withoutNode('')).toBe('');
});
