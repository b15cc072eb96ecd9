// A person at a browser, in the words a person would use: opens, sees, selects, runs a command, drags, types. Knows pages, not the code behind them.
import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { isRefusedFile, planFromJson, type Contents } from '../../shared/export/json.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { Part } from '../../shared/layout/scene.ts';
import { exportPath, type PlanCard } from '../../shared/protocol/api.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import type { SaveWord } from '../../client/state/saving.ts';

export type CommandName = keyof typeof zh extends infer K ? (K extends `cmd.${infer Name}` ? Name : never) : never;

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and the page complained of. */
  readonly complaints: readonly string[];
  /** Opens a link as it was handed out. */
  enter(link: string): Promise<void>;
  /** One of the four faces. */
  look(view: ViewName): Promise<void>;
  /** A command by its name, through the palette. */
  run(command: CommandName): Promise<void>;
  select(node: Id): Promise<void>;
  /** What stands for a node, or for one part of it, in the open face. */
  the(node: Id, part?: Part): Locator;
  sees(text: string | RegExp): Promise<void>;
  /** The word in the top bar. */
  says(word: SaveWord): Promise<void>;
  /** The plan as the server exports it to this person. */
  plan(id: Id): Promise<Plan>;
  close(): Promise<void>;
}

export async function person(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext(options);
  return personAt(context, await context.newPage());
}

export function personAt(context: BrowserContext, page: Page): Person {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A server that is being killed is noticed by the network stack first.
    if (/ERR_CONNECTION|ERR_INTERNET_DISCONNECTED|WebSocket connection to/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const the = (node: Id, part?: Part): Locator =>
    page.locator(`#view [data-node="${node}"]${part ? `[data-part="${part}"]` : ''}`).first();
  return {
    page,
    context,
    complaints,
    the,
    async enter(link) {
      await page.goto(link);
      await expect(page).not.toHaveURL(/#invite/);
    },
    async look(view) {
      await page.getByRole('navigation', { name: zh['views'] }).getByRole('button', { name: zh[`view.${view}`] }).click();
      await expect(page.getByRole('main', { name: zh[`view.${view}`] })).toBeVisible();
    },
    async run(command) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type(zh[`cmd.${command}`]);
      await page.getByRole('option', { name: zh[`cmd.${command}`] }).first().click();
    },
    async select(node) {
      await the(node).click();
    },
    async sees(text) {
      await expect(page.getByText(text).first()).toBeVisible();
    },
    async says(word) {
      await expect(page.locator('.save-state')).toHaveAttribute('data-word', word, { timeout: 30_000 });
      await expect(page.locator('.save-state')).toHaveText(zh[`save.${word}`]);
    },
    async plan(id) {
      return (await exported(page, id)).plan;
    },
    close: () => context.close(),
  };
}

/** The plans this person sees at home. */
export async function plansOf({ page }: Person): Promise<readonly PlanCard[]> {
  return (await page.request.get('/api/plans')).json() as Promise<readonly PlanCard[]>;
}

async function exported(page: Page, id: Id): Promise<Contents> {
  const url = new URL(exportPath(id, 'json'), page.url()).href;
  const answer = await page.request.get(url);
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  const contents = planFromJson(await answer.text());
  if (isRefusedFile(contents)) throw new Error(`the exported file does not read back: ${JSON.stringify(contents)}`);
  return contents;
}

/** The one node whose title begins so. */
export function called(plan: Plan, beginning: string): Id {
  const found = [...plan.nodes.values()].filter(({ title }) => title.startsWith(beginning));
  if (found.length !== 1) throw new Error(`${found.length} nodes begin with “${beginning}”`);
  return found[0]!.id;
}
