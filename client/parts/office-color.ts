// An office's colour on both grounds; the name always stands beside it.
import { oklch } from '../../shared/layout/colour.ts';
import type { Office } from '../../shared/model/plan.ts';

export function officeColor(office: Pick<Office, 'hue'> | undefined): string {
  return office ? oklch(0.62, 0.12, office.hue) : 'var(--faint)';
}
