// What a store must be able to do. Updates are opaque bytes here; how they make a plan is the room's affair.
// Every store keeps these promises, and tests/store.contract.ts checks them: what `append` resolved for is on disk; what comes
// back from `load` is exactly that, in order; anything damaged or missing is an error, never an empty plan.
import type { RoleName } from '../shared/protocol/roles.ts';

/** The store's own copy of what a list of plans shows. */
export interface About {
  readonly title: string;
  readonly year: number | null;
  readonly sample: boolean;
}

export interface PlanRow extends About {
  readonly id: string;
  readonly created: number;
  readonly updated: number;
}

/** A Yjs clientID belongs to whoever used it first, for ever. */
export interface Claim {
  readonly client: number;
  readonly owner: string;
}

export interface Entry {
  readonly updates: readonly Uint8Array[];
  readonly claims: readonly Claim[];
  readonly about?: About;
}

export interface Loaded {
  /** In order; the first may be a whole state, which is an update too. */
  readonly updates: readonly Uint8Array[];
  readonly owners: ReadonlyMap<number, string>;
  readonly bytes: number;
}

/** What a session may do with one plan, or with all (`*`). */
export interface GrantRow {
  readonly plan: string;
  readonly role: RoleName;
  readonly office: string;
  /** Which link gave it, so that revoking the link takes it away. */
  readonly jti: string;
}

export interface SessionRow {
  readonly expires: number;
  readonly grants: readonly GrantRow[];
}

export interface NewPlan extends About {
  readonly id: string;
  /** Record 0: the whole plan as one update. */
  readonly first: Uint8Array;
}

export interface Store {
  /** All of them or none, in one transaction. */
  create(plans: readonly NewPlan[]): void;
  /** Creates the plans unless this store has ever been seeded; all in one transaction, so a killed seeding starts again whole. */
  seed(make: () => readonly NewPlan[]): boolean;
  plans(): readonly PlanRow[];
  plan(id: string): PlanRow | undefined;

  /** Throws Damaged when any record is missing or altered. */
  load(plan: string): Loaded;
  /** Resolves when the entry will survive a power cut; rejects when it was not written at all. Entries of one plan keep their order. */
  append(plan: string, entry: Entry): Promise<void>;
  /** Replaces all records by one state that contains them. Nobody may be appending to this plan meanwhile. */
  compact(plan: string, state: Uint8Array): void;

  openSession(id: string, expires: number): void;
  session(id: string): SessionRow | undefined;
  grant(session: string, grant: GrantRow): void;
  closeSession(id: string): void;
  /** Kept until the link would have expired anyway. */
  revoke(jti: string, expires: number): void;
  revoked(jti: string): boolean;

  /** Really writes something; throws if that fails. */
  probe(): void;
  close(): void;
}

/** The store holds something other than what was written. Never serve it, never overwrite it. */
export class Damaged extends Error {
  constructor(plan: string, why: string) {
    super(`plan ${plan} is damaged in the store: ${why}`);
    this.name = 'Damaged';
  }
}
