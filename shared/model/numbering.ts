// The numbers 一、 （一） 1. and 6.1: computed from the tree, never stored.
import { stepwise } from './asked.ts';
import { ROOT } from './plan.ts';
import type { Id, Plan } from './plan.ts';
import { remembered, touchedSince } from './remember.ts';
import { childrenOf } from './tree.ts';

const DIGITS = '零一二三四五六七八九';

/** 1–99 as 一…九十九; larger numbers by digits (一〇〇). */
export function chineseNumber(n: number): string {
  if (n > 99) return [...String(n)].map((digit) => (digit === '0' ? '〇' : DIGITS[+digit]!)).join('');
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : DIGITS[ones]!);
}

export interface Numbered {
  /** From 1, among what it is counted with. */
  readonly index: number;
  /** As the official text writes it: `一、`, `（一）`, `6. `; for a clause its number on screen, `6.1`. */
  readonly mark: string;
  /** For tight places: `一`, `（一）`, `6`, `6.1`, `6.1.2`. */
  readonly label: string;
}

/** Numbers of every node that is not in the bin. Items run through all sections, unless the plan's form says `items: 'restart'`. */
export const numbering: (plan: Numerable) => ReadonlyMap<Id, Numbered> = remembered(numberAll, (last, before, now) => {
  const touched = touchedSince(before, now);
  const same =
    before.meta.form?.['items'] === now.meta.form?.['items'] &&
    touched?.every((id) => before.nodes.get(id)?.kind === now.nodes.get(id)?.kind);
  return same ? last : undefined;
});

type Numerable = Pick<Plan, 'nodes' | 'tree' | 'meta'>;

function numberAll(plan: Numerable): ReadonlyMap<Id, Numbered> {
  const restart = plan.meta.form?.['items'] === 'restart';
  let items = 0;
  const number = (id: Id, above: string, level: number, among: Counted, numbers: Map<Id, Numbered>): void => {
    const kind = plan.nodes.get(id)!.kind;
    if (kind === 'section') {
      const index = ++among.sections;
      const number = chineseNumber(index);
      const inner = `（${number}）`;
      numbers.set(
        id,
        level === 0 ? { index, mark: `${number}、`, label: number } : { index, mark: inner, label: inner },
      );
      const outer = items;
      below(id, '', level + 1, numbers);
      if (restart) items = outer;
    } else if (kind === 'item') {
      const index = ++items;
      numbers.set(id, { index, mark: `${index}. `, label: String(index) });
      below(id, String(index), level + 1, numbers);
      if (restart) items = index;
    } else {
      const index = kind === 'milestone' ? 0 : ++among.others;
      const label = kind === 'milestone' ? '' : above ? `${above}.${index}` : String(index);
      numbers.set(id, { index, mark: label, label });
      below(id, label, level + 1, numbers);
    }
  };
  const below = (parent: Id, above: string, level: number, numbers: Map<Id, Numbered>): void => {
    const children = childrenOf(plan, parent);
    if (children.length === 0) return;
    if (restart) items = 0;
    const among = { sections: 0, others: 0 };
    for (const id of children) number(id, above, level, among, numbers);
  };
  // A branch at a time: the numbers at the top of a long plan do not wait for those at its end.
  const tops = childrenOf(plan, ROOT);
  const among = { sections: 0, others: 0 };
  let next = 0;
  return stepwise((numbers) => {
    if (next < tops.length) number(tops[next++]!, '', 0, among, numbers);
    return next < tops.length;
  });
}

/** What siblings are counted by, but for items. */
interface Counted {
  sections: number;
  others: number;
}
