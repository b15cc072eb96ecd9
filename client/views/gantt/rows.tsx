// The table of the Gantt for keyboards and screen readers: a treegrid laid over the drawn one. It shows nothing itself but the focus.
import { memo } from 'react';
import type { Id } from '../../../shared/model/plan.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { waitingWords } from '../../state/waiting.ts';
import { placesOf } from './places.ts';
import { M, SPARE } from './seen.ts';
import type { Seen } from './seen.ts';
import { LaneRow } from './lane-row.tsx';
import { columnLabel } from '../../../shared/layout/table-words.ts';

export const rowElement = (id: Id): string => `gantt-row-${id}`;
export const linkElement = (key: string): string => `gantt-link-${key}`;
export const barElement = (id: Id): string => `gantt-bar-${id}`;

export function Rows({
  seen,
  current,
  selected,
}: {
  readonly seen: Seen;
  /** Drawn wherever it is, so that it keeps the focus. */
  readonly current: Id | undefined;
  readonly selected: readonly Id[];
}) {
  const { plan, rows, left, head, spans } = seen;
  // Nobody listens to rows that cannot be seen.
  const first = seen.first + SPARE - 1;
  const last = seen.last - SPARE + 1;
  const t = useT();
  const lang = useLang();
  const { cell } = seen.table;
  const chosen = seen.table.chosen.slice(1);
  const at = current === undefined ? -1 : (seen.at.get(current) ?? -1);
  const indexes = range(Math.max(0, first), Math.min(rows.length - 1, last));
  if (at >= 0 && (at < first || at > last)) indexes.push(at);
  const places = placesOf(rows);
  // One stop for Tab: the row that has the focus, else the first in sight. Bars are reached from their rows.
  const stopAt = at >= 0 ? at : indexes[0];
  return (
    <div
      className="gantt-rows"
      role="treegrid"
      aria-label={t('gantt.table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={chosen.length + 1}
      aria-multiselectable="true"
      style={{ width: left, height: head + rows.length * M.row }}
    >
      <div className="sr" role="row" aria-rowindex={1}>
        {chosen.map((name, column) => (
          <span key={name} role="columnheader" aria-colindex={column + 1}>
            {columnLabel(name, lang)}
          </span>
        ))}
        <span role="columnheader" aria-colindex={chosen.length + 1}>
          {t('gantt.time')}
        </span>
      </div>
      {indexes.map((index) => {
        const row = rows[index]!;
        const y = head + index * M.row;
        const stop = index === stopAt;
        if (row.is === 'lane')
          return (
            <LaneRow key={row.id} lane={row} element={rowElement(row.id)} index={index + 2} y={y} current={stop} />
          );
        return (
          <RowView
            key={row.id}
            id={row.id}
            index={index + 2}
            level={row.depth + 1}
            at={places.at[index]!}
            of={places.of[index]!}
            open={row.branch ? !row.folded : undefined}
            y={y}
            current={stop}
            selected={selected.includes(row.id)}
            bar={spans.has(row.id)}
            mark={cell(row.id, 'mark')}
            cells={chosen.map((name) => cell(row.id, name)).join('\n')}
            span={[cell(row.id, 'span'), waitingWords(t, plan, row.id)].filter(Boolean).join(t('gantt.stop'))}
          />
        );
      })}
    </div>
  );
}

const RowView = memo(function RowView({
  id,
  index,
  level,
  at,
  of,
  open,
  y,
  current,
  selected,
  bar,
  mark,
  span,
  cells,
}: {
  readonly span: string;
  /** One a line, the title first. */
  readonly cells: string;
  readonly id: Id;
  readonly index: number;
  readonly level: number;
  /** Which of how many siblings. */
  readonly at: number;
  readonly of: number;
  readonly open: boolean | undefined;
  readonly y: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly bar: boolean;
  readonly mark: string;
}) {
  const told = cells.split('\n');
  return (
    <div
      id={rowElement(id)}
      className="gantt-row"
      role="row"
      aria-rowindex={index}
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-expanded={open}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-row={id}
      style={{ top: y, height: M.row }}
    >
      {told.map((words, column) => (
        <span key={column} role="gridcell" aria-colindex={column + 1}>
          {column === 0 ? `${mark} ${words}` : words}
        </span>
      ))}
      <span
        role="gridcell"
        aria-colindex={told.length + 1}
        aria-label={bar ? undefined : span}
        aria-owns={bar ? barElement(id) : undefined}
      />
    </div>
  );
});

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
