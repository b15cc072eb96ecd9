// A new plan from a document: drop or choose a file of any kind, or paste its text; it is checked on a screen of its own before anything is written.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Reading } from '../../shared/carriers/reading.ts';
import { saidOf } from '../../shared/carriers/refusal.ts';
import { TakeFile } from '../parts/take-file.tsx';
import { useLang, useT } from '../state/hooks.ts';
import { fetchReader, foundingOf } from '../state/reading.ts';
import { foundPlan } from '../state/session.ts';
import type { Taking } from '../state/take-file.ts';
import { useFetchAhead } from './ahead.ts';

const Check = lazy(() => import('./check.tsx').then((module) => ({ default: module.Check })));

/** What reads and checks, so that it is there when the server is not. */
const AHEAD = [() => import('./check.tsx'), fetchReader];

export function NewPlan({ taking, cancel }: { readonly taking: Taking; readonly cancel: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  useFetchAhead(AHEAD);
  return (
    <section className="new-plan" aria-label={t('home.new')}>
      <h2>{t('home.new')}</h2>
      <TakeFile taking={taking} />
      <label className="label" htmlFor="new-text">
        {t('in.or')}
      </label>
      <textarea
        id="new-text"
        className="field paste"
        placeholder={t('new.hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <span className="grow" />
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={!text.trim() || taking.busy !== undefined}
          onClick={() => taking.take(text)}
        >
          {t('new.check')}
        </button>
      </div>
    </section>
  );
}

/** The check screen of a plan that is not there yet. */
export function NewCheck({
  reading,
  name,
  done,
  back,
}: {
  readonly reading: Reading;
  readonly name: string;
  readonly done: (id: string) => void;
  readonly back: () => void;
}) {
  const t = useT();
  const lang = useLang();
  useEffect(() => {
    document.title = `${t('check.title')} · ${t('app.name')}`;
  }, [t]);
  const make = async (checked: Reading): Promise<string | undefined> => {
    const body = await foundingOf(checked);
    if (!body) return;
    if ('refused' in body) return saidOf(body)[lang];
    const reply = await foundPlan(body);
    if (reply.ok) return void done(reply.value.id);
    return reply.why === 'offline' ? t('entry.offline.text') : reply.why.message[lang];
  };
  return (
    <Suspense fallback={null}>
      <Check
        first={reading}
        name={name}
        back={back}
        alone
        act={{ label: t('check.make'), busy: t('check.making'), run: make }}
      />
    </Suspense>
  );
}
