// What the list and the text ask about every node, gathered once for each plan and day.
import { useMemo } from 'react';
import { useLang, useLights, useNumbers, useSpans, useT, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import { baselineFor } from '../../../shared/layout/cells.ts';
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
  const baseline = baselineFor(plan, shown);
  return useMemo(
    () => ({ plan, numbers, spans, lights, today, lang, t, baseline }),
    [plan, numbers, spans, lights, today, lang, t, baseline],
  );
}
