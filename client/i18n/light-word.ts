// What a light is called: the bureau's own word where the chair gave one, else the reader's language's.
import type { Light, Plan } from '../../shared/model/plan.ts';
import { rulesOf } from '../../shared/model/lights.ts';
import type { T } from './t.ts';

export function lightWord(t: T, plan: Pick<Plan, 'records'>, light: Light): string {
  return rulesOf(plan)?.names?.[light] ?? t(`light.${light}`);
}
