// Two versions of a plan set side by side: the words kept with baselines, and the plan as it is now.
import type { Id, KeptText, Plan } from '../../model/plan.ts';
import { textsOf } from '../../model/texts.ts';

export interface Version {
  readonly name: string;
  readonly texts: readonly KeptText[];
  /** What stands before the first section; undefined where it was not kept. */
  readonly preamble: string | undefined;
}

/** What the plan says now goes by this name. */
export const NOW = 'now';

/** Those that kept words, the oldest first, and the plan as it is now. */
export function versionsOf(plan: Plan): ReadonlyMap<Id, Version> {
  const kept = [...plan.records.baseline]
    .flatMap(([id, { name, at, texts, preamble }]) => (texts ? [{ id, name, at, texts, preamble }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  return new Map([
    ...kept.map(({ id, name, texts, preamble }): [Id, Version] => [id, { name, texts, preamble }]),
    [NOW, { name: '现稿', texts: textsOf(plan), preamble: plan.meta.preamble }],
  ]);
}

export interface Pair {
  readonly before: Version;
  readonly after: Version;
  readonly known: boolean;
}

/** What was chosen; else the latest that was kept, beside what stands now. */
export function pairOf(plan: Plan, from: Id | undefined, to: Id | undefined): Pair {
  const all = versionsOf(plan);
  const now = all.get(NOW)!;
  const latest = [...all.values()].at(-2);
  const before = all.get(from ?? '') ?? latest;
  return { before: before ?? now, after: all.get(to ?? NOW) ?? now, known: before !== undefined };
}

/** What stood before the first section then and stands there now; of versions that did not keep it nothing is claimed. */
export function preambles({ before, after }: Pair): readonly [before: string, after: string] {
  const [was, is] = [before.preamble ?? after.preamble ?? '', after.preamble ?? before.preamble ?? ''];
  return [was.trim(), is.trim()];
}

export interface Aligned {
  readonly before: KeptText | undefined;
  readonly after: KeptText | undefined;
}

/** Everything of both: in the later order, what is gone behind what stood before it. */
export function aligned({ before, after }: Pair): readonly Aligned[] {
  const old = new Map(before.texts.map((text) => [text.node, text]));
  const fresh = new Set(after.texts.map(({ node }) => node));
  const lost = new Map<Id | undefined, KeptText[]>();
  let stays: Id | undefined;
  for (const text of before.texts) {
    if (fresh.has(text.node)) stays = text.node;
    else lost.set(stays, [...(lost.get(stays) ?? []), text]);
  }
  const gone = (behind: Id | undefined): readonly Aligned[] =>
    (lost.get(behind) ?? []).map((text) => ({ before: text, after: undefined }));
  return [
    ...gone(undefined),
    ...after.texts.flatMap((text) => [{ before: old.get(text.node), after: text }, ...gone(text.node)]),
  ];
}
