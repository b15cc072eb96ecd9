// What the list and the text ask about every node, gathered once for each plan and day.
import { useMemo } from 'react';
import { useLang, useLights, useNumbers, useSpans, useT, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import type { Baseline, Id, Plan } from '../../../shared/model/plan.ts';
import type { Facts } from './columns.ts';

export function useFacts(): Facts {
  const plan = useWholePlan();
  const numbers = useNumbers();
  const spans = useSpans();
  const lights = useLights();
  const today = useToday();
  const lang = useLang();
  const t = useT();
  const shown = useView((view) => view.baselines[0]);
  const baseline = baselineOf(plan, shown);
  return useMemo(
    () => ({ plan, numbers, spans, lights, today, lang, t, baseline }),
    [plan, numbers, spans, lights, today, lang, t, baseline],
  );
}

/** The one that is shown, else the latest that was kept. */
function baselineOf({ records }: Plan, shown: Id | undefined): Baseline | undefined {
  const chosen = records.baseline.get(shown ?? '');
  if (chosen) return chosen;
  let last: Baseline | undefined;
  for (const each of records.baseline.values()) if (!last || each.at >= last.at) last = each;
  return last;
}
