// 征求意见 of one node: what offices said, what became of it and why, and a field for the next opinion.
import { useState } from 'react';
import type { Answer, Id, Node, Opinion } from '../../shared/model/plan.ts';
import { officeNamed } from '../../shared/ops/content.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { longDay } from '../i18n/days.ts';
import { useCommands, useGrant, useLang, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';
import '../style/reports.css';

const ANSWERS: readonly Answer[] = ['open', 'taken', 'part', 'left'];

export function OpinionsField({ node }: { readonly node: Node }) {
  const t = useT();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const said = [...plan.records.opinion].filter(([, opinion]) => opinion.node === node.id);
  said.sort(([, a], [, b]) => (a.at < b.at ? -1 : 1));
  const [adding, setAdding] = useState(false);
  if (said.length === 0 && !mayEdit) return null;
  return (
    <div className="line-field said">
      <span className="label">{t('opinion.title')}</span>
      {said.length > 0 && (
        <ol className="said-list">
          {said.map(([id, opinion]) => (
            <li key={id}>
              <One id={id} opinion={opinion} office={plan.offices.get(opinion.office)?.name} mayEdit={mayEdit} />
            </li>
          ))}
        </ol>
      )}
      {mayEdit && !adding && (
        <button type="button" className="button small" onClick={() => setAdding(true)}>
          {t('opinion.give')}
        </button>
      )}
      {adding && <Give node={node.id} done={() => setAdding(false)} />}
    </div>
  );
}

interface OneProps {
  readonly id: Id;
  readonly opinion: Opinion;
  readonly office: string | undefined;
  readonly mayEdit: boolean;
}

function One({ id, opinion: { words, at, by, answer, reason }, office, mayEdit }: OneProps) {
  const t = useT();
  const lang = useLang();
  const { run } = useCommands();
  // Chosen, but not kept before its reason stands.
  const [wanted, setWanted] = useState<Answer>();
  const shown = wanted ?? answer;
  const choose = (next: Answer, why: string): void => {
    const lacking = (next === 'left' || next === 'part') && !why.trim();
    setWanted(lacking ? next : undefined);
    if (!lacking && (next !== answer || why.trim() !== reason))
      run('opinion.answer', { id, answer: next, reason: why });
  };
  return (
    <>
      <p>{words}</p>
      <p className="hint">{[office, by, longDay(lang, at)].filter(Boolean).join(' · ')}</p>
      <div className="said-answer">
        <select
          className="field"
          aria-label={t('opinion.answer')}
          value={shown}
          disabled={!mayEdit}
          onChange={({ target }) => choose(target.value as Answer, reason)}
        >
          {ANSWERS.map((each) => (
            <option key={each} value={each}>
              {t(`opinion.${each}`)}
            </option>
          ))}
        </select>
        {shown !== 'open' && (
          <input
            key={reason}
            className="field"
            aria-label={t('opinion.reason')}
            placeholder={t(shown === 'taken' ? 'opinion.reason' : 'opinion.reason.needed')}
            aria-invalid={wanted !== undefined}
            defaultValue={reason}
            readOnly={!mayEdit}
            maxLength={2_000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
            }}
            onBlur={({ currentTarget }) => choose(shown, currentTarget.value)}
          />
        )}
      </div>
    </>
  );
}

function Give({ node, done }: { readonly node: Id; readonly done: () => void }) {
  const t = useT();
  const plan = useWholePlan();
  const grant = useGrant();
  const { run } = useCommands();
  const [words, setWords] = useState('');
  const [office, setOffice] = useState(officeNamed(plan, grant.office) ?? '');
  return (
    <form
      className="opinion-give"
      onSubmit={(event) => {
        event.preventDefault();
        if (!run('opinion.give', { node, office, words })) done();
      }}
    >
      <textarea
        className="field"
        rows={2}
        aria-label={t('opinion.words')}
        placeholder={t('opinion.words')}
        maxLength={5_000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="row">
        <select
          className="field"
          aria-label={t('opinion.office')}
          value={office}
          onChange={({ target }) => setOffice(target.value)}
        >
          <option value="">{t('opinion.no-office')}</option>
          {pickable(plan).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={done}>
          {t('cancel')}
        </button>
        <button type="submit" className="button main" disabled={!words.trim()}>
          {t('opinion.keep')}
        </button>
      </div>
    </form>
  );
}
