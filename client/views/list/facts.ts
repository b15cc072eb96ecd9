// What the list and the text ask about every node, gathered once for each plan and day.
import { useMemo } from 'react';
import { useLang, useLights, useNumbers, useSpans, useT, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import { baselinesFor } from '../../../shared/layout/cells.ts';
import type { Facts } from './columns.ts';

export function useFacts(): Facts {
  const plan = useWholePlan();
  const numbers = useNumbers();
  const spans = useSpans();
  const lights = useLights();
  const today = useToday();
  const lang = useLang();
  const t = useT();
  const shown = useView((view) => view.baselines);
  const { records } = plan;
  const baselines = useMemo(() => baselinesFor({ records }, shown), [records, shown]);
  return useMemo(
    () => ({ plan, numbers, spans, lights, today, lang, t, baselines }),
    [plan, numbers, spans, lights, today, lang, t, baselines],
  );
}
