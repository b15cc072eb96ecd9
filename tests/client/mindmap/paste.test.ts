import { expect, test } from 'vitest';
import { outlinesOf } from '../../../client/views/mindmap/paste.ts';

test('an indented text becomes a branch, its list marks dropped', () => {
  expect(outlinesOf('一、作风\n\t1. 学习\n\t\t- 3次会议\n\t2. 职能\n二、改革\n', 'root')).toEqual([
    {
      kind: 'section',
      title: '作风',
      children: [
        { kind: 'item', title: '学习', children: [{ kind: 'clause', title: '3次会议' }] },
        { kind: 'item', title: '职能' },
      ],
    },
    { kind: 'section', title: '改革' },
  ]);
});

test('levels follow from where it is pasted, whatever the indentation is made of', () => {
  expect(outlinesOf('甲\n\u3000\u3000乙\n    \u3000\u3000丙', 'item')).toEqual([
    {
      kind: 'clause',
      title: '甲',
      children: [{ kind: 'task', title: '乙', children: [{ kind: 'task', title: '丙' }] }],
    },
  ]);
});

test('a year, a percentage or a decimal at the beginning is no list mark', () => {
  expect(outlinesOf('2019年工作\n3.5万平方米\n12345市民热线', 'section')?.map(({ title }) => title)).toEqual([
    '2019年工作',
    '3.5万平方米',
    '12345市民热线',
  ]);
});

test('nothing is planted from nothing, or below a milestone', () => {
  expect(outlinesOf(' \n\n', 'root')).toBeUndefined();
  expect(outlinesOf('甲', 'milestone')).toBeUndefined();
});
