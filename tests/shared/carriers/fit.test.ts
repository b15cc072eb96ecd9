// What is read can be made a plan: names that are sentences stand in the note, and what no plan holds is refused when it is read.
import { expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { isRefusedFile, planFromJson, toJson } from '../../../shared/export/json.ts';
import { diceOf } from '../../kit/plan.ts';
import { all, docx, p, read, refusalOf, xlsx } from './kit.ts';

const SENTENCE =
  '由局办公室统一协调会同各镇人民政府街道办事处区属各直属学校幼儿园社区教育中心按照各自职责分工共同组织实施定期报告落实情况逐项销号办结';

test('a sentence in the column of offices is no office: it is kept in the note, and said', () => {
  expect(SENTENCE.length).toBeGreaterThan(60);
  const { reading } = read('a.xlsx', xlsx([['2024年任务清单'], ['序号', '任务', '牵头部门', '配合部门'], ['1', '修订章程', SENTENCE, '局人事科']])); // prettier-ignore
  const [node] = all(reading.nodes);
  expect(node).toMatchObject({ lead: [], assist: ['局人事科'], note: `牵头部门：${SENTENCE}` });
  expect(reading.doubts).toContainEqual({
    line: 3,
    code: 'field-long',
    message: `这一格太长，全文放进备注：牵头部门：${SENTENCE.slice(0, 19)}`,
  });
  expect(isRefusedFile(planFromJson(toJson(contentsOf(reading, diceOf(1)))))).toBe(false);
});

test('words longer than any plan holds are refused when they are read, not when the plan is made', () => {
  expect(refusalOf('a.txt', '1'.repeat(400_000))).toBe('too-long');
  expect(refusalOf('a.txt', `一、甲\n1. 乙。${'3月底前'.repeat(60_000)}`)).toBe('too-long');
  expect(refusalOf('a.opml', `<opml><body><outline text="${'甲'.repeat(300_000)}"/></body></opml>`)).toBe('too-long');
});

test('thousands of comments, and thousands of linked tasks, are read and founded in time', () => {
  const numbers = Array.from({ length: 3_000 }, (_, at) => at);
  const body = numbers
    .map((at) => `<w:p><w:commentRangeStart w:id="${at}"/><w:r><w:t>${at + 1}. 甲</w:t></w:r><w:commentRangeEnd w:id="${at}"/><w:r><w:commentReference w:id="${at}"/></w:r></w:p>`)
    .join(''); // prettier-ignore
  const comments = numbers.map((at) => `<w:comment w:id="${at}" w:author="甲"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>`).join(''); // prettier-ignore
  const tasks = numbers
    .map((at) => `<Task><UID>${at + 1}</UID><Name>任务${at}</Name><OutlineLevel>1</OutlineLevel><PredecessorLink><PredecessorUID>${at}</PredecessorUID></PredecessorLink><Baseline><Number>0</Number><Start>2024-03-01T08:00:00</Start><Finish>2024-03-05T17:00:00</Finish></Baseline></Task>`)
    .join(''); // prettier-ignore
  const before = performance.now();
  contentsOf(read('a.docx', docx(p('一、总则') + body, { comments })).reading, diceOf(1));
  contentsOf(read('a.xml', `<Project><Tasks>${tasks}</Tasks></Project>`).reading, diceOf(1));
  // Both took minutes when each comment and each link searched through all nodes.
  expect(performance.now() - before).toBeLessThan(8_000);
});

test('goals and persons that pass what their fields hold are kept whole', () => {
  const goal = '形成制度。'.repeat(500);
  const { reading } = read('a.xlsx', xlsx([['2024年任务清单'], ['序号', '任务', '牵头部门', '预期成果'], ['1', '修订章程', '局办公室', goal]])); // prettier-ignore
  expect(all(reading.nodes)[0]).toMatchObject({ deliverable: goal.slice(0, 2_000), note: `预期成果：${goal}` });
});
