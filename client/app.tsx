// The shell: who am I, which page, and what is shown when something of ours breaks.
import { Component, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { planPath } from '../shared/protocol/api.ts';
import { Toasts } from './parts/toasts.tsx';
import { useLang, useT } from './state/hooks.ts';
import { enter, grantFor, keptGrant, onInvite } from './state/session.ts';
import type { Reply, Session } from './state/session.ts';
import { Home } from './views/home.tsx';
import { NoEntry } from './views/no-entry.tsx';
import { PlanPage } from './views/plan-page.tsx';
import { PlanSkeleton } from './views/skeleton.tsx';

export function App() {
  const lang = useLang();
  return (
    <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-GB'}>
      <Guard>
        <Pages />
      </Guard>
      <Toasts />
    </I18nProvider>
  );
}

function Pages() {
  const [entered, setEntered] = useState<Reply<Session>>();
  const [path, go] = usePath();
  const again = useCallback(() => void enter().then(setEntered), []);
  useEffect(() => {
    again();
    return onInvite(again);
  }, [again]);

  const plan = planIn(path);
  if (!entered) return plan ? <PlanSkeleton /> : null;
  if (!entered.ok) {
    // Offline with a copy on this disk: the plan still opens, and the socket will tell what may be done.
    if (entered.why === 'offline' && plan)
      return <PlanPage key={plan} grant={keptGrant(plan)} goHome={() => go('/')} />;
    return <NoEntry why={entered.why} retry={again} />;
  }
  const session = entered.value;
  if (!plan) {
    if (session.grants.length === 0) return <NoEntry why="nobody" retry={again} />;
    return <Home session={session} open={(id) => go(planPath(id))} />;
  }
  const grant = grantFor(session, plan);
  if (!grant)
    return <NoEntry why={session.grants.length === 0 ? 'nobody' : 'forbidden'} retry={again} goHome={() => go('/')} />;
  return <PlanPage key={`${plan} ${grant.role} ${grant.office}`} grant={{ ...grant, plan }} goHome={() => go('/')} />;
}

/** Two pages need no router. */
function usePath(): [string, (to: string) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = (): void => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((to: string) => {
    history.pushState(null, '', to);
    setPath(to);
  }, []);
  return [path, go];
}

function planIn(path: string): string | undefined {
  return /^\/plan\/([\w-]+)\/?$/.exec(path)?.[1];
}

/** A fault of ours ends here: the plan itself is safe, and reading it anew is the cure. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly fault: unknown }> {
  override state = { fault: undefined as unknown };
  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }
  override render(): ReactNode {
    return this.state.fault === undefined ? this.props.children : <Fault fault={this.state.fault} />;
  }
}

function Fault({ fault }: { readonly fault: unknown }) {
  const t = useT();
  return (
    <main className="notice-page" role="alert">
      <h1>{t('fault.title')}</h1>
      <p className="quiet">{t('fault.text')}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {t('banner.reload')}
      </button>
      <pre className="quiet">{fault instanceof Error ? fault.message : String(fault)}</pre>
    </main>
  );
}
