// Signed links: issue and verify. Knows a key and a clock, no store; what a browser holds afterwards is sessions.ts.
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { Grant } from '../shared/protocol/api.ts';
import { isRole } from '../shared/protocol/roles.ts';

export interface Link extends Grant {
  readonly jti: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Access {
  issue(grant: Grant, days?: number): Promise<string>;
  /** Never throws for what a token may hold. */
  verify(token: string): Promise<Link | undefined>;
}

const LINK_DAYS = 180;
const DAY = 86_400_000;
const ISSUER = 'guatu';

export function makeAccess(key: Uint8Array, now: () => number = Date.now): Access {
  return {
    issue({ plan, role, office }, days = LINK_DAYS) {
      return new SignJWT({ plan, role, ...(office && { office }) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setJti(randomBytes(9).toString('base64url'))
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(Math.floor((now() + days * DAY) / 1000))
        .sign(key);
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          requiredClaims: ['jti', 'exp'],
          currentDate: new Date(now()),
        });
        const { plan, role, office = '', jti, exp } = payload;
        if (typeof plan !== 'string' || !isRole(role) || typeof office !== 'string' || !jti || !exp) return undefined;
        return { plan, role, office, jti, expires: exp * 1000 };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
        throw error;
      }
    },
  };
}

/** The key in the data directory, made at first need. Readable by this account only; whoever has it can make any link. */
export function readKey(dir: string): Uint8Array {
  const file = join(dir, 'key');
  try {
    return parseKey(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // Written aside and linked into place, so that a kill leaves a whole key or none, and of two processes one wins.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const fd = openSync(draft, 'wx', 0o600);
  writeSync(fd, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(fd);
  closeSync(fd);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return parseKey(file, readFileSync(file, 'utf8'));
}

function parseKey(file: string, text: string): Uint8Array {
  if (!/^[0-9a-f]{64}\n?$/.test(text))
    throw new Error(
      `密钥文件 ${file} 已损坏，请从备份恢复。\nThe key file ${file} is damaged; restore it from a backup.`,
    );
  return new Uint8Array(Buffer.from(text.trim(), 'hex'));
}
