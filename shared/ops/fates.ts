// 完成 · 结转 · 常态化 · 收官: what somebody decides becomes of work next year; null lets progress and words propose again.
import type { Fate, Id, Plan } from '../model/plan.ts';
import { refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';

export function setFate(
  plan: Plan,
  { ids, fate }: { readonly ids: readonly Id[]; readonly fate: Fate | null },
): Outcome {
  const value = fate ?? undefined;
  const changes = ids.flatMap((id): Change[] => {
    const node = plan.nodes.get(id);
    return node && node.fate !== value ? [{ do: 'put', id, key: 'fate', value }] : [];
  });
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}
