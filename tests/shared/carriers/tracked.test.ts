// A copy that came back with track changes on: every change is a suggestion of whoever made it, every comment an opinion where it stands.
import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/carriers/compare/compare.ts';
import type { Comparison } from '../../../shared/carriers/compare/compare.ts';
import { wordsOf } from '../../../shared/carriers/compare/signed.ts';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { toDocx } from '../../../shared/export/docx.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { retitle } from '../../../shared/ops/content.ts';
import { bringOpinions } from '../../../shared/ops/opinions.ts';
import { diceOf } from '../../kit/plan.ts';
import { OFFICIAL } from '../export/kit.ts';
import { docx, p, read } from './kit.ts';
import { trackIn } from './tracked.ts';
import type { Reviser, TrackedFile } from './tracked.ts';

const TODAY = '2019-03-20';
const FIRST: Reviser = { by: '局基教科', date: '2019-03-04T22:30:00Z' };
const SECOND: Reviser = { by: '局办公室', date: '2019-03-06T09:15:00Z' };

const plan = OFFICIAL.plan;
const at = (label: string): Id => [...numbering(plan)].find(([, numbered]) => numbered.label === label)![0];
const titleOf = (id: Id): string => plan.nodes.get(id)!.title;
const exported = await toDocx({ ...OFFICIAL, today: TODAY }, { lang: 'zh' });

/** Three clauses reworded, one moved, one deleted, one given another lead, by two hands. */
function edited(how: 'word' | 'wps'): TrackedFile {
  const word = trackIn(exported);
  word.reword(at('1.2'), '筹备工作', '前期筹备与保障工作', FIRST);
  word.reword(at('9.1'), titleOf(at('9.1')).slice(0, 4), '进一步', SECOND);
  word.reword(at('20.1'), titleOf(at('20.1')).slice(-5), '，确保取得实效', FIRST);
  word.reword(at('2.2'), '局法制科', '局人事科', SECOND);
  word.move(at('3.2'), at('4.1'), SECOND, how);
  word.remove(at('10.1'), FIRST);
  return word;
}

function online(): Plan {
  return ['5.1', '7.1'].reduce((now, label) => {
    const outcome = retitle(now, { id: at(label), title: `${titleOf(at(label))}，并于年底前报送` });
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return applyChanges(now, outcome);
  }, plan);
}

const compared = (bytes: Uint8Array, now: Plan = online()): Comparison =>
  compare(read('plan.docx', bytes).reading, { ...OFFICIAL, plan: now }, TODAY, diceOf(5));

const shown = ({ differences }: Comparison): readonly string[] =>
  differences
    .map(({ field, node, by, at: day }) => `${field} ${numbering(plan).get(node)?.label ?? 'new'} ${by} ${day}`)
    .toSorted();

const SIX = [
  'title 1.2 局基教科 2019-03-04',
  'title 9.1 局办公室 2019-03-06',
  'title 20.1 局基教科 2019-03-04',
  'lead 2.2 局办公室 2019-03-06',
  'place 3.2 局办公室 2019-03-06',
  'bin 10.1 局基教科 2019-03-04',
].toSorted();

describe('track changes', () => {
  test.for(['word', 'wps'] as const)('of %s give exactly the six suggestions, each by its author on its day', (how) => {
    expect(shown(compared(edited(how).bytes()))).toEqual(SIX);
  });

  test('without the ids are found by their words, with their authors', () => {
    const word = edited('word');
    word.stripControls();
    // Without what it was exported with, the copy is held against the plan as it stood.
    expect(shown(compared(word.bytes(), plan))).toEqual(SIX);
  });

  test('two hands in one clause sign together; its lead is its own matter', () => {
    const word = trackIn(exported);
    word.reword(at('2.2'), titleOf(at('2.2')).slice(0, 4), '大力推进', FIRST);
    word.reword(at('2.2'), titleOf(at('2.2')).slice(-4), '工作机制', SECOND);
    word.reword(at('2.2'), '局法制科', '局人事科', SECOND);
    expect(shown(compared(word.bytes(), plan))).toEqual(
      ['title 2.2 局基教科、局办公室 2019-03-06', 'lead 2.2 局办公室 2019-03-06'].toSorted(),
    );
  });

  test('taken back word for word leave no trace', () => {
    expect(shown(compared(exported, plan))).toEqual([]);
  });

  test('of a paragraph that went whole, mark and all, say who took it', () => {
    const hand = 'w:id="1" w:author="局办公室" w:date="2019-03-06T09:15:00Z"';
    const gone = (text: string): string =>
      `<w:p><w:pPr><w:rPr><w:del ${hand}/></w:rPr></w:pPr><w:del ${hand}><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`;
    const kept = p('一、党的建设') + p('1. 学习。开展学习。（牵头部门：甲科）');
    const was = contentsOf(read('a.docx', docx(kept + p('2. 培训。组织培训。（牵头部门：乙科）'))).reading, diceOf(1));
    const now = read('a.docx', docx(kept + gone('2. 培训。组织培训。（牵头部门：乙科）'))).reading;
    const { differences } = compare(now, was, TODAY, diceOf(2));
    expect(differences.map(({ field, was: title, by, at: day }) => [field, title, by, day])).toEqual([
      ['bin', '培训', '局办公室', '2019-03-06'],
    ]);
  });
});

describe('comments', () => {
  const word = edited('word');
  word.comment(at('6.1'), '请明确完成时限', FIRST);
  word.comment(at('9.1'), '这一提法\n请再斟酌', SECOND, titleOf(at('9.1')).slice(4, 8));
  const found = compared(word.bytes());

  test('stand at their clauses with their author and day, and change nothing', () => {
    expect(shown(found)).toEqual(SIX);
    expect(found.remarks).toEqual([
      { node: at('6.1'), by: '局基教科', at: '2019-03-04', words: '请明确完成时限', quote: '' },
      {
        node: at('9.1'),
        by: '局办公室',
        at: '2019-03-06',
        words: '这一提法\n请再斟酌',
        quote: titleOf(at('9.1')).slice(4, 8),
      },
    ]);
  });

  test('kept as opinions once, they are not brought in again', () => {
    const list = found.remarks.map((each, i) => ({
      ...each,
      id: `o${i}`,
      office: '',
      at: TODAY,
      words: wordsOf(each),
    }));
    const outcome = bringOpinions(online(), { list: [...list, ...list] });
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const now = applyChanges(online(), outcome);
    expect(now.records.opinion.size).toBe(2);
    expect(compared(word.bytes(), now).remarks).toEqual([]);
    expect(bringOpinions(now, { list })).toEqual({ refused: 'nothing-to-do' });
  });

  test('of a document that founds a plan are opinions there', () => {
    const { reading } = read('plan.docx', word.bytes());
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ code: 'docx-comment', message: '批注随所在条目带入，作为意见：2 处' }),
    );
    const { plan: made } = contentsOf(reading, diceOf(3));
    const said = [...made.records.opinion.values()];
    expect(said.map(({ by, at: day, words }) => [by, day, words])).toEqual([
      ['局基教科', '2019-03-04', '请明确完成时限'],
      ['局办公室', '2019-03-06', '这一提法\n请再斟酌'],
    ]);
    expect(made.nodes.get(said[0]!.node)!.title).toBe(titleOf(at('6.1')));
    expect(made.offices.get(said[0]!.office)!.name).toBe('局基教科');
  });

  test('in a table stand at the work of their row; one without a day goes into its note', () => {
    const cell = (text: string, more = ''): string =>
      `<w:tc><w:tcPr/><w:p><w:r><w:t>${text}</w:t></w:r>${more}</w:p></w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const mark = '<w:r><w:commentReference w:id="0"/></w:r>';
    const body = `${p('2019年工作要点')}<w:tbl>${row(cell('序号'), cell('重点工作'), cell('责任单位'))}${row(cell('1'), cell('修订章程'), cell('甲科'))}${row(cell('2'), cell('组织培训', mark), cell('乙科'))}</w:tbl>`;
    const comments = `<w:comment w:id="0" w:author="甲科"><w:p><w:r><w:t>并入第1项</w:t></w:r></w:p></w:comment>`;
    const { plan: made, notes } = contentsOf(read('a.docx', docx(body, { comments })).reading, diceOf(4));
    const training = [...made.nodes.values()].find(({ title }) => title === '组织培训')!;
    expect(made.records.opinion.size).toBe(0);
    expect(JSON.stringify(notes.get(training.id))).toContain('甲科：并入第1项');
  });
});
