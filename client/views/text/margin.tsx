// Beside the text: when each clause is due, how it stands, whether it has a note. Nothing here is text, and undated stays undated.
import { FileText } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { spanLabel } from '../../../shared/layout/label.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { ICON } from '../../parts/icon.ts';
import { LightMark } from '../../parts/light.tsx';
import { useCommands } from '../../state/hooks.ts';
import { waitingOf } from '../../state/waiting.ts';
import type { Peer } from '../../state/presence.ts';
import type { Facts } from '../list/columns.ts';
import { Flags } from './flags.tsx';
import { WaitingChip } from './times.tsx';

interface Props {
  readonly page: RefObject<HTMLElement | null>;
  readonly facts: Facts;
  /** The nodes that have a place here, in reading order. */
  readonly nodes: readonly Id[];
  readonly selected: readonly Id[];
  readonly peersAt: ReadonlyMap<Id, readonly Peer[]>;
}

const HEIGHT = 28;

/** Clauses, and items that have none: what is dated and reported on; and whatever somebody suggests a change of. */
export function standsInMargin(plan: Plan, id: Id): boolean {
  const kind = plan.nodes.get(id)?.kind;
  return (
    (waitingOf(plan).get(id)?.suggestions.length ?? 0) > 0 ||
    kind === 'clause' ||
    (kind === 'item' && !childrenOf(plan, id).some((child) => plan.nodes.get(child)?.kind === 'clause'))
  );
}

export function Margin({ page, facts, nodes, selected, peersAt }: Props) {
  const tops = useTops(page, nodes, facts.plan);
  return (
    <div className="margin">
      {nodes.map((id) => {
        const top = tops.get(id);
        return top === undefined ? null : (
          <MarginEntry
            key={id}
            id={id}
            top={top}
            facts={facts}
            selected={selected.includes(id)}
            peers={peersAt.get(id)}
          />
        );
      })}
    </div>
  );
}

interface EntryProps {
  readonly id: Id;
  readonly facts: Facts;
  readonly selected: boolean;
  readonly peers: readonly Peer[] | undefined;
  readonly top?: number;
}

export function MarginEntry({ id, facts, selected, peers, top }: EntryProps) {
  const { run } = useCommands();
  const { plan, t, lang } = facts;
  const node = plan.nodes.get(id);
  if (!node) return null;
  const span = facts.spans.get(id);
  const light = facts.lights.get(id) ?? 'todo';
  return (
    <div className="margin-entry" style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}>
      <button
        type="button"
        tabIndex={-1}
        data-selected={selected}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run('view.reveal', { id, inspect: true })}
      >
        <LightMark light={light} size={11} />
        <span className="margin-number">{facts.numbers.get(id)?.label}</span>
        {span ? (
          <span className="margin-span">{spanLabel(span, lang, plan.meta.year)}</span>
        ) : (
          <span className="margin-undated">{t('text.undated')}</span>
        )}
        {node.noted && (
          <>
            <FileText {...ICON} size={14} />
            <span className="sr">{t('text.noted')}</span>
          </>
        )}
      </button>
      <WaitingChip id={id} />
      {peers && <Flags peers={peers} />}
    </div>
  );
}

/** Each entry stands beside the first line of its clause; where two would meet, the lower one gives way. */
function useTops(page: RefObject<HTMLElement | null>, nodes: readonly Id[], plan: unknown): ReadonlyMap<Id, number> {
  const [tops, setTops] = useState<ReadonlyMap<Id, number>>(new Map());
  useLayoutEffect(() => {
    const el = page.current;
    if (!el) return undefined;
    const look = (): void => {
      const origin = el.getBoundingClientRect().top;
      const found = new Map<Id, number>();
      let free = 0;
      for (const id of nodes) {
        const rect = document.getElementById(`text-${id}`)?.getClientRects()[0];
        if (!rect) continue;
        const top = Math.round(Math.max(free, rect.top - origin + (rect.height - HEIGHT) / 2));
        found.set(id, top);
        free = top + HEIGHT;
      }
      setTops((before) => (sameTops(before, found) ? before : found));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(el);
    return () => watch.disconnect();
  }, [page, nodes, plan]);
  return tops;
}

function sameTops(a: ReadonlyMap<Id, number>, b: ReadonlyMap<Id, number>): boolean {
  return a.size === b.size && [...a].every(([id, top]) => b.get(id) === top);
}
