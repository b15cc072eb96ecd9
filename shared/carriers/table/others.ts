// What stands in a workbook's other sheets: nothing is made of it, and all of it is kept behind the table, each row with its place.
import { ROWS } from '../limits.ts';
import type { ReadDoubt, Reading } from '../reading.ts';
import { Unreadable } from '../refusal.ts';
import type { Other } from './grid.ts';

export function withOthers(
  reading: Reading,
  others: readonly Other[],
  lineOf: (row: Other['rows'][number]) => string,
): Reading {
  if (others.length === 0) return reading;
  const lines = reading.source.split('\n');
  const rest: { line: number; text: string }[] = [];
  const doubts: ReadDoubt[] = [];
  for (const { name, hidden, rows } of others) {
    lines.push(`【${name}】`);
    const said = hidden ? '没有读取的工作表（隐藏），内容原样保留' : '没有读取的工作表，内容原样保留';
    doubts.push({ line: lines.length, code: 'sheet-skipped', message: `${said}：${name}` });
    for (const row of rows) {
      const text = lineOf(row).trim();
      if (text === '') continue;
      lines.push(text);
      rest.push({ line: lines.length, text });
      if (lines.length > ROWS * 2) throw new Unreadable('too-large', `${name} > ${ROWS}`);
    }
  }
  return {
    ...reading,
    source: lines.join('\n'),
    rest: [...reading.rest, ...rest],
    doubts: [...doubts, ...reading.doubts],
  };
}
