// An undo that would pass over a colleague: every sort of value is asked about in words, and reads afterwards as was answered.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sayContested } from '../../../client/i18n/contested.ts';
import { translator } from '../../../client/i18n/t.ts';
import { contestedIn, settledAs, stillContested } from '../../../client/state/contested.ts';
import { commit } from '../../../shared/doc/commit.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { openUndo } from '../../../shared/doc/undo.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import type { Change, Outcome } from '../../../shared/ops/change.ts';
import { moveNode } from '../../../shared/ops/tree.ts';
import { setLead } from '../../../shared/ops/leads.ts';
import { diceOf, docOf, idOf } from '../../kit/plan.ts';

const TEXT = `
  聚焦一
    推进改革
      制定方案 @局基教科 03-01..03-31
      组织培训 @局人事科 20%
    加强督查
      建立清单 @局督导室`;

function pair() {
  const mine = docOf(TEXT);
  const theirs = new Y.Doc();
  const me = { me: true };
  const meet = (): void => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  };
  meet();
  const undo = openUndo(mine, me);
  const dice = diceOf(5);
  const run = (doc: Y.Doc) => (make: (plan: Plan) => Outcome) => {
    const outcome = make(readPlan(doc));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    commit(doc, outcome, doc === mine ? me : {});
    meet();
  };
  return {
    undo,
    dice,
    plan: () => readPlan(mine),
    i: run(mine),
    they: run(theirs),
    asked: () => contestedIn(readPlan(mine), undo.overwritten()),
    /** As the command does it. */
    answer(side: 'was' | 'now') {
      const contested = stillContested(readPlan(mine), contestedIn(readPlan(mine), undo.overwritten()));
      undo.undo('last');
      commit(mine, settledAs(readPlan(mine), contested, side), me);
    },
  };
}

type Step = (plan: Plan, at: (title: string) => Id, office: (name: string) => Id) => Outcome;
interface Case {
  readonly mine: Step;
  readonly theirs: Step;
  readonly says: string;
  read(plan: Plan, at: (title: string) => Id): unknown;
}

const dice = diceOf(9);
const put =
  (key: string, value: unknown): Step =>
  (_, at) => [{ do: 'put', id: at('制定方案'), key, value } as Change];
const lead = (name: string) => (plan: Plan, at: (title: string) => Id, office: (name: string) => Id) =>
  setLead(plan, { ids: [at('制定方案')], office: office(name), keep: false }, dice);
const field =
  (key: 'status' | 'progress' | 'kind' | 'span' | 'deliverable' | 'due' | 'ticks' | 'people' | 'fate') =>
  (plan: Plan, at: (title: string) => Id): unknown =>
    plan.nodes.get(at('制定方案'))![key];
const linked =
  (type: string, lag: number): Step =>
  (_, at) => [{ do: 'link', from: at('制定方案'), to: at('组织培训'), type, lag } as Change];
const related =
  (title: string): Step =>
  (_, at) => [{ do: 'record', sort: 'relation', id: 'r1', value: { from: at('制定方案'), to: at('建立清单'), title } }];

const CASES: Readonly<Record<string, Case>> = {
  span: {
    mine: put('span', { start: '2019-03-08', end: '2019-04-07' }),
    theirs: put('span', { start: '2019-05-01', end: '2019-05-31' }),
    says: '起止：你改成3月8日至4月7日，后来改成5月1日至5月31日；回到3月1日至3月31日',
    read: field('span'),
  },
  progress: {
    mine: put('progress', 30),
    theirs: put('progress', 60),
    says: '进度：你改成30%，后来改成60%；回到没有',
    read: field('progress'),
  },
  status: {
    mine: put('status', { light: 'hold', reason: '等批复' }),
    theirs: put('status', { light: 'done', reason: '' }),
    says: '状态：你改成暂缓（手动：等批复），后来改成已完成（手动）；回到自动',
    read: field('status'),
  },
  due: {
    mine: put('due', { kind: 'ongoing', words: '持续推进' }),
    theirs: put('due', { kind: 'by', words: '6月底前' }),
    says: '完成时限：你改成“持续推进”，后来改成“6月底前”；回到没有',
    read: field('due'),
  },
  deliverable: {
    mine: put('deliverable', '一份方案'),
    theirs: put('deliverable', '一本手册'),
    says: '成果：你改成“一份方案”，后来改成“一本手册”；回到没有',
    read: field('deliverable'),
  },
  ticks: {
    mine: put('ticks', { times: 6, done: [] }),
    theirs: put('ticks', { times: 4, done: ['2019-03-01'] }),
    says: '次数：你改成6次（已完成0次），后来改成4次（已完成1次）；回到没有',
    read: field('ticks'),
  },
  people: {
    mine: put('people', { chief: '甲' }),
    theirs: put('people', { chief: '乙' }),
    says: '责任人：你改成甲，后来改成乙；回到没有',
    read: field('people'),
  },
  fate: {
    mine: put('fate', 'carry'),
    theirs: put('fate', 'close'),
    says: '明年的去向：你改成结转，后来改成收官；回到未定',
    read: field('fate'),
  },
  kind: {
    mine: put('kind', 'task'),
    theirs: put('kind', 'milestone'),
    says: '类型：你改成任务，后来改成节点；回到措施',
    read: field('kind'),
  },
  place: {
    mine: (plan, at) => moveNode(plan, { ids: [at('制定方案')], parent: at('加强督查') }, dice),
    theirs: (plan, at) => moveNode(plan, { ids: [at('制定方案')], parent: at('推进改革') }, dice),
    says: '位置：你改成“2 加强督查”下第2项，后来改成“1 推进改革”下第2项；回到“1 推进改革”下第1项',
    read: (plan, at) => plan.tree.children.get(plan.tree.parent.get(at('制定方案'))!),
  },
  lead: {
    mine: lead('局人事科'),
    theirs: lead('局督导室'),
    says: '牵头部门：你改成局人事科，后来改成局督导室；回到局基教科',
    read: (plan, at) => [...plan.nodes.get(at('制定方案'))!.lead.keys()],
  },
  title: {
    mine: (_, at) => [{ do: 'retitle', id: at('制定方案'), title: '起草办法' }],
    theirs: (plan) => [{ do: 'retitle', id: idOf(plan, '起草办法'), title: '修订细则' }],
    says: '文字：你改成“起草办法”，后来改成“修订细则”；回到“制定方案”',
    read: (plan, at) => plan.nodes.get(at('制定方案'))!.title,
  },
  link: {
    mine: linked('FS', 0),
    theirs: linked('SS', 3),
    says: '前后关系：你改成完成—开始，后来改成开始—开始，间隔+3天；回到没有',
    read: (plan) => [...plan.links.values()],
  },
  relation: {
    mine: related('承接'),
    theirs: related('互补'),
    says: '关系线：你改成“承接”，后来改成“互补”；回到没有',
    read: (plan) => [...plan.records.relation.values()],
  },
  'name of the plan': {
    mine: () => [{ do: 'entitle', title: '工作要点（一稿）' }],
    theirs: () => [{ do: 'entitle', title: '工作要点（二稿）' }],
    says: '计划名称：你改成“工作要点（一稿）”，后来改成“工作要点（二稿）”；回到“试排”',
    read: (plan) => plan.meta.title,
  },
};

test.each(Object.entries(CASES))(
  '%s changed by a colleague since is told, and stands as was answered',
  (_name, { mine, theirs, says, read }) => {
    for (const side of ['was', 'now'] as const) {
      const at = pair();
      const first = at.plan();
      const ids = (title: string): Id => idOf(first, title);
      const office = (name: string): Id => [...first.offices.values()].find((each) => each.name === name)!.id;
      const before = read(first, ids);
      at.i((plan) => mine(plan, ids, office));
      expect(at.asked()).toEqual([]);
      at.they((plan) => theirs(plan, ids, office));
      const now = read(at.plan(), ids);
      const asked = at.asked();
      expect(asked).toHaveLength(1);
      const said = sayContested(translator('zh'), 'zh', at.plan(), asked[0]!);
      expect(`${said.what}：你改成${said.mine}，后来改成${said.now}；回到${said.was}`).toBe(says);
      at.answer(side);
      expect(read(at.plan(), ids)).toEqual(side === 'was' ? before : now);
    }
  },
);

test('rewordings of two ends of a title merge: undoing mine asks nothing and keeps theirs', () => {
  const at = pair();
  const id = idOf(at.plan(), '制定方案');
  at.i(() => [{ do: 'retitle', id, title: '制定方案并公布' }]);
  at.they(() => [{ do: 'retitle', id, title: '年内制定方案并公布' }]);
  expect(at.asked()).toEqual([]);
  at.undo.undo();
  expect(at.plan().nodes.get(id)!.title).toBe('年内制定方案');
});

test('a co-lead added by a colleague beside my change stays, and nothing is asked', () => {
  const at = pair();
  const id = idOf(at.plan(), '制定方案');
  const office = (name: string): Id => [...at.plan().offices.values()].find((each) => each.name === name)!.id;
  at.i((plan) => setLead(plan, { ids: [id], office: office('局人事科'), keep: false }, dice));
  at.they(() => [{ do: 'mark', id, role: 'assist', office: office('局督导室'), order: 'a1' }]);
  expect(at.asked()).toEqual([]);
});

test('what a colleague has put back as it was is no quarrel', () => {
  const at = pair();
  const id = idOf(at.plan(), '制定方案');
  at.i(() => [{ do: 'put', id, key: 'progress', value: 30 }]);
  at.they(() => [{ do: 'put', id, key: 'progress', value: undefined }]);
  expect(at.asked()).toEqual([]);
});

test('what I took out of a title and put back by undo is mine still', () => {
  const at = pair();
  const id = idOf(at.plan(), '制定方案');
  at.i(() => [{ do: 'retitle', id, title: '制定新方案' }]);
  at.i(() => [{ do: 'retitle', id, title: '制定方案' }]);
  at.undo.undo();
  expect(at.plan().nodes.get(id)!.title).toBe('制定新方案');
  expect(at.asked()).toEqual([]);
});
