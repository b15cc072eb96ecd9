// The books of one open plan: what is known to be saved, and which of my intents the server has not confirmed yet.
// Hears events, keeps what must outlive the page, and says the status; it opens and closes nothing.
import type { Id } from '../../shared/model/plan.ts';
import type { Change } from '../../shared/ops/change.ts';
import type { CloseName } from '../../shared/protocol/close.ts';
import { confirmed, logged, refusedBy, stepped, unsent } from './intents.ts';
import type { Intent } from './intents.ts';
import { keepIntents, keepPending, keptIntents, wasPending } from './kept.ts';
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

export interface Ledger {
  readonly status: Readable<Status>;
  happened(event: Event): void;
  /** Does it, and remembers under which frames it went out. */
  record<T>(command: string, act: () => T, changes: (done: T) => readonly Change[]): T;
  /** The intents nobody has confirmed; from here on a new copy keeps the books. */
  startAnew(): readonly Intent[];
  finishAnew(): void;
  rebuilding(): boolean;
  /** Closing the page now could lose something. */
  atRisk(): boolean;
}

export interface Tells {
  /** The server refused what this command wrote; `tooMuch` when it was more than goes at once. */
  refused(command: string, tooMuch: boolean): void;
  /** Everything I hold is on the server's disk. */
  settled(allConfirmed: boolean): void;
}

/** What the server calls more than it takes in one frame. */
const TOO_MUCH: ReadonlySet<string> = new Set(['size', 'structs']);

export function createLedger(planId: Id, tells: Tells): Ledger {
  let intents = keptIntents(planId);
  let facts: Facts = { ...START, pending: wasPending(planId) };
  let rebuilding = false;
  const status = createStore(describe(facts, rebuilding));

  const publish = (): void => {
    const now = describe(facts, rebuilding);
    if (JSON.stringify(now) !== JSON.stringify(status.get())) status.set(now);
  };
  const remember = (now: readonly Intent[]): void => {
    const changed = now.length !== intents.length;
    intents = now;
    if (changed) keepIntents(planId, intents);
  };
  const convict = (frame: number, why = ''): void => {
    const guilty = frame > 0 ? refusedBy(intents, frame) : undefined;
    if (!guilty) return;
    remember(intents.filter((intent) => intent !== guilty));
    tells.refused(guilty.command, TOO_MUCH.has(why));
  };

  return {
    status,
    happened(event) {
      const before = facts;
      facts = next(facts, event);
      if (event.on === 'sent' && event.frame === 'step') remember(stepped(intents, facts.sent));
      if (event.on === 'acked') remember(confirmed(intents, facts.acked));
      if (event.on === 'acked' && isAcknowledged(facts)) tells.settled(intents.length === 0);
      if (event.on === 'refused') convict(event.frame, event.why);
      if (event.on === 'closed' || event.on === 'stopped') remember(unsent(intents));
      if (facts.pending !== before.pending) keepPending(planId, facts.pending);
      publish();
    },
    record(command, act, changes) {
      const sent = facts.sent;
      const done = act();
      const wrote = changes(done);
      const frames = facts.sent > sent && { first: sent + 1, last: facts.sent };
      if (wrote.length > 0) remember(logged(intents, { command, changes: wrote, ...(frames && { frames }) }));
      return done;
    },
    startAnew() {
      rebuilding = true;
      const wanted = unsent(intents);
      // What is typed in a field is still there, whatever becomes of the document.
      facts = { ...START, link: 'closed', pending: wanted.length > 0, drafts: facts.drafts };
      publish();
      return wanted;
    },
    finishAnew() {
      rebuilding = false;
      remember([]);
      publish();
    },
    rebuilding: () => rebuilding,
    atRisk: () => isAtRisk(facts),
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
