// What suggestions name beyond a node: the whole plan, and a place among siblings, as the text of their value.
import type { Id, Outline } from './plan.ts';

/** Stands for the plan itself where a suggestion names a node. */
export const WHOLE_PLAN = 'plan';

/** Where something shall stand: below whom, and behind which sibling; empty for the first place. */
export interface Spot {
  readonly parent: Id;
  readonly after: Id;
}

export const placeText = ({ parent, after }: Spot): string => JSON.stringify({ parent, after });
export const outlineText = (spot: Spot, outline: Outline): string => JSON.stringify({ ...spot, outline });

/** Undefined for what somebody else's hand has written there. */
export function readSpot(text: string): (Spot & { readonly outline?: Outline }) | undefined {
  try {
    const value = JSON.parse(text) as Partial<Spot & { outline: Outline }> | null;
    if (typeof value?.parent !== 'string' || typeof value.after !== 'string') return undefined;
    const { parent, after, outline } = value;
    return { parent, after, ...(isOutline(outline) && { outline }) };
  } catch {
    return undefined;
  }
}

function isOutline(value: unknown, depth = 0): value is Outline {
  if (typeof value !== 'object' || value === null || depth > 8) return false;
  const { kind, title, lead = [], assist = [], children = [] } = value as Partial<Outline>;
  const names = (list: unknown): boolean =>
    Array.isArray(list) && list.every((name) => typeof name === 'string' && name.length <= 60);
  return (
    ['section', 'item', 'clause', 'task', 'milestone'].includes(kind ?? '') &&
    typeof title === 'string' &&
    names(lead) &&
    names(assist) &&
    Array.isArray(children) &&
    children.every((each) => isOutline(each, depth + 1))
  );
}
