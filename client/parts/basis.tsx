// Where a node's dates come from: 据原文 with the words quoted, 会上定, 估; to read and to say.
import type { Basis, Node } from '../../shared/model/plan.ts';
import { useCommands, useMayEdit, useT } from '../state/hooks.ts';

const HOWS: readonly Basis['how'][] = ['text', 'meeting', 'guess'];

export function BasisField({ node }: { readonly node: Node }) {
  const t = useT();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const { id, basis, span, title } = node;
  if (!span || (!basis && !mayEdit)) return null;
  const words = basis?.words;
  return (
    <div className="line-field">
      <label className="label" htmlFor="basis">
        {t('basis.label')}
      </label>
      {mayEdit ? (
        <select
          id="basis"
          className="field"
          value={basis?.how ?? ''}
          onChange={(event) => run('times.basis', { id, how: (event.target.value || undefined) as Basis['how'] })}
        >
          <option value="">{t('basis.none')}</option>
          {HOWS.map((how) => (
            <option key={how} value={how}>
              {t(`basis.${how}`)}
            </option>
          ))}
        </select>
      ) : (
        <p>{t(`basis.${basis!.how}`)}</p>
      )}
      {words && (
        <p className="hint">
          <span lang="zh-CN">{t('basis.quote', { words })}</span>
          {basis.from !== undefined && !title.includes(words) && (
            <span className="warn-text block">{t('basis.changed')}</span>
          )}
        </p>
      )}
    </div>
  );
}
