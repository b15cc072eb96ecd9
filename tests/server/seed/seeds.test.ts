// The two plans of a fresh house: the official text untouched, and a sample that looks like a finished workshop.
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { SAMPLE_DAY } from '../../../server/seed/sample.ts';
import { seeds } from '../../../server/seed/seeds.ts';
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import { found } from '../../../shared/doc/found.ts';
import type { Seed } from '../../../shared/doc/found.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { audit } from '../../../shared/model/audit.ts';
import { CHINA, isWorking } from '../../../shared/model/calendar.ts';
import type { Kind, Node, Plan } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { lights } from '../../../shared/model/lights.ts';
import { inOrder, parentOf } from '../../../shared/model/tree.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { diceOf } from '../../kit/plan.ts';

function planOf(seed: Seed): Plan {
  const doc = new Y.Doc();
  found(doc, seed, diceOf(2019));
  return readPlan(doc);
}

const { official, sample } = seeds();
const plan = planOf(sample);
const ofKind = (kind: Kind): readonly Node[] => inOrder(plan).map((id) => plan.nodes.get(id)!).filter((node) => node.kind === kind); // prettier-ignore

describe('the official plan', () => {
  test('holds the text as it was published, and gives it back after a turn through the document', () => {
    expect(createHash('sha256').update(QINGPU_2019).digest('hex')).toBe(
      'b839d0f4d6a892ea76fef69e0413d78cc69ad591c47eabc8e63f262a32877749',
    );
    expect(write(planOf(official))).toBe(QINGPU_2019);
  });

  test('has no date, no progress and no status', () => {
    const nodes = [...planOf(official).nodes.values()];
    expect(nodes).toHaveLength(8 + 28 + 39);
    expect(nodes.filter((node) => node.span || node.progress !== undefined || node.status)).toEqual([]);
  });

  test('knows 21 offices and two names that stand for many', () => {
    const offices = [...planOf(official).offices.values()];
    expect(offices).toHaveLength(23);
    expect(offices.filter((office) => office.collective).map((office) => office.name)).toEqual([
      '局各职能科室',
      '局相关职能科室',
    ]);
  });
});

describe('the sample plan', () => {
  test('says that it is one', () => {
    expect(plan.meta).toMatchObject({
      title: '示例 · 2019年青浦教育工作要点（示例排期）',
      sample: true,
      year: 2019,
      asOf: SAMPLE_DAY,
    });
  });

  test('is the official text under another title', () => {
    expect(write(plan).replace('示例 · ', '').replace('（示例排期）', '')).toBe(QINGPU_2019);
  });

  test('looks like a finished workshop', () => {
    expect(ofKind('clause').filter((node) => node.span)).toHaveLength(35);
    expect(ofKind('clause').filter((node) => !node.span)).toHaveLength(4);
    expect(ofKind('milestone')).toHaveLength(15);
    expect(ofKind('task')).toHaveLength(6);
    expect(plan.links.size).toBe(7);
    expect([...plan.nodes.values()].filter((node) => node.noted)).toHaveLength(8);
    expect(new Set(lights(plan, spans(plan), SAMPLE_DAY).values())).toEqual(
      new Set(['todo', 'doing', 'done', 'late', 'hold']),
    );
  });

  test('begins, ends and reaches its milestones on working days of 2019', () => {
    for (const { title, span } of plan.nodes.values()) {
      if (!span || span.grain === 'year') continue;
      const days = [span.start, span.end].map(
        (day) => day.startsWith('2019') && isWorking(day, CHINA) && span.start <= span.end,
      );
      expect([title, ...days]).toEqual([title, true, true]);
    }
  });

  test('keeps tasks and milestones inside their clause', () => {
    for (const node of [...ofKind('task'), ...ofKind('milestone')]) {
      const above = plan.nodes.get(parentOf(plan, node.id))!;
      expect([node.title, node.span!.start >= above.span!.start, node.span!.end <= above.span!.end]).toEqual([
        node.title,
        true,
        true,
      ]);
    }
  });

  test('breaks none of its links; only the undated clauses are wanting', () => {
    const codes = audit(plan).map(({ code }) => code);
    expect(codes.filter((code) => code === 'no-span')).toHaveLength(4);
    for (const code of ['no-lead', 'link-broken', 'outside-horizon', 'misplaced']) expect(codes).not.toContain(code);
  });

  test('names no person', () => {
    const words = [...plan.nodes.values()].flatMap((node) => [node.deliverable ?? '', node.status?.reason ?? '']);
    expect(words.join('')).not.toMatch(/某某|同志|老师|局长|科长|主任/);
  });
});
