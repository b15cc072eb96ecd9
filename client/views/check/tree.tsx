// The plan as it was read: one row per node with who and when, the chosen one open to be mended. Walked and mended by keys as well.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReadNode } from '../../../shared/carriers/reading.ts';
import { BESIDE, statedSpan } from '../../../shared/carriers/mend.ts';
import { shortDay } from '../../i18n/days.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { Card } from './card.tsx';
import type { Mending } from './mending.ts';
import type { Row } from './rows.ts';
import type { Chosen } from './source.tsx';

interface Props {
  readonly mending: Mending;
  readonly rows: readonly Row[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  readonly editing: boolean;
  readonly edit: (on: boolean) => void;
  readonly nextDoubt: () => void;
  readonly refuse: () => void;
}

export function Tree({ mending, rows, chosen, choose, editing, edit, nextDoubt, refuse }: Props) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const at = useMemo(() => rows.findIndex(({ node }) => node.key === chosen.key), [rows, chosen.key]);
  const active = useRef(at);
  active.current = at;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    getItemKey: (index) => rows[index]!.node.key,
    overscan: 12,
  });
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (chosen.by !== 'tree' && active.current >= 0) scrollToIndex(active.current, { align: 'center' });
  }, [chosen, scrollToIndex]);
  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    choose({ key: row.node.key, line: row.node.line, by: 'tree' });
    scrollToIndex(rows.indexOf(row), { align: 'auto' });
  };
  const key = (event: KeyboardEvent): void => {
    // A click gives the focus to the row, a card has keys of its own.
    if ((event.target as Element).closest('.check-card') || event.nativeEvent.isComposing) return;
    const node = rows[at]?.node;
    const does = KEYS[`${event.altKey ? 'Alt+' : ''}${event.key}`];
    if (!does) return;
    event.preventDefault();
    if (does === 'next-doubt') return nextDoubt();
    if (does === 'step-down' || does === 'step-up') return go(at + (does === 'step-down' ? 1 : -1));
    if (does === 'first' || does === 'last') return go(does === 'first' ? 0 : rows.length - 1);
    if (!node) return;
    if (does === 'edit') return edit(true);
    if (does === 'out') {
      const beside = rows[at + 1] ?? rows[at - 1];
      if (!mending.mend({ do: 'out', key: node.key })) refuse();
      else if (beside) choose({ key: beside.node.key, line: beside.node.line, by: 'tree' });
      return;
    }
    const by = does === 'deeper' || does === 'down' ? 1 : -1;
    const level = does === 'deeper' || does === 'shallower';
    if (!mending.mend({ do: level ? 'level' : 'swap', key: node.key, by })) refuse();
  };
  return (
    <div
      className="check-scroll tree"
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={t('check.tree')}
      aria-activedescendant={at >= 0 ? rowId(rows[at]!.node.key) : undefined}
      onKeyDown={key}
      onFocus={(event) => {
        if (event.target === event.currentTarget && at < 0) go(0);
      }}
    >
      {rows.length === 0 && <p className="hint check-none">{t('check.empty')}</p>}
      <div className="check-virtual" style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, key: id }) => (
          <div
            key={id}
            ref={virtual.measureElement}
            data-index={index}
            className="check-row-place"
            style={{ transform: `translateY(${start}px)` }}
            id={rowId(rows[index]!.node.key)}
            role="treeitem"
            tabIndex={-1}
            aria-level={rows[index]!.depth + 1}
            aria-selected={index === at}
          >
            <NodeRow
              row={rows[index]!}
              choose={() => {
                const { node } = rows[index]!;
                if (index === at) edit(!editing);
                choose({ key: node.key, line: node.line, by: 'tree' });
              }}
            />
            {index === at && editing && (
              <Card
                row={rows[index]!}
                mending={mending}
                refuse={refuse}
                gone={() => go(index)}
                done={() => {
                  edit(false);
                  scroller.current?.focus();
                }}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

const KEYS: Readonly<Record<string, string>> = {
  ArrowDown: 'step-down',
  ArrowUp: 'step-up',
  Home: 'first',
  End: 'last',
  Enter: 'edit',
  F2: 'edit',
  F8: 'next-doubt',
  Delete: 'out',
  'Alt+ArrowRight': 'deeper',
  'Alt+ArrowLeft': 'shallower',
  'Alt+ArrowDown': 'down',
  'Alt+ArrowUp': 'up',
};

export const rowId = (key: string): string => `check-${key}`;

function NodeRow({ row, choose }: { readonly row: Row; readonly choose: () => void }) {
  const t = useT();
  const { node, depth, mark } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the tree has the keys
    <div
      className="check-row"
      data-kind={node.kind}
      data-key={node.key}
      style={{ paddingInlineStart: 12 + Math.min(depth, 8) * 20 }}
      onClick={choose}
    >
      <p>
        {mark ? <span className="number">{mark}</span> : <span className="badge">{t(`kind.${node.kind}`)}</span>}
        <span className="check-words">{node.title || t('untitled')}</span>
      </p>
      <Chips node={node} />
      <Words node={node} />
    </div>
  );
}

/** What other columns say of it: nothing is taken into a plan that was not shown. */
function Words({ node }: { readonly node: ReadNode }) {
  const t = useT();
  const said = BESIDE.flatMap((what) => (node[what] ? [{ what, words: node[what] }] : []));
  if (said.length === 0) return null;
  return (
    <dl className="check-said">
      {said.map(({ what, words }) => (
        <div key={what}>
          <dt>{t(`field.${what}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Chips({ node }: { readonly node: ReadNode }) {
  const t = useT();
  const lang = useLang();
  const { lead, assist, people, due, span, stated, progress, status } = node;
  const days = span ?? statedSpan(node);
  const said = days
    ? days.start === days.end
      ? shortDay(lang, days.end)
      : `${shortDay(lang, days.start)}–${shortDay(lang, days.end)}`
    : stated?.end
      ? t('check.by', { day: shortDay(lang, stated.end) })
      : undefined;
  const done = [status && t(`light.${status.light}`), status?.reason, progress !== undefined && `${progress}%`];
  const state = done.filter(Boolean).join(' ');
  if (lead.length + assist.length === 0 && !people && !due && !said && !state) return null;
  return (
    <p className="check-chips">
      {lead.map((name) => (
        <span key={name} className="chip lead" title={t('check.lead')}>
          <span>{name}</span>
        </span>
      ))}
      {assist.map((name) => (
        <span key={name} className="chip assist" title={t('check.assist')}>
          <span>
            {t('check.assist')} {name}
          </span>
        </span>
      ))}
      {Object.entries(people ?? {}).map(([who, name]) => (
        <span key={who} className="chip person">
          <span>
            {t(`check.${who as 'chief'}`)} {name as string}
          </span>
        </span>
      ))}
      {(due || said) && (
        <span className="chip when" data-set={span ? true : undefined}>
          <span>
            {due?.words}
            {due && said ? ' → ' : ''}
            {said}
          </span>
        </span>
      )}
      {state && (
        <span className="chip person">
          <span>{state}</span>
        </span>
      )}
    </p>
  );
}
