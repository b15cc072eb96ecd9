// 原文里的时间: everything the text proposes, by clause; take one, take all, leave, and take back what was left.
import type { Id, Suggestion } from '../../shared/model/plan.ts';
import { isDismissed } from '../../shared/yaodian/proposals.ts';
import { shortTitle } from '../../shared/layout/label.ts';
import { longDay } from '../i18n/days.ts';
import {
  useCommands,
  useDesktop,
  useLang,
  useMayEdit,
  useNumbers,
  useT,
  useTimes,
  useTimesByNode,
  useWholePlan,
} from '../state/hooks.ts';
import { Panel } from './panel.tsx';
import { ProposalCard } from './proposal.tsx';

export function TimesPanel() {
  const t = useT();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const all = useTimes();
  const byNode = useTimesByNode();
  const ready = all.filter(({ does }) => does !== 'ask').length;
  return (
    <Panel title={t('times.title')}>
      <p className="hint">{t(mayEdit ? 'times.hint' : 'times.read')}</p>
      {all.length === 0 ? (
        <p className="quiet" role="status">
          {t('times.none')}
        </p>
      ) : (
        <ul className="proposals">
          {[...byNode].map(([id, proposals]) => (
            <li key={id}>
              <Where id={id} />
              {proposals.map((proposal) => (
                <ProposalCard key={proposal.key} proposal={proposal} />
              ))}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && ready > 0 && (
        <div className="row">
          <span className="grow" />
          <button type="button" className="button main" onClick={() => run('times.take')}>
            {t('times.all', { n: ready })}
          </button>
        </div>
      )}
      <Left />
    </Panel>
  );
}

/** The clause by its number; a click closes the panel and goes there. */
function Where({ id }: { readonly id: Id }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const { panel } = useDesktop();
  const { run } = useCommands();
  const node = plan.nodes.get(id);
  if (!node) return null;
  return (
    <button
      type="button"
      className="proposal-where"
      title={t('cmd.view.reveal')}
      onClick={() => {
        panel.set(null);
        run('view.reveal', { id, inspect: true });
      }}
    >
      <span className="number">{numbers.get(id)?.label}</span>
      <span className="clip">{shortTitle(node, lang)}</span>
    </button>
  );
}

function Left() {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const left = [...plan.records.suggestion].filter(
    ([key, { node }]) => isDismissed(plan, key) && plan.nodes.has(node),
  ) as readonly [string, Suggestion][];
  if (left.length === 0) return null;
  return (
    <details className="proposals-left">
      <summary>{t('times.left', { n: left.length })}</summary>
      <p className="hint">{t('times.left.why')}</p>
      <ul>
        {left.map(([key, { node, now, by, at }]) => (
          <li key={key} className="row">
            <span className="number">{numbers.get(node)?.label}</span>
            <span lang="zh-CN">“{now}”</span>
            <span className="quiet grow">{[by, longDay(lang, at)].filter(Boolean).join(' · ')}</span>
            {mayEdit && (
              <button
                type="button"
                className="button small line"
                aria-label={t('times.recall.of', { words: now })}
                onClick={() => run('times.recall', { key })}
              >
                {t('times.recall')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
