// The numbers 一、 （一） 1. and 6.1: computed from the tree, never stored.
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
  const numbers = new Map<Id, Numbered>();
  const restart = plan.meta.form?.['items'] === 'restart';
  let items = 0;
  const visit = (parent: Id, above: string, level: number): void => {
    let sections = 0;
    let others = 0;
    if (restart) items = 0;
    for (const id of childrenOf(plan, parent)) {
      const kind = plan.nodes.get(id)!.kind;
      if (kind === 'section') {
        const index = ++sections;
        const number = chineseNumber(index);
        const inner = `（${number}）`;
        numbers.set(
          id,
          level === 0 ? { index, mark: `${number}、`, label: number } : { index, mark: inner, label: inner },
        );
        const outer = items;
        visit(id, '', level + 1);
        if (restart) items = outer;
      } else if (kind === 'item') {
        const index = ++items;
        numbers.set(id, { index, mark: `${index}. `, label: String(index) });
        visit(id, String(index), level + 1);
        if (restart) items = index;
      } else {
        const index = kind === 'milestone' ? 0 : ++others;
        const label = kind === 'milestone' ? '' : above ? `${above}.${index}` : String(index);
        numbers.set(id, { index, mark: label, label });
        visit(id, label, level + 1);
      }
    }
  };
  visit(ROOT, '', 0);
  return numbers;
}
