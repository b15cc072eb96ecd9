// `npm run bench -- <face>`: builds, starts one browser, visits everybody in turn for several rounds, prints and writes what it found.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureChromium, FLAGS } from '../tests/chromium.mjs';
import { buildPage } from './build.ts';
import { planData } from './data.ts';
import { writeDocs } from './docs.ts';
import type { Contestant, Face } from './face.ts';
import { profile } from './profile.ts';
import { serve } from './serve.ts';
import { keyOf, tableOf, verdicts } from './table.ts';
import type { Results } from './table.ts';
import { visit } from './visit.ts';
import type { Reading } from './visit.ts';

const USAGE = `npm run bench -- <face> [--rows 100,1000,10000] [--rounds 5] [--only 挂图,SVAR] [--no-write] [--measure paint] [--profile 挂图] [--look folder-for-screenshots]`;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export async function main(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
      profile: { type: 'string' },
      measure: { type: 'string' },
      look: { type: 'string' },
    },
  });
  const face = partOf(faceOf(positionals[0]), values.measure);
  const sizes = values.rows?.split(',').map(Number) ?? face.sizes;
  const rounds = Number(values.rounds);
  if (sizes.some((size) => !(size > 0)) || !(rounds > 0)) throw new Error(USAGE);
  const only = values.profile ? [values.profile] : values.only?.split(',');
  const contestants = face.contestants.filter(({ name }) => !only || only.includes(name));

  const { path } = await ensureChromium();
  await buildPage(values.profile !== undefined);
  const known = new Map<number, string>();
  const site = await serve((size) => {
    if (!known.has(size)) known.set(size, JSON.stringify(planData(size)));
    return known.get(size)!;
  });
  const browser = await chromium.launch({ executablePath: path, args: [...FLAGS, ...MEASURABLE] });
  try {
    if (values.profile) {
      for (const size of sizes) await profile(browser, site, face, contestants[0]!, size);
      return;
    }
    const readings = new Map<string, Reading[]>();
    for (const size of sizes)
      for (let round = 0; round < rounds; round++)
        for (const contestant of turned(contestants, round)) {
          const reading = await visit({ browser, site, face, look: values.look }, contestant, size);
          const key = keyOf(contestant, size);
          readings.set(key, [...(readings.get(key) ?? []), reading]);
          say(face, contestant, size, round, reading);
        }
    const results: Results = { face: { ...face, contestants }, sizes, readings };
    await tell(
      results,
      rounds,
      browser.version(),
      !values['no-write'] && !only && !values.measure && sizes === face.sizes,
    );
  } finally {
    await browser.close();
    site.close();
  }
}

/** Nobody talks to anyone but this machine, and a style sheet that asks for a font elsewhere is told so at once. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

const MEASURABLE = ['--js-flags=--expose-gc', '--enable-precise-memory-info', OFFLINE];

const FACES = import.meta.glob<{ readonly face: Face }>('./faces/*.ts', { eager: true });

function faceOf(name: string | undefined): Face {
  const found = Object.values(FACES).find(({ face }) => face.name === name);
  if (found) return found.face;
  const names = Object.values(FACES).map(({ face }) => face.name);
  throw new Error(`${USAGE}\n<face> is one of: ${names.join(', ')}`);
}

/** One measure and what is told beside it; the drawing comes before anything else can be measured. */
function partOf(face: Face, key: string | undefined): Face {
  if (key === undefined) return face;
  const told = ({ key: own, ...rest }: Face['measures'][number]): boolean =>
    own === key || own === 'paint' || ('during' in rest && rest.during === key);
  return { ...face, measures: face.measures.filter(told) };
}

/** Everybody is first once, so that a slow minute of the machine does not fall on the same one. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function say(face: Face, { name }: Contestant, size: number, round: number, reading: Reading): void {
  const numbers = face.measures.map(({ key }) => `${key} ${reading.get(key)?.toFixed(1) ?? '–'}`);
  console.log(`${size} · ${round + 1} · ${name}: ${numbers.join(', ')}`);
}

async function tell(results: Results, rounds: number, browser: string, write: boolean): Promise<void> {
  const table = tableOf(results, titlesOf(results.face));
  const { text, missed } = verdicts(results);
  const made = `Chromium ${browser}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, ${rounds} rounds.`;
  const whole = `${made}\n\n${table}\n\n${text}`;
  console.log(`\n${whole}\n\n${missed === 0 ? 'Every goal is met.' : `${missed} goals are missed.`}`);
  if (write) await writeDocs(results.face.name, whole);
  else console.log('docs/benchmarks.md is left alone: it takes whole runs only.');
}

/** Names with the versions that were installed. */
function titlesOf(face: Face): ReadonlyMap<string, string> {
  return new Map(
    face.contestants.map(({ name, package: of }) => [name, of ? `${name} ${versionOf(of)}` : name] as const),
  );
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), 'utf8')) as {
    version: string;
  };
  return version;
}
