// Makes an invitation link for a role and an office. The token stands behind the #, so no server log ever holds it.
import { useState } from 'react';
import { pickable } from '../../shared/ops/offices.ts';
import type { RoleName } from '../../shared/protocol/roles.ts';
import { useGrant, useLang, usePlan, useT } from '../state/hooks.ts';
import { invite } from '../state/session.ts';
import { CopyField } from './copy-field.tsx';
import { Panel } from './panel.tsx';

const ROLES: readonly RoleName[] = ['editor', 'viewer', 'chair'];

export function SharePanel() {
  const t = useT();
  const lang = useLang();
  const { plan } = useGrant();
  const offices = usePlan((each) => each.offices);
  const [role, setRole] = useState<RoleName>('editor');
  const [office, setOffice] = useState('');
  const [url, setUrl] = useState<string>();
  const [fault, setFault] = useState<string>();
  const make = async (): Promise<void> => {
    setUrl(undefined);
    setFault(undefined);
    const reply = await invite(plan, { role, ...(role !== 'chair' && office && { office }) });
    if (reply.ok) setUrl(reply.value.url);
    else setFault(reply.why === 'offline' ? t('entry.offline.text') : reply.why.message[lang]);
  };
  return (
    <Panel title={t('share.title')}>
      <fieldset className="roles">
        <legend className="label">{t('share.role')}</legend>
        {ROLES.map((each) => (
          <div key={each} className="choice">
            <input
              id={`role-${each}`}
              type="radio"
              name="role"
              checked={role === each}
              aria-describedby={`role-${each}-may`}
              onChange={() => {
                setRole(each);
                setUrl(undefined);
              }}
            />
            <div>
              <label htmlFor={`role-${each}`}>{t(`role.${each}`)}</label>
              <p id={`role-${each}-may`} className="hint">
                {t(`share.${each}`)}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      {role !== 'chair' && (
        <div>
          <label className="label" htmlFor="share-office">
            {t('share.office')}
          </label>
          <select
            id="share-office"
            className="field"
            value={office}
            onChange={(event) => {
              setOffice(event.target.value);
              setUrl(undefined);
            }}
          >
            <option value="">{t('share.no-office')}</option>
            {pickable({ offices })
              .filter(({ collective }) => !collective)
              .map(({ id, name }) => (
                <option key={id}>{name}</option>
              ))}
          </select>
        </div>
      )}
      {url === undefined ? (
        <button type="button" className="button main" onClick={() => void make()}>
          {t('share.make')}
        </button>
      ) : (
        <CopyField text={url} label={t('share.link')} hint={t('share.hint')} />
      )}
      {fault && (
        <p className="hint warn" role="alert">
          {fault}
        </p>
      )}
    </Panel>
  );
}
