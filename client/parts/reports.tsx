// 进展 of one node: what was done on which day, and a line to add the next. The percent becomes the node's own in the same step.
import { useId, useState } from 'react';
import type { Id, Node } from '../../shared/model/plan.ts';
import { longDay } from '../i18n/days.ts';
import { useCommands, useLang, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';
import '../style/reports.css';

export function ReportsField({ node }: { readonly node: Node }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const mine = [...plan.records.report].filter(([, report]) => report.node === node.id);
  const told = mine.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  if (told.length === 0 && !mayEdit) return null;
  return (
    <div className="line-field said">
      <span className="label">{t('report.title')}</span>
      {mayEdit && <Add id={node.id} />}
      {told.length > 0 && (
        <ol className="said-list">
          {told.map(([id, { at, by, words, progress }]) => (
            <li key={id}>
              <p>{words || t('report.percent', { n: progress ?? 0 })}</p>
              <p className="hint">
                {longDay(lang, at)}
                {words && progress !== undefined && ` · ${progress}%`}
                {by && ` · ${by}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Add({ id }: { readonly id: Id }) {
  const t = useT();
  const { run } = useCommands();
  const [words, setWords] = useState('');
  const [percent, setPercent] = useState('');
  const field = useId();
  const add = (): void => {
    const typed = percent.trim().replace(/[%％]$/, '');
    const progress = typed === '' ? undefined : Number(typed);
    if (run('report.add', { node: id, words, progress })) return;
    setWords('');
    setPercent('');
  };
  return (
    <form
      className="said-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        id={field}
        className="field"
        aria-label={t('report.words')}
        placeholder={t('report.words')}
        maxLength={2_000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <span className="percent">
        <input
          className="field"
          inputMode="numeric"
          aria-label={t('report.progress')}
          placeholder="—"
          value={percent}
          onChange={({ target }) => setPercent(target.value)}
        />
        %
      </span>
      <button type="submit" className="button line" disabled={!words.trim() && !percent.trim()}>
        {t('report.add')}
      </button>
    </form>
  );
}
