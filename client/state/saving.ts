// What may truthfully be said about my edits: a pure machine from what happened to one of four words. Knows nothing of sockets.
import type { CloseName } from '../../shared/protocol/close.ts';

/** 已保存 · 保存中 · 离线·已存本机 · 未保存 */
export type SaveWord = 'saved' | 'saving' | 'offline' | 'unsaved';

export interface Facts {
  /** `connecting` only until the first answer; later attempts are silent. */
  readonly link: 'connecting' | 'open' | 'closed' | 'stopped';
  /** A sync step 2 has gone out on this socket, so everything I hold is among its frames. */
  readonly stepped: boolean;
  /** Sync frames sent on this socket, and how many of them the server has on disk. */
  readonly sent: number;
  readonly acked: number;
  /** Edits of mine are not known to be on the server's disk. */
  readonly pending: boolean;
  /** Fields in which I have typed something that is not yet in the plan. */
  readonly drafts: number;
  /** This machine's own copy: `writing` while the last edit is on its way to its disk. */
  readonly local: 'none' | 'writing' | 'kept' | 'failed';
  /** The server says it cannot write just now. */
  readonly trouble: boolean;
  readonly stop?: CloseName;
}

export const START: Facts = {
  link: 'connecting',
  stepped: false,
  sent: 0,
  acked: 0,
  pending: false,
  drafts: 0,
  local: 'none',
  trouble: false,
};

export type Event =
  | { readonly on: 'opened' | 'closed' }
  | { readonly on: 'stopped'; readonly why: CloseName }
  | { readonly on: 'edited' }
  | { readonly on: 'sent'; readonly frame: 'step' | 'update' }
  | { readonly on: 'acked'; readonly count: number }
  | { readonly on: 'refused'; readonly frame: number; readonly why?: string }
  | { readonly on: 'drafts'; readonly change: 1 | -1 }
  | { readonly on: 'local'; readonly state: Facts['local'] };

export function next(facts: Facts, event: Event): Facts {
  switch (event.on) {
    case 'opened':
      return { ...unlinked(facts), link: 'open' };
    case 'closed':
      return facts.link === 'stopped' ? facts : { ...unlinked(facts), link: 'closed' };
    case 'stopped':
      return { ...unlinked(facts), link: 'stopped', stop: event.why };
    case 'edited':
      return { ...facts, pending: true };
    case 'sent':
      return { ...facts, sent: facts.sent + 1, stepped: facts.stepped || event.frame === 'step' };
    case 'acked':
      return settled({ ...facts, acked: Math.max(facts.acked, event.count), trouble: false });
    case 'refused':
      // Frame 0 is no frame: the store cannot write, and what was sent stays unacknowledged.
      return event.frame === 0 ? { ...facts, trouble: true } : facts;
    case 'drafts':
      return { ...facts, drafts: Math.max(0, facts.drafts + event.change) };
    case 'local':
      return { ...facts, local: event.state };
  }
}

/** All that I hold is on the server's disk. */
export function isAcknowledged(facts: Facts): boolean {
  return facts.link === 'open' && facts.stepped && facts.acked >= facts.sent;
}

export function saveWord(facts: Facts): SaveWord {
  const risky = facts.pending || facts.drafts > 0;
  if (facts.link === 'open') {
    if (facts.trouble && risky) return 'unsaved';
    return isAcknowledged(facts) && !risky ? 'saved' : 'saving';
  }
  if (!risky) return facts.link === 'connecting' ? 'saving' : 'offline';
  if (facts.link === 'stopped' || facts.local === 'failed' || facts.local === 'none') return 'unsaved';
  // What is being typed is not in the local copy yet.
  return facts.local === 'kept' && facts.drafts === 0 ? 'offline' : 'saving';
}

/** Closing the page now could lose something. */
export function isAtRisk(facts: Facts): boolean {
  return facts.pending || facts.drafts > 0;
}

function unlinked(facts: Facts): Facts {
  const { stop: _, ...rest } = facts;
  return { ...rest, stepped: false, sent: 0, acked: 0, trouble: false };
}

function settled(facts: Facts): Facts {
  return isAcknowledged(facts) ? { ...facts, pending: false } : facts;
}
