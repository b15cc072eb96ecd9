import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mend } from '../../../shared/carriers/mend.ts';
import type { Mend } from '../../../shared/carriers/mend.ts';
import type { Reading } from '../../../shared/carriers/reading.ts';
import { mayHold } from '../../../shared/model/tree.ts';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { diceOf } from '../../kit/plan.ts';
import { all, read, shown } from './kit.ts';

const TEXT = `2024年工作要点
一、甲部分
1. 甲一。措施一。（牵头部门：子科）
2. 甲二。措施二甲，措施二乙。（牵头部门：丑科，完成时限：3-7月）
二、乙部分
3. 乙一。措施三。（牵头部门：寅科，完成时限：6月30日前）
（此件公开发布）
`;

const start = (): Reading => read('a.txt', TEXT).reading;
const keyOf = (reading: Reading, title: string): string => all(reading.nodes).find((node) => node.title === title)!.key;
function after(reading: Reading, ...mends: readonly ((reading: Reading) => Mend)[]): Reading {
  return mends.reduce((now, make) => mend(now, make(now)) ?? now, reading);
}

describe('levels', () => {
  test('an item one level down is a measure of the item before it', () => {
    const now = after(start(), (r) => ({ do: 'level', key: keyOf(r, '甲二'), by: 1 }));
    expect(shown(now.nodes)).toBe(
      ['section 甲部分', '  item 甲一', '    clause 措施一 [子科]', '    clause 甲二', '    clause 措施二甲，措施二乙 [丑科]', 'section 乙部分', '  item 乙一', '    clause 措施三 [寅科]'].join('\n'),
    ); // prettier-ignore
  });

  test('an item one level up is a section, and what follows hangs below it', () => {
    const now = after(start(), (r) => ({ do: 'level', key: keyOf(r, '甲一'), by: -1 }));
    expect(shown(now.nodes).split('\n').slice(0, 4)).toEqual([
      'section 甲部分',
      'section 甲一',
      '  item 措施一 [子科]',
      '  item 甲二',
    ]);
  });

  test('the first line cannot go down, a section cannot go up', () => {
    const reading = start();
    expect(mend(reading, { do: 'level', key: keyOf(reading, '甲部分'), by: 1 })).toBeUndefined();
    expect(mend(reading, { do: 'level', key: keyOf(reading, '甲部分'), by: -1 })).toBeUndefined();
  });

  test('siblings change places with what hangs below them', () => {
    const now = after(start(), (r) => ({ do: 'swap', key: keyOf(r, '甲部分'), by: 1 }));
    expect(shown(now.nodes).split('\n')[0]).toBe('section 乙部分');
    expect(shown(after(now, (r) => ({ do: 'swap', key: keyOf(r, '甲部分'), by: -1 })).nodes)).toBe(
      shown(start().nodes),
    );
  });
});

describe('lines', () => {
  test('split in two, both named as the bracket said; merged again they are one', () => {
    const reading = start();
    const key = keyOf(reading, '措施二甲，措施二乙');
    const split = mend(reading, { do: 'split', key, at: 5 })!;
    expect(shown(split.nodes)).toContain('    clause 措施二甲， [丑科]\n    clause 措施二乙 [丑科]');
    const merged = mend(split, { do: 'merge', key: keyOf(split, '措施二乙') })!;
    expect(shown(merged.nodes)).toBe(shown(reading.nodes));
  });

  test('a line left out comes in where it stands, and goes out again', () => {
    const reading = start();
    const [left] = reading.rest;
    expect(left?.text).toBe('（此件公开发布）');
    const now = mend(reading, { do: 'in', line: left!.line })!;
    expect(now.rest).toEqual([]);
    expect(shown(now.nodes)).toMatch(/clause 措施三 \[寅科\]\n {4}clause （此件公开发布）$/);
    const out = mend(now, { do: 'out', key: all(now.nodes).at(-1)!.key })!;
    expect(shown(out.nodes)).toBe(shown(reading.nodes));
    expect(out.rest).toEqual(reading.rest);
  });

  test('what goes out keeps what hung below it', () => {
    const now = after(start(), (r) => ({ do: 'out', key: keyOf(r, '乙部分') }));
    expect(shown(now.nodes)).toMatch(/clause 措施二甲，措施二乙 \[丑科\]\n {2}item 乙一\n/);
    expect(now.rest.map(({ text }) => text)).toContain('二、乙部分');
  });
});

describe('dates', () => {
  test('no day is set by itself; what the words state both ends of is set when asked', () => {
    const reading = start();
    expect(all(reading.nodes).some(({ span }) => span)).toBe(false);
    const now = mend(reading, { do: 'dates' })!;
    expect(all(now.nodes).flatMap(({ span, title }) => (span ? [[title, span.start, span.end]] : []))).toEqual([
      ['措施二甲，措施二乙', '2024-03-01', '2024-07-31'],
    ]);
    expect(mend(now, { do: 'dates' })).toBeUndefined();
  });

  test('new words are read anew; none take the deadline away', () => {
    const now = after(start(), (r) => ({ do: 'due', key: keyOf(r, '措施一'), words: '9月底前' }));
    expect(all(now.nodes).find(({ title }) => title === '措施一')).toMatchObject({
      due: { kind: 'by', words: '9月底前' },
      stated: { end: '2024-09-30' },
    });
    const none = after(now, (r) => ({ do: 'due', key: keyOf(r, '措施一'), words: '' }));
    expect(all(none.nodes).find(({ title }) => title === '措施一')?.due).toBeUndefined();
  });
});

test('whatever is mended, the result is a plan', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const step = fc.record({
    what: fc.constantFrom('level', 'swap', 'split', 'merge', 'out', 'in', 'kind' as const),
    which: fc.nat(),
    by: fc.constantFrom(1, -1),
    kind: fc.constantFrom('section', 'item', 'clause', 'task', 'milestone' as const),
    at: fc.nat(10),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = start();
      for (const { what, which, by, kind, at } of steps) {
        const nodes = all(now.nodes);
        const key = nodes[which % Math.max(1, nodes.length)]?.key ?? '';
        const line = now.rest[which % Math.max(1, now.rest.length)]?.line ?? 0;
        const each: Mend =
          what === 'in'
            ? { do: 'in', line }
            : what === 'level' || what === 'swap'
              ? { do: what, key, by }
              : what === 'split'
                ? { do: 'split', key, at }
                : what === 'kind'
                  ? { do: 'kind', key, kind }
                  : { do: what, key };
        now = mend(now, each) ?? now;
      }
      const fits = (nodes: Reading['nodes'], above: Parameters<typeof mayHold>[0]): boolean =>
        nodes.every((node) => mayHold(above, node.kind) && fits(node.children, node.kind));
      const keys = all(now.nodes).map(({ key }) => key);
      expect(fits(now.nodes, 'root')).toBe(true);
      expect(new Set(keys).size).toBe(keys.length);
      expect(contentsOf(now, diceOf(1)).plan.nodes.size).toBe(keys.length);
    }),
    { seed, numRuns: 300 },
  );
});

describe('what other columns say', () => {
  const csv =
    '序号,重点工作,具体任务,责任单位,目标,责任人,备注\n1,甲,措施一,子科,方案一份,张三,经费另报\n,,措施二,子科,报告一份,李四,区府实事\n,,措施三,子科,,,\n';
  const table = (): Reading => read('a.csv', csv).reading;

  test('is mended like any of its words, and emptied', () => {
    const now = after(
      table(),
      (r) => ({ do: 'beside', key: keyOf(r, '措施一'), what: 'note', words: '经费已批\n分两次拨 ' }),
      (r) => ({ do: 'beside', key: keyOf(r, '措施二'), what: 'deliverable', words: '' }),
    );
    const [one, two] = ['措施一', '措施二'].map((title) => all(now.nodes).find((node) => node.title === title)!);
    expect(one!.note).toBe('经费已批\n分两次拨');
    expect(two).not.toHaveProperty('deliverable');
    const same = keyOf(now, '措施一');
    expect(mend(now, { do: 'beside', key: same, what: 'note', words: one!.note! })).toBeUndefined();
  });

  test('stays when two lines become one', () => {
    const reading = table();
    const joined = mend(reading, { do: 'merge', key: keyOf(reading, '措施二') })!;
    const one = all(joined.nodes).find(({ title }) => title === '措施一。措施二')!;
    expect(one).toMatchObject({
      deliverable: '方案一份；报告一份',
      note: '经费另报\n区府实事',
      people: { duty: '张三、李四' },
    });
    const again = mend(joined, { do: 'merge', key: keyOf(joined, '措施三') })!;
    expect(all(again.nodes).find(({ title }) => title.endsWith('措施三'))).toMatchObject({
      deliverable: '方案一份；报告一份',
    });
  });
});
