// What a move of mine asks of the work linked after it: old and new dates with the reason, to take or to leave. Quiet; forces nothing.
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { Follow } from '../../shared/model/follow.ts';
import { calendarOf } from '../../shared/model/almanac.ts';
import { isWorking } from '../../shared/model/calendar.ts';
import { stillMeant } from '../../shared/model/follow.ts';
import { diffDays } from '../../shared/model/day.ts';
import { spanLabel } from '../../shared/layout/label.ts';
import { useCommands, useDesktop, useLang, useReadable, useT, useWholePlan } from '../state/hooks.ts';
import { spansOf } from '../state/derived.ts';
import { callNode, linkKind } from '../views/gantt/link-words.ts';
import { changeWords, proseDay } from '../views/gantt/words.ts';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';
import { Tip } from './tip.tsx';
import '../style/planning.css';

const FEW = 3;

export function FollowBar() {
  const t = useT();
  const plan = useWholePlan();
  const { following } = useDesktop();
  const now = useReadable(following);
  const commands = useCommands();
  const [all, setAll] = useState(false);
  if (!now) return null;
  const shown = spansOf(plan);
  const moves = now.done ? now.moves : stillMeant(now.moves, shown, plan.links);
  if (moves.length === 0) return null;
  const listed = all ? moves : moves.slice(0, FEW);
  return (
    <section className="follow-bar" aria-label={t('follow.label')} aria-live="polite">
      <header>
        <strong>{t(now.done ? 'follow.done' : 'follow.title', { n: moves.length })}</strong>
        {!now.done && (
          <Tip text={t('cmd.links.take')} keys={keyText(commands, 'links.take')}>
            <button type="button" className="button small main" onClick={() => commands.run('links.take')}>
              {t('follow.all')}
            </button>
          </Tip>
        )}
        <Tip text={t('cmd.links.leave')} keys={keyText(commands, 'links.leave')}>
          <button type="button" className="button small" onClick={() => commands.run('links.leave')}>
            {t(now.done ? 'follow.seen' : 'follow.leave')}
          </button>
        </Tip>
      </header>
      <ul>
        {listed.map((move) => (
          <Move key={move.node} move={move} done={now.done} />
        ))}
      </ul>
      {moves.length > FEW && (
        <button type="button" className="button small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('follow.fewer') : t('follow.more', { n: moves.length - FEW })}
        </button>
      )}
    </section>
  );
}

function Move({ move, done }: { readonly move: Follow; readonly done: boolean }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { run } = useCommands();
  const home = plan.meta.year;
  const name = callNode(plan, move.node, lang);
  return (
    <li>
      <button type="button" className="follow-name" onClick={() => run('view.reveal', { id: move.node })} title={name}>
        {name}
      </button>
      <span className="follow-days">
        {spanLabel(move.from, lang, home)} → <b>{spanLabel(move.to, lang, home)}</b>
        <span className="quiet">{changeWords(t, diffDays(move.from.start, move.to.start))}</span>
      </span>
      <span className="hint">{because(move)}</span>
      {!done && (
        <button
          type="button"
          className="button small icon"
          aria-label={t('follow.one', { title: name })}
          title={t('follow.one', { title: name })}
          onClick={() => run('links.take', { nodes: [move.node] })}
        >
          <Check {...ICON} />
        </button>
      )}
    </li>
  );

  function because({ why, link, day }: Follow): string {
    const from = callNode(plan, link.from, lang);
    const said = t(`follow.because.${why}`, { from, kind: linkKind(t, link), day: proseDay(lang, day, home) });
    return isWorking(day, calendarOf(plan)) === undefined ? `${said}${t('follow.unknown-year')}` : said;
  }
}
