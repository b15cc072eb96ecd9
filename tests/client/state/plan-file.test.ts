import { expect, test } from 'vitest';
import { planFileOf } from '../../../client/state/plan-file.ts';
import { NODES } from '../../../shared/carriers/limits.ts';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { flatten } from '../../../shared/carriers/reading.ts';
import { isRefusedFile, planFromJson } from '../../../shared/export/json.ts';
import { PLAN_BYTES } from '../../../shared/protocol/api.ts';
import { diceOf } from '../../kit/plan.ts';

/** A table as large as the reader takes: two thirds measures, each with offices and a deadline. */
function longest(): string {
  const rows = ['序号,板块,重点任务,具体措施,牵头部门,配合部门,完成时限'];
  for (let i = 0; i < 14_800; i++) {
    const item = Math.floor(i / 3);
    const section = Math.floor(item / 200) + 1;
    rows.push(
      `${item + 1},第${section}板块,任务${item}深化课程改革,措施${i}：完成方案修订并组织实施、开展总结,局${i % 8}科,局${(i + 1) % 8}科,${(i % 12) + 1}月底前`,
    );
  }
  return rows.join('\n');
}

test('whatever the reader takes, the server takes: the longest table is founded in one request', () => {
  const read = readCarrier({ name: 'a.csv', bytes: new TextEncoder().encode(longest()) });
  if (isRefusedCarrier(read)) throw new Error(read.refused);
  const nodes = flatten(read.reading.nodes).length;
  expect(nodes).toBeGreaterThan(NODES * 0.95);
  const file = planFileOf(read.reading, diceOf(1));
  expect(new TextEncoder().encode(JSON.stringify({ file })).length).toBeLessThan(PLAN_BYTES);
  const back = planFromJson(file);
  expect(isRefusedFile(back) ? back : back.plan.nodes.size).toBe(nodes);
});
