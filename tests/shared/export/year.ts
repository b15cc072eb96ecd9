// A scripted year of the sample: 60 opinions, 25 suggestions, 300 lines of progress; the same each time.
import type { ExportInput } from '../../../shared/export/format.ts';
import { addDays } from '../../../shared/model/day.ts';
import type { Answer, Opinion, Plan, Report, Suggestion } from '../../../shared/model/plan.ts';
import { inOrder } from '../../../shared/model/tree.ts';
import { diceOf } from '../../kit/plan.ts';
import { SAMPLE } from './kit.ts';

export const base = SAMPLE.plan;
const { notes } = SAMPLE;
const dice = diceOf(7);
export const clauses = inOrder(base).filter((id) => ['clause', 'task', 'item'].includes(base.nodes.get(id)!.kind));
const offices = [...base.offices.keys()];
const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
const answers: readonly Answer[] = ['taken', 'part', 'left', 'open'];

export const opinion = new Map<string, Opinion>(
  Array.from({ length: 60 }, (_, index): [string, Opinion] => {
    const answer = answers[index % 4]!;
    const reason = answer === 'part' || answer === 'left' ? `理由第${index}号` : '';
    const at = addDays('2019-02-01', index);
    return [
      `op${index}`,
      { node: pick(clauses), office: pick(offices), by: '', at, words: `意见第${index}号。`, answer, reason },
    ];
  }),
);
export const suggestion = new Map<string, Suggestion>(
  Array.from({ length: 25 }, (_, index): [string, Suggestion] => {
    const node = pick(clauses);
    const was = base.nodes.get(node)!.title;
    const state = (['open', 'taken', 'left'] as const)[index % 3]!;
    const reason = state === 'left' ? `不改第${index}号` : '';
    const now = `${was}补第${index}号`;
    return [
      `su${index}`,
      { node, field: 'title', was, now, by: `局${index}`, at: '2019-03-01', source: '', state, reason },
    ];
  }),
);
export const report = new Map<string, Report>(
  Array.from({ length: 300 }, (_, index): [string, Report] => {
    const node = index < 5 ? inOrder(base).find((id) => base.nodes.get(id)!.kind === 'milestone')! : pick(clauses);
    return [
      `re${index}`,
      { node, at: addDays('2019-01-05', index), by: '', progress: Math.floor(index / 3), words: `进展第${index}号。` },
    ];
  }),
);
export const plan: Plan = { ...base, records: { ...base.records, opinion, suggestion, report } };
export const year: ExportInput = { plan, notes, today: '2019-12-31' };
