// An undo that would not do what it says: somebody has changed a value of it since. Asks whose is to stand; Escape leaves all as it is.
import { useEffect, useRef } from 'react';
import { sayContested } from '../i18n/contested.ts';
import { useCommands, useDesktop, useLang, useReadable, useT, useWholePlan } from '../state/hooks.ts';
import { stillContested } from '../state/contested.ts';
import type { Contested } from '../state/contested.ts';
import { whoIs } from './presence.tsx';
import '../style/planning.css';

/** A step of fifty moves is asked about in a few lines. */
const MOST = 5;

export function UndoBar() {
  const plan = useWholePlan();
  const asked = useReadable(useDesktop().question);
  const contested = asked?.kind === 'undo' ? stillContested(plan, asked.contested) : [];
  return contested.length > 0 ? <Asked contested={contested} /> : null;
}

function Asked({ contested }: { readonly contested: readonly Contested[] }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { presence } = useDesktop().connection;
  const { run } = useCommands();
  const first = useRef<HTMLButtonElement>(null);
  // It is an answer to a key of mine, so the hand that pressed it is here; it goes back where it was.
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  const who = ({ by }: Contested): string => {
    const user = presence.whoWas(by);
    return user ? whoIs(t, user) : t('gantt.lost.someone');
  };
  const why = (each: Contested): string => {
    const { title, ...said } = sayContested(t, lang, plan, each);
    return t(title ? 'undo.why' : 'undo.why.plan', { who: who(each), title, ...said });
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
        {contested.slice(0, MOST).map((each) => (
          <li key={JSON.stringify(each.where)}>{why(each)}</li>
        ))}
        {contested.length > MOST && <li>{t('undo.more', { n: contested.length - MOST })}</li>}
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
