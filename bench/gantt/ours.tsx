// Our own Gantt as it is: the real view over a real document through the real plan store, with commands and dragging, without a network.
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { commandsFor } from '../../client/commands/all.ts';
import { createDesk } from '../../client/commands/desk.ts';
import type { Panel } from '../../client/commands/registry.ts';
import { DragStage } from '../../client/drag/stage.tsx';
import type { Connection } from '../../client/state/connection.ts';
import { DesktopContext } from '../../client/state/hooks.ts';
import type { Desktop } from '../../client/state/hooks.ts';
import { createPlanStore } from '../../client/state/plan-store.ts';
import type { PlanStore } from '../../client/state/plan-store.ts';
import { createPresence } from '../../client/state/presence.ts';
import { createStore } from '../../client/state/store.ts';
import { createViewStore } from '../../client/state/view-store.ts';
import { paintRoot } from '../../client/style/theme.ts';
import { GanttView } from '../../client/views/gantt.tsx';
import { barElement } from '../../client/views/gantt/rows.tsx';
import { commit } from '../../shared/doc/commit.ts';
import '../../client/style/base.css';
import '../../client/style/controls.css';
import '../../client/style/frame.css';
import { bytes } from '../bytes.ts';
import type { Player } from '../face.ts';
import type { Edit } from '../data.ts';
import { joinCrowd } from './crowd.ts';
import { motions, PER_DAY, TABLE } from './hold.ts';

export function player(): Player {
  return playerOf(
    <div className="app">
      <div className="body">
        <DragStage>
          <main className="view" id="view">
            <GanttView />
          </main>
        </DragStage>
      </div>
    </div>,
  );
}

/** Ours, with more or less of the page around the view. */
export function playerOf(page: ReactNode): Player {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  let edits: readonly Edit[];
  let count = 0;
  let updates: Uint8Array[];
  return {
    holdsDocument: true,
    prepare(data) {
      edits = data.edits;
      count = data.rows.length;
      Y.applyUpdate(doc, bytes(data.doc), 'network');
      updates = data.edits.map(({ update }) => bytes(update));
      paintRoot();
    },
    mount(host) {
      // Reading the document is part of the price; the peers are given their rows ready-made.
      const plan = createPlanStore();
      plan.attach(doc);
      createRoot(host).render(<DesktopContext value={desktopOf(doc, awareness, plan)}>{page}</DesktopContext>);
    },
    ...motions({
      edits: () => edits,
      rows: () => count,
      bar: (id) => document.getElementById(barElement(id)),
      scroll(axis, to) {
        const box = document.querySelector('.gantt-scroll')!;
        if (axis === 'x') box.scrollLeft = to;
        else box.scrollTop = to;
      },
      crowd: () => joinCrowd(awareness, edits),
      edit: (_edit, time) => Y.applyUpdate(doc, updates[time]!, 'network'),
    }),
  };
}

const MINE = { name: 'mine' };

export function desktopOf(doc: Y.Doc, awareness: Awareness, plan: PlanStore): Desktop {
  const presence = createPresence();
  presence.attach(awareness);
  const connection: Connection = {
    planId: 'bench',
    plan,
    status: createStore<ReturnType<Connection['status']['get']>>({
      word: 'saved',
      link: 'open',
      local: 'kept',
      rebuilding: false,
    }),
    undoable: createStore({ undo: false, redo: false }),
    presence,
    copy: createStore(0),
    awareness,
    commit: (changes) => commit(doc, changes, MINE),
    undo: () => false,
    redo: () => false,
    overwritten: () => [],
    authorOf: () => undefined,
    revision: () => 0,
    isWriting: () => false,
    holdDraft: () => () => undefined,
    note: () => undefined,
    notes: () => new Map(),
    onNews: () => () => undefined,
    close: () => undefined,
  };
  const nowhere = { read: () => null, write: () => undefined };
  const view = createViewStore('bench', { zoom: { gantt: PER_DAY, mindmap: 1 }, table: TABLE }, nowhere);
  const grant = { plan: 'bench', role: 'chair', office: '' } as const;
  const panel = createStore<Panel | null>(null);
  const stage: Desktop['stage'] = { acts: {} };
  const question: Desktop['question'] = createStore<ReturnType<Desktop['question']['get']>>(null);
  const following: Desktop['following'] = createStore<ReturnType<Desktop['following']['get']>>(null);
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
  return { connection, view, grant, panel, following, question, stage, commands: commandsFor(desk) };
}
