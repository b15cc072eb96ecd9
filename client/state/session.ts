// Who this browser is to the server: what its cookie grants, and the few HTTP acts of the page. The only place that calls fetch.
import { API, fontPath, inviteIn, lineagePath, linksPath, nextPath } from '../../shared/protocol/api.ts';
import type { Answers, Grant, RefusalCode, Refused } from '../../shared/protocol/api.ts';
import { ALL_PLANS } from '../../shared/protocol/api.ts';
import type { RoleName } from '../../shared/protocol/roles.ts';
import { safeStorage } from './view-store.ts';

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Refused | 'offline' };

export type Session = Answers['session'];

export const NOBODY: Session = { grants: [], mayFound: false };

/** A token in the fragment is exchanged for a cookie and taken out of the address bar, so that it is neither seen nor shared by accident. */
export async function enter(): Promise<Reply<Session>> {
  const token = inviteIn(location.hash);
  if (token !== undefined) {
    history.replaceState(null, '', location.pathname + location.search);
    const signed = await call<Answers['signIn']>(API.session, { token });
    if (!signed.ok) return signed;
  }
  return session();
}

/** Opening a second link in an open page only changes the fragment. */
export function onInvite(on: () => void): () => void {
  const check = (): void => {
    if (inviteIn(location.hash) !== undefined) on();
  };
  addEventListener('hashchange', check);
  return () => removeEventListener('hashchange', check);
}

export async function session(): Promise<Reply<Session>> {
  const reply = await call<Session>(API.session);
  if (reply.ok) safeStorage().write(KEPT, JSON.stringify(reply.value));
  return !reply.ok && reply.why !== 'offline' && reply.why.refused === 'sign-in' ? { ok: true, value: NOBODY } : reply;
}

export const listPlans = (): Promise<Reply<Answers['plans']>> => call(API.plans);
/** `file` is a plan file. */
export interface FoundingBody {
  readonly file: string;
  readonly title?: string;
}
/** `body` is a `FoundingBody` as JSON. */
export const foundPlan = (body: Blob): Promise<Reply<Answers['found']>> => call(API.plans, body);
export const makeNext = (plan: string, body: { title: string; unsure: boolean }): Promise<Reply<Answers['found']>> =>
  call(nextPath(plan), body);
export const lineage = (plan: string, node: string): Promise<Reply<Answers['lineage']>> =>
  call(lineagePath(plan, node));
export const invite = (plan: string, body: { role: RoleName; office?: string }): Promise<Reply<Answers['invite']>> =>
  call(linksPath(plan), body);

export const listFonts = (): Promise<Reply<Answers['fonts']>> => call(API.fonts);
export const addFont = (file: File): Promise<Reply<Answers['addFont']>> => call(fontPath(file.name), file);
export const dropFont = (name: string): Promise<Reply<Answers['dropFont']>> => call(fontPath(name), 'drop');

const RANK: Readonly<Record<RoleName, number>> = { viewer: 0, editor: 1, chair: 2 };

/** The most this session may do in a plan. */
export function grantFor({ grants }: Session, plan: string): Grant | undefined {
  return grants
    .filter((grant) => grant.plan === plan || grant.plan === ALL_PLANS)
    .reduce<Grant | undefined>(
      (best, grant) => (best && RANK[best.role] >= RANK[grant.role] ? best : grant),
      undefined,
    );
}

const KEPT = 'guatu:session';

/** What I could do in a plan when I was last told; without the server nobody can say better, and it will judge again. */
export function keptGrant(plan: string): Grant {
  const nothing: Grant = { plan, role: 'viewer', office: '' };
  try {
    const kept = JSON.parse(safeStorage().read(KEPT) ?? 'null') as Partial<Session> | null;
    if (!Array.isArray(kept?.grants)) return nothing;
    return { ...nothing, ...grantFor({ ...NOBODY, grants: kept.grants as Grant[] }, plan), plan };
  } catch {
    return nothing;
  }
}

/** A file is put there, an object posted, and so is what is JSON already; `drop` takes away. */
function requestOf(body: object | Blob | 'drop'): RequestInit {
  if (body === 'drop') return { method: 'DELETE' };
  if (body instanceof File) return { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body };
  const json = body instanceof Blob ? body : JSON.stringify(body);
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: json };
}

async function call<T>(path: string, body?: object | Blob | 'drop'): Promise<Reply<T>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...(body && requestOf(body)) });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, why: isRefused(answer) ? answer : fault(response.status) };
  } catch {
    return { ok: false, why: 'offline' };
  }
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && 'message' in answer;
}

function fault(status: number): Refused {
  const code: RefusalCode = 'fault';
  return {
    refused: code,
    message: { zh: `服务器出错了（${status}），请稍后再试。`, en: `The server failed (${status}). Please try again.` },
  };
}
