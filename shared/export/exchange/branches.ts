// The plan as a tree of words: what Markdown and the outline and mind-map formats write, each in its own marks.
import { numbering } from '../../model/numbering.ts';
import { ROOT } from '../../model/plan.ts';
import type { Id, Kind, Light, Node, Plan } from '../../model/plan.ts';
import { progressOf, spans, todayFor } from '../../model/schedule.ts';
import { lights } from '../../model/lights.ts';
import { childrenOf } from '../../model/tree.ts';
import type { ExportInput } from '../format.ts';
import { noteLines } from '../note.ts';
import { dayWords, deadlineWords, lightNames, startWords } from '../words.ts';

export interface Branch {
  readonly id: Id;
  readonly kind: Kind;
  /** 一、 · （一） · 1. ; nothing below an item. */
  readonly mark: string;
  readonly title: string;
  readonly note: readonly string[];
  readonly facts: readonly Fact[];
  readonly progress: number | undefined;
  readonly light: Light;
  readonly children: readonly Branch[];
}

/** 牵头部门：局办公室 */
export interface Fact {
  readonly name: FactName;
  readonly value: string;
}

export type FactName =
  | '牵头部门'
  | '配合部门'
  | '分管领导'
  | '责任人'
  | '联系人'
  | '启动时间'
  | '完成时限'
  | '时间'
  | '进展'
  | '状态'
  | '目标'
  | '问题';

export function branches({ plan, notes, today }: ExportInput): readonly Branch[] {
  const numbers = numbering(plan);
  const shown = spans(plan);
  const shine = lights(plan, shown, todayFor(plan, today));
  const names = lightNames(plan);
  const visit = (id: Id): Branch => {
    const node = plan.nodes.get(id)!;
    const note = notes.get(id);
    const light = shine.get(id) ?? 'todo';
    const marked = node.kind === 'section' || node.kind === 'item';
    return {
      id,
      kind: node.kind,
      mark: marked ? (numbers.get(id)?.mark ?? '') : '',
      title: node.title.trim(),
      note: note ? noteLines(note) : [],
      facts: factsOf(plan, node, node.status || node.progress !== undefined ? names[light] : ''),
      progress: progressOf(plan, id),
      light,
      children: childrenOf(plan, id).map(visit),
    };
  };
  return childrenOf(plan, ROOT).map(visit);
}

/** What a node says of itself; sums over what is below it are left to whoever reads the file. */
function factsOf(plan: Plan, node: Node, light: string): readonly Fact[] {
  const { span, people, progress } = node;
  const home = plan.meta.year;
  const offices = (marks: Node['lead']): string =>
    [...marks.keys()].flatMap((id) => plan.offices.get(id)?.name ?? []).join('、');
  const all: readonly (readonly [FactName, string | undefined])[] = [
    ['牵头部门', offices(node.lead)],
    ['配合部门', offices(node.assist)],
    ['分管领导', people?.chief],
    ['责任人', people?.duty],
    ['联系人', people?.contact],
    ...(node.kind === 'milestone'
      ? ([['时间', span && dayWords(span.end, home)]] as const)
      : ([
          ['启动时间', span && span.start !== span.end ? startWords(span, home) : undefined],
          ['完成时限', span ? deadlineWords(span, home) : node.due?.words],
        ] as const)),
    ['进展', progress === undefined ? undefined : `${progress}%`],
    ['状态', node.status?.reason.trim() ? `${light}（${node.status.reason.trim()}）` : light],
    ['目标', node.deliverable?.trim()],
    ['问题', node.issue?.trim()],
  ];
  return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

export function factLine(facts: readonly Fact[]): string {
  return facts.map(({ name, value }) => `${name}：${value}`).join('；');
}
