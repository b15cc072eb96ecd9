// What hangs elsewhere in the later of two versions: under another heading, or past its neighbours. What only gave way has not moved.
import type { Id, KeptText } from '../../model/plan.ts';
import type { Pair } from './versions.ts';

export function movedIn({ before, after }: Pair): ReadonlySet<Id> {
  const [was, now] = [headsOf(before.texts), headsOf(after.texts)];
  const moved = new Set<Id>();
  const places = new Map(before.texts.map(({ node }, at) => [node, at]));
  const stayed = new Map<Id | undefined, { readonly node: Id; readonly place: number }[]>();
  for (const { node } of after.texts) {
    const place = places.get(node);
    if (place === undefined) continue;
    const head = now.get(node);
    if (was.get(node) === head) stayed.set(head, [...(stayed.get(head) ?? []), { node, place }]);
    else moved.add(node);
  }
  for (const siblings of stayed.values()) {
    const rising = longestRise(siblings.map(({ place }) => place));
    siblings.forEach(({ node, place }) => {
      if (!rising.has(place)) moved.add(node);
    });
  }
  return moved;
}

/** Under what each stands: a kept text knows its order and its kind, no more. */
function headsOf(texts: readonly KeptText[]): ReadonlyMap<Id, Id | undefined> {
  const open: { readonly node: Id; readonly depth: number }[] = [];
  return new Map(
    texts.map((text): [Id, Id | undefined] => {
      const depth = depthOf(text);
      while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
      const head = open.at(-1)?.node;
      open.push({ node: text.node, depth });
      return [text.node, head];
    }),
  );
}

function depthOf({ kind, mark }: KeptText): number {
  if (kind === 'section') return mark.startsWith('（') ? 1 : 0;
  return kind === 'item' ? 2 : kind === 'clause' ? 3 : 4;
}

/** As many as can keep their order; of several ways the one that ends lowest. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const behind = new Map<number, number | undefined>();
  for (const place of places) {
    const at = ends.findIndex((end) => end > place);
    behind.set(place, ends[(at < 0 ? ends.length : at) - 1]);
    ends[at < 0 ? ends.length : at] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = behind.get(place)) rise.add(place);
  return rise;
}
