// One time the text proposes: its words where they stand, what they would become, and the buttons to take or leave it or to answer.
import type { Span } from '../../shared/model/plan.ts';
import { partAt } from '../../shared/yaodian/proposals.ts';
import type { Proposal } from '../../shared/yaodian/proposals.ts';
import { sayChoice, sayProposal } from '../i18n/times.ts';
import { useCommands, useLang, useMayEdit, useT, useToday, useWholePlan } from '../state/hooks.ts';
import { DayInput } from './day-input.tsx';
import { YearStrip } from './year-strip.tsx';
import '../style/times.css';

export function ProposalCard({
  proposal,
  done,
}: {
  readonly proposal: Proposal;
  readonly done?: (() => void) | undefined;
}) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const today = useToday();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const node = plan.nodes.get(proposal.node);
  if (!node) return null;
  const { key, words, from, to, was } = proposal;
  const what = sayProposal(t, lang, plan, node, proposal);
  const stated = proposal.in === 'due';
  const text = stated ? (node.due?.words ?? '') : node.title;
  const { start, end } = stated ? { start: 0, end: text.length } : partAt(text, from, to);
  return (
    <div className="proposal" data-does={proposal.does}>
      <p className="proposal-words" lang="zh-CN">
        {stated && <span className="quiet">{t('times.stated')} </span>}
        {text.slice(start, from)}
        <mark>{words}</mark>
        {text.slice(to, end)}
      </p>
      <p className="proposal-what">
        <span className="badge">{t(proposal.does === 'ask' ? 'times.ask' : 'basis.text')}</span> {what}
        {was !== undefined && <span className="hint block">{t('times.was', { was })}</span>}
      </p>
      {proposal.span && <YearStrip plan={plan} today={today} span={proposal.span} />}
      {mayEdit && (
        <div className="row wrap">
          {proposal.does === 'ask' ? (
            <Answers proposal={proposal} done={done} />
          ) : (
            <button
              type="button"
              className="button small main"
              aria-label={t('times.take.of', { words, what })}
              onClick={() => {
                run('times.take', { keys: [key] });
                done?.();
              }}
            >
              {t('times.take')}
            </button>
          )}
          <button
            type="button"
            className="button small line"
            aria-label={t('times.leave.of', { words })}
            onClick={() => {
              run('times.leave', { keys: [key] });
              done?.();
            }}
          >
            {t('times.leave')}
          </button>
        </div>
      )}
    </div>
  );
}

/** What the school calendar makes of it, or a day that somebody says. */
function Answers({ proposal, done }: { readonly proposal: Proposal; readonly done?: (() => void) | undefined }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const today = useToday();
  const { run } = useCommands();
  const { key, words, why, choices } = proposal;
  const answer = (given: { readonly choice: number } | { readonly span: Span }): void => {
    run('times.answer', { key, ...given });
    done?.();
  };
  return (
    <>
      {choices.map((choice, at) => (
        <button
          key={choice.span.end}
          type="button"
          className="button small line"
          onClick={() => answer({ choice: at })}
        >
          {sayChoice(t, lang, plan, choice)}
        </button>
      ))}
      {why === 'term' && choices.length === 0 && (
        <button type="button" className="button small line" onClick={() => run('file.settings', { tab: 'terms' })}>
          {t('times.terms')}
        </button>
      )}
      <DayInput
        label={t('times.day', { words })}
        value={undefined}
        usual={plan.meta.year ?? Number(today.slice(0, 4))}
        rough
        set={({ day, grain }) => answer({ span: { start: day, end: day, ...(grain && { grain }) } })}
      />
    </>
  );
}
