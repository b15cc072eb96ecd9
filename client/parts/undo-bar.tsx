// An undo that would not do what it says: somebody has changed the date since. Asks whose is to stand; Escape leaves all as it is.
import { useEffect, useRef } from 'react';
import { shortTitle } from '../../shared/layout/label.ts';
import type { Span } from '../../shared/model/plan.ts';
import { useCommands, useDesktop, useLang, usePeers, useReadable, useT, useWholePlan } from '../state/hooks.ts';
import { stillContested } from '../state/question.ts';
import type { Contested } from '../state/question.ts';
import { proseSpan } from '../views/gantt/words.ts';
import { whoIs } from './presence.tsx';
import '../style/planning.css';

export function UndoBar() {
  const plan = useWholePlan();
  const asked = useReadable(useDesktop().question);
  const contested = stillContested(plan, asked);
  return contested.length > 0 ? <Asked contested={contested} /> : null;
}

function Asked({ contested }: { readonly contested: readonly Contested[] }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const peers = usePeers();
  const { run } = useCommands();
  const first = useRef<HTMLButtonElement>(null);
  const words = (span: Span | undefined): string =>
    span ? proseSpan(t, lang, span, plan.meta.year) : t('gantt.undated');
  // It is an answer to a key of mine, so the hand that pressed it is here; it goes back where it was.
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  const who = ({ by }: Contested): string => {
    const peer = peers.find(({ client }) => client === by);
    return peer ? whoIs(t, peer.user) : t('gantt.lost.someone');
  };
  const answer = (id: 'view.undo-mine' | 'view.undo-theirs' | 'view.leave') => () => run(id) as void;
  return (
    <section
      className="follow-bar undo-bar"
      role="alertdialog"
      aria-label={t('undo.title')}
      aria-describedby="undo-why"
    >
      <strong>{t('undo.title')}</strong>
      <ul id="undo-why">
        {contested.map((each) => (
          <li key={each.id}>
            {t('undo.why', {
              who: who(each),
              title: shortTitle(plan.nodes.get(each.id)!, lang),
              now: words(each.now),
              was: words(each.was),
            })}
          </li>
        ))}
      </ul>
      <header>
        <button ref={first} type="button" className="button small line" onClick={answer('view.undo-theirs')}>
          {t('undo.theirs')}
        </button>
        <button type="button" className="button small line" onClick={answer('view.undo-mine')}>
          {t('undo.mine')}
        </button>
        <button type="button" className="button small" onClick={answer('view.leave')}>
          {t('undo.leave')} <kbd>Esc</kbd>
        </button>
      </header>
    </section>
  );
}
