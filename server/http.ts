// The routes of protocol/api.ts → handlers. Knows who asks and what may be answered; how a plan is kept or drawn is elsewhere.
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import {
  FONT_BYTES,
  ALL_PLANS,
  API,
  BODY_BYTES,
  Found,
  Invite,
  NOTICES,
  PLAN_BYTES,
  Next,
  SignIn,
  Wishes,
  TYPE_WEIGHTS,
  inviteUrl,
} from '../shared/protocol/api.ts';
import type { Answers, Grant, LineageYear, PlanCard, RefusalCode } from '../shared/protocol/api.ts';
import { may } from '../shared/protocol/roles.ts';
import type { Act } from '../shared/protocol/roles.ts';
import type { Access } from './access.ts';
import { WISHES } from './exporting.ts';
import type { Exported, Wish } from './exporting.ts';
import { commonType } from './fonts.ts';
import { makeBudget } from './limits.ts';
import type { Budget } from './limits.ts';
import type { NextWish } from './next.ts';
import type { NewPlan, Store } from './store.ts';
import type { Log } from './log.ts';
import { sameOrigin } from './origin.ts';
import { refusal } from './refusals.ts';
import { TOO_MUCH } from './founding-apart.ts';
import type { Founding } from './founding-apart.ts';
import type { Refusal, Said } from './refusals.ts';
import { clearCookie, grantFor, setCookie } from './sessions.ts';
import type { Sessions, Visitor } from './sessions.ts';
import type { Shelf } from './shelf.ts';

export interface HttpParts {
  readonly store: Store;
  readonly access: Access;
  readonly sessions: Sessions;
  readonly log: Log;
  /** Where browsers reach us; decides whether cookies are Secure. */
  readonly baseUrl: () => string;
  readonly publicUrl?: string | undefined;
  /** Names of the offices in a plan's register, aliases included. */
  readonly offices: (plan: string) => readonly string[];
  readonly found: Founding;
  readonly exportPlan: (plan: string, wish: Wish, signal: AbortSignal) => Promise<Exported | Refusal>;
  /** The plan of the year after. */
  readonly nextPlan: (plan: string, wish: NextWish) => NewPlan | Refusal;
  /** What a node was in earlier years; `mayRead` says of which plans. */
  readonly lineage: (plan: string, node: string, mayRead: (plan: string) => boolean) => readonly LineageYear[];
  readonly shelf: Shelf;
  readonly now: () => number;
  readonly metrics: () => string;
  /** Whoever lost their session must lose their sockets too. */
  readonly onSessionClosed: () => void;
}

const COSTLY_PER_SECOND = 1;
const COSTLY_AT_ONCE = 20;

interface Env {
  Variables: { visitor: Visitor | undefined };
}

export function makeApp(parts: HttpParts): Hono<Env> {
  const { store, access, sessions, log } = parts;
  const secure = parts.publicUrl?.startsWith('https:') ?? false;
  const app = new Hono<Env>();

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    if (c.req.method !== 'GET' && !ownPage(c, parts.publicUrl)) return no(c, 'wrong-origin');
    c.set('visitor', await sessions.visitor(c.req.header('cookie'), c.req.header('authorization')));
    await next();
  });
  const [usual, whole, font] = [BODY_BYTES, PLAN_BYTES, FONT_BYTES].map((maxSize) =>
    bodyLimit({ maxSize, onError: (c) => no(c, 'too-large', c.req.path === API.plans ? TOO_MUCH : undefined) }),
  ) as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler];
  app.use('/api/*', (c, next) => (c.req.method === 'PUT' ? font : c.req.path === API.plans ? whole : usual)(c, next));

  app.get(API.health, (c) => {
    try {
      store.probe();
      return c.json({ ready: true } satisfies Answers['health']);
    } catch (error) {
      log.warn('not ready', { error: String(error) });
      return no(c, 'not-ready');
    }
  });

  app.get(API.metrics, (c) => c.text(parts.metrics()));

  app.post(API.session, async (c) => {
    const body = await read(c, SignIn);
    if (!body) return no(c, 'bad-request');
    const opened = await sessions.open(body.token, c.req.header('cookie'));
    if (!opened) return no(c, 'bad-token');
    c.header('Set-Cookie', setCookie(opened.cookie, secure));
    return c.json(opened.grant satisfies Answers['signIn']);
  });

  app.get(API.session, (c) => {
    const visitor = c.get('visitor');
    const answer: Answers['session'] = { grants: visitor?.grants ?? [], mayFound: mayAnywhere(visitor, 'found') };
    return c.json(answer);
  });

  app.delete(API.session, (c) => {
    const visitor = c.get('visitor');
    if (visitor) sessions.close(visitor);
    c.header('Set-Cookie', clearCookie(secure));
    parts.onSessionClosed();
    return c.json({ done: true } satisfies Answers['signOut']);
  });

  app.get(API.plans, (c) => {
    const visitor = c.get('visitor');
    if (!visitor) return no(c, 'sign-in');
    const cards = store.plans().flatMap((row): PlanCard[] => {
      const grant = grantFor(visitor, row.id);
      const { id, title, year, sample, updated } = row;
      return grant ? [{ id, title, year, sample, role: grant.role, office: grant.office, updated }] : [];
    });
    return c.json(cards satisfies Answers['plans']);
  });

  app.post(API.plans, async (c) => {
    const visitor = c.get('visitor');
    if (!visitor) return no(c, 'sign-in');
    if (!mayAnywhere(visitor, 'found')) return no(c, 'forbidden');
    const body = await read(c, Found);
    if (!body) return no(c, 'bad-request');
    if (!costly(c)) return no(c, 'too-often');
    const plan = await parts.found(body);
    if ('refused' in plan) return no(c, plan.refused, plan.detail);
    store.create([plan]);
    sessions.add(visitor, { plan: plan.id, role: 'chair', office: '' });
    log.info('founded', { plan: plan.id, owner: visitor.owner });
    return c.json({ id: plan.id } satisfies Answers['found'], 201);
  });

  app.post(API.next, async (c) => {
    const id = c.req.param('id');
    const visitor = c.get('visitor');
    const refused = mayNot(c, id, 'host');
    if (refused) return no(c, refused);
    if (!visitor || !mayAnywhere(visitor, 'found')) return no(c, 'forbidden');
    const body = await read(c, Next);
    if (!body) return no(c, 'bad-request');
    if (!costly(c)) return no(c, 'too-often');
    const plan = parts.nextPlan(id, body);
    if ('refused' in plan) return no(c, plan.refused, plan.detail);
    store.create([plan]);
    sessions.add(visitor, { plan: plan.id, role: 'chair', office: '' });
    log.info('carried over', { from: id, plan: plan.id, owner: visitor.owner });
    return c.json({ id: plan.id } satisfies Answers['found'], 201);
  });

  app.get(API.lineage, (c) => {
    const id = c.req.param('id');
    const refused = mayNot(c, id, 'read');
    if (refused) return no(c, refused);
    const visitor = c.get('visitor');
    const mayRead = (plan: string): boolean =>
      visitor !== undefined && grantFor(visitor, plan) !== undefined && store.plan(plan) !== undefined;
    return c.json(parts.lineage(id, c.req.param('node'), mayRead) satisfies Answers['lineage']);
  });

  app.post(API.links, async (c) => {
    const id = c.req.param('id');
    const refused = mayNot(c, id, 'host');
    if (refused) return no(c, refused);
    const body = await read(c, Invite);
    if (!body) return no(c, 'bad-request');
    const { role, office = '' } = body;
    const known = parts.offices(id);
    if (office && !known.includes(office))
      return no(c, 'no-such-office', { zh: `可选：${known.join('、')}。`, en: `Choose one of: ${known.join(', ')}.` });
    const token = await access.issue({ plan: id, role, office });
    log.info('invited', { plan: id, role, office });
    return c.json({ url: inviteUrl(parts.baseUrl(), id, token) } satisfies Answers['invite'], 201);
  });

  app.get(API.export, (c) => exported(c, (name) => c.req.query(name)));
  app.post(API.export, async (c) => {
    const body = await read(c, Wishes);
    return body ? exported(c, (name) => (Object.hasOwn(body, name) ? body[name] : undefined)) : no(c, 'bad-request');
  });

  async function exported(c: Context<Env>, said: (name: string) => string | undefined): Promise<Response> {
    const { id, format } = c.req.param() as { id: string; format: string };
    const refused = mayNot(c, id, 'export');
    if (refused) return no(c, refused);
    if (!costly(c)) return no(c, 'too-often');
    const wishes = Object.fromEntries(WISHES.map((name) => [name, said(name)]));
    const made = await parts.exportPlan(id, { ...wishes, format }, c.req.raw.signal);
    if ('refused' in made) return no(c, made.refused, made.detail);
    const { notices } = made;
    log.info('exported', {
      plan: id,
      format,
      owner: c.get('visitor')?.owner ?? '',
      notices: notices.map(({ en }) => en).join(' '),
    });
    if (notices.length > 0) c.header(NOTICES, encodeURIComponent(JSON.stringify(notices)));
    c.header('Content-Type', made.mime);
    // A file from a plan must never run as a page of ours, whatever it holds.
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`);
    return c.body(made.bytes);
  }

  app.get(API.type, async (c) => {
    if (!c.get('visitor')) return no(c, 'sign-in');
    const weight = TYPE_WEIGHTS.find((each) => each === c.req.param('weight'));
    if (!weight) return no(c, 'no-such-font');
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    c.header('Content-Type', 'font/ttf');
    return c.body(new Uint8Array(await commonType(weight)));
  });

  app.get(API.fonts, async (c) => {
    const visitor = c.get('visitor');
    if (!visitor) return no(c, 'sign-in');
    const fonts = await parts.shelf.list();
    return c.json({ fonts, mayAdd: mayAnywhere(visitor, 'found') } satisfies Answers['fonts']);
  });

  // Fonts serve every plan of this server: whoever may found a plan may add one.
  app.put(API.font, async (c) => {
    if (!mayAnywhere(c.get('visitor'), 'found')) return no(c, c.get('visitor') ? 'forbidden' : 'sign-in');
    if (!costly(c)) return no(c, 'too-often');
    const added = await parts.shelf.add(c.req.param('name'), new Uint8Array(await c.req.arrayBuffer()));
    if ('refused' in added) return no(c, added.refused, added.detail);
    log.info('font added', { name: added.name, family: added.family, owner: c.get('visitor')?.owner ?? '' });
    return c.json(added satisfies Answers['addFont'], 201);
  });

  app.delete(API.font, async (c) => {
    if (!mayAnywhere(c.get('visitor'), 'found')) return no(c, c.get('visitor') ? 'forbidden' : 'sign-in');
    const refused = await parts.shelf.drop(c.req.param('name'));
    if (refused) return no(c, refused.refused);
    log.info('font dropped', { name: c.req.param('name'), owner: c.get('visitor')?.owner ?? '' });
    return c.json({ done: true } satisfies Answers['dropFont']);
  });

  app.all('/api/*', (c) => no(c, 'no-such-route'));

  app.onError((error, c) => {
    log.fault('request', error, { method: c.req.method, path: c.req.path });
    return no(c, 'fault');
  });

  /** Founding and exporting take the server's whole attention for a moment: a few at once, then one now and then. */
  const budgets = new Map<string, Budget>();
  function costly(c: Context<Env>): boolean {
    const owner = c.get('visitor')?.owner ?? '';
    if (budgets.size > 1_000) budgets.clear();
    const budget = budgets.get(owner) ?? makeBudget(COSTLY_PER_SECOND, COSTLY_AT_ONCE, parts.now);
    budgets.set(owner, budget);
    return budget.take(1);
  }

  function mayNot(c: Context<Env>, plan: string, act: Act): RefusalCode | undefined {
    const visitor = c.get('visitor');
    if (!visitor) return 'sign-in';
    const grant = grantFor(visitor, plan);
    if (!grant || !may(grant.role, act)) return 'forbidden';
    return store.plan(plan) ? undefined : 'no-such-plan';
  }

  return app;
}

function no(c: Context, code: RefusalCode, detail?: Said): Response {
  const [body, status] = refusal(code, detail);
  return c.json(body, status);
}

/** A form or image on a foreign page can send a cookie along, but neither JSON nor our own origin. */
function ownPage(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (!sameOrigin({ origin: c.req.header('origin'), host: c.req.header('host') }, publicUrl)) return false;
  // Bytes of that kind no form can send, and another page's script only after asking.
  if (c.req.method === 'PUT' && c.req.header('content-type') === 'application/octet-stream') return true;
  return c.req.method === 'DELETE' || /^application\/json\b/i.test(c.req.header('content-type') ?? '');
}

async function read<T>(c: Context, schema: v.GenericSchema<unknown, T>): Promise<T | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const result = v.safeParse(schema, body);
  return result.success ? result.output : undefined;
}

/** Founding needs no plan to be right about: a chair of any plan may, a script only with a link for all. */
function mayAnywhere(visitor: Visitor | undefined, act: Act): boolean {
  return (visitor?.grants ?? []).some(
    (grant: Grant) => may(grant.role, act) && (visitor?.session !== undefined || grant.plan === ALL_PLANS),
  );
}
