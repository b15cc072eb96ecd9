// What the others call me. Optional: without it they see my office.
import { useRef } from 'react';
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

/** `aside`: beside something that matters more. */
export function NameForm({ done, aside }: { readonly done: () => void; readonly aside?: boolean }) {
  const t = useT();
  const { name } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = field.current?.value.trim() ?? '';
        setSettings({ name: said.slice(0, NAME_MAX), asked: true });
        done();
      }}
    >
      <label className="label" htmlFor="my-name">
        {t('name.label')}
      </label>
      <div className="row">
        <input
          ref={field}
          id="my-name"
          className="field"
          defaultValue={name}
          maxLength={NAME_MAX}
          autoComplete="name"
        />
        <button type="submit" className={`button ${aside ? 'line' : 'main'}`}>
          {t('name.ok')}
        </button>
      </div>
      {!aside && <p className="hint">{t('name.hint')}</p>}
    </form>
  );
}
