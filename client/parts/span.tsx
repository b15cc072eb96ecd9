// The dates of a node: two days, what they come to in days and working days, and the way back to 待定.
import { useState } from 'react';
import { dayKind, workingDaysBetween } from '../../shared/model/calendar.ts';
import { diffDays, isDay } from '../../shared/model/day.ts';
import type { Day, Node, Span } from '../../shared/model/plan.ts';
import { longDay, weekdayName } from '../i18n/days.ts';
import { useCommands, useLang, useMayEdit, useSpans, useT } from '../state/hooks.ts';

export function SpanField({ node }: { readonly node: Node }) {
  const t = useT();
  const lang = useLang();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const shown = useSpans().get(node.id);
  const rolled = shown !== undefined && (!node.span || node.kind === 'section' || node.kind === 'item');
  const milestone = node.kind === 'milestone';
  const follows = rolled && (node.kind === 'section' || node.kind === 'item');
  const set = (span: Span): void => void run('time.set-span', { id: node.id, span });
  const own = node.span;
  return (
    <div className="line-field">
      <span className="label">{t(milestone ? 'inspector.day' : 'inspector.span')}</span>
      {follows ? (
        <p>
          {longDay(lang, shown.start)} — {longDay(lang, shown.end)}
          <span className="hint block">{t('inspector.rolled')}</span>
        </p>
      ) : (
        <>
          {mayEdit ? (
            <div className="row">
              {!milestone && (
                <DayInput
                  label={t('inspector.start')}
                  value={own?.start}
                  set={(start) => set({ start, end: own && own.end >= start ? own.end : start })}
                />
              )}
              {!milestone && <span className="quiet">—</span>}
              <DayInput
                label={t('inspector.end')}
                value={own?.end}
                set={(end) => set({ start: own && !milestone && own.start <= end ? own.start : end, end })}
              />
            </div>
          ) : (
            own && (
              <p>
                {longDay(lang, own.start)}
                {!milestone && ` — ${longDay(lang, own.end)}`}
              </p>
            )
          )}
          <SpanFacts span={own} />
          {!own && <p className="hint">{rolled ? t('inspector.rolled') : t('inspector.undated')}</p>}
          {own && mayEdit && (
            <button type="button" className="button small" onClick={() => run('time.clear-span', { ids: [node.id] })}>
              {t('cmd.time.clear-span')}
            </button>
          )}
        </>
      )}
    </div>
  );
}

/** 周一至周五 · 5天 · 4个工作日; and whether the last day is a day off. */
function SpanFacts({ span }: { readonly span: Span | undefined }) {
  const t = useT();
  const lang = useLang();
  if (!span) return null;
  const days = diffDays(span.start, span.end) + 1;
  const working = workingDaysBetween(span);
  const end = dayKind(span.end);
  return (
    <p className="hint">
      {weekdayName(lang, span.start)}
      {days > 1 && ` — ${weekdayName(lang, span.end)}`} · {t('days', { n: days })} ·{' '}
      {working === undefined ? t('days.unknown') : t('days.working', { n: working })}
      {(end.kind === 'weekend' || end.kind === 'holiday') && (
        <span className="warn-text block">{t('days.ends-off', { name: end.name ?? t('days.weekend') })}</span>
      )}
    </p>
  );
}

/** Commits whole, real days: a date half typed, or passing through 0001, is nobody's business yet. */
function DayInput({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: Day | undefined;
  readonly set: (day: Day) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="date"
      className="field day"
      data-plan-field=""
      aria-label={label}
      min="1900-01-01"
      max="2199-12-31"
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(undefined);
      }}
      onBlur={() => {
        setTyped(undefined);
        if (typed !== undefined && typed !== value && isDay(typed)) set(typed);
      }}
    />
  );
}
