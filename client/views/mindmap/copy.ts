// Branches as text that other programs take: lines indented by tabs, and the same as nested lists for Word.
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import { branch, childrenOf, inOrder } from '../../../shared/model/tree.ts';

/** Without what lies below another of them, in reading order. */
export function copiedBranches(
  plan: Plan,
  ids: readonly Id[],
): { readonly text: string; readonly html: string; readonly n: number } {
  const asked = ids.includes(ROOT) ? childrenOf(plan, ROOT) : ids;
  const below = new Set(asked.flatMap((id) => branch(plan, id).slice(1)));
  const wanted = new Set(asked.filter((id) => !below.has(id)));
  const tops = inOrder(plan).filter((id) => wanted.has(id));
  const lines: string[] = [];
  const write = (id: Id, depth: number): string => {
    const title = oneLine(plan.nodes.get(id)?.title ?? '');
    lines.push('\t'.repeat(depth) + title);
    const children = childrenOf(plan, id).map((child) => write(child, depth + 1));
    return `<li>${escaped(title)}${children.length > 0 ? `<ul>${children.join('')}</ul>` : ''}</li>`;
  };
  const html = `<ul>${tops.map((id) => write(id, 0)).join('')}</ul>`;
  return { text: lines.join('\n'), html, n: lines.length };
}

function oneLine(title: string): string {
  return title.replace(/\s*[\n\t]\s*/g, ' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
