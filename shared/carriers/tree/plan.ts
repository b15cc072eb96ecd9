// A plan as topics: how our own file stands on the check screen beside all others.
import type { Contents } from '../../export/json.ts';
import type { Id, Plan } from '../../model/plan.ts';
import { childrenOf } from '../../model/tree.ts';
import type { Topic } from './topic.ts';

export function topicsOf(contents: Contents, parent: Id): readonly Topic[] {
  const { plan } = contents;
  return childrenOf(plan, parent).map((id): Topic => {
    const { kind, title, span, progress, status, deliverable, people, due, lead, assist } = plan.nodes.get(id)!;
    return {
      key: id,
      id,
      kind,
      title,
      lead: names(plan, lead),
      assist: names(plan, assist),
      ...(span && { span }),
      ...(progress !== undefined && { progress }),
      ...(status && { status }),
      ...(deliverable !== undefined && { deliverable }),
      ...(people && { people }),
      ...(due && { due }),
      children: topicsOf(contents, id),
    };
  });
}

function names(plan: Plan, marks: ReadonlyMap<Id, string>): readonly string[] {
  return [...marks.keys()].flatMap((office) => plan.offices.get(office)?.name ?? []);
}
