// The table of the Gantt for keyboards and screen readers: a treegrid laid over the drawn one. It shows nothing itself but the focus.
import { memo } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import { WORDS } from '../../../shared/layout/words.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { useLang, useT } from '../../state/hooks.ts';

export interface Told {
  readonly title: string;
  readonly lead: string;
  readonly span: string;
}

export const rowElement = (id: Id): string => `gantt-row-${id}`;
export const barElement = (id: Id): string => `gantt-bar-${id}`;

export function Rows({
  rows,
  first,
  last,
  top,
  height,
  width,
  current,
  selected,
  tell,
  hasBar,
}: {
  readonly rows: readonly Row[];
  /** The rows in sight, by index; the current one is there too, so that it keeps the focus. */
  readonly first: number;
  readonly last: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly current: Id | undefined;
  readonly selected: readonly Id[];
  readonly tell: (row: Row) => Told;
  readonly hasBar: (id: Id) => boolean;
}) {
  const t = useT();
  const words = WORDS[useLang()];
  const at = current === undefined ? -1 : rows.findIndex(({ id }) => id === current);
  const indexes = range(Math.max(0, first), Math.min(rows.length - 1, last));
  if (at >= 0 && (at < first || at > last)) indexes.push(at);
  return (
    <div
      className="gantt-rows"
      role="treegrid"
      aria-label={t('gantt.table')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      style={{ width, height: top + rows.length * height }}
    >
      <div className="sr" role="row" aria-rowindex={1}>
        <span role="columnheader">{words.title}</span>
        <span role="columnheader">{words.lead}</span>
        <span role="columnheader">{words.span}</span>
        <span role="columnheader">{t('gantt.time')}</span>
      </div>
      {indexes.map((index) => {
        const row = rows[index]!;
        return (
          <RowView
            key={row.id}
            id={row.id}
            index={index + 2}
            level={row.depth + 1}
            open={row.branch ? !row.folded : undefined}
            y={top + index * height}
            height={height}
            current={row.id === current || (at < 0 && index === 0)}
            selected={selected.includes(row.id)}
            bar={hasBar(row.id)}
            mark={row.mark}
            {...tell(row)}
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
  open,
  y,
  height,
  current,
  selected,
  bar,
  mark,
  title,
  lead,
  span,
}: Told & {
  readonly id: Id;
  readonly index: number;
  readonly level: number;
  readonly open: boolean | undefined;
  readonly y: number;
  readonly height: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly bar: boolean;
  readonly mark: string;
}) {
  return (
    <div
      id={rowElement(id)}
      className="gantt-row"
      role="row"
      aria-rowindex={index}
      aria-level={level}
      aria-expanded={open}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-row={id}
      style={{ top: y, height }}
    >
      <span role="gridcell">
        {mark} {title}
      </span>
      <span role="gridcell">{lead}</span>
      <span role="gridcell">{span}</span>
      <span role="gridcell" aria-owns={bar ? barElement(id) : undefined} />
    </div>
  );
});

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
