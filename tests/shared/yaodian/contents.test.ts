// What surrounds a plan in its file and looks like it: a table of contents, annexes, notes of a table, the buttons of a web page. None of it becomes work.
import { expect, test } from 'vitest';
import { flat } from '../../../shared/yaodian/manner.ts';
import { parse } from '../../../shared/yaodian/parse.ts';

const BODY = `一、落实根本任务
（一）建好育人格局。遴选名师工作室十个。（牵头处室：思政处；完成时限：6月底前）
（二）改进劳动教育。新建实践基地三处。（牵头处室：基教处）
二、激发队伍活力
（三）优化配置。交流轮岗教师二百人。（牵头处室：人事处；秋季开学前）
`;
const PLAIN = `岚山市教育局2023年工作要点

${BODY}`;

const tree = (text: string): readonly string[] =>
  flat(parse(text).children).map(({ kind, title }) => `${kind} ${title}`);

test('a table of contents before it', () => {
  const contents = `岚山市教育局2023年工作要点

目　　录

一、落实根本任务………………………1
二、激发队伍活力………………………2
三、附则………………………………10

${PLAIN}`;
  expect(tree(contents)).toEqual(tree(PLAIN));
  expect(parse(contents).rest.map(({ text }) => text)).toContain('二、激发队伍活力………………………2');
});

test('annexes behind the signature that are no work', () => {
  const annexed = `${PLAIN}
附件：1．2023年重要会议安排
2．2023年教师培训项目表

岚山市教育局
2023年3月8日

附件1
2023年重要会议安排
序号	会议名称	时间	地点
1	全区教育工作会议	3月	会议中心
2	教师节庆祝大会	9月10日	剧院

附件2
2023年教师培训项目表
序号	项目	人数	学时
1	新任教师培训	180	120
2	班主任研修	60	40
`;
  expect(tree(annexed)).toEqual(tree(PLAIN));
  const kept = parse(annexed).rest.map(({ text }) => text);
  expect(kept).toEqual(expect.arrayContaining(['2 教师节庆祝大会 9月10日 剧院', '附件2']));
});

test('an annex that says who does what is work', () => {
  const annexed = `${PLAIN}
岚山市教育局
2023年3月8日

附件1
序号	重点任务	牵头处室	完成时限
1	修缮校舍	计财处	8月底前
2	更新校车	后勤处	9月底前
`;
  expect(tree(annexed)).toEqual(expect.arrayContaining(['item 修缮校舍', 'item 更新校车']));
});

test.each(['打印本页  关闭窗口', '各部门要对照要点细化分工，确保年度目标任务圆满完成。', '【打印】【关闭】'])(
  'behind the last item: %s',
  (line) => {
    expect(tree(`${PLAIN}\n${line}\n`)).toEqual(tree(PLAIN));
    expect(parse(`${PLAIN}\n${line}\n`).rest.map(({ text }) => text)).toEqual([line]);
  },
);

test('a title over two lines, the first of which no list of offices would know', () => {
  expect(parse(`南澜理工学院党委行政\n2024年工作要点\n\n${BODY}`).title).toBe('南澜理工学院党委行政2024年工作要点');
});

test('a deadline in a bracket of its own behind the offices, and a label that a page broke', () => {
  const times = (text: string): readonly (string | undefined)[] =>
    flat(parse(text).children).flatMap(({ deadline, roles }) => (roles.lead.length > 0 ? [deadline?.raw] : []));
  const apart = PLAIN.replace('；完成时限：6月底前）', '）（6月底前完成）').replace('基教处）', '基教处）（每月调度）');
  expect(times(apart)).toEqual(['6月底前完成', '每月调度', '秋季开学前']);
  const broken = PLAIN.replace('；完成时限：6月', '；完\n成时限：6月');
  expect(times(broken)).toEqual(['6月底前', undefined, '秋季开学前']);
  expect(flat(parse(broken).children).flatMap(({ roles }) => [...roles.assist])).toEqual([]);
});
