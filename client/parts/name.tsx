// What the others call me. Optional: without it they see my office.
import { useT, useSettings } from '../state/hooks.ts';
import { setSettings } from '../state/settings.ts';
import { Panel } from './panel.tsx';

/** As many characters as the server lets through. */
const NAME_MAX = 20;

export function NamePanel({ close }: { readonly close: () => void }) {
  const t = useT();
  return (
    <Panel title={t('name.title')}>
      <NameForm done={close} />
    </Panel>
  );
}

export function NameForm({ done }: { readonly done: () => void }) {
  const t = useT();
  const { name } = useSettings();
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        setSettings({ name: said.slice(0, NAME_MAX), asked: true });
        done();
      }}
    >
      <label className="label" htmlFor="my-name">
        {t('name.label')}
      </label>
      <div className="row">
        <input
          id="my-name"
          name="name"
          className="field"
          defaultValue={name}
          maxLength={NAME_MAX}
          autoComplete="name"
        />
        <button type="submit" className="button main">
          {t('name.ok')}
        </button>
      </div>
      <p className="hint">{t('name.hint')}</p>
    </form>
  );
}
