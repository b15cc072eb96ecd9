// Opens a plan and keeps it open: through restarts of the server, refusals, rebuilds and reloads. The one place where edits leave this tab.
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { commit } from '../../shared/doc/commit.ts';
import { noteJson, noteOf, noteText, readNotes } from '../../shared/doc/notes.ts';
import type { NoteJson } from '../../shared/model/note.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { Change } from '../../shared/ops/change.ts';
import { closeName, REMEDY } from '../../shared/protocol/close.ts';
import type { CloseName } from '../../shared/protocol/close.ts';
import { changesBetween } from './between.ts';
import { MINE, openCopy } from './copy.ts';
import type { Copy } from './copy.ts';
import { confirmed, logged, readIntents, refusedBy, stepped, stillMeant, unsent, writeIntents } from './intents.ts';
import type { Intent } from './intents.ts';
import { createPlanStore } from './plan-store.ts';
import { createPresence } from './presence.ts';
import type { PresenceLine } from './presence.ts';
import { isAcknowledged, isAtRisk, next, saveWord, START } from './saving.ts';
import type { Event, Facts, SaveWord } from './saving.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

export interface Status {
  readonly word: SaveWord;
  readonly link: Facts['link'];
  readonly local: Facts['local'];
  /** Why the server will not have me back. */
  readonly stop?: CloseName;
  /** My copy is being made anew; editing waits. */
  readonly rebuilding: boolean;
}

/** What happened that a person should hear of, besides the four words. */
export type News =
  | { readonly kind: 'refused'; readonly command: string }
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
  undo(): boolean;
  redo(): boolean;
  /** An edit of this tab is being written right now: whoever watches the plan can tell mine from theirs. */
  isWriting(): boolean;
  /** A field holds text that is not in the plan yet; call the result when it no longer does. */
  holdDraft(): () => void;
  note(id: Id): Y.XmlFragment | undefined;
  notes(): ReadonlyMap<Id, NoteJson>;
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
  const status = createStore<Status>(describe(START, false));
  const listeners = new Set<(news: News) => void>();
  let intents: readonly Intent[] = readIntents(storage(() => localStorage.getItem(intentsKey(planId))) ?? null);
  let facts: Facts = { ...START, pending: storage(() => localStorage.getItem(pendingKey(planId))) === '1' };
  let rebuilding = false;
  let rebuilds = 0;
  let typedIn = new Set<Id>();
  let closed = false;
  let writing = false;

  const tell = (news: News): void => listeners.forEach((on) => on(news));
  const publish = (): void => {
    const now = describe(facts, rebuilding);
    if (JSON.stringify(now) !== JSON.stringify(status.get())) status.set(now);
  };
  const remember = (now: readonly Intent[]): void => {
    if (now === intents) return;
    const changed = now.length !== intents.length;
    intents = now;
    if (changed) keep(planId, intents);
  };

  const happened = (event: Event): void => {
    const before = facts;
    facts = next(facts, event);
    switch (event.on) {
      case 'sent':
        if (event.frame === 'step') remember(stepped(intents, facts.sent));
        break;
      case 'acked':
        remember(confirmed(intents, facts.acked));
        if (isAcknowledged(facts)) typedIn = new Set();
        if (isAcknowledged(facts) && intents.length === 0) rebuilds = 0;
        break;
      case 'refused':
        convict(event.frame);
        break;
      case 'closed':
      case 'stopped':
        remember(unsent(intents));
        break;
      default:
        break;
    }
    if (facts.pending !== before.pending) flag(planId, facts.pending);
    publish();
  };

  const convict = (frame: number): void => {
    const guilty = frame > 0 ? refusedBy(intents, frame) : undefined;
    if (!guilty) return;
    remember(intents.filter((intent) => intent !== guilty));
    tell({ kind: 'refused', command: guilty.command });
  };

  const closedFor = (code: number): void => {
    const name = closeName(code) ?? 'badFrame';
    const remedy = REMEDY[name];
    if (remedy === 'rebuild' && rebuilds < MOST_REBUILDS) return void rebuild();
    happened({ on: 'stopped', why: name });
    if (remedy === 'reload' && !isAtRisk(facts)) reloadOnce();
  };

  const open = (): Copy => {
    const made = openCopy(planId, server, { happened, closed: closedFor, typed: noteTyped });
    made.undo.onChange(() => undoable.set({ undo: made.undo.canUndo(), redo: made.undo.canRedo() }));
    presence.attach(made.awareness);
    return made;
  };

  const noteTyped = (transaction: Y.Transaction): void => {
    if (transaction.origin === MINE) return;
    for (const type of transaction.changed.keys()) {
      const id = nodeOfNote(type);
      if (id) typedIn.add(id);
    }
  };

  let copy = open();
  const first = copy;
  const shown = (): void => {
    if (closed || copy !== first || plan.get()) return;
    plan.attach(first.doc);
  };
  void first.synced.then(shown);
  void first.local.loaded.then((count) => {
    if (count > 0) shown();
  });

  /** Throws this copy away, takes a new one under a new client number, and asks again for what was not confirmed. */
  const rebuild = async (): Promise<void> => {
    rebuilds++;
    rebuilding = true;
    const wanted = unsent(intents);
    const texts = new Map([...typedIn].map((id) => [id, noteWords(copy.doc, id)]));
    const old = copy;
    plan.detach();
    presence.detach();
    old.undo.destroy();
    await old.local.drop();
    old.close();
    if (closed) return;
    facts = { ...START, link: 'closed', pending: wanted.length > 0 };
    publish();
    copy = open();
    const fresh = copy;
    await fresh.synced;
    if (closed || copy !== fresh) return;
    rebuilding = false;
    plan.attach(fresh.doc);
    undoable.set({ undo: false, redo: false });
    serial.set(serial.get() + 1);
    remember([]);
    for (const intent of wanted) write(stillMeant(plan.get()!, intent.changes), intent.command);
    for (const [node, text] of texts)
      if (text && noteWords(fresh.doc, node) !== text) tell({ kind: 'note-lost', node, text });
    typedIn = new Set();
    publish();
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
    const sentBefore = facts.sent;
    mine(() => commit(copy.doc, changes, MINE));
    log(changes, command, sentBefore);
  };

  const log = (changes: readonly Change[], command: string, sentBefore: number): void => {
    const frames = facts.sent > sentBefore && { first: sentBefore + 1, last: facts.sent };
    remember(logged(intents, { command, changes, ...(frames && { frames }) }));
  };

  /** Undo writes through its own manager; what it changed is remembered like a command's. */
  const step = (name: 'undo' | 'redo'): boolean => {
    const before = plan.get();
    const sentBefore = facts.sent;
    if (rebuilding || !before || !mine(() => copy.undo[name]())) return false;
    log(changesBetween(before, plan.get()!), `view.${name}`, sentBefore);
    return true;
  };

  const guard = (event: BeforeUnloadEvent): void => {
    if (isAtRisk(facts)) event.preventDefault();
  };
  addEventListener('beforeunload', guard);

  return {
    planId,
    plan,
    status,
    undoable,
    presence,
    copy: serial,
    get awareness() {
      return copy.awareness;
    },
    commit(changes, command) {
      if (!rebuilding) write(changes, command);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    isWriting: () => writing,
    holdDraft() {
      happened({ on: 'drafts', change: 1 });
      let held = true;
      return () => {
        if (held) happened({ on: 'drafts', change: -1 });
        held = false;
      };
    },
    note: (id) => noteOf(copy.doc, id),
    notes: () => readNotes(copy.doc),
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

function describe(facts: Facts, rebuilding: boolean): Status {
  return {
    word: saveWord(facts),
    link: facts.link,
    local: facts.local,
    rebuilding,
    ...(facts.stop && { stop: facts.stop }),
  };
}

function ownServer(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
}

function noteWords(doc: Y.Doc, id: Id): string {
  const note = noteOf(doc, id);
  return note ? noteText(noteJson(note)) : '';
}

/** The node whose note this changed type is, or is inside of. */
function nodeOfNote(type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): Id | undefined {
  for (let at = type._item; at; at = (at.parent as Y.AbstractType<unknown>)._item) {
    if (at.parentSub !== 'note') continue;
    return (at.parent as Y.AbstractType<unknown>)._item?.parentSub ?? undefined;
  }
  return undefined;
}

const intentsKey = (planId: Id): string => `guatu:intents:${planId}`;
const pendingKey = (planId: Id): string => `guatu:pending:${planId}`;

/** A page closed while edits waited must not say 已保存 when it opens again. */
function flag(planId: Id, pending: boolean): void {
  storage(() =>
    pending ? localStorage.setItem(pendingKey(planId), '1') : localStorage.removeItem(pendingKey(planId)),
  );
}

function keep(planId: Id, intents: readonly Intent[]): void {
  const key = intentsKey(planId);
  storage(() => (intents.length > 0 ? localStorage.setItem(key, writeIntents(intents)) : localStorage.removeItem(key)));
}

/** Storage may be forbidden or full; then it remembers nothing, which is no fault. */
function storage<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** A newer server wants a newer page; twice within a minute would be a loop, so then the person is told instead. */
function reloadOnce(): void {
  const last = Number(storage(() => sessionStorage.getItem('guatu:reloaded')) ?? 0);
  if (Date.now() - last < 60_000) return;
  storage(() => sessionStorage.setItem('guatu:reloaded', String(Date.now())));
  location.reload();
}
