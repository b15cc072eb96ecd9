// 联动: what happens to linked work when I move what comes before it. My own choice, kept in this browser.
import type { FollowMode } from '../../state/following.ts';
import { useSettings, useT } from '../../state/hooks.ts';
import { setSettings } from '../../state/settings.ts';

const MODES: readonly FollowMode[] = ['never', 'ask', 'auto'];

export function FollowingTab() {
  const t = useT();
  const { follow } = useSettings();
  return (
    <>
      <p className="hint">{t('follow.hint')}</p>
      <fieldset className="settings-choices">
        <legend className="label">{t('follow.when')}</legend>
        {MODES.map((mode) => (
          <div key={mode}>
            <label>
              <input
                type="radio"
                name="follow-mode"
                aria-describedby={`follow-${mode}`}
                checked={mode === follow}
                onChange={() => setSettings({ follow: mode })}
              />
              {t(`follow.name.${mode}`)}
            </label>
            <p id={`follow-${mode}`} className="hint">
              {t(`follow.what.${mode}`)}
            </p>
          </div>
        ))}
      </fieldset>
    </>
  );
}
