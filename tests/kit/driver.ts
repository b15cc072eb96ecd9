// A person at a browser, in the words a person would use: enters, looks, selects, runs a command, drags, sees. Knows pages, not the code behind them.
import { test as base, expect } from '@playwright/test';
import type { Browser, BrowserContext, BrowserContextOptions, Download, Locator, Page } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import type { SaveWord } from '../../client/state/saving.ts';
import { isRefusedFile, planFromJson } from '../../shared/export/json.ts';
import type { Contents } from '../../shared/export/json.ts';
import type { Part } from '../../shared/layout/scene.ts';
import { numbering } from '../../shared/model/numbering.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { API, exportPath, planPath } from '../../shared/protocol/api.ts';
import type { PlanCard } from '../../shared/protocol/api.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { host } from './host.ts';
import type { Host } from './host.ts';

type CommandName = keyof typeof zh extends infer Key ? (Key extends `cmd.${infer Name}` ? Name : never) : never;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page threw or wrote to the console as an error or a warning. */
  readonly complaints: readonly string[];
  /** Opens a link as it was handed out. */
  enter(link: string): Promise<void>;
  /** Opens a plan this browser already may see. */
  open(plan: Id): Promise<void>;
  /** Turns to one of the four faces. */
  look(view: ViewName): Promise<void>;
  /** Runs a command by its name, through the palette. */
  run(command: CommandName): Promise<void>;
  /** Selects the node with this number and opens its inspector, through the palette. */
  inspect(label: string): Promise<void>;
  /** What stands for a node, or for one part of it, in the open face. */
  the(node: Id, part?: Part): Locator;
  inspector: Locator;
  tray: Locator;
  note: Locator;
  /** Holds at one place, moves, lets go at another; a place that may give way while something is held is looked for then. */
  drag(from: Point, to: Point | (() => Promise<Point>)): Promise<void>;
  /** The word in the top bar. */
  says(word: SaveWord): Promise<void>;
  /** The plan as the server hands it to this person. */
  plan(id: Id): Promise<Plan>;
  /** Chooses a format in the export menu. */
  takes(format: string | RegExp): Promise<Download>;
}

interface Fixtures {
  /** A server of this test's own, with an empty data directory. */
  readonly server: Host;
  /** A browser of their own for a new person, not yet anywhere. */
  readonly someone: (options?: BrowserContextOptions) => Promise<Person>;
}

/** Every story ends by asking whether any page complained. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the parameter's shape
  server: async ({}, lend) => {
    const server = await host();
    await lend(server);
    await server.close();
  },
  someone: async ({ browser }, lend) => {
    const people: Person[] = [];
    await lend(async (options) => {
      const one = await personIn(browser, options);
      people.push(one);
      return one;
    });
    const complaints = people.flatMap((one) => one.complaints);
    for (const { context } of people) await context.close();
    expect(complaints, 'what the pages complained of').toEqual([]);
  },
});

async function personIn(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  // Whoever is asked for a name has said "later".
  await context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    localStorage.setItem('guatu:settings', localStorage.getItem('guatu:settings') ?? JSON.stringify({ asked: true }));
  });
  return personAt(context, await context.newPage());
}

export function personAt(context: BrowserContext, page: Page): Person {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // What was under way when the person went elsewhere is not missed; and a server that was stopped, or a line that was cut, refuses whatever the page fetches ahead.
    if (
      request.resourceType() === 'script' &&
      !/ERR_ABORTED|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/.test(why)
    )
      complaints.push(`${request.url()}: ${why}`);
  });
  page.on('console', (message) => {
    const text = message.text();
    // What the browser itself says when the server is away or says no is not the page's complaint.
    if (/net::ERR_|WebSocket connection to|Failed to load resource/.test(text)) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(text);
  });
  const the = (node: Id, part?: Part): Locator =>
    page.locator(`#view [data-node="${node}"]${part ? `[data-part="${part}"]` : ''}`).first();
  const palette = async (text: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: zh['cmd.view.palette'] }).locator('input').fill(text);
  };
  return {
    page,
    context,
    complaints,
    the,
    inspector: page.getByRole('complementary', { name: zh['inspector'] }),
    tray: page.getByRole('region', { name: zh['tray'] }),
    note: page.getByRole('textbox', { name: zh['note'], exact: true }),
    async enter(link) {
      await page.goto(link);
      await expect(page).not.toHaveURL(/#invite/);
      await expect(page.locator('a.card, .topbar').first()).toBeVisible();
    },
    async open(plan) {
      await page.goto(new URL(planPath(plan), page.url()).href);
      await expect(page.getByRole('main')).toBeVisible();
    },
    async look(view) {
      await page
        .getByRole('navigation', { name: zh['views'] })
        .getByRole('button', { name: zh[`view.${view}`] })
        .click();
      await expect(page.getByRole('main', { name: zh[`view.${view}`] })).toBeVisible();
    },
    async run(command) {
      await palette(zh[`cmd.${command}`]);
      await page
        .getByRole('option', { name: zh[`cmd.${command}`] })
        .first()
        .click();
    },
    async inspect(label) {
      await palette(label);
      const number = page.locator('.number').getByText(label, { exact: true });
      await page.getByRole('option').filter({ has: number }).click();
      await expect(page.getByRole('complementary', { name: zh['inspector'] })).toBeVisible();
    },
    async drag(from, to) {
      const stage = page.locator('.stage');
      const goal = typeof to === 'function' ? to : () => Promise.resolve(to);
      const first = await goal();
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + first.x) / 2, (from.y + first.y) / 2, { steps: 4 });
      await expect(stage).toHaveAttribute('data-dragging', 'true');
      for (let look = 0; look < 2; look++) {
        const { x, y } = await goal();
        await page.mouse.move(x, y, { steps: 4 });
      }
      await page.mouse.up();
      await expect(stage).not.toHaveAttribute('data-dragging', 'true');
    },
    async says(word) {
      const state = page.locator('.save-state');
      await expect(state).toHaveAttribute('data-word', word, { timeout: 30_000 });
      await expect(state).toHaveText(zh[`save.${word}`]);
    },
    async plan(id) {
      return (await exported(page, id)).plan;
    },
    async takes(format) {
      await page.getByRole('button', { name: zh['cmd.file.export'] }).click();
      const coming = page.waitForEvent('download', { timeout: 60_000 });
      await page.getByRole('menuitem', { name: format }).click();
      return coming;
    },
  };
}

/** The plans this person sees at home. */
export async function plansOf({ page }: Pick<Person, 'page'>): Promise<readonly PlanCard[]> {
  const answer = await page.request.get(new URL(API.plans, page.url()).href);
  return (await answer.json()) as readonly PlanCard[];
}

/** A new server's two plans: the text as it is, and the demonstration. */
export async function seeds(someone: Pick<Person, 'page'>): Promise<{ readonly real: Id; readonly sample: Id }> {
  const cards = await plansOf(someone);
  const id = (sample: boolean): Id => cards.find((card) => card.sample === sample)!.id;
  return { real: id(false), sample: id(true) };
}

async function exported(page: Page, id: Id): Promise<Contents> {
  const url = new URL(exportPath(id, 'json'), page.url()).href;
  const answer = await page.request.get(url);
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  const contents = planFromJson(await answer.text());
  if (isRefusedFile(contents)) throw new Error(`the exported file does not read back: ${JSON.stringify(contents)}`);
  return contents;
}

/** The node with this number, such as 9.1. */
export function labelled(plan: Plan, label: string): Id {
  for (const [id, number] of numbering(plan)) if (number.label === label) return id;
  throw new Error(`nothing is numbered ${label}`);
}

/** The middle of something that can be seen, brought into view first. */
export async function middle(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where something is once it has come to rest: brought into view, nothing over it, and in the same place for ten frames. */
export async function boxOf(locator: Locator): Promise<Box> {
  await locator.scrollIntoViewIfNeeded();
  return locator.evaluate(
    (element) =>
      new Promise<Box>((done, fail) => {
        const since = performance.now();
        let last = '';
        let still = 0;
        const node = (of: Element | null): unknown => of?.closest('[data-node]')?.getAttribute('data-node');
        const look = (): void => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          const now = `${x} ${y} ${width} ${height}`;
          still = now === last && node(top) === node(element) ? still + 1 : 0;
          last = now;
          if (still === 10) done({ x, y, width, height });
          else if (performance.now() - since > 15_000)
            fail(new Error(`at ${now} lies ${top?.outerHTML.slice(0, 200)}`));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
