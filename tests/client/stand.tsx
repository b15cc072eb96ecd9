// A view on a stand: a real document, the real commands, no network. For component tests in a real browser.
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { commandsFor } from '../../client/commands/all.ts';
import type { PlanCommands } from '../../client/commands/all.ts';
import { createDesk } from '../../client/commands/desk.ts';
import type { Panel } from '../../client/commands/registry.ts';
import { DragStage } from '../../client/drag/stage.tsx';
import { useKeyboard } from '../../client/parts/keyboard.ts';
import type { Connection } from '../../client/state/connection.ts';
import type { Following } from '../../client/state/following.ts';
import type { Question } from '../../client/state/question.ts';
import type { Status } from '../../client/state/ledger.ts';
import { DesktopContext } from '../../client/state/hooks.ts';
import type { Desktop } from '../../client/state/hooks.ts';
import type { Peer, Showing } from '../../client/state/presence.ts';
import { createStore } from '../../client/state/store.ts';
import type { Store } from '../../client/state/store.ts';
import { createViewStore } from '../../client/state/view-store.ts';
import type { View } from '../../client/state/view-store.ts';
import { paintRoot } from '../../client/style/theme.ts';
import '../../client/style/base.css';
import '../../client/style/controls.css';
import { authorOf } from '../../shared/doc/author.ts';
import { commit } from '../../shared/doc/commit.ts';
import { noteOf, readNotes } from '../../shared/doc/notes.ts';
import { readPlan, watchPlan } from '../../shared/doc/read.ts';
import { revisionOf } from '../../shared/doc/state.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Change } from '../../shared/ops/change.ts';
import type { RoleName } from '../../shared/protocol/roles.ts';

export interface Stand {
  readonly doc: Y.Doc;
  readonly commands: PlanCommands;
  readonly desktop: Desktop;
  readonly peers: Store<readonly Peer[]>;
  /** What I show the others. */
  readonly shown: Showing;
  /** How many fields hold text that is not in the plan. */
  drafts(): number;
  /** Every command that wrote, in order. */
  readonly written: readonly string[];
  plan(): Plan;
  view(): View;
  /** Somebody else's edit. */
  remote(changes: readonly Change[]): void;
  draw(node: ReactNode): Promise<void>;
  close(): Promise<void>;
}

const MINE = { name: 'mine' };
const THEIRS = { name: 'theirs' };

export function standOf(doc: Y.Doc, first: Partial<View> = {}, role: RoleName = 'chair', office = ''): Stand {
  const plan = createStore<Plan | undefined>(readPlan(doc));
  watchPlan(doc, (next) => plan.set(next));
  const undo = openUndo(doc, MINE);
  const peers = createStore<readonly Peer[]>([]);
  const written: string[] = [];
  const shown: Record<string, unknown> = {};
  let drafts = 0;
  let writing = false;
  const mine = <T,>(act: () => T): T => {
    writing = true;
    const done = act();
    writing = false;
    return done;
  };
  const status = createStore<Status>({ word: 'saved', link: 'open', local: 'kept', rebuilding: false });
  const undoable = createStore({ undo: false, redo: false });
  undo.onChange(() => undoable.set({ undo: undo.canUndo(), redo: undo.canRedo() }));
  const connection: Connection = {
    planId: 'stand',
    plan,
    status,
    undoable,
    presence: {
      peers,
      whoWas: (client) => peers.get().find((peer) => peer.client === client)?.user,
      show: (part) => void Object.assign(shown, part),
      introduce: () => undefined,
      attach: () => undefined,
      detach: () => undefined,
    },
    copy: createStore(0),
    awareness: new Awareness(doc),
    commit(changes, command) {
      written.push(command);
      mine(() => commit(doc, changes, MINE));
    },
    undo: (only) => mine(() => undo.undo(only)),
    redo: () => mine(() => undo.redo()),
    overwritten: undo.overwritten,
    isWriting: () => writing,
    holdDraft() {
      drafts++;
      let held = true;
      return () => {
        if (held) drafts--;
        held = false;
      };
    },
    authorOf: (id, key) => authorOf(doc, id, key),
    note: (id) => noteOf(doc, id),
    notes: () => readNotes(doc),
    revision: () => revisionOf(doc),
    onNews: () => () => undefined,
    close: () => undefined,
  };
  const memory = new Map<string, string>();
  const view = createViewStore('stand', first, {
    read: (key) => memory.get(key) ?? null,
    write: (key, text) => void memory.set(key, text),
  });
  const grant = { plan: 'stand', role, office };
  const panel = createStore<Panel | null>(null);
  const following: Desktop['following'] = createStore<Following | null>(null);
  const question: Desktop['question'] = createStore<Question | null>(null);
  const stage: Desktop['stage'] = { acts: {} };
  const desk = createDesk({
    connection,
    view,
    grant,
    panel,
    following,
    question,
    stage,
    goHome: () => undefined,
    runExport: () => undefined,
  });
  const commands = commandsFor(desk);
  const desktop: Desktop = { connection, view, grant, panel, following, question, stage, commands };
  const host = document.createElement('div');
  host.id = 'view';
  host.style.cssText = 'position: fixed; inset: 0; display: flex; flex-direction: column';
  document.body.append(host);
  const root = createRoot(host);
  paintOnce();
  return {
    doc,
    commands,
    desktop,
    peers,
    shown,
    drafts: () => drafts,
    written,
    plan: () => readPlan(doc),
    view: view.get,
    remote: (changes) => commit(doc, changes, THEIRS),
    async draw(node) {
      await settled(() =>
        root.render(
          <DesktopContext value={desktop}>
            <Keys />
            <DragStage>{node}</DragStage>
          </DesktopContext>,
        ),
      );
    },
    async close() {
      await settled(() => root.unmount());
      host.remove();
    },
  };
}

function Keys() {
  useKeyboard();
  return null;
}

let painted = false;

function paintOnce(): void {
  if (!painted) paintRoot();
  painted = true;
}

/** Runs it, and waits until React has drawn what follows. */
export async function settled(run: () => void): Promise<void> {
  run();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
