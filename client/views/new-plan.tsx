// A new plan from 要点 text: paste or choose a file, check what was understood line by line, then make it. Nothing is written before.
import { useMemo, useRef, useState } from 'react';
import { MOST_CHARS, MOST_LINES, tooLong } from '../../shared/yaodian/page.ts';
import { parse } from '../../shared/yaodian/parse.ts';
import { useLang, useT } from '../state/hooks.ts';
import { foundPlan } from '../state/session.ts';
import { CheckTree } from './check-tree.tsx';
import { readText } from './read-text.ts';

export function NewPlan({ done, cancel }: { readonly done: (id: string) => void; readonly cancel: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const [checking, setChecking] = useState(false);
  const [fault, setFault] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const read = await readText(chosen);
    if (read === undefined) return setFault(t('new.unreadable'));
    setText(read);
    check(read);
  };
  const check = (what: string): void => {
    const long = tooLong(what);
    setFault(long && t('new.too-long', { ...long, mostLines: MOST_LINES, mostChars: MOST_CHARS }));
    setChecking(!long);
  };
  if (checking) return <Check text={text} done={done} back={() => setChecking(false)} />;
  return (
    <section className="new-plan" aria-label={t('home.new')}>
      <h2>{t('home.new')}</h2>
      <p className="quiet">{t('new.how')}</p>
      <label className="sr" htmlFor="new-text">
        {t('new.text')}
      </label>
      <textarea
        id="new-text"
        className="field paste"
        placeholder={t('new.hint')}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const [chosen] = event.dataTransfer.files;
          if (!chosen) return;
          event.preventDefault();
          void take(chosen);
        }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {fault && (
        <p className="hint warn" role="alert">
          {fault}
        </p>
      )}
      <div className="row">
        <input
          ref={file}
          type="file"
          accept=".txt,.md,text/plain"
          hidden
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <button type="button" className="button line" onClick={() => file.current?.click()}>
          {t('new.file')}
        </button>
        <span className="grow" />
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
        <button type="button" className="button main" disabled={!text.trim()} onClick={() => check(text)}>
          {t('new.check')}
        </button>
      </div>
    </section>
  );
}

function Check({
  text,
  done,
  back,
}: {
  readonly text: string;
  readonly done: (id: string) => void;
  readonly back: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const draft = useMemo(() => parse(text), [text]);
  const [title, setTitle] = useState(draft.title);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const make = async (): Promise<void> => {
    setBusy(true);
    const reply = await foundPlan({ text, ...(title.trim() && { title: title.trim() }) });
    setBusy(false);
    if (reply.ok) done(reply.value.id);
    else setFault(reply.why === 'offline' ? t('entry.offline.text') : reply.why.message[lang]);
  };
  return (
    <section className="new-plan" aria-label={t('new.check')}>
      <h2>{t('new.checking')}</h2>
      <label className="label" htmlFor="new-title">
        {t('new.title')}
      </label>
      <input
        id="new-title"
        className="field"
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      <CheckTree draft={draft} />
      {fault && (
        <p className="hint warn" role="alert">
          {fault}
        </p>
      )}
      <div className="row">
        <button type="button" className="button line" onClick={back}>
          {t('new.back')}
        </button>
        <span className="grow" />
        <button
          type="button"
          className="button main"
          disabled={busy || draft.children.length === 0}
          onClick={() => void make()}
        >
          {t('new.make')}
        </button>
      </div>
    </section>
  );
}
