// Builds the desk that commands work on from an open connection and my view. Knows who may, not what is drawn.
import { nodeAt } from '../../shared/model/address.ts';
import { todayFor } from '../../shared/model/schedule.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { planPath } from '../../shared/protocol/api.ts';
import type { Grant } from '../../shared/protocol/api.ts';
import { sayRefusal } from '../i18n/refusal.ts';
import { clock } from '../state/clock.ts';
import type { Connection } from '../state/connection.ts';
import { copyText } from '../state/clipboard.ts';
import { tell } from '../state/notices.ts';
import { setSettings, settings } from '../state/settings.ts';
import type { Store } from '../state/store.ts';
import { withFollows } from '../state/following.ts';
import type { Following } from '../state/following.ts';
import { contestedIn } from '../state/contested.ts';
import { restAsked } from '../state/question.ts';
import type { Question } from '../state/question.ts';
import type { ViewStore } from '../state/view-store.ts';
import type { Desk, Panel, StageAct } from './registry.ts';

export interface Surroundings {
  readonly connection: Connection;
  readonly view: ViewStore;
  readonly grant: Grant;
  readonly panel: Store<Panel | null>;
  readonly following: Store<Following | null>;
  readonly question: Store<Question | null>;
  readonly stage: { acts: Partial<Record<StageAct, () => void>> };
  goHome(): void;
  runExport(format: string): void;
}

export function createDesk({
  connection,
  view,
  grant,
  panel,
  following,
  question,
  stage,
  goHome,
  runExport,
}: Surroundings): Desk {
  const plan = (): ReturnType<Desk['plan']> => {
    const now = connection.plan.get();
    if (!now) throw new Error('a command ran before the plan had loaded');
    return now;
  };
  return {
    plan,
    role: () => grant.role,
    busy: () => connection.status.get().rebuilding || connection.status.get().stop !== undefined,
    view: view.get,
    setView: view.set,
    settings: settings.get,
    setSettings,
    today: () => todayFor(plan(), clock.get()),
    dice,
    commit(changes, command) {
      const asked = withFollows(plan(), changes, command === 'links.take' ? 'never' : settings.get().follow);
      const seen = view.get().open === 'gantt' && asksOfRest(command);
      question.set(seen ? restAsked(plan(), asked.changes) : null);
      connection.commit(asked.changes, command);
      if (asked.following) following.set(asked.following);
    },
    following: following.get,
    follow: following.set,
    question: question.get,
    ask: question.set,
    undo: connection.undo,
    redo: connection.redo,
    contested: () => contestedIn(plan(), connection.overwritten()),
    canUndo: () => connection.undoable.get().undo,
    canRedo: () => connection.undoable.get().redo,
    stage(act) {
      const run = stage.acts[act];
      run?.();
      return run !== undefined;
    },
    show: panel.set,
    find() {
      view.set({ rail: true });
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find]')?.focus());
    },
    copyLink(node) {
      const url = nodeAt(location.origin + planPath(grant.plan), node, view.get().open);
      void copyText(url).then((done) =>
        tell({
          key: 'link.copied',
          tone: done ? 'plain' : 'warn',
          say: (t) => t(done ? (node ? 'link.copied' : 'link.copied-plan') : 'link.not-copied'),
          ...(!done && { detail: url, stays: true }),
        }),
      );
    },
    goHome,
    runExport,
    refused: tellRefusal,
    binned(title, many, back) {
      const words = [...title].length > 16 ? `${[...title].slice(0, 16).join('')}…` : title;
      tell({
        key: 'binned',
        tone: 'plain',
        say: (t) =>
          many === 1 ? t('bin.gone', { title: words || t('untitled') }) : t('bin.gone-many', { title: words, n: many }),
        action: { label: (t) => t('bin.restore'), run: back },
      });
    },
    renumbered(many) {
      tell({ key: 'renumbered', tone: 'plain', say: (t) => t('text.renumbered', { n: many }) });
    },
  };
}

/** By hand or by key; what was chosen from the offer asks nothing again. */
function asksOfRest(command: string): boolean {
  return command.startsWith('time.') && !command.startsWith('time.off-');
}

/** Nothing to change is no news: a key held down at the end of its way should be silent. */
function tellRefusal(refusal: Refusal): void {
  if (refusal.refused === 'nothing-to-do') return;
  tell({ key: `refuse.${refusal.refused}`, tone: 'warn', say: (t) => sayRefusal(t, refusal) });
}

/** Works on plain http too, where crypto.randomUUID does not exist. */
function dice(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
