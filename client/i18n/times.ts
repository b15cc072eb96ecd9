// What the text proposes, as a sentence.
import { spanLabel } from '../../shared/layout/label.ts';
import { calendarOf } from '../../shared/model/almanac.ts';
import { year } from '../../shared/model/day.ts';
import type { Node, Plan, Span } from '../../shared/model/plan.ts';
import { partAround } from '../../shared/yaodian/proposals.ts';
import type { Choice, Proposal } from '../../shared/yaodian/proposals.ts';
import type { Lang, T } from './t.ts';
import { sayDay } from './when.ts';

export function sayProposal(t: T, lang: Lang, plan: Plan, node: Node, proposal: Proposal): string {
  const { does, span, horizon, times, from, to } = proposal;
  if (does === 'ask') return sayQuestion(t, proposal);
  if (does === 'times') return t('times.times', { n: times! });
  // A milestone stands on the last day.
  const days = saySpan(t, lang, plan, does === 'milestone' ? { ...span!, start: span!.end } : span!);
  if (does === 'milestone') return t('times.milestone', { title: partAround(node.title, from, to), span: days });
  if (horizon) return t('times.horizon', { ...horizon, span: days });
  return days;
}

export function sayChoice(t: T, lang: Lang, plan: Plan, { span, how, term }: Choice): string {
  const days = saySpan(t, lang, plan, span);
  if (term)
    return t('times.choice.term', { term: t('terms.name', { year: term.schoolYear, n: term.term }), span: days });
  return how === 'guess' ? t('times.choice.guess', { span: days }) : days;
}

function sayQuestion(t: T, { why, words, choices }: Proposal): string {
  if (why === 'term') return t(choices.length > 0 ? 'times.ask.term' : 'times.ask.term.unknown');
  if (why === 'other-year') return t('times.ask.other-year', { year: /20\d\d|19\d\d/.exec(words)?.[0] ?? words });
  return t(`times.ask.${why ?? 'when'}`);
}

/** One day with its weekday, and whether anybody works on it; a stretch by its ends. */
function saySpan(t: T, lang: Lang, plan: Plan, span: Span): string {
  if (span.start === span.end) return t('times.by', { day: sayDay(t, lang, span.end, calendarOf(plan)) });
  return spanLabel({ start: span.start, end: span.end }, lang, plan.meta.year ?? year(span.end));
}
