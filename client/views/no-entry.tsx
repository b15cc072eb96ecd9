// The pages for who cannot come in: no session, no permission, no such plan, no server. Each says why and what to do.
import { useRef, useState } from 'react';
import { inviteIn } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { Mark } from '../parts/mark.tsx';
import { useLang, useT } from '../state/hooks.ts';

type Why = 'nobody' | 'forbidden' | 'no-plan' | 'offline' | Refused;

export function NoEntry({
  why,
  retry,
  goHome,
}: {
  readonly why: Why;
  readonly retry?: () => void;
  readonly goHome?: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const code = typeof why === 'string' ? why : why.refused;
  const needsLink = code !== 'offline' && code !== 'not-ready' && code !== 'fault' && code !== 'too-often';
  return (
    <main className="notice-page">
      <Mark size={40} />
      <h1>{typeof why === 'string' ? t(`entry.${why}.title`) : t('entry.refused.title')}</h1>
      <p className="quiet">{typeof why === 'string' ? t(`entry.${why}.text`) : why.message[lang]}</p>
      {needsLink && why !== 'no-plan' && <PasteLink />}
      <p className="row">
        {!needsLink && retry && (
          <button type="button" className="button main" onClick={retry}>
            {t('entry.retry')}
          </button>
        )}
        {goHome && code !== 'nobody' && (
          <button type="button" className="button line" onClick={goHome}>
            {t('cmd.file.home')}
          </button>
        )}
      </p>
    </main>
  );
}

/** A link that was mailed as plain text can be pasted here; its token travels in the fragment, as if it had been clicked. */
function PasteLink() {
  const t = useT();
  const [bad, setBad] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="paste-link"
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.value.trim() ?? '';
        const hash = text.slice(Math.max(0, text.indexOf('#')));
        if (inviteIn(hash) === undefined) return setBad(true);
        const path = /\/plan\/[\w-]+/.exec(text)?.[0] ?? '/';
        history.replaceState(null, '', path + hash);
        location.reload();
      }}
    >
      <label className="label" htmlFor="link">
        {t('entry.paste')}
      </label>
      <div className="row">
        <input ref={field} id="link" className="field" autoComplete="off" spellCheck={false} />
        <button type="submit" className="button main">
          {t('entry.go')}
        </button>
      </div>
      {bad && (
        <p className="hint warn" role="alert">
          {t('entry.bad-link')}
        </p>
      )}
    </form>
  );
}
