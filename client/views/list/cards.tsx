// The list on a phone: one card for each piece of work, found and given its progress in three taps.
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { shortTitle, spanLabel } from '../../../shared/layout/label.ts';
import type { Row } from '../../../shared/layout/rows.ts';
import { hueOf } from '../../../shared/layout/theme.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import { LightMark } from '../../parts/light.tsx';
import { WaitingMark } from '../../parts/waiting.tsx';
import { useCommands, useMayEdit, useView } from '../../state/hooks.ts';
import type { Peer } from '../../state/presence.ts';
import { Flags, usePeersAt } from '../text/flags.tsx';
import { cellText, isGroup } from '../../../shared/layout/cells.ts';
import type { Facts } from './columns.ts';

export function ListCards({ facts, rows }: { readonly facts: Facts; readonly rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useView((view) => view.selected);
  const peersAt = usePeersAt();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isGroup(rows[index]!) ? 48 : 152),
    getItemKey: (index) => rows[index]!.id,
    overscan: 4,
  });
  const active = rows.findIndex(({ id }) => id === selected.at(-1));
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection scrolls
  }, [selected]);
  return (
    <div ref={scroller} className="works" data-scope="list">
      <ul aria-label={facts.t('list.label')} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <li
              key={row.id}
              ref={virtual.measureElement}
              data-index={index}
              style={
                {
                  transform: `translateY(${start}px)`,
                  '--edge': `var(--hue${hueOf(row.section)}-edge)`,
                } as CSSProperties
              }
            >
              <Card row={row} facts={facts} selected={selected.includes(row.id)} peers={peersAt.get(row.id)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface CardProps {
  readonly row: Row;
  readonly facts: Facts;
  readonly selected: boolean;
  readonly peers: readonly Peer[] | undefined;
}

const Card = memo(function Card({ row, facts, selected, peers }: CardProps) {
  const { plan, t, lang } = facts;
  const { run } = useCommands();
  const node = plan.nodes.get(row.id);
  if (!node) return null;
  const title = node.title.trim() || t('untitled');
  if (isGroup(node))
    return (
      <div className="work-waits">
        <button
          type="button"
          className="work-group"
          data-kind={row.kind}
          aria-expanded={row.branch ? !row.folded : undefined}
          onClick={() => (row.branch ? run('view.fold', { id: row.id }) : run('view.reveal', { id: row.id }))}
        >
          <span className="work-mark">{facts.numbers.get(row.id)?.mark}</span>
          <span>{title}</span>
          {row.hidden > 0 && <span className="count">{row.hidden}</span>}
        </button>
        <WaitingMark id={row.id} />
      </div>
    );
  const span = facts.spans.get(row.id);
  const lead = cellText(facts, node, 'lead');
  return (
    <article className="work" data-kind={row.kind} data-node={row.id} data-selected={selected}>
      <button type="button" className="work-open" onClick={() => run('view.reveal', { id: row.id, inspect: true })}>
        <span className="work-mark">{row.kind === 'milestone' ? '◆' : facts.numbers.get(row.id)?.label}</span>
        <span className="work-title">{node.kind === 'milestone' ? shortTitle(node, lang) : title}</span>
        <span className="sr">{t('list.details')}</span>
      </button>
      {peers && <Flags peers={peers} />}
      <p className="work-facts">
        <span className="list-light">
          <LightMark light={facts.lights.get(row.id) ?? 'todo'} named />
        </span>
        <span>{span ? spanLabel(span, lang, plan.meta.year) : t('list.undated')}</span>
        <span className={lead ? 'work-lead' : 'list-missing'}>
          {lead || (node.kind === 'clause' && t('list.no-lead'))}
        </span>
        <WaitingMark id={row.id} />
      </p>
      {row.kind !== 'milestone' && (
        <Slider id={row.id} title={title} value={progressOf(plan, row.id)} label={t('list.progress-of', { title })} />
      )}
    </article>
  );
});

interface SliderProps {
  readonly id: string;
  readonly title: string;
  readonly value: number | undefined;
  readonly label: string;
}

/** Moves freely under the finger; one edit when it is let go. */
function Slider({ id, value, label }: SliderProps) {
  const { run } = useCommands();
  const mayEdit = useMayEdit();
  const [held, setHeld] = useState<number | null>(null);
  const letGo = (): void => {
    if (held !== null && held !== value) run('content.set-progress', { id, progress: held });
    setHeld(null);
  };
  const shown = held ?? value;
  return (
    <label className="work-progress">
      <span className="sr">{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={shown ?? 0}
        disabled={!mayEdit}
        aria-valuetext={`${shown ?? 0}%`}
        style={{ '--at': `${shown ?? 0}%` } as CSSProperties}
        onChange={(event) => setHeld(Number(event.currentTarget.value))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <span className="work-percent">{shown === undefined ? '—' : `${shown}%`}</span>
    </label>
  );
}
