// What the list and the text ask about every node, gathered once for each plan and day.
import { useMemo } from 'react';
import { useLang, useLights, useNumbers, useSpans, useT, useToday, useWholePlan } from '../../state/hooks.ts';
import type { Facts } from './columns.ts';

export function useFacts(): Facts {
  const plan = useWholePlan();
  const numbers = useNumbers();
  const spans = useSpans();
  const lights = useLights();
  const today = useToday();
  const lang = useLang();
  const t = useT();
  return useMemo(
    () => ({ plan, numbers, spans, lights, today, lang, t }),
    [plan, numbers, spans, lights, today, lang, t],
  );
}
