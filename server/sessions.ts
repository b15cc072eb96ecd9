// Who is asking: a browser by its cookie, a script by its token. A session gathers the grants of every link opened in one browser.
// The cookie's value is never kept: the store holds its hash.
import { createHash, randomBytes } from 'node:crypto';
import { ALL_PLANS } from '../shared/protocol/api.ts';
import type { Grant } from '../shared/protocol/api.ts';
import type { RoleName } from '../shared/protocol/roles.ts';
import type { Access } from './access.ts';
import type { GrantRow, Store } from './store.ts';

const COOKIE = 'guatu';
const SESSION_DAYS = 180;

export interface Visitor {
  /** Stable for one browser or one script; owns the Yjs clientIDs it uses. Not a secret. */
  readonly owner: string;
  readonly session?: string;
  readonly expires: number;
  readonly grants: readonly Grant[];
}

export interface Sessions {
  /** Nobody, if the cookie or token is missing, wrong, expired or revoked. */
  visitor(cookie: string | undefined, authorization: string | undefined): Promise<Visitor | undefined>;
  /** Turns a link into a cookie, or adds what it grants to the one already held. */
  open(
    token: string,
    cookie: string | undefined,
  ): Promise<{ readonly cookie: string; readonly grant: Grant } | undefined>;
  /** Gives a browser one more grant without a link: who founds a plan is its chair. */
  add(visitor: Visitor, grant: Grant): void;
  close(visitor: Visitor): void;
}

export function makeSessions(store: Store, access: Access, now: () => number = Date.now): Sessions {
  const held = (secret: string): { id: string; visitor: Visitor } | undefined => {
    const id = createHash('sha256').update(secret).digest('base64url');
    const row = store.session(id);
    if (!row) return undefined;
    const grants = row.grants.filter(({ jti }) => !store.revoked(jti)).map(plain);
    return { id, visitor: { owner: `s:${id.slice(0, 22)}`, session: id, expires: row.expires, grants } };
  };

  return {
    async visitor(cookie, authorization) {
      const token = /^Bearer +([\w.-]{1,4096})$/i.exec(authorization ?? '')?.[1];
      if (authorization !== undefined) {
        const link = token && (await access.verify(token));
        if (!link || store.revoked(link.jti)) return undefined;
        return { owner: `t:${link.jti}`, expires: link.expires, grants: [plain(link)] };
      }
      const secret = readCookie(cookie);
      return secret === undefined ? undefined : held(secret)?.visitor;
    },
    async open(token, cookie) {
      const link = await access.verify(token);
      if (!link || store.revoked(link.jti)) return undefined;
      const old = readCookie(cookie);
      const session = old === undefined ? undefined : held(old);
      const secret = session && old ? old : randomBytes(32).toString('base64url');
      const id = session?.id ?? createHash('sha256').update(secret).digest('base64url');
      if (!session) store.openSession(id, now() + SESSION_DAYS * 86_400_000);
      // Opening a lesser link must not take a chair's own plan away.
      const had = session?.visitor.grants.find(({ plan }) => plan === link.plan);
      if (!had || RANK[link.role] >= RANK[had.role]) store.grant(id, row(link));
      return { cookie: secret, grant: plain(link) };
    },
    add(visitor, grant) {
      if (visitor.session) store.grant(visitor.session, { ...grant, jti: '' });
    },
    close(visitor) {
      if (visitor.session) store.closeSession(visitor.session);
    },
  };
}

const RANK: Readonly<Record<RoleName, number>> = { viewer: 0, editor: 1, chair: 2 };

/** What the visitor may do with this plan: a grant for the plan itself, or one for all, whichever is more. */
export function grantFor(visitor: Visitor, plan: string): Grant | undefined {
  return visitor.grants
    .filter((grant) => grant.plan === plan || grant.plan === ALL_PLANS)
    .sort((a, b) => RANK[b.role] - RANK[a.role] || (a.plan === plan ? -1 : 1))[0];
}

const plain = ({ plan, role, office }: Grant): Grant => ({ plan, role, office });
const row = ({ plan, role, office, jti }: GrantRow): GrantRow => ({ plan, role, office, jti });

function readCookie(header: string | undefined): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

export function setCookie(secret: string, secure: boolean): string {
  return `${COOKIE}=${secret}; Path=/; Max-Age=${SESSION_DAYS * 86_400}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function clearCookie(secure: boolean): string {
  return `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
