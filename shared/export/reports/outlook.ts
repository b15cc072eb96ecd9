// 存在的问题和下一步打算: each problem of the year by itself, what goes on without any named together. What only people know is left to them.
import type { Light, Id, Plan } from '../../model/plan.ts';
import { numbering } from '../../model/numbering.ts';
import { lightNames } from '../words.ts';

/** What only people know. */
export const GAP = '〔待补〕';

/** To the first stop: the rest stands in the plan. */
export function short(title: string): string {
  return title.trim().split(/[。；]/)[0]!;
}

/** Without the stop at its end: a sentence goes on behind it. */
export function unstopped(words: string): string {
  return words.trim().replace(/[。；]+$/, '');
}

/** Paragraphs, each with the node it speaks of where that is one. */
export function outlook(
  plan: Plan,
  open: readonly Id[],
  shine: ReadonlyMap<Id, Light>,
): readonly (readonly [Id | undefined, string])[] {
  const names = lightNames(plan);
  const numbers = numbering(plan);
  const lightOf = (id: Id): Light => shine.get(id) ?? 'todo';
  const labelled = (id: Id, title: string): string => `${numbers.get(id)?.label ?? ''} ${title}`.trim();
  const said: (readonly [Id | undefined, string])[] = [];
  const quiet: Id[] = [];
  for (const id of open) {
    const node = plan.nodes.get(id)!;
    const light = lightOf(id);
    const why = [node.status?.reason, node.issue].flatMap((text) => (text?.trim() ? [unstopped(text)] : []));
    if (why.length === 0 && (light === 'doing' || light === 'todo')) quiet.push(id);
    else
      said.push([
        id,
        `${labelled(id, short(node.title))}：${names[light]}。${why.join('；') || GAP}。下一步：${GAP}。`,
      ]);
  }
  // Nobody has told of a problem with these: named together, each at its place above.
  for (const light of ['doing', 'todo'] as const) {
    const named = quiet
      .filter((id) => lightOf(id) === light)
      .map((id) =>
        labelled(
          id,
          plan.nodes
            .get(id)!
            .title.trim()
            .split(/[，。；]/)[0]!,
        ),
      );
    if (named.length > 0)
      said.push([undefined, `${names[light]}、没有报告问题的${named.length}项：${named.join('；')}。下一步：${GAP}。`]);
  }
  return said;
}
