// Every HTTP route: its path, what a request must look like, what the answer holds. Knows nothing of how a request is served.
import * as v from 'valibot';
import type { Fate } from '../model/plan.ts';
import { isRole, type RoleName } from './roles.ts';

/** The largest body most routes accept, and the one that takes a whole plan. */
export const BODY_BYTES = 2 << 20;
export const PLAN_BYTES = 12 << 20;

export const API = {
  health: '/api/health',
  metrics: '/api/metrics',
  session: '/api/session',
  plans: '/api/plans',
  links: '/api/plans/:id/links',
  export: '/api/plans/:id/export/:format',
  next: '/api/plans/:id/next',
  lineage: '/api/plans/:id/lineage/:node',
  type: '/api/type/:weight',
  fonts: '/api/fonts',
  font: '/api/fonts/:name',
} as const;

/** The header of an exported file: what must be told about it, as percent-encoded JSON of `{code, zh, en}`. */
export const NOTICES = 'X-Guatu-Notices';

export const linksPath = (plan: string): string => `/api/plans/${plan}/links`;
export const exportPath = (plan: string, format: string): string => `/api/plans/${plan}/export/${format}`;

export const nextPath = (plan: string): string => `/api/plans/${plan}/next`;
export const lineagePath = (plan: string, node: string): string => `/api/plans/${plan}/lineage/${node}`;
/** The common characters of our own type, for pages that make a PDF without the server. The figure grows when the files change. */
export const typePath = (weight: TypeWeight): string => `/api/type/${weight}?v=1`;
export const TYPE_WEIGHTS = ['regular', 'bold'] as const;
export type TypeWeight = (typeof TYPE_WEIGHTS)[number];

export const fontPath = (name: string): string => `/api/fonts/${encodeURIComponent(name)}`;

/** The largest font an office may add. */
export const FONT_BYTES = 32 << 20;
export const MOST_FONTS = 12;

/** The page of one plan; `/` is home. */
export const planPath = (plan: string): string => `/plan/${plan}`;

/** Stands for every plan in a grant. */
export const ALL_PLANS = '*';

/** The token stands behind the #, so that no server, proxy or log ever sees it. */
export function inviteUrl(base: string, plan: string, token: string): string {
  return `${base.replace(/\/+$/, '')}${plan === ALL_PLANS ? '/' : planPath(plan)}#invite=${token}`;
}

/** The token in `location.hash`, if there is one. */
export function inviteIn(hash: string): string | undefined {
  return /^#invite=([\w-]+\.[\w-]+\.[\w-]+)$/.exec(hash)?.[1];
}

const role = v.custom<RoleName>(isRole);
const office = v.pipe(v.string(), v.trim(), v.maxLength(60));

/** POST /api/session */
export const SignIn = v.object({ token: v.pipe(v.string(), v.maxLength(4096)) });
/** POST /api/plans */
const title = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)));
/** A text to be read, or a plan file: what the check screen has made of a document. */
export const Found = v.union([v.object({ text: v.string(), title }), v.object({ file: v.string(), title })]);
/** POST /api/plans/:id/links */
export const Invite = v.object({ role, office: v.optional(office) });

/** POST /api/plans/:id/next: the plan of the year after; what becomes of each clause stands in the plan itself. */
export const Next = v.object({ title, unsure: v.optional(v.boolean()) });
/** What is chosen of a file, by name, as in the address; in a body where a screen makes it too long for one. */
export const Wishes = v.record(v.string(), v.string());

/** What a clause was in the plan of an earlier year; title and text are null where the asker may not read it. */
export interface LineageYear {
  readonly plan: string;
  readonly node: string;
  readonly year: number;
  readonly fate: Fate;
  readonly title: string | null;
  readonly text: string | null;
  readonly progress?: number;
}

/** What one link lets its holder do; `plan` may be `*`. */
export interface Grant {
  readonly plan: string;
  readonly role: RoleName;
  /** The office's name as the invitation has it; empty for the chair. */
  readonly office: string;
}

export interface PlanCard {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  /** A demonstration plan, marked 示例. */
  readonly sample: boolean;
  readonly role: RoleName;
  readonly office: string;
  /** Milliseconds since 1970 of the last edit kept. */
  readonly updated: number;
}

/** A font that an office has added, or that comes with us. */
export interface FontCard {
  /** Of its file; empty for ours. */
  readonly name: string;
  readonly family: string;
  /** 400 regular, 700 bold. */
  readonly weight: number;
  readonly bytes: number;
  /** How many characters it has. */
  readonly characters: number;
  /** What its maker permits, in the maker's words. */
  readonly licence: string;
}

/** What each route answers when it does not refuse. */
export interface Answers {
  readonly health: { readonly ready: true };
  readonly signIn: Grant;
  readonly session: { readonly grants: readonly Grant[]; readonly mayFound: boolean };
  readonly signOut: { readonly done: true };
  readonly plans: readonly PlanCard[];
  readonly found: { readonly id: string };
  readonly invite: { readonly url: string };
  readonly lineage: readonly LineageYear[];
  readonly fonts: { readonly fonts: readonly FontCard[]; readonly mayAdd: boolean };
  readonly addFont: FontCard;
  readonly dropFont: { readonly done: true };
}

export type RefusalCode =
  | 'sign-in'
  | 'bad-token'
  | 'forbidden'
  | 'wrong-origin'
  | 'no-such-plan'
  | 'no-such-office'
  | 'no-such-format'
  | 'bad-font'
  | 'no-such-font'
  | 'no-such-route'
  | 'bad-request'
  | 'not-a-plan'
  | 'too-large'
  | 'too-often'
  | 'too-costly'
  | 'stopped'
  | 'not-ready'
  | 'fault';

/** The body of every answer that is not 2xx. */
export interface Refused {
  readonly refused: RefusalCode;
  readonly message: { readonly zh: string; readonly en: string };
}
