// The plan's name in the top bar, renamed in place by who may, and what else must always be seen: 示例, 只读.
import { useRef, useState } from 'react';
import { may } from '../../shared/protocol/roles.ts';
import { useCommands, useGrant, usePlan, useT } from '../state/hooks.ts';

/** Escape leaves it as it was. */
export function PlanTitle() {
  const t = useT();
  const { run } = useCommands();
  const grant = useGrant();
  const title = usePlan((plan) => plan.meta.title);
  const sample = usePlan((plan) => plan.meta.sample);
  const [editing, setEditing] = useState(false);
  const cancelled = useRef(false);
  const shown = title || t('untitled');
  return (
    <h1 className="plan-title">
      {editing ? (
        <input
          className="field"
          data-plan-field=""
          aria-label={t('cmd.content.entitle')}
          defaultValue={title}
          maxLength={200}
          // The person has just asked to type here.
          ref={(input) => input?.select()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            cancelled.current = event.key === 'Escape';
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
          onBlur={(event) => {
            if (!cancelled.current && event.currentTarget.value.trim() !== title)
              run('content.entitle', { title: event.currentTarget.value });
            cancelled.current = false;
            setEditing(false);
          }}
        />
      ) : may(grant.role, 'host') ? (
        <button type="button" className="title-text" title={shown} onClick={() => setEditing(true)}>
          {shown}
        </button>
      ) : (
        <span className="title-text" title={shown}>
          {shown}
        </span>
      )}
      {sample && (
        <span className="badge sample" data-said={shown.includes(t('plan.sample')) || undefined}>
          {t('plan.sample')}
        </span>
      )}
      {!may(grant.role, 'edit') && <span className="badge">{t('role.viewer')}</span>}
    </h1>
  );
}
