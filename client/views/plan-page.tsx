// One open plan: makes the connection and the desk, lends them to everything below, and lays out the frame.
import { useEffect, useState } from 'react';
import type { Grant } from '../../shared/protocol/api.ts';
import { COMMANDS, commandsFor } from '../commands/all.ts';
import { createDesk } from '../commands/desk.ts';
import type { Panel } from '../commands/registry.ts';
import { keyIf } from '../i18n/t.ts';
import { keepAddress, thisPlace } from '../state/address.ts';
import { arrive, bringLook, viewFor } from '../state/arrival.ts';
import { openPlan } from '../state/connection.ts';
import type { Connection, News } from '../state/connection.ts';
import { DesktopContext, useReadable } from '../state/hooks.ts';
import type { Desktop } from '../state/hooks.ts';
import type { Following } from '../state/following.ts';
import type { Question } from '../state/question.ts';
import { tellMoves } from '../state/moves.ts';
import { tell } from '../state/notices.ts';
import { whoIs } from '../parts/presence.tsx';
import { createStore } from '../state/store.ts';
import { createViewStore } from '../state/view-store.ts';
import { fetchFace } from './faces.ts';
import { Frame } from './frame.tsx';
import { NoEntry } from './no-entry.tsx';
import { PlanSkeleton } from './skeleton.tsx';

export function PlanPage({ grant, goHome }: { readonly grant: Grant; readonly goHome: () => void }) {
  const desktop = useOpened(grant, goHome);
  return desktop ? <Loaded desktop={desktop} goHome={goHome} /> : <PlanSkeleton />;
}

/** The page is drawn when the plan has arrived, from this disk or from the server. */
function Loaded({ desktop, goHome }: { readonly desktop: Desktop; readonly goHome: () => void }) {
  const plan = useReadable(desktop.connection.plan);
  const { stop } = useReadable(desktop.connection.status);
  if (!plan && stop === 'noPlan') return <NoEntry why="no-plan" goHome={goHome} />;
  if (!plan && (stop === 'forbidden' || stop === 'signIn'))
    return <NoEntry why={stop === 'signIn' ? 'nobody' : 'forbidden'} goHome={goHome} />;
  if (!plan) return <PlanSkeleton />;
  return (
    <DesktopContext value={desktop}>
      <Frame />
    </DesktopContext>
  );
}

function useOpened(grant: Grant, goHome: () => void): Desktop | undefined {
  const [desktop, setDesktop] = useState<Desktop>();
  // The page is keyed by what the grant says, so it opens once for each.
  useEffect(() => {
    const connection = openPlan(grant.plan);
    const desktop = deskOf(connection, grant, goHome);
    setDesktop(desktop);
    const place = thisPlace();
    const unarrive = arrive(connection, place, {
      show: (id) => desktop.commands.run('view.reveal', { id, inspect: true }),
      gone: () => tell({ key: 'link.gone', tone: 'warn', say: (t) => t('link.gone'), stays: true }),
    });
    const unkeep = keepAddress(desktop.view, place, bringLook(connection, desktop.view));
    const silent = connection.onNews((news) => tellNews(news, connection));
    const still = tellMoves(connection, whoIs, (ids) => desktop.commands.run('view.select', { ids }));
    return () => {
      silent();
      still();
      unkeep();
      unarrive();
      connection.close();
      setDesktop(undefined);
    };
  }, [grant.plan, grant.role, grant.office]); // oxlint-disable-line react/exhaustive-deps -- goHome is the same act
  return desktop;
}

function deskOf(connection: Connection, grant: Grant, goHome: () => void): Desktop {
  // Narrow screens begin with the list: find my clause, set its progress.
  const narrow = matchMedia('(max-width: 759px)').matches;
  const view = createViewStore(grant.plan, {
    ...(narrow && { open: 'list', rail: false, inspector: false }),
    ...viewFor(location.search),
  });
  const panel = createStore<Panel | null>(null);
  const following = createStore<Following | null>(null);
  const question = createStore<Question | null>(null);
  const stage = { acts: {} };
  // On its way while the plan is: neither waits for the other. What keeps it from coming is told where it is drawn.
  fetchFace(view.get().open).catch(() => undefined);
  const desk = createDesk({
    connection,
    view,
    grant,
    panel,
    following,
    question,
    stage,
    goHome,
    runExport: (format) =>
      void import('../export/straight.ts').then(({ exportAs }) => exportAs(format, connection, grant.plan, view.get())),
  });
  return { connection, view, grant, panel, following, question, stage, commands: commandsFor(desk) };
}

function tellNews(news: News, connection: Connection): void {
  if (news.kind === 'refused') {
    const key = news.command in COMMANDS ? keyIf(`cmd.${news.command}`) : undefined;
    tell({
      key: 'news.refused',
      tone: 'warn',
      say: (t) => t(news.tooMuch ? 'news.too-much' : 'news.refused', { command: key ? t(key) : news.command }),
      stays: true,
    });
    return;
  }
  tell({
    key: `news.note-lost ${news.node}`,
    tone: 'warn',
    say: (t) => t('news.note-lost', { title: connection.plan.get()?.nodes.get(news.node)?.title ?? '' }),
    detail: news.text,
    stays: true,
  });
}
