// Where a node's dates come from: 据原文 with the words quoted, 会上定, 估; to read and to say.
import type { Basis, Node } from '../../shared/model/plan.ts';
import { spanLabel } from '../../shared/layout/label.ts';
import { spanSaid } from '../../shared/yaodian/proposals.ts';
import { useCommands, useLang, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';

const HOWS: readonly Basis['how'][] = ['text', 'meeting', 'guess'];

export function BasisField({ node }: { readonly node: Node }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const { id, basis, span, title } = node;
  if (!span || (!basis && !mayEdit)) return null;
  const words = basis?.words;
  const said = spanSaid(plan, node);
  const moved = said && span && (said.start !== span.start || said.end !== span.end);
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
          {basis.how !== 'guess' && !title.includes(words) && node.due?.words.includes(words) !== true && (
            <span className="warn-text block">{t('basis.changed')}</span>
          )}
          {moved && <span className="block">{t('basis.moved', { was: spanLabel(said, lang, plan.meta.year) })}</span>}
        </p>
      )}
    </div>
  );
}
