// What a plan says at one moment, as a baseline keeps it for later comparison.
import { numbering } from './numbering.ts';
import type { KeptText, Plan } from './plan.ts';
import { inOrder } from './tree.ts';

/** The words, numbers and offices of all that lives, in reading order. */
export function textsOf(plan: Plan): readonly KeptText[] {
  const numbers = numbering(plan);
  return inOrder(plan).map((id): KeptText => {
    const { kind, title, lead, assist } = plan.nodes.get(id)!;
    const mark = numbers.get(id)?.mark ?? '';
    return { node: id, kind, mark, title, lead: [...lead.keys()], assist: [...assist.keys()] };
  });
}
