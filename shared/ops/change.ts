// The primitive writes an op may ask for, and what they do to a Plan value. Knows nothing of how a plan is stored.
import type { Form, Id, Kind, LinkType, Office, Place, Span, Status } from '../model/plan.ts';

/** The fields of a node that are plain values, replaced whole; `undefined` unsets. */
export interface Fields {
  readonly kind: Kind;
  readonly place: Place;
  readonly span?: Span | undefined;
  readonly progress?: number | undefined;
  readonly status?: Status | undefined;
  readonly deliverable?: string | undefined;
  readonly form?: Form | undefined;
}

export type Role = 'lead' | 'assist';

export type Change =
  /** A new node with its title, marks and (empty or seeded) note. */
  | {
      readonly do: 'create';
      readonly id: Id;
      readonly fields: Fields;
      readonly title: string;
      readonly lead?: ReadonlyMap<Id, string>;
      readonly assist?: ReadonlyMap<Id, string>;
      readonly note?: string;
    }
  | {
      [K in keyof Fields]-?: { readonly do: 'put'; readonly id: Id; readonly key: K; readonly value: Fields[K] };
    }[keyof Fields]
  /** The full new title; the store computes the smallest splice. */
  | { readonly do: 'retitle'; readonly id: Id; readonly title: string }
  | { readonly do: 'mark'; readonly id: Id; readonly role: Role; readonly office: Id; readonly order: string }
  | { readonly do: 'unmark'; readonly id: Id; readonly role: Role; readonly office: Id }
  | { readonly do: 'link'; readonly from: Id; readonly to: Id; readonly type: LinkType; readonly lag: number }
  | { readonly do: 'unlink'; readonly from: Id; readonly to: Id }
  /** Creates the office if it is new, else replaces the given fields. */
  | { readonly do: 'office'; readonly id: Id; readonly put: Partial<Omit<Office, 'id'>> }
  | { readonly do: 'entitle'; readonly title: string }
  | { readonly do: 'preamble'; readonly text: string };

/** "No, because …" as a value. `code` names the sentence `refuse.<code>` in client/i18n. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** What fills the sentence's places: titles, days, names. */
  readonly with?: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | 'no-such-node'
  | 'no-such-office'
  | 'into-itself'
  | 'wrong-level'
  | 'nothing-to-do'
  | 'no-span'
  | 'bad-day'
  | 'ends-before-start'
  | 'link-cycle'
  | 'link-to-itself'
  | 'empty-title'
  | 'too-long'
  | 'has-children'
  | 'read-only'
  | 'not-a-milestone-parent';

export type Outcome = readonly Change[] | Refusal;

export function refuse(code: RefusalCode, fill?: Readonly<Record<string, string | number>>): Refusal {
  return fill ? { refused: code, with: fill } : { refused: code };
}

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'refused' in outcome;
}
