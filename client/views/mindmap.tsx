// The plan as plain rows of titles until this view is drawn; knows the commands and my selection.
import { inOrder } from '../../shared/model/tree.ts';
import { useCommands, useNumbers, useView, useWholePlan } from '../state/hooks.ts';

export function MindmapView() {
  const plan = useWholePlan();
  const numbers = useNumbers();
  const selected = useView((view) => view.selected);
  const { run } = useCommands();
  return (
    <ul className="plain-rows" data-scope="mindmap">
      {inOrder(plan).map((id) => (
        <li key={id}>
          <button
            type="button"
            data-node={id}
            aria-pressed={selected.includes(id)}
            onClick={() => run('view.reveal', { id, inspect: true })}
          >
            {numbers.get(id)?.label} {plan.nodes.get(id)?.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
