// 征求意见采纳情况汇总表: every opinion and every proposed change once, with what became of it and why.
import type { Answer, Id, Opinion, Plan, Suggestion } from '../../model/plan.ts';
import { numbering } from '../../model/numbering.ts';
import { WHOLE_PLAN } from '../../model/spot.ts';
import { inOrder } from '../../model/tree.ts';
import type { ExportInput } from '../format.ts';
import { titleOf } from '../words.ts';
import type { Piece } from './diff.ts';
import { aboutNode, isProposal, proposed } from './proposed.ts';
import type { ReportRow, ReportTable } from './report.ts';

const COLUMNS = [
  { title: '序号', width: 11, centred: true },
  { title: '条款', width: 46 },
  { title: '单位', width: 26 },
  { title: '意见', width: 0 },
  { title: '采纳情况', width: 20, centred: true },
  { title: '理由', width: 44 },
] as const;

const ANSWERS: Readonly<Record<Answer, string>> = { taken: '采纳', part: '部分采纳', left: '未采纳', open: '待答复' };

interface Said {
  readonly node: Id;
  readonly at: string;
  readonly id: string;
  readonly from: string;
  readonly words: string | readonly Piece[];
  readonly answer: Answer;
  readonly reason: string;
}

export function opinionTable({ plan }: ExportInput): ReportTable {
  const all = [
    ...[...plan.records.opinion].map(([id, opinion]) => ofOpinion(plan, id, opinion)),
    ...[...plan.records.suggestion]
      .filter(([, suggestion]) => isProposal(suggestion))
      .map(([id, suggestion]) => ofSuggestion(plan, id, suggestion)),
  ];
  const place = new Map(inOrder(plan).map((id, index) => [id, index]));
  const at = ({ node }: Said): number => place.get(node) ?? (node === WHOLE_PLAN ? -1 : Infinity);
  all.sort((a, b) => at(a) - at(b) || compare(a.at, b.at) || compare(a.id, b.id));
  const count = (answer: Answer): number => all.filter((said) => said.answer === answer).length;
  const counts = (['taken', 'part', 'left', 'open'] as const)
    .filter((answer) => count(answer) > 0)
    .map((answer) => `${ANSWERS[answer]}${count(answer)}条`);
  return {
    kind: 'table',
    title: `${titleOf(plan.meta)}征求意见采纳情况汇总表`,
    lines: [`共收到意见${all.length}条${counts.length > 0 ? `：${counts.join('，')}` : ''}。`],
    columns: COLUMNS,
    rows: all.map((said, index): ReportRow => ({
      node: plan.nodes.has(said.node) ? said.node : undefined,
      cells: [String(index + 1), clauseOf(plan, said.node), said.from, said.words, ANSWERS[said.answer], said.reason],
    })),
    notices: all.length === 0 ? [{ code: 'no-opinions' }] : [],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ofOpinion(plan: Plan, id: string, { node, office, by, at, words, answer, reason }: Opinion): Said {
  const name = plan.offices.get(office)?.name;
  return { node, at, id, from: [name, by].filter(Boolean).join('\n'), words, answer, reason };
}

const TAKEN = { open: 'open', taken: 'taken', left: 'left' } as const;

function ofSuggestion(plan: Plan, id: string, each: Suggestion): Said {
  const { at, by, source, state, reason } = each;
  const node = aboutNode(plan, each);
  const from = [by, source && `（${source}）`].filter(Boolean).join('\n');
  return { node, at, id, from, words: proposed(plan, each), answer: TAKEN[state], reason };
}

const SHORT = 40;

function clauseOf(plan: Plan, id: Id): string {
  if (id === WHOLE_PLAN) return '全文';
  const node = plan.nodes.get(id);
  if (!node) return '（已不在计划里）';
  const label = numbering(plan).get(id)?.label;
  const chars = [...node.title.trim()];
  const title = chars.length > SHORT ? `${chars.slice(0, SHORT - 1).join('')}…` : chars.join('');
  return [label, title].filter(Boolean).join(' ');
}
