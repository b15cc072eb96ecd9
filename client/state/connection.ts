// Opens a plan and keeps it open: through restarts of the server, refusals, rebuilds and reloads. The one place where edits leave this tab.
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { authorOf } from '../../shared/doc/author.ts';
import type { Overwritten } from '../../shared/doc/overwritten.ts';
import { commit } from '../../shared/doc/commit.ts';
import { noteOf, readNotes } from '../../shared/doc/notes.ts';
import { revisionOf } from '../../shared/doc/state.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { NoteJson } from '../../shared/model/note.ts';
import type { Change } from '../../shared/ops/change.ts';
import { closeName, REMEDY } from '../../shared/protocol/close.ts';
import { changesBetween } from './between.ts';
import { MINE, openCopy } from './copy.ts';
import type { Copy } from './copy.ts';
import { stillMeant } from './intents.ts';
import { reloadOnce } from './kept.ts';
import { createLedger } from './ledger.ts';
import type { Status } from './ledger.ts';
import { createPlanStore } from './plan-store.ts';
import { createPresence } from './presence.ts';
import type { PresenceLine } from './presence.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';
import { notesIn, noteWords } from './typed.ts';

/** What happened that a person should hear of, besides the four words. */
export type News =
  | { readonly kind: 'refused'; readonly command: string; readonly tooMuch?: true }
  | { readonly kind: 'note-lost'; readonly node: Id; readonly text: string };

export interface Connection {
  readonly planId: Id;
  readonly plan: Readable<Plan | undefined>;
  readonly status: Readable<Status>;
  readonly undoable: Readable<{ readonly undo: boolean; readonly redo: boolean }>;
  readonly presence: PresenceLine;
  /** Counts up when the document was replaced: whoever holds a fragment of the old one lets go. */
  readonly copy: Readable<number>;
  readonly awareness: Awareness;
  /** One transaction, one undo step. `command` is remembered until the server has it. */
  commit(changes: readonly Change[], command: string): void;
  undo(only?: 'last'): boolean;
  redo(): boolean;
  /** What undoing would leave as somebody else has written it since. */
  overwritten(): readonly Overwritten[];
  /** An edit of this tab is being written right now: whoever watches the plan can tell mine from theirs. */
  isWriting(): boolean;
  /** A field holds text that is not in the plan yet; call the result when it no longer does. */
  holdDraft(): () => void;
  /** Whose visit wrote the value that a node has now, as presence numbers them. */
  authorOf(id: Id, key: string): number | undefined;
  note(id: Id): Y.XmlFragment | undefined;
  notes(): ReadonlyMap<Id, NoteJson>;
  /** How many edits made the plan what it is here. */
  revision(): number;
  onNews(on: (news: News) => void): () => void;
  close(): void;
}

export interface Where {
  /** `ws://host:port` of the server; this page's own by default. */
  readonly server?: string;
}

const MOST_REBUILDS = 8;

export function openPlan(planId: Id, { server = ownServer() }: Where = {}): Connection {
  const plan = createPlanStore();
  const presence = createPresence();
  const serial = createStore(0);
  const undoable = createStore({ undo: false, redo: false });
  const listeners = new Set<(news: News) => void>();
  let rebuilds = 0;
  let typedIn = new Set<Id>();
  let closed = false;
  let writing = false;

  const tell = (news: News): void => listeners.forEach((on) => on(news));
  const ledger = createLedger(planId, {
    refused: (command, tooMuch) => tell({ kind: 'refused', command, ...(tooMuch && { tooMuch }) }),
    settled(allConfirmed) {
      typedIn = new Set();
      if (allConfirmed) rebuilds = 0;
    },
  });

  const closedFor = (code: number): void => {
    const name = closeName(code) ?? 'badFrame';
    const remedy = REMEDY[name];
    if (remedy === 'rebuild' && rebuilds < MOST_REBUILDS) return void rebuild();
    ledger.happened({ on: 'stopped', why: name });
    if (remedy === 'reload' && !ledger.atRisk()) reloadOnce();
  };

  const open = (): Copy => {
    const made = openCopy(planId, server, {
      happened: ledger.happened,
      closed: closedFor,
      typed(transaction) {
        if (transaction.origin !== MINE) for (const id of notesIn(transaction)) typedIn.add(id);
      },
    });
    made.undo.onChange(() => undoable.set({ undo: made.undo.canUndo(), redo: made.undo.canRedo() }));
    presence.attach(made.awareness);
    return made;
  };

  let copy = open();
  showFirst(copy);

  /** The page is drawn from whichever speaks first: this disk, if it has anything, or the server. */
  function showFirst(first: Copy): void {
    const show = (): void => {
      if (!closed && copy === first && !plan.get()) plan.attach(first.doc);
    };
    void first.synced.then(show);
    void first.local.loaded.then((count) => {
      if (count > 0) show();
    });
  }

  /** Throws this copy away, takes a new one under a new client number, and asks again for what was not confirmed. */
  const rebuild = async (): Promise<void> => {
    rebuilds++;
    const texts = new Map([...typedIn].map((id) => [id, noteWords(copy.doc, id)]));
    const wanted = ledger.startAnew();
    plan.detach();
    presence.detach();
    await copy.local.drop();
    copy.close();
    if (closed) return;
    copy = open();
    const fresh = copy;
    await fresh.synced;
    if (closed || copy !== fresh) return;
    plan.attach(fresh.doc);
    undoable.set({ undo: false, redo: false });
    serial.set(serial.get() + 1);
    typedIn = new Set();
    ledger.finishAnew();
    for (const intent of wanted) write(stillMeant(plan.get()!, intent.changes), intent.command);
    for (const [node, text] of texts)
      if (text && noteWords(fresh.doc, node) !== text) tell({ kind: 'note-lost', node, text });
  };

  const mine = <T>(act: () => T): T => {
    writing = true;
    try {
      return act();
    } finally {
      writing = false;
    }
  };

  const write = (changes: readonly Change[], command: string): void => {
    if (changes.length === 0) return;
    ledger.record(
      command,
      () => mine(() => commit(copy.doc, changes, MINE)),
      () => changes,
    );
  };

  /** Undo writes through its own manager; what it changed is remembered like a command's. */
  const step = (name: 'undo' | 'redo', only?: 'last'): boolean => {
    const before = plan.get();
    if (ledger.rebuilding() || !before) return false;
    return ledger.record(
      `view.${name}`,
      () => mine(() => (name === 'undo' ? copy.undo.undo(only) : copy.undo.redo())),
      (done) => (done ? changesBetween(before, plan.get()!) : []),
    );
  };

  const guard = (event: BeforeUnloadEvent): void => {
    if (ledger.atRisk()) event.preventDefault();
  };
  addEventListener('beforeunload', guard);

  return {
    planId,
    plan,
    status: ledger.status,
    undoable,
    presence,
    copy: serial,
    get awareness() {
      return copy.awareness;
    },
    commit(changes, command) {
      if (!ledger.rebuilding()) write(changes, command);
    },
    undo: (only) => step('undo', only),
    redo: () => step('redo'),
    overwritten: () => (ledger.rebuilding() ? [] : copy.undo.overwritten()),
    isWriting: () => writing,
    holdDraft() {
      ledger.happened({ on: 'drafts', change: 1 });
      let held = true;
      return () => {
        if (held) ledger.happened({ on: 'drafts', change: -1 });
        held = false;
      };
    },
    authorOf: (id, key) => authorOf(copy.doc, id, key),
    note: (id) => noteOf(copy.doc, id),
    notes: () => readNotes(copy.doc),
    revision: () => revisionOf(copy.doc),
    onNews(on) {
      listeners.add(on);
      return () => listeners.delete(on);
    },
    close() {
      closed = true;
      removeEventListener('beforeunload', guard);
      plan.detach();
      presence.detach();
      copy.close();
    },
  };
}

function ownServer(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
}
