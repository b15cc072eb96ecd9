// Home: the plans I may open, and the way to make one from 要点 text.
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Reading } from '../../shared/carriers/reading.ts';
import type { PlanCard } from '../../shared/protocol/api.ts';
import { timeAgo } from '../i18n/days.ts';
import { ICON } from '../parts/icon.ts';
import { Mark } from '../parts/mark.tsx';
import { NameForm } from '../parts/name.tsx';
import { useLang, useSettings, useT } from '../state/hooks.ts';
import { listPlans } from '../state/session.ts';
import type { Reply, Session } from '../state/session.ts';
import { setSettings } from '../state/settings.ts';
import { useTaking } from '../state/take-file.ts';
import { useDropped } from '../parts/take-file.tsx';
import { NewCheck, NewPlan } from './new-plan.tsx';

export function Home({ session, open }: { readonly session: Session; readonly open: (id: string) => void }) {
  const t = useT();
  const lang = useLang();
  const [making, setMaking] = useState(false);
  const [read, setRead] = useState<{ readonly reading: Reading; readonly name: string }>();
  const taking = useTaking((reading, name) => setRead({ reading, name }));
  const { over, handlers } = useDropped(
    session.mayFound && !read
      ? (file) => {
          setMaking(true);
          taking.take(file);
        }
      : undefined,
  );
  const [plans, setPlans] = useState<Reply<readonly PlanCard[]>>();
  useEffect(() => {
    document.title = t('app.name');
    void listPlans().then(setPlans);
  }, [t]);
  if (read) return <NewCheck {...read} done={open} back={() => setRead(undefined)} />;
  return (
    <div className="home" data-over={over || undefined} {...handlers}>
      {over && <p className="drop-here">{t('in.drop-here')}</p>}
      <header className="home-head">
        <Mark size={28} />
        <h1>{t('app.name')}</h1>
        <span className="quiet">{t('home.tagline')}</span>
        <button
          type="button"
          className="button"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setSettings({ lang: lang === 'zh' ? 'en' : 'zh' })}
        >
          {lang === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        <AskName />
        {making ? (
          <NewPlan taking={taking} cancel={() => setMaking(false)} />
        ) : (
          <>
            <div className="home-bar">
              <h2>{t('home.plans')}</h2>
              {session.mayFound && (
                <button type="button" className="button main" onClick={() => setMaking(true)}>
                  <Plus {...ICON} />
                  {t('home.new')}
                </button>
              )}
            </div>
            <Cards plans={plans} open={open} />
          </>
        )}
      </main>
    </div>
  );
}

function Cards({
  plans,
  open,
}: {
  readonly plans: Reply<readonly PlanCard[]> | undefined;
  readonly open: (id: string) => void;
}) {
  const t = useT();
  const lang = useLang();
  if (!plans)
    return (
      <ul className="cards" aria-busy="true">
        {[0, 1].map((i) => (
          <li key={i} className="skeleton card-wait" />
        ))}
      </ul>
    );
  if (!plans.ok)
    return <p className="hint warn">{plans.why === 'offline' ? t('entry.offline.text') : plans.why.message[lang]}</p>;
  if (plans.value.length === 0) return <p className="quiet">{t('home.empty')}</p>;
  return (
    <ul className="cards">
      {plans.value.map((card) => (
        <li key={card.id}>
          <Card card={card} open={open} />
        </li>
      ))}
    </ul>
  );
}

function Card({ card, open }: { readonly card: PlanCard; readonly open: (id: string) => void }) {
  const t = useT();
  const lang = useLang();
  const [now] = useState(Date.now);
  return (
    <a
      className="card"
      href={`/plan/${card.id}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(card.id);
      }}
    >
      <span className="card-year">
        {card.year ?? '—'}
        {card.sample && <span className="badge">{t('plan.sample')}</span>}
      </span>
      <span className="card-title">{card.title || t('untitled')}</span>
      <span className="card-facts quiet">
        {card.office || t(`role.${card.role}`)} · {t('home.updated', { when: timeAgo(lang, card.updated, now) })}
      </span>
    </a>
  );
}

/** Asked once, never insisted on. */
function AskName() {
  const t = useT();
  const { asked, name } = useSettings();
  if (asked || name) return null;
  return (
    <section className="ask-name" aria-label={t('name.title')}>
      <NameForm aside done={() => setSettings({ asked: true })} />
      <button type="button" className="button small" onClick={() => setSettings({ asked: true })}>
        {t('name.later')}
      </button>
    </section>
  );
}
