// The dates of a node: two days, what they come to in days and working days, and the way back to 待定.
import { calendarOf } from '../../shared/model/almanac.ts';
import { dayKind, workingDaysBetween } from '../../shared/model/calendar.ts';
import { diffDays } from '../../shared/model/day.ts';
import type { Node, Span } from '../../shared/model/plan.ts';
import { longDay, weekdayName } from '../i18n/days.ts';
import { withEnd } from '../views/list/entry.ts';
import { endAfter } from '../views/list/length.ts';
import { DayInput } from './day-input.tsx';
import { useCommands, useLang, useMayEdit, usePlan, useSpans, useT, useToday } from '../state/hooks.ts';

export function SpanField({ node }: { readonly node: Node }) {
  const t = useT();
  const lang = useLang();
  const mayEdit = useMayEdit();
  const today = useToday();
  const { run } = useCommands();
  const shown = useSpans().get(node.id);
  const rolled = shown !== undefined && (!node.span || node.kind === 'section' || node.kind === 'item');
  const milestone = node.kind === 'milestone';
  const follows = rolled && (node.kind === 'section' || node.kind === 'item');
  const set = (span: Span): void => void run('time.set-span', { id: node.id, span });
  const own = node.span;
  const calendar = usePlan(calendarOf);
  const usual = usePlan((plan) => plan.meta.year) ?? Number(today.slice(0, 4));
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
                  edge="start"
                  usual={usual}
                  set={(day) => set(withEnd(own, 'start', day))}
                />
              )}
              {!milestone && <span className="quiet">—</span>}
              <DayInput
                label={t('inspector.end')}
                value={own?.end}
                usual={usual}
                rough
                length={own && !milestone ? (text) => endAfter(text, own.start, calendar) : undefined}
                set={(day) => set(milestone ? { start: day.day, end: day.day } : withEnd(own, 'end', day))}
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
  const calendar = usePlan(calendarOf);
  const lang = useLang();
  if (!span) return null;
  const days = diffDays(span.start, span.end) + 1;
  const working = workingDaysBetween(span, calendar);
  const end = dayKind(span.end, calendar);
  const [first, last] = [weekdayName(lang, span.start), weekdayName(lang, span.end)];
  const facts = [
    days > 1 ? t('days.from', { first, last }) : first,
    t('days', { n: days }),
    working === undefined ? t('days.unknown') : t('days.working', { n: working }),
  ];
  return (
    <p className="hint">
      {facts.join(' · ')}
      {(end.kind === 'weekend' || end.kind === 'holiday') && (
        <span className="warn-text block">{t('days.ends-off', { name: end.name ?? t('days.weekend') })}</span>
      )}
    </p>
  );
}
