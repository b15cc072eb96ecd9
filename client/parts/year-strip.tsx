// The plan's year as a strip, with the bar that is proposed on it as a ghost. Says nothing to a screen reader: the words beside it do.
import { diffDays } from '../../shared/model/day.ts';
import type { Day, Plan, Span } from '../../shared/model/plan.ts';
import { horizonOf } from '../../shared/model/schedule.ts';
import '../style/times.css';

export function YearStrip({ plan, today, span }: { readonly plan: Plan; readonly today: Day; readonly span: Span }) {
  const horizon = horizonOf(plan, today);
  const days = diffDays(horizon.start, horizon.end) + 1;
  const at = (day: Day): number => Math.min(1, Math.max(0, diffDays(horizon.start, day) / days));
  const left = Math.min(at(span.start), 0.97);
  const width = Math.max(0.03, at(span.end) + 1 / days - left);
  return (
    <span className="year-strip" aria-hidden="true">
      <i style={{ left: `${left * 100}%`, width: `${Math.min(width, 1 - left) * 100}%` }} />
    </span>
  );
}
