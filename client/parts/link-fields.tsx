// The type and the lag of one dependency, to choose and to type; the same two in the inspector and in the dialog.
import type { LinkType } from '../../shared/model/plan.ts';
import { LINK_TYPES } from '../commands/links.ts';
import { useT } from '../state/hooks.ts';

export function LinkFields({
  type,
  lag,
  readOnly = false,
  set,
}: {
  readonly type: LinkType;
  readonly lag: number;
  readonly readOnly?: boolean;
  readonly set: (change: { type?: LinkType; lag?: number }) => void;
}) {
  const t = useT();
  return (
    <span className="link-fields">
      <select
        className="field narrow"
        aria-label={t('link.type')}
        value={type}
        disabled={readOnly}
        onChange={(event) => set({ type: event.target.value as LinkType })}
      >
        {LINK_TYPES.map((each) => (
          <option key={each} value={each}>
            {t(`links.${each}`)}
          </option>
        ))}
      </select>
      <label className="link-lag" title={t('link.lag.hint')}>
        <span className="quiet">{t('link.lag')}</span>
        <input
          key={lag}
          className="field"
          type="number"
          data-plan-field=""
          min={-3660}
          max={3660}
          step={1}
          defaultValue={lag}
          readOnly={readOnly}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          onBlur={(event) => {
            const days = Math.round(Number(event.currentTarget.value));
            if (Number.isFinite(days) && days !== lag) set({ lag: days });
          }}
        />
        <span className="quiet">{t('link.days')}</span>
      </label>
    </span>
  );
}
