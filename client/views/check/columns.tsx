// Of a table: which row is its heading and what each column holds. A change reads the table again at once.
import { useRef, useState } from 'react';
import { saidOf } from '../../../shared/carriers/refusal.ts';
import { FIELDS, heading } from '../../../shared/carriers/table/grid.ts';
import type { Field, Mapping } from '../../../shared/carriers/table/grid.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { readColumns } from '../../state/reading.ts';
import type { Mending } from './mending.ts';

const HEADERS = 20;

export function Columns({ mending }: { readonly mending: Mending }) {
  const t = useT();
  const lang = useLang();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<Mapping>();
  const reads = useRef<AbortController>(undefined);
  /** As it stood when this column was come to: keys that pass a field on their way take it from no other column. */
  const before = useRef<Mapping>(undefined);
  const { reading } = mending;
  if (!reading.table) return null;
  const { grid } = reading.table;
  // What was chosen shows at once, whatever the reading still takes: the next key goes on from there.
  const mapping = asked ?? reading.table.mapping;
  const read = async (next: Mapping): Promise<void> => {
    setAsked(next);
    reads.current?.abort();
    const mine = new AbortController();
    reads.current = mine;
    const result = await readColumns(reading, next, mine.signal);
    if (!result || mine.signal.aborted) return;
    setAsked(undefined);
    if ('refused' in result) return setSaid(saidOf(result)[lang]);
    setSaid(reading.mended ? t('check.columns.lost') : '');
    mending.replace({ ...result, title: reading.title, year: reading.year });
  };
  const rename = (column: number, field: Field): void => {
    // A field stands in one column only; the one that had it goes to the notes.
    const from = before.current ?? mapping;
    const fields = from.fields.map((old, at) =>
      at === column ? field : old === field && field !== 'note' && field !== 'none' ? 'note' : old,
    );
    void read({ ...from, fields, guessed: from.guessed.filter((each) => each !== column) });
  };
  return (
    <details className="check-columns" open>
      <summary>
        {t('check.columns')} <span className="hint">{t('check.columns.hint')}</span>
      </summary>
      <div className="check-column-list">
        <label>
          <span className="label">{t('check.header')}</span>
          <select
            className="field"
            value={mapping.header}
            onChange={(event) => {
              const header = Number(event.target.value);
              void read({ ...mapping, header, headerEnd: header });
            }}
          >
            <option value={-1}>{t('check.header.none')}</option>
            {grid.rows.slice(0, HEADERS).map((row, at) => (
              <option key={at} value={at}>
                {at + 1} {row.find(({ text }) => text)?.text.slice(0, 12)}
              </option>
            ))}
          </select>
        </label>
        {mapping.fields.map((field, column) => (
          <label key={column} data-guessed={mapping.guessed.includes(column) || undefined}>
            <span className="label">
              <span className="clip">{heading(grid, mapping, column) || t('check.column', { n: column + 1 })}</span>
              {mapping.guessed.includes(column) && <span className="badge">{t('check.guessed')}</span>}
            </span>
            <select
              className="field"
              value={field}
              onFocus={() => (before.current = mapping)}
              onChange={(event) => rename(column, event.target.value as Field)}
            >
              {FIELDS.map((each) => (
                <option key={each} value={each}>
                  {t(`field.${each}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {said && (
        <p className="hint" role="status">
          {said}
        </p>
      )}
    </details>
  );
}
