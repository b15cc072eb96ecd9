// 年终总结 draft: what the plan itself knows of the year, clause by clause. Says where somebody has to write; invents nothing.
import { numbering } from '../../model/numbering.ts';
import type { Id, Node, Plan, Report } from '../../model/plan.ts';
import { ROOT } from '../../model/plan.ts';
import { progressOf, spans, todayFor } from '../../model/schedule.ts';
import { lights } from '../../model/lights.ts';
import { branch, childrenOf } from '../../model/tree.ts';
import type { ExportInput } from '../format.ts';
import { lightNames, titleOf } from '../words.ts';
import { GAP, outlook, short, unstopped } from './outlook.ts';
import type { ReportParagraph, ReportText } from './report.ts';

export function summaryText({ plan, today: clock }: ExportInput): ReportText {
  const today = todayFor(plan, clock);
  const shine = lights(plan, spans(plan), today);
  const names = lightNames(plan);
  const numbers = numbering(plan);
  const work = worksOf(plan, ROOT);
  const count = (ids: readonly Id[]): string =>
    (['done', 'doing', 'late', 'hold', 'todo'] as const)
      .map((light) => [names[light], ids.filter((id) => shine.get(id) === light).length] as const)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${name}${n}项`)
      .join('，');
  const paragraphs: ReportParagraph[] = [];
  const say = (node: Id | undefined, level: ReportParagraph['level'], text: string): void =>
    void paragraphs.push({ node, level, pieces: [{ text }] });

  say(undefined, 'body', `${plan.meta.year ?? ''}年，工作要点共${work.length}项措施：${count(work) || GAP}。${GAP}`);
  for (const id of childrenOf(plan, ROOT)) {
    const node = plan.nodes.get(id)!;
    const below = worksOf(plan, id);
    if (node.kind !== 'milestone') say(id, 'first', `${numbers.get(id)?.mark ?? ''}${node.title.trim()}`);
    if (node.kind === 'section') say(id, 'body', `本部分${below.length}项措施：${count(below) || GAP}。`);
    const loose = new Map(looseOf(plan, id, below).map((each) => [each.id, each]));
    const works = new Set(below);
    for (const each of branch(plan, id)) {
      const told = loose.get(each);
      if (told) say(each, 'body', `${numbers.get(each)?.label ?? ''} ${short(told.title)}：${told.told}`.trim());
      const light = shine.get(each) ?? 'todo';
      if (works.has(each)) say(each, 'body', sentence(plan, plan.nodes.get(each)!, names[light], light === 'done'));
    }
  }
  const open = work.filter((id) => shine.get(id) !== 'done');
  say(undefined, 'first', '存在的问题和下一步打算');
  if (open.length === 0) say(undefined, 'body', `各项措施均已完成。${GAP}`);
  for (const [id, text] of outlook(plan, open, shine)) say(id, 'body', text);
  return {
    kind: 'text',
    title: `${summaryTitle(titleOf(plan.meta))}（草稿）`,
    paragraphs,
    notices: [],
  };
}

function summaryTitle(title: string): string {
  return title.includes('工作要点') ? title.replace('工作要点', '工作总结') : `${title}工作总结`;
}

/** Measures, and items that are done as a whole. */
function worksOf(plan: Plan, top: Id): readonly Id[] {
  return branch(plan, top).filter((id) => {
    const node = plan.nodes.get(id);
    if (!node || id === top) return false;
    if (node.kind === 'clause') return true;
    return node.kind === 'item' && !childrenOf(plan, id).some((child) => plan.nodes.get(child)?.kind === 'clause');
  });
}

function sentence(plan: Plan, node: Node, light: string, done: boolean): string {
  const label = numbering(plan).get(node.id)?.label ?? '';
  const progress = progressOf(plan, node.id);
  const offices = [...node.lead.keys()]
    .map((id) => plan.offices.get(id)?.name)
    .filter(Boolean)
    .join('、');
  const reports = reportsOf(plan, node.id);
  const told = reports.filter(({ words }) => words).map(({ words }) => unstopped(words));
  const steps = childrenOf(plan, node.id)
    .map((id) => plan.nodes.get(id)!)
    .filter(
      ({ kind, progress: part, status }) => kind === 'milestone' && ((part ?? 0) >= 100 || status?.light === 'done'),
    )
    .map(({ title }) => title.trim());
  return [
    `${label} ${short(node.title)}（${offices || GAP}）：${light}${progress === undefined || (done && progress === 100) ? '' : `，完成${progress}%`}。`,
    told.length > 0 ? `${told.join('；')}。` : '',
    steps.length > 0 ? `已完成节点：${steps.join('、')}。` : '',
    node.deliverable?.trim() ? `成果：${unstopped(node.deliverable)}。` : '',
    told.length === 0 && steps.length === 0 && !node.deliverable?.trim() ? `${GAP}。` : '',
  ].join('');
}

/** What was reported of headings and loose milestones, which no measure below tells. */
function looseOf(plan: Plan, top: Id, works: readonly Id[]) {
  const told = new Set(works.flatMap((id) => branch(plan, id)));
  return branch(plan, top).flatMap((id) => {
    const words = told.has(id) ? [] : inTime(plan, new Set([id])).flatMap(({ words: each }) => (each ? [each] : []));
    return words.length > 0
      ? [
          {
            id,
            title: plan.nodes.get(id)!.title,
            told: `${words.map(unstopped).join('；')}。`,
          },
        ]
      : [];
  });
}

function reportsOf(plan: Plan, id: Id): readonly Report[] {
  return inTime(plan, new Set(branch(plan, id)));
}

function inTime(plan: Plan, mine: ReadonlySet<Id>): readonly Report[] {
  return [...plan.records.report.values()]
    .filter(({ node }) => mine.has(node))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
