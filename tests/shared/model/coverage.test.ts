// The coverage guard: on the 2019 text it says what there is to say, on a clean plan nothing, and each of fifty planted faults is found and no other.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFrom } from '../../../server/founding.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { audit, findingKey, waiverOf } from '../../../shared/model/audit.ts';
import type { Finding, FindingCode } from '../../../shared/model/finding.ts';
import type { Id, Outline, Plan } from '../../../shared/model/plan.ts';
import { quantitiesIn } from '../../../shared/model/quantities.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { waive } from '../../../shared/ops/waivers.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { planOf } from '../../kit/plan.ts';

function count(findings: readonly Finding[]): Partial<Record<FindingCode, number>> {
  const counts: Partial<Record<FindingCode, number>> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

test('the 2019 text: 28 items, 39 clauses, all led, three by a collective, none dated, four numbers without a target', () => {
  const { meta, children } = toOutline(parse(readFileSync('server/seed/2019-qingpu.txt', 'utf8')));
  const plan = readPlan(documentFrom({ meta, outlines: children }));
  const kinds = [...plan.nodes.values()].map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'item')).toHaveLength(28);
  expect(kinds.filter((kind) => kind === 'clause')).toHaveLength(39);
  const findings = audit(plan);
  expect(count(findings)).toEqual({
    collective: 3,
    silent: 6,
    'no-span': 39,
    'no-result': 39,
    'no-quarter': 39,
    number: 4,
  });
  expect(findings.flatMap(({ code, words }) => (code === 'number' ? words : []))).toEqual([
    '20项',
    '8个镇',
    '6次',
    '7所',
  ]);
});

test.each([
  ['实施20项综改项目、8个镇学区化、每年6次指导、7所高中', ['20项', '8个镇', '6次', '7所']],
  ['第3幼儿园、第十届、2019年、0-3岁、2.0版本、“快乐30分”、12345热线、〔2018〕5号', []],
  ['覆盖率达到95.5%，培训200余人次，新增３０００个学位', ['95.5%', '200余人次', '３０００个学']],
])('%s', (text, words) => {
  expect(quantitiesIn(text).map((each) => each.words)).toEqual(words);
});

/** Six clauses with everything a clause should have. */
function clean(): Plan {
  const clause = (n: number): Outline => ({
    kind: 'clause',
    title: `第${'一二三四五六'[n]}类工作，完成${n + 2}所学校改造，每年4次检查`,
    lead: ['甲科', '乙科'],
    span: { start: '2019-03-01', end: '2019-11-29' },
    deliverable: `${n + 2}所学校通过验收`,
    ticks: { times: 4, done: [] },
    children: [
      { kind: 'task', title: `选定${n}`, lead: ['乙科'], span: { start: '2019-03-01', end: '2019-04-30' } },
      { kind: 'milestone', title: `验收${n}`, span: { start: '2019-11-29', end: '2019-11-29' } },
    ],
  });
  const items: Outline[] = [{ kind: 'item', title: '项', children: [0, 1, 2, 3, 4, 5].map(clause) }];
  const meta = { title: '净', year: 2019, sample: false, preamble: '' };
  return readPlan(documentFrom({ meta, outlines: [{ kind: 'section', title: '节', children: items }] }));
}

interface Mutant {
  readonly plan: Plan;
  readonly code: FindingCode;
  readonly node: Id;
}

function mutants(): Mutant[] {
  const plan = clean();
  const clauses = [...plan.nodes.values()].filter(({ kind }) => kind === 'clause');
  const [first, second] = [...plan.offices.keys()] as [Id, Id];
  const put = (id: Id, key: string, value: unknown): Change => ({ do: 'put', id, key, value }) as Change;
  return clauses.flatMap(({ id, title }, n) => {
    const [task, milestone] = plan.tree.children.get(id) as readonly [Id, Id];
    const bin = (each: Id): Change => put(each, 'place', { parent: 'bin', order: 'a0', turn: 9, was: id });
    const collective: Change = { do: 'office', id: first, put: { collective: true } };
    const only = (each: Id): Change[] =>
      clauses
        .filter((other) => other.id !== each)
        .map((other) => ({ do: 'unmark', id: other.id, role: 'lead', office: first }));
    const make = (code: FindingCode, changes: readonly Change[], node = id): Mutant => ({
      plan: applyChanges(plan, changes),
      code,
      node,
    });
    return [
      make(
        'no-lead',
        [first, second].map((office) => ({ do: 'unmark', id, role: 'lead', office })),
      ),
      make('collective', [collective, ...only(id)]),
      make('silent', [{ do: 'unmark', id: task, role: 'lead', office: second }]),
      make(
        'no-span',
        [put(milestone, 'span', undefined), put(milestone, 'kind', 'milestone'), ...quarter(n, milestone)],
        milestone,
      ),
      make('no-result', [
        put(id, 'deliverable', undefined),
        put(id, 'ticks', undefined),
        { do: 'retitle', id, title: '工作' },
      ]),
      make('no-quarter', [bin(milestone)]),
      make('number', [put(id, 'deliverable', '全部学校通过验收')]),
      make('outside-horizon', [put(task, 'span', { start: '2018-03-01', end: '2018-04-27' })], task),
      ...(n < 2
        ? [
            make('day-off', [put(task, 'span', { start: '2019-03-01', end: '2019-04-27' })], task),
            { ...make('number', [{ do: 'retitle', id, title: title.replace('4次', '5次') }]) },
          ]
        : []),
    ].slice(0, n < 2 ? 10 : 8);

    /** Another milestone keeps the quarters: only the undated one is at fault. */
    function quarter(_at: number, was: Id): Change[] {
      return [
        {
          do: 'create',
          id: `more${n}`,
          title: '中期',
          fields: {
            kind: 'milestone',
            place: plan.nodes.get(was)!.place,
            span: { start: '2019-06-28', end: '2019-06-28' },
          },
        },
      ];
    }
  });
}

describe('fifty planted faults', () => {
  test('a clean plan has no finding', () => {
    expect(audit(clean())).toEqual([]);
  });

  test('each is found, and nothing else', () => {
    const planted = mutants();
    expect(planted.length).toBeGreaterThanOrEqual(50);
    for (const { plan, code, node } of planted)
      expect([code, audit(plan).map((each) => [each.code, each.node])]).toEqual([code, [[code, node]]]);
  });
});

test('a finding is waived by name and with a reason, and stands again when its words change', () => {
  const plan = clean();
  const finding: Finding = { code: 'number', node: [...plan.nodes.keys()][0]!, words: '20项' };
  const no = waive(plan, { finding, by: '张三', reason: ' ', at: '2019-02-01' });
  expect(isRefusal(no) && no.refused).toBe('not-answered');
  const done = waive(plan, { finding, by: '张三', reason: '由市里统计', at: '2019-02-01' });
  if (isRefusal(done)) throw new Error(done.refused);
  const waived = applyChanges(plan, done);
  expect(waiverOf(waived, finding)).toEqual({ by: '张三', reason: '由市里统计', at: '2019-02-01' });
  expect(waiverOf(waived, { ...finding, words: '21项' })).toBeUndefined();
  expect(findingKey(finding)).toMatch(/^[\w-]{1,40}$/);
});

test('who drew which link first does not change the list', () => {
  const plan = planOf('一\n  一件\n    甲 03-01..03-20\n    乙 03-10..03-30\n    丙 03-05..03-08');
  const id = (title: string): Id => [...plan.nodes.values()].find((node) => node.title === title)!.id;
  const links = [id('甲'), id('乙')].map(
    (from) => [`${from}>${id('丙')}`, { from, to: id('丙'), type: 'FS', lag: 0 }] as const,
  );
  const found = (drawn: typeof links): readonly Finding[] => audit({ ...plan, links: new Map(drawn) });
  expect(found(links).filter(({ code }) => code === 'link-broken')).toHaveLength(2);
  expect(found([...links].reverse())).toEqual(found(links));
});
