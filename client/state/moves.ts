// Several pieces of work that a colleague moved together: told once, with who and how many. One that moves alone is seen to move.
import { diffDays } from '../../shared/model/day.ts';
import { differing } from '../../shared/model/patched.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { T } from '../i18n/t.ts';
import type { Connection } from './connection.ts';
import { tell } from './notices.ts';
import type { Peer } from './presence.ts';

export interface Moved {
  readonly by: number;
  readonly days: number;
  readonly ids: readonly Id[];
}

/** What the same hand moved by as many days from one plan to the next. */
export function movedTogether(before: Plan, now: Plan, authorOf: (id: Id) => number | undefined): readonly Moved[] {
  if (before.nodes === now.nodes) return [];
  const groups = new Map<string, { by: number; days: number; ids: Id[] }>();
  for (const id of differing(before.nodes, now.nodes)) {
    const [was, is] = [before.nodes.get(id)?.span, now.nodes.get(id)?.span];
    if (!was || !is || was === is) continue;
    const days = diffDays(was.start, is.start);
    const by = authorOf(id);
    if (days === 0 || days !== diffDays(was.end, is.end) || by === undefined) continue;
    const key = `${by} ${days}`;
    const group = groups.get(key) ?? { by, days, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ ids }) => ids.length > 1);
}

/** `nameOf` says who somebody is, `show` brings the work into sight. Returns how to stop. */
export function tellMoves(
  { plan, presence, authorOf, isWriting }: Pick<Connection, 'plan' | 'presence' | 'authorOf' | 'isWriting'>,
  nameOf: (t: T, who: Peer['user']) => string,
  show: (ids: readonly Id[]) => void,
): () => void {
  let last = plan.get();
  return plan.subscribe(() => {
    const [before, now] = [last, plan.get()];
    last = now;
    if (!before || !now || isWriting()) return;
    for (const { by, days, ids } of movedTogether(before, now, (id) => authorOf(id, 'span'))) {
      const who = presence.peers.get().find(({ client }) => client === by)?.user;
      // What comes in after a while away was done by many; its story is the history's.
      if (!who) continue;
      tell({
        key: `moved ${by}`,
        tone: 'plain',
        say: (t) =>
          t(days > 0 ? 'moved.later' : 'moved.earlier', { who: nameOf(t, who), n: ids.length, days: Math.abs(days) }),
        action: { label: (t) => t('moved.show'), run: () => show(ids) },
      });
    }
  });
}
