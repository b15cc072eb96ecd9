// The plan as its official text: the characters of `write`, and 示例 where a demonstration's title does not say it.
import type { Plan } from '../model/plan.ts';
import { writeParts } from '../yaodian/write.ts';
import { titleOf } from './words.ts';

export function toText(plan: Plan): string {
  const marked = plan.meta.sample ? titleOf(plan.meta) : plan.meta.title;
  const kept = marked === plan.meta.title.trim();
  const parts = writeParts(plan);
  const text = parts
    .map(({ part, node, text: words }) => (part === 'title' && !node && !kept ? marked : words))
    .join('');
  const titled = parts.some(({ part, node }) => part === 'title' && !node);
  return plan.meta.sample && !titled ? `${marked}\n${text}` : text;
}
