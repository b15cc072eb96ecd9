// What I asked for that the server has not yet confirmed: kept so that it can be asked again when my copy must be rebuilt.
// Holds changes, not op arguments: a span, a place or a title is absolute, so asking twice does no harm.
import { isRecord } from '../../shared/guard.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Change } from '../../shared/ops/change.ts';

export interface Intent {
  /** The command it came from, for what is told when it is dropped. */
  readonly command: string;
  readonly changes: readonly Change[];
  /** The frames of this socket that carry it; none while it has not been sent. */
  readonly frames?: { readonly first: number; readonly last: number };
}

/** Newer ones are what a person remembers doing; older ones are long since in the local copy. */
const MOST = 500;

export function logged(intents: readonly Intent[], intent: Intent): readonly Intent[] {
  return [...intents, intent].slice(-MOST);
}

/** A step 2 was sent as frame `n`: it carries whatever was not sent before. */
export function stepped(intents: readonly Intent[], n: number): readonly Intent[] {
  return intents.map((intent) => (intent.frames ? intent : { ...intent, frames: { first: n, last: n } }));
}

/** The socket is gone; its frame numbers mean nothing any more. */
export function unsent(intents: readonly Intent[]): readonly Intent[] {
  return intents.map(({ command, changes }) => ({ command, changes }));
}

export function confirmed(intents: readonly Intent[], acked: number): readonly Intent[] {
  return intents.filter((intent) => !intent.frames || intent.frames.last > acked);
}

/** What frame `n` alone carried is what the server refused; a step 2 that carried several convicts none of them. */
export function refusedBy(intents: readonly Intent[], n: number): Intent | undefined {
  const carried = intents.filter((intent) => intent.frames && intent.frames.first <= n && n <= intent.frames.last);
  return carried.length === 1 ? carried[0] : undefined;
}

/** The changes that still make sense on a plan that may have moved on. */
export function stillMeant(plan: Plan, changes: readonly Change[]): readonly Change[] {
  const born = new Set(changes.flatMap((change) => (change.do === 'create' ? [change.id] : [])));
  const known = (id: string): boolean => plan.nodes.has(id) || born.has(id);
  return changes.filter((change) => {
    switch (change.do) {
      case 'create':
        return !plan.nodes.has(change.id);
      case 'put':
      case 'retitle':
      case 'mark':
      case 'unmark':
        return known(change.id);
      case 'link':
        return known(change.from) && known(change.to);
      default:
        return true;
    }
  });
}

/** Maps do not survive JSON by themselves. */
export function writeIntents(intents: readonly Intent[]): string {
  return JSON.stringify(unsent(intents), (_key, value: unknown) =>
    value instanceof Map ? { map: [...value] } : value,
  );
}

export function readIntents(text: string | null): readonly Intent[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]', (_key, held: unknown) =>
      isRecord(held) && Array.isArray(held['map']) && Object.keys(held).length === 1
        ? new Map(held['map'] as [string, string][])
        : held,
    );
    return Array.isArray(value) ? value.filter(isIntent).slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** Own storage, own words: the shape is checked, the changes are re-read by the plan they are committed to. */
function isIntent(value: unknown): value is Intent {
  return isRecord(value) && typeof value['command'] === 'string' && Array.isArray(value['changes']);
}
