// What a suggestion would change, in the words of a report: nothing of how it is kept is ever printed.
import { isDay } from '../../model/day.ts';
import { numbering } from '../../model/numbering.ts';
import { ROOT } from '../../model/plan.ts';
import type { Id, Outline, Plan, Suggestion } from '../../model/plan.ts';
import { readDue } from '../../model/readers.ts';
import { WHOLE_PLAN, readSpot } from '../../model/spot.ts';
import { dayWords } from '../words.ts';
import { piecesOf } from './diff.ts';
import type { Piece } from './diff.ts';
import { shortDay } from './period.ts';

/** Texts show their change by marks, values say from what to what, places where. Other answers are kept as suggestions too; no report is about those. */
const FIELDS: Readonly<Record<string, readonly [name: string, shows: 'text' | 'value' | 'place']>> = {
  title: ['文字', 'text'],
  entitle: ['名称', 'text'],
  preamble: ['前言', 'text'],
  deliverable: ['目标/成果', 'text'],
  lead: ['牵头', 'value'],
  assist: ['配合', 'value'],
  span: ['时间', 'value'],
  due: ['完成时限', 'value'],
  progress: ['进度', 'value'],
  place: ['移到', 'place'],
  add: ['增加', 'place'],
  bin: ['删去本条', 'place'],
};

export const isProposal = ({ field }: Suggestion): boolean => field in FIELDS;

/** Of a text, the marks of the change; of anything else, from what to what. */
export function proposed(plan: Plan, { field, was, now, at }: Suggestion): string | readonly Piece[] {
  const [name, shows] = FIELDS[field]!;
  const day = shortDay(at);
  if (shows === 'text') return [{ text: `${day} 改${name}：` }, ...piecesOf(was, now)];
  if (shows === 'value')
    return `${day} ${name}由“${valueWords(plan, field, was) || '无'}”改为“${valueWords(plan, field, now) || '无'}”`;
  if (field === 'bin') return `${day} ${name}：${was}`;
  const spot = readSpot(now);
  const where = spot && placeWords(plan, spot);
  if (field === 'place') return `${day} ${name}${where ?? '别处'}`;
  const outline = spot?.outline;
  return `${day} 在${where ?? '计划里'}${name}：${outline ? lines(outline).join('\n') : ''}`;
}

/** Which entry it is about; of one that is not there yet, below which it would stand. */
export function aboutNode(plan: Plan, { node, field, now }: Suggestion): Id {
  const parent = field === 'add' && !plan.nodes.has(node) ? readSpot(now)?.parent : undefined;
  return parent === ROOT ? WHOLE_PLAN : (parent ?? node);
}

function valueWords(plan: Plan, field: string, value: string): string {
  switch (field) {
    case 'lead':
    case 'assist':
      return value
        .split(/[,、\s]+/)
        .map((word) => plan.offices.get(word)?.name ?? word)
        .join('、');
    case 'span': {
      const days = value.split('/').filter(isDay);
      return [...new Set(days)].map((day) => dayWords(day, plan.meta.year)).join('至');
    }
    case 'due':
      return dueWords(value);
    case 'progress':
      return value === '' ? '' : `${value}%`;
    default:
      return value;
  }
}

function dueWords(value: string): string {
  // What stood before is kept as its words alone.
  if (!value.startsWith('{')) return value;
  try {
    return readDue(JSON.parse(value))?.words ?? '';
  } catch {
    return value;
  }
}

function placeWords(plan: Plan, { parent, after }: { readonly parent: Id; readonly after: Id }): string {
  const numbers = numbering(plan);
  const name = (id: Id): string => {
    const title = plan.nodes.get(id)?.title.trim() ?? '';
    const first = title.split(/[，。；]/)[0] ?? '';
    return `“${[numbers.get(id)?.label, first].filter(Boolean).join(' ')}”`;
  };
  const behind = plan.nodes.has(after) ? `${name(after)}之后` : '';
  if (behind) return behind;
  return plan.nodes.has(parent) ? `${name(parent)}之下` : '全文最前';
}

function lines({ title, lead = [], assist = [], children = [] }: Outline): readonly string[] {
  const roles = [
    lead.length > 0 && `牵头部门：${lead.join('、')}`,
    assist.length > 0 && `配合部门：${assist.join('、')}`,
  ].filter(Boolean);
  return [
    `${title.trim()}${roles.length > 0 ? `（${roles.join('；')}）` : ''}`,
    ...children.flatMap((each) => lines(each)),
  ];
}
