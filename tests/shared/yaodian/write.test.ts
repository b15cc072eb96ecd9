// An edited plan reads as if its author had edited the document: numbers, punctuation and brackets follow.
import { describe, expect, test } from 'vitest';
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import type { Id, Outline, Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { addMark, dropMark, leadFirst, officeNamed, renameOffice, retitle } from '../../../shared/ops/content.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { addNode, bin, moveNode, restore } from '../../../shared/ops/tree.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { sketch } from '../../../shared/yaodian/sketch.ts';
import { write, writeParts } from '../../../shared/yaodian/write.ts';
import { diceOf } from '../../kit/plan.ts';

const dice = diceOf(7);

function planOf(text: string): Plan {
  const { meta, children } = toOutline(parse(text));
  return sketch(meta, children);
}

function after(plan: Plan, ...edits: readonly ((plan: Plan) => Outcome)[]): Plan {
  return edits.reduce((before, edit) => {
    const outcome = edit(before);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return applyChanges(before, outcome);
  }, plan);
}

function idOf(plan: Plan, beginning: string): Id {
  const found = [...plan.nodes.values()].find((node) => node.title.startsWith(beginning));
  if (!found) throw new Error(`no node ${beginning}`);
  return found.id;
}

const line = (text: string, beginning: string): string | undefined =>
  text.split('\n').find((each) => each.startsWith(beginning));

describe('the 2019 plan', () => {
  const plan = planOf(QINGPU_2019);
  const id = (beginning: string): Id => idOf(plan, beginning);
  const office = (name: string): Id => officeNamed(plan, name)!;

  test('untouched is the source, byte for byte', () => {
    expect(write(plan)).toBe(QINGPU_2019);
    expect(Buffer.from(write(plan)).length).toBe(15_717);
  });

  test('dates, tasks and milestones are plan, not text', () => {
    const clause = id('推进“小学兴趣化');
    const dated = after(
      plan,
      (p) => setSpan(p, { id: clause, span: { start: '2019-03-11', end: '2019-11-22' } }),
      (p) => addNode(p, { id: 'm', parent: clause, kind: 'milestone', title: '科技节开幕' }, dice),
      (p) => addNode(p, { id: 't', parent: clause, kind: 'task', title: '制定方案' }, dice),
      (p) => addNode(p, { id: 'u', parent: 't', kind: 'task', title: '报批' }, dice),
    );
    expect(write(dated)).toBe(QINGPU_2019);
  });

  test('a renamed item changes its title and nothing else', () => {
    const renamed = after(plan, (p) => retitle(p, { id: id('办好学前教育'), title: '办好优质学前教育' }));
    expect(write(renamed)).toBe(QINGPU_2019.replace('10. 办好学前教育。', '10. 办好优质学前教育。'));
  });

  test('a title that closes itself gets no second stop', () => {
    const renamed = after(plan, (p) => retitle(p, { id: id('办好学前教育'), title: '学前教育怎么办？' }));
    expect(line(write(renamed), '10. ')).toMatch(/^10\. 学前教育怎么办？加强课程实施管理/);
  });

  test('item 6 moved to the end of section 三 becomes item 9, and what was 7 to 9 moves up', () => {
    const moved = after(plan, (p) => moveNode(p, { ids: [id('促进区域教育')], parent: id('聚焦学生综合素养') }, dice));
    const lines = QINGPU_2019.split('\n');
    const six = lines.findIndex((each) => each.startsWith('6. '));
    const [item] = lines.splice(six, 1);
    const nine = lines.findIndex((each) => each.startsWith('9. '));
    lines.splice(nine + 1, 0, item!);
    let n = 0;
    const expected = lines.map((each) => each.replace(/^\d+(?=\. )/, () => String(++n))).join('\n');
    expect(write(moved)).toBe(expected);
    expect(write(moved)).toContain('\n9. 促进区域教育一体化发展。');
  });

  test('moved back it is item 6 again, and only white space that was nobody’s stays away', () => {
    const six = id('促进区域教育');
    const there = after(plan, (p) => moveNode(p, { ids: [six], parent: id('聚焦学生综合素养') }, dice));
    const back = after(there, (p) => moveNode(p, { ids: [six], parent: id('聚焦推动改革') }, dice));
    expect(write(back)).toBe(QINGPU_2019);
  });

  test('an item with stray white space leaves it behind when it moves', () => {
    const moved = after(plan, (p) =>
      moveNode(p, { ids: [id('加快教育资源建设')], parent: id('聚焦提高教育保障') }, dice),
    );
    const text = write(moved);
    expect(text).toContain('\n28. 加快教育资源建设。');
    expect(text).not.toMatch(/。 \n|\n\n/);
    expect(text.endsWith('（牵头部门：局规划办）。\n ')).toBe(true);
  });

  test('a new lead stands in the bracket, first named first', () => {
    const clause = id('配合做好全区教育大会');
    const led = after(plan, (p) => addMark(p, { id: clause, role: 'lead', office: office('局人事科') }, dice));
    expect(write(led)).toBe(
      QINGPU_2019.replace('各项部署（牵头部门：局办公室）', '各项部署（牵头部门：局办公室、局人事科）'),
    );
    const swapped = after(led, (p) => leadFirst(p, { id: clause, office: office('局人事科') }, dice));
    expect(write(swapped)).toContain('各项部署（牵头部门：局人事科、局办公室）。');
  });

  test('assisting offices follow the leads', () => {
    const clause = id('配合做好全区教育大会');
    const both = after(plan, (p) => addMark(p, { id: clause, role: 'assist', office: office('局人事科') }, dice));
    expect(write(both)).toContain('各项部署（牵头部门：局办公室；配合部门：局人事科）。');
  });

  test('without a lead the bracket goes and one stop stays, also where there were two', () => {
    const first = after(plan, (p) => dropMark(p, { id: id('配合做好'), role: 'lead', office: office('局办公室') }));
    expect(write(first)).toContain('各项部署。\n2. ');
    const second = after(plan, (p) => dropMark(p, { id: id('深化“德智体'), role: 'lead', office: office('局德育科') }));
    expect(write(second)).toContain('特色校的创建评估。\n8. ');
  });

  test('a changed lead keeps the stop its author put before the bracket', () => {
    const clause = id('深化“德智体');
    const changed = after(
      plan,
      (p) => addMark(p, { id: clause, role: 'lead', office: office('局综教科') }, dice),
      (p) => dropMark(p, { id: clause, role: 'lead', office: office('局德育科') }),
    );
    expect(write(changed)).toContain('创建评估。（牵头部门：局综教科）。\n8. ');
  });

  test('a renamed office is renamed wherever it stands', () => {
    const renamed = after(plan, (p) => renameOffice(p, { id: office('局基教科'), name: '基础教育科' }));
    expect(write(renamed)).toBe(QINGPU_2019.replaceAll('局基教科', '基础教育科'));
  });

  test('a clause without lead is added with its stop', () => {
    const added = after(plan, (p) =>
      addNode(p, { id: 'new', parent: id('办好学前教育'), title: '研究制定托育机构管理办法' }, dice),
    );
    expect(line(write(added), '10. ')).toMatch(/局民教办）。研究制定托育机构管理办法。$/);
  });

  test('a clause that is empty yet is not written', () => {
    const added = after(plan, (p) => addNode(p, { id: 'new', parent: id('办好学前教育') }, dice));
    expect(write(added)).toBe(QINGPU_2019);
  });

  test('a new item in the middle takes its number, and the rest count on', () => {
    const added = after(plan, (p) =>
      addNode(p, { id: 'new', parent: id('聚焦推动改革'), before: id('深化考试招生'), title: '加强法治教育' }, dice),
    );
    const text = write(added);
    expect(text).toContain('\n5. 加强法治教育。\n6. 深化考试招生综合改革。');
    expect(text).toContain('\n29. 落实各项保障工作。');
  });

  test('an item at the end stands before what closes the document', () => {
    const added = after(plan, (p) =>
      addNode(p, { id: 'new', parent: id('聚焦提高教育保障'), title: '加强调研' }, dice),
    );
    expect(write(added).endsWith('（牵头部门：局相关职能科室）。\n29. 加强调研。\n ')).toBe(true);
  });

  test('a binned item is not written; restored it stands at the end of its section', () => {
    const gone = after(plan, (p) => bin(p, { ids: [id('强化教育督导实效')] }));
    expect(write(gone)).not.toContain('强化教育督导实效');
    expect(write(gone)).toContain('\n21. 推进乡村教育振兴。');
    const back = after(gone, (p) => restore(p, { id: id('强化教育督导实效') }, dice));
    expect(write(back)).toBe(QINGPU_2019);
  });

  test('a section moved to the front renumbers sections and items', () => {
    const moved = after(plan, (p) =>
      moveNode(p, { ids: [id('聚焦提高教育保障')], parent: 'root', before: id('聚焦加强作风') }, dice),
    );
    const text = write(moved);
    expect(text.split('\n')[2]).toBe('一、聚焦提高教育保障能力，着力夯实教育发展基础');
    expect(line(text, '1. ')).toMatch(/^1\. 加强教育经费投入使用管理/);
    expect(text).toContain('\n八、聚焦城乡教育一体化');
  });

  test('a clause moved to another item takes its bracket along', () => {
    const moved = after(plan, (p) =>
      moveNode(p, { ids: [id('开展中小学校、幼儿园')], parent: id('加强中小学德育') }, dice),
    );
    expect(line(write(moved), '7. ')).toMatch(
      /（牵头部门：局德育科）。开展中小学校、幼儿园.*（牵头部门：局语委办）。$/,
    );
    expect(line(write(moved), '9. ')).toMatch(/（牵头部门：局综教科）。$/);
  });

  test('the pieces name the node they belong to, marks apart from words', () => {
    const parts = writeParts(plan);
    expect(parts.map((part) => part.text).join('')).toBe(QINGPU_2019);
    expect(parts[0]).toEqual({ part: 'title', text: '2019年青浦教育工作要点' });
    const marks = parts.filter((part) => part.part === 'mark').map((part) => part.text);
    expect(marks.slice(0, 3)).toEqual(['一、', '1. ', '2. ']);
    const ten = parts.filter((part) => part.node === id('加强课程实施管理'));
    expect(ten.map((part) => [part.part, part.text.slice(-9)])).toEqual([
      ['text', '公益性早教指导服务'],
      ['stop', '。'],
      ['bracket', '局托幼办、局民教办）'.slice(-9)],
      ['stop', '。'],
    ]);
  });
});

describe('documents of another manner', () => {
  const ROLE_LINES = planOf(
    '2023年工作安排\n一、基础教育\n1．推进建设\n　　新增学位。\n　　责任单位：基础科\n2．加强师资\n　　开展培训。\n　　责任单位：教师科、人事科\n',
  );

  test('a new clause follows the manner of the others', () => {
    const item = idOf(ROLE_LINES, '推进建设');
    const added = after(
      ROLE_LINES,
      (p) => addNode(p, { id: 'i', parent: idOf(p, '基础教育'), title: '办好科技节' }, dice),
      (p) => addNode(p, { id: 'c', parent: 'i', title: '制定方案' }, dice),
      (p) => addMark(p, { id: 'c', role: 'lead', office: officeNamed(p, '人事科')! }, dice),
      (p) => dropMark(p, { id: idOf(p, '新增学位'), role: 'lead', office: officeNamed(p, '基础科')! }),
    );
    expect(item).toBeTruthy();
    expect(write(added)).toBe(
      '2023年工作安排\n一、基础教育\n1．推进建设\n　　新增学位。\n2．加强师资\n　　开展培训。\n　　责任单位：教师科、人事科\n3．办好科技节\n　　制定方案。\n　　责任单位：人事科\n',
    );
  });

  test('marks of clauses count on', () => {
    const plan = planOf(
      '2019年要点\n1. 办节。分步：\n（1）甲（牵头部门：甲科）。\n（2）乙（牵头部门：甲科）。\n（3）丙（牵头部门：甲科）。\n',
    );
    const gone = after(plan, (p) => bin(p, { ids: [idOf(p, '甲')] }));
    expect(write(gone)).toBe('2019年要点\n1. 办节。分步：\n（1）乙（牵头部门：甲科）。\n（2）丙（牵头部门：甲科）。\n');
  });

  test('numbers as written hold until a section or item comes, goes or moves', () => {
    const text =
      '2019年要点\n80. 甲题。一（牵头部门：甲科）。\n81. 乙题。二（牵头部门：甲科）。\n81. 丙题。三（牵头部门：甲科）。\n';
    const plan = planOf(text);
    const led = after(plan, (p) => retitle(p, { id: idOf(p, '乙题'), title: '新题' }));
    expect(write(led)).toBe(text.replace('乙题', '新题'));
    const gone = after(plan, (p) => bin(p, { ids: [idOf(p, '乙题')] }));
    expect(write(gone)).toBe('2019年要点\n1. 甲题。一（牵头部门：甲科）。\n2. 丙题。三（牵头部门：甲科）。\n');
    const more = after(plan, (p) => addNode(p, { id: 'x', parent: 'root', kind: 'item', title: '丁题' }, dice));
    expect(write(more)).toMatch(/\n1\. 甲题.*\n2\. 乙题.*\n3\. 丙题.*\n4\. 丁题。\n$/s);
  });

  test('an item without title gets one only when somebody gives it one', () => {
    const text = '2019年要点\n1. 做好学校招生工作（牵头部门：甲科）。\n2. 题。二（牵头部门：甲科）。\n';
    const plan = planOf(text);
    const [item, clause] = [...plan.nodes.values()].filter((node) => node.title === '做好学校招生工作');
    const reworded = after(plan, (p) => retitle(p, { id: clause!.id, title: '做好招生' }));
    expect(write(reworded)).toBe(text.replace('做好学校招生工作', '做好招生'));
    const titled = after(plan, (p) => retitle(p, { id: item!.id, title: '招生' }));
    expect(write(titled)).toBe(text.replace('1. 做好', '1. 招生。做好'));
  });

  test('text that belongs to no node moves with the heading it stands under, and the signature stays last', () => {
    const plan = planOf(
      '2019年要点\n一、甲章\n说明文字\n1. 甲题。一。\n二、乙章\n2. 乙题。二。\n\n区教育局\n2019年3月1日',
    );
    const moved = after(plan, (p) => moveNode(p, { ids: [idOf(p, '甲章')], parent: 'root' }, dice));
    expect(write(moved)).toBe(
      '2019年要点\n一、乙章\n1. 乙题。二。\n二、甲章\n说明文字\n2. 甲题。一。\n\n区教育局\n2019年3月1日',
    );
  });

  test('prose where names are expected is no office, and is not lost', () => {
    const text = `2019年要点\n1. 甲题。一（牵头部门：甲科、${'有关事项由各方另行商定'.repeat(8)}）。\n`;
    const plan = planOf(text);
    expect([...plan.offices.keys()]).toEqual(['甲科']);
    expect(write(plan)).toBe(text);
  });

  test('a rest longer than a form may hold is kept whole', () => {
    const text = `2019年要点\n1. 甲题。一。\n\n附件：${'长'.repeat(45_000)}`;
    const plan = planOf(text);
    expect(write(plan)).toBe(text);
    const longest = Object.values(plan.meta.form ?? {}).map((value) => value.length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(20_000);
  });

  test('a plan made from nothing is written in the usual form', () => {
    const outline: readonly Outline[] = [
      {
        kind: 'section',
        title: '加强党建',
        children: [
          {
            kind: 'section',
            title: '学习教育',
            children: [
              { kind: 'item', title: '开展学习', children: [{ kind: 'clause', title: '抓实', lead: ['甲科'] }] },
            ],
          },
        ],
      },
    ];
    const text = write(sketch({ title: '2024年要点', sample: false, preamble: '总的要求。' }, outline));
    expect(text).toBe('2024年要点\n总的要求。\n一、加强党建\n（一）学习教育\n1. 开展学习。抓实（牵头部门：甲科）。\n');
  });
});
