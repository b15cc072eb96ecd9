// kill -9 in the middle of work, again and again: no edit that was acknowledged is ever lost. Two servers broken on purpose
// show that this test would notice.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPlan } from '../../shared/doc/read.ts';
import { rootOf } from '../../shared/doc/schema.ts';
import type { Dice } from '../../shared/model/plan.ts';
import { diceOf } from '../kit/plan.ts';
import { connectStock } from './kit/stock.ts';
import type { Stock } from './kit/stock.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// One zone is enough for the full count: clocks have no part in this.
const KILLS = Number(process.env['GUATU_KILLS'] ?? (process.env['TZ'] === 'Asia/Shanghai' ? 25 : 5));
const CLIENTS = 4;
const built = here(`../../dist/.victim-${process.pid}`);

beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    root: here('../..'),
    build: {
      ssr: here('kit/victim.ts'),
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'victim.js' } },
    },
  }),
);
afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Victim {
  readonly child: ChildProcess;
  readonly port: number;
  readonly token: string;
  readonly plan: string;
}

function boot(dir: string, fault: string): Promise<Victim> {
  const child = fork(join(built, 'victim.js'), [dir, fault], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve({ child, ...(told as Omit<Victim, 'child'>) }));
    child.once('exit', (code) => reject(new Error(`the victim ended with ${code} before it was ready`)));
  });
}

function kill({ child }: Victim): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return gone;
}

/** Of each place: every value written, in order, and the last of them known to be on disk. */
class Ledger {
  readonly places = new Map<string, { values: string[]; acked: number }>();
  acked = 0;

  wrote(place: string, value: string): number {
    const known = this.places.get(place) ?? { values: [''], acked: 0 };
    this.places.set(place, known);
    return known.values.push(value) - 1;
  }

  /** How many acknowledged values a reading has lost; what it found is where counting goes on. */
  lost(read: (place: string) => string): number {
    let lost = 0;
    for (const [place, known] of this.places) {
      const at = known.values.lastIndexOf(read(place));
      if (at < known.acked) lost++;
      known.values = [read(place)];
      known.acked = 0;
    }
    return lost;
  }
}

/** Writes as fast as frames go out, until told to stop. */
function work(client: Stock, name: string, ledger: Ledger, dice: Dice): () => void {
  const open: { place: string; index: number; frame: number }[] = [];
  let count = 0;
  let going = true;
  client.onAck((acked) => {
    while (open[0] && open[0].frame <= acked) {
      const { place, index } = open.shift()!;
      const known = ledger.places.get(place)!;
      known.acked = Math.max(known.acked, index);
      ledger.acked++;
    }
  });
  const ids = [...rootOf(client.doc, 'nodes').keys()].sort();
  const step = (): void => {
    if (!going) return;
    const id = ids[Math.floor(dice() * 3)]!;
    const node = rootOf(client.doc, 'nodes').get(id) as Y.Map<unknown>;
    const place = `${id}/${name}`;
    const value = `${name} ${++count} ${dice()}`;
    // A mark of one's own on the node: a key nobody else writes.
    const key = `assist/${name}`;
    const gone = dice() < 0.15 && node.has(key);
    if (gone) node.delete(key);
    else node.set(key, keyFor(value));
    open.push({ place, index: ledger.wrote(place, gone ? '' : keyFor(value)), frame: client.counts.sent });
    setTimeout(step, dice() * 3);
  };
  step();
  return () => void (going = false);
}

const keyFor = (value: string): string => value.replace(/[^0-9A-Za-z]/g, '');

async function reading(victim: Victim): Promise<(place: string) => string> {
  const probe = connectStock(victim.port, victim.plan, victim.token);
  await probe.synced();
  const plan = readPlan(probe.doc);
  probe.end();
  return (place) => {
    const [id, name] = place.split('/') as [string, string];
    return plan.nodes.get(id)?.assist.get(name) ?? '';
  };
}

async function murder(
  fault: string,
  kills: number,
  until: (lost: number) => boolean,
): Promise<{ acked: number; lost: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'guatu-kill-'));
  const dice = diceOf(42);
  const ledger = new Ledger();
  let lost = 0;
  try {
    for (let round = 0; round <= kills && !until(lost); round++) {
      const victim = await boot(dir, fault);
      lost += ledger.lost(await reading(victim));
      if (round < kills) {
        const clients = Array.from({ length: CLIENTS }, () => connectStock(victim.port, victim.plan, victim.token));
        await Promise.all(clients.map((client) => client.synced()));
        const stops = clients.map((client, i) => work(client, `k${i}`, ledger, dice));
        await new Promise((resolve) => setTimeout(resolve, 40 + dice() * 120));
        await kill(victim);
        for (const stop of stops) stop();
        for (const client of clients) client.end();
      } else await kill(victim);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return { acked: ledger.acked, lost };
}

describe('kill -9', () => {
  test(`${KILLS} times loses no acknowledged edit`, { timeout: 60_000 + KILLS * 4_000 }, async () => {
    const { acked, lost } = await murder('', KILLS, () => false);
    expect(lost).toBe(0);
    expect(acked).toBeGreaterThan(KILLS * 20);
  });

  for (const fault of ['says saved before writing', 'never writes'])
    test(`a server that ${fault} is caught`, { timeout: 120_000 }, async () => {
      expect((await murder(fault, 20, (lost) => lost > 0)).lost).toBeGreaterThan(0);
    });
});
