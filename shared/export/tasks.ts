// The 任务清单 as rows of plain words: one for each measure and step, in reading order. Every table format starts from it.
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Light, Node, Plan, Span } from '../model/plan.ts';
import { progressOf, spans } from '../model/schedule.ts';
import { lights } from '../model/lights.ts';
import { childrenOf } from '../model/tree.ts';
import { WORDS } from '../layout/words.ts';
import type { Contents } from './json.ts';
import { noteLines } from './note.ts';
import { UNDATED, dayWords, deadlineWords, lightNames, startWords } from './words.ts';

export type Entry = Heading | Task;

export interface Heading {
  readonly kind: 'heading';
  readonly node: Id;
  /** 一、聚焦… as the official text writes it. */
  readonly text: string;
}

export interface Task {
  readonly kind: 'task';
  readonly node: Id;
  /** The 重点工作 it belongs to, shared by neighbours; nothing above a section. */
  readonly item: { readonly id: Id; readonly text: string } | undefined;
  /** 6.1 */
  readonly number: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly start: string;
  readonly deadline: string;
  /** What the words say, for readers that count. */
  readonly span: Span | undefined;
  /** The deadline in the source's own words. */
  readonly due: string;
  readonly chief: string;
  readonly duty: string;
  /** 问题 */
  readonly issue: string;
  /** 5月20日 方案定稿 */
  readonly milestones: readonly string[];
  readonly progress: number | undefined;
  readonly light: Light;
  /** The light in the bureau's own word. */
  readonly status: string;
  readonly deliverable: string;
  /** Why a light was set by hand, then the note, line by line. */
  readonly remarks: readonly string[];
}

/** What stands for the work as a whole, where an item or section has dates, notes or milestones of its own. */
export const WHOLE = '（总体安排）';

export function taskList({ plan, notes }: Contents, today: Day): readonly Entry[] {
  const numbers = numbering(plan);
  const shown = spans(plan);
  const shine = lights(plan, shown, today);
  const called = lightNames(plan);
  const entries: Entry[] = [];

  const rowOf = (node: Node, item: Task['item'], text: string): Task => {
    const span = shown.get(node.id);
    const light = shine.get(node.id) ?? 'todo';
    const note = notes.get(node.id);
    return {
      kind: 'task',
      node: node.id,
      item,
      number: numbers.get(node.id)?.label ?? '',
      text,
      lead: names(plan, node.lead),
      assist: names(plan, node.assist),
      start: span ? startWords(span, plan.meta.year) : UNDATED,
      deadline: span ? deadlineWords(span, plan.meta.year) : (node.due?.words ?? UNDATED),
      span,
      due: node.due?.words ?? '',
      chief: node.people?.chief?.trim() ?? '',
      duty: node.people?.duty?.trim() ?? '',
      issue: node.issue?.trim() ?? '',
      milestones: milestonesOf(plan, node.id),
      progress: progressOf(plan, node.id),
      light,
      status: called[light],
      deliverable: node.deliverable?.trim() ?? '',
      remarks: [
        ...(node.status?.reason.trim() ? [`${called[light]}：${node.status.reason.trim()}`] : []),
        ...(note ? noteLines(note) : []),
        ...milestoneNotes(plan, notes, node.id),
      ],
    };
  };

  const visit = (parent: Id, item: Task['item']): void => {
    for (const id of childrenOf(plan, parent)) {
      const node = plan.nodes.get(id)!;
      if (node.kind === 'milestone') continue;
      const mark = numbers.get(id)?.mark ?? '';
      if (node.kind === 'section') {
        entries.push({ kind: 'heading', node: id, text: mark + node.title.trim() });
        if (saysOfItself(plan, node)) entries.push(rowOf(node, undefined, WHOLE));
        visit(id, undefined);
      } else if (node.kind === 'item') {
        const own = { id, text: node.title.trim() || WORDS.zh.untitled };
        const below = childrenOf(plan, id).some((child) => plan.nodes.get(child)!.kind !== 'milestone');
        if (!below || saysOfItself(plan, node)) entries.push(rowOf(node, own, below ? WHOLE : ''));
        visit(id, own);
      } else {
        entries.push(rowOf(node, item, node.title.trim() || WORDS.zh.untitled));
        visit(id, item);
      }
    }
  };
  const loose = plan.tree.children.get(ROOT)?.filter((id) => plan.nodes.get(id)!.kind === 'milestone') ?? [];
  for (const id of loose) entries.push(rowOf(plan.nodes.get(id)!, undefined, plan.nodes.get(id)!.title.trim()));
  visit(ROOT, undefined);
  return entries;
}

/** Whether a section or item holds more than its title and what is below it. Its dates and progress only sum those up. */
function saysOfItself(plan: Plan, node: Node): boolean {
  return (
    node.noted ||
    node.status !== undefined ||
    !!node.deliverable?.trim() ||
    !!node.issue?.trim() ||
    node.people !== undefined ||
    node.lead.size > 0 ||
    node.assist.size > 0 ||
    childrenOf(plan, node.id).some((child) => plan.nodes.get(child)!.kind === 'milestone')
  );
}

function milestonesOf(plan: Plan, id: Id): readonly string[] {
  return childrenOf(plan, id).flatMap((child) => {
    const node = plan.nodes.get(child)!;
    if (node.kind !== 'milestone') return [];
    const day = node.span ? dayWords(node.span.end, plan.meta.year) : UNDATED;
    const done = (node.progress ?? 0) >= 100 || node.status?.light === 'done';
    return [`${day} ${node.title.trim() || WORDS.zh.milestone}${done ? '（已完成）' : ''}`];
  });
}

/** A milestone has no row of its own, but what was noted about it is not lost. */
function milestoneNotes(plan: Plan, notes: Contents['notes'], id: Id): readonly string[] {
  return childrenOf(plan, id).flatMap((child) => {
    const node = plan.nodes.get(child)!;
    const note = node.kind === 'milestone' ? notes.get(child) : undefined;
    const lines = note ? noteLines(note) : [];
    return lines.length > 0 ? [`${node.title.trim() || WORDS.zh.milestone}：${lines[0]!}`, ...lines.slice(1)] : [];
  });
}

function names(plan: Plan, marks: ReadonlyMap<Id, string>): readonly string[] {
  return [...marks.keys()].flatMap((office) => plan.offices.get(office)?.name ?? []);
}
