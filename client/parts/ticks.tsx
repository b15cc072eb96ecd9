// 每年6次: how often, and each time as a box to tick, with the day it was done.
import { useState } from 'react';
import type { Node } from '../../shared/model/plan.ts';
import { useCommands, useMayEdit, useT, useToday } from '../state/hooks.ts';
import { DayInput } from './day-input.tsx';
import '../style/ticks.css';

/** More than these are counted, not listed. */
const MOST = 24;

export function TicksField({ node }: { readonly node: Node }) {
  const t = useT();
  const mayEdit = useMayEdit();
  const today = useToday();
  const { run } = useCommands();
  const [typed, setTyped] = useState<string>();
  const { id, ticks } = node;
  const leave = (): void => {
    if (typed !== undefined) run('ticks.set', { id, times: typed.trim() === '' ? null : Number(typed) });
    setTyped(undefined);
  };
  if (!ticks && !mayEdit) return null;
  const done = ticks?.done ?? [];
  return (
    <div className="line-field">
      <span className="label">{t('ticks')}</span>
      <div className="row">
        <input
          className="field ticks-times"
          data-plan-field=""
          inputMode="numeric"
          aria-label={t('ticks.times')}
          placeholder={t('ticks.none')}
          readOnly={!mayEdit}
          value={typed ?? String(ticks?.times ?? '')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <span className="quiet">{t('ticks.unit')}</span>
        {ticks && <span className="quiet">{t('ticks.done', { done: done.length, times: ticks.times })}</span>}
      </div>
      {ticks && ticks.times <= MOST && (
        <ul className="ticks">
          {Array.from({ length: ticks.times }, (_, n) => (
            <li key={n}>
              <label>
                <input
                  type="checkbox"
                  checked={n < done.length}
                  disabled={!mayEdit}
                  onChange={() =>
                    n < done.length ? run('ticks.untick', { id, index: n }) : run('ticks.tick', { id, day: today })
                  }
                />
                {t('ticks.nth', { n: n + 1 })}
              </label>
              {n < done.length && (
                <DayInput
                  label={t('ticks.day', { n: n + 1 })}
                  value={done[n]}
                  usual={Number(today.slice(0, 4))}
                  set={({ day }) => run('ticks.date', { id, index: n, day })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
