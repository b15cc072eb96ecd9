// Changes of my filter, and the office it may be asked for by one press.
import type { Id } from '../../../shared/model/plan.ts';
import { officeNamed } from '../../../shared/ops/content.ts';
import type { Filter } from '../../../shared/layout/chips.ts';
import { useGrant, usePlan, useSetView, useView } from '../../state/hooks.ts';
import { tidy } from './conditions.ts';

export function useSetFilter(): (change: Partial<Filter>) => void {
  const filter = useView((view) => view.filter);
  const setView = useSetView();
  return (change) => setView({ filter: tidy({ ...filter, ...change }) });
}

/** The office of my invitation, where the plan's register has it. */
export function useMyOffice(): Id | undefined {
  const { office } = useGrant();
  return usePlan((plan) => (office ? officeNamed(plan, office) : undefined));
}
