// What was binned, newest first, each with the way back.
import { binned } from '../../shared/ops/tree.ts';
import { branch } from '../../shared/model/tree.ts';
import { useCommands, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';
import { Panel } from './panel.tsx';

export function BinPanel() {
  const t = useT();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const ids = binned(plan);
  return (
    <Panel title={t('bin.title')}>
      {ids.length === 0 && <p className="quiet">{t('bin.empty')}</p>}
      <ul className="bin">
        {ids.map((id) => {
          const node = plan.nodes.get(id)!;
          const inside = branch(plan, id).length - 1;
          return (
            <li key={id}>
              <span className="badge">{t(`kind.${node.kind}`)}</span>
              <span className="clip">{node.title || t('untitled')}</span>
              {inside > 0 && <span className="quiet">{t('bin.inside', { n: inside })}</span>}
              {mayEdit && (
                <button type="button" className="button small line" onClick={() => run('tree.restore', { id })}>
                  {t('bin.restore')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
