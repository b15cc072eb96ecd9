// In the cells of the list, the corner that says a change is waiting there; it opens beside the cell. Each in the column it would change.
import type { Id } from '../../../shared/model/plan.ts';
import { useCommands } from '../../state/hooks.ts';
import { waitingOf, waitingWords } from '../../state/waiting.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import type { Column, Facts } from './columns.ts';

const COLUMNS: Readonly<Record<string, ColumnName>> = {
  lead: 'lead',
  assist: 'assist',
  span: 'end',
  due: 'end',
  progress: 'progress',
  deliverable: 'deliverable',
};

/** The columns that carry the corner; the title, where the column meant is not shown. */
export function waitingColumns({ plan }: Facts, id: Id, columns: readonly Column[]): readonly ColumnName[] {
  const here = waitingOf(plan).get(id);
  if (!here) return NONE;
  const wanted = [
    ...here.suggestions.map(([, { field }]) => COLUMNS[field] ?? 'title'),
    ...here.times.map(({ does }): ColumnName => (does === 'times' ? 'title' : 'end')),
  ];
  const shown = wanted.map((name) => (columns.some((each) => each.name === name) ? name : 'title'));
  return [...new Set(shown)];
}

const NONE: readonly ColumnName[] = [];

export function CellWaiting({ facts: { plan, t }, id }: { readonly facts: Facts; readonly id: Id }) {
  const { run } = useCommands();
  return (
    <button
      type="button"
      className="list-waiting"
      tabIndex={-1}
      data-waiting={id}
      aria-label={t('waiting.open', { words: waitingWords(t, plan, id) })}
      title={waitingWords(t, plan, id)}
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={() => run('suggestion.here', { id })}
    />
  );
}
