// A lost race: for a few seconds after my drop, a value of mine that somebody else overwrites is told to me, with the way back.
import { useEffect, useMemo } from 'react';
import { outcomeOf } from '../../drag/preview.ts';
import type { Drop } from '../../drag/stage.tsx';
import { isRefusal } from '../../../shared/ops/change.ts';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Id, Plan, Span } from '../../../shared/model/plan.ts';
import type { T } from '../../i18n/t.ts';
import { whoIs } from '../../parts/presence.tsx';
import { useDesktop } from '../../state/hooks.ts';
import type { Desktop } from '../../state/hooks.ts';
import { tell } from '../../state/notices.ts';
import type { Peer } from '../../state/presence.ts';
import { settings } from '../../state/settings.ts';
import { proseSpan } from './words.ts';

const WATCH_MS = 5000;

/** Call the result after each drop of mine, with the plan it was dropped on. */
export function useRace(): (drop: Drop, before: Plan) => void {
  const desktop = useDesktop();
  const race = useMemo(() => createRace(desktop), [desktop]);
  useEffect(() => race.start(), [race]);
  return race.dropped;
}

interface Mine {
  readonly span: Span | undefined;
  readonly until: number;
}

function createRace({ connection, commands }: Desktop) {
  const mine = new Map<Id, Mine>();
  const held = new Map<Id, { readonly who: Peer; readonly at: number }>();

  /** Whose visit wrote it; one who has left meanwhile was the last with a hand on it, or the only one who has it selected. */
  const whoHad = (id: Id): Peer['user'] | undefined => {
    const wrote = connection.presence.whoWas(connection.authorOf(id, 'span'));
    if (wrote) return wrote;
    const last = held.get(id);
    if (last && Date.now() - last.at < 2 * WATCH_MS) return last.who.user;
    const near = connection.presence.peers.get().filter((peer) => peer.selected?.includes(id));
    return near.length === 1 ? near[0]!.user : undefined;
  };

  const look = (): void => {
    const plan = connection.plan.get();
    if (!plan || mine.size === 0) return;
    for (const [id, { span, until }] of mine) {
      const node = plan.nodes.get(id);
      if (Date.now() > until || !node) mine.delete(id);
      else if (!same(node.span, span)) {
        mine.delete(id);
        // What I did myself since, an undo or another command, is no loss.
        if (!connection.isWriting()) tellLoss(id, span, node.span);
      }
    }
  };

  const tellLoss = (id: Id, span: Span | undefined, now: Span | undefined): void => {
    const plan = connection.plan.get()!;
    const who = whoHad(id);
    const words = (t: T, each: Span | undefined): string =>
      each ? proseSpan(t, settings.get().lang, each, plan.meta.year) : t('gantt.undated');
    tell({
      key: `lost ${id}`,
      tone: 'warn',
      stays: true,
      say: (t) =>
        t('gantt.lost', {
          who: who ? whoIs(t, who) : t('gantt.lost.someone'),
          title: shortTitle(plan.nodes.get(id)!, settings.get().lang),
          mine: words(t, span),
          theirs: words(t, now),
        }),
      action: {
        label: (t) => t('gantt.lost.restore'),
        run: () =>
          span ? commands.run('time.set-span', { id, span }) : commands.run('time.clear-span', { ids: [id] }),
      },
    });
  };

  return {
    dropped(drop: Drop, before: Plan): void {
      const outcome = outcomeOf(before, drop);
      if (!outcome || isRefusal(outcome)) return;
      for (const change of outcome)
        if (change.do === 'put' && change.key === 'span')
          mine.set(change.id, { span: change.value, until: Date.now() + WATCH_MS });
    },
    start(): () => void {
      const notePeers = (): void => {
        for (const who of connection.presence.peers.get())
          if (who.draft) held.set(who.draft.node, { who, at: Date.now() });
      };
      const stops = [connection.plan.subscribe(look), connection.presence.peers.subscribe(notePeers)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

function same(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
