// A plan on the server → a file: reads the document once and runs the same exporters as the page does.
import { readNotes } from '../shared/doc/notes.ts';
import { readPlan } from '../shared/doc/read.ts';
import { revisionOf } from '../shared/doc/state.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import { planFromJson } from '../shared/export/json.ts';
import type { Contents } from '../shared/export/json.ts';
import {
  ANNEXES,
  FITS,
  PAPERS,
  SCHOOL,
  asksOf,
  baselineNamed,
  officeNamed,
  sectionNamed,
  sectionsOf,
  takesScreen,
} from '../shared/export/format.ts';
import type { Ask, Choices, ExportInput, Exporter, Made } from '../shared/export/format.ts';
import type { Plan } from '../shared/model/plan.ts';
import { noticeText } from '../shared/export/notices.ts';
import type { NoticeCode } from '../shared/export/notices.ts';
import { EXPORTERS, exporterOf, fileName, runExport } from '../shared/export/registry.ts';
import { periodOf, periodsOf } from '../shared/export/reports/period.ts';
import { NOW, versionsOf } from '../shared/export/reports/versions.ts';
import { refusalText } from '../shared/export/words.ts';
import { readScreen } from '../shared/layout/screen.ts';
import type { Screen } from '../shared/layout/screen.ts';
import { todayAt } from '../shared/model/day.ts';
import { toOutline } from '../shared/yaodian/draft.ts';
import { parse } from '../shared/yaodian/parse.ts';
import { documentFrom } from './founding.ts';
import { spareType, typeFonts } from './fonts.ts';
import type { FontPlaces } from './fonts.ts';
import { makeRasteriser } from './png.ts';
import type { Rasteriser } from './png.ts';
import type { Refusal, Said } from './refusals.ts';
import { lengthRefused } from './text.ts';

/** A notice in words. */
export interface Told extends Said {
  readonly code: NoticeCode;
}

export interface Exported {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What whoever asked must be told: nothing dated, characters left out, blank pictures … */
  readonly notices: readonly Told[];
}

export interface Wish {
  readonly format: string;
  readonly view?: string | undefined;
  readonly paper?: string | undefined;
  readonly fit?: string | undefined;
  /** By id or by name. */
  readonly office?: string | undefined;
  /** By id, number or title. */
  readonly section?: string | undefined;
  /** By id or by name. */
  readonly baseline?: string | undefined;
  /** A second baseline. */
  readonly beside?: string | undefined;
  /** What a screen shows, as JSON. */
  readonly screen?: string | undefined;
  readonly annexes?: string | undefined;
  readonly school?: string | undefined;
  /** 2019-06 or 2019-Q2 */
  readonly period?: string | undefined;
  /** A baseline by id or by name, or `now`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly lang?: string | undefined;
}

/** What may be said besides the format, on the command line as in the address. */
export const WISHES = [
  'view',
  'paper',
  'fit',
  'office',
  'section',
  'baseline',
  'beside',
  'screen',
  'annexes',
  'school',
  'period',
  'from',
  'to',
  'lang',
] as const satisfies readonly (keyof Wish)[];

/** With how many edits made it, and where its page is. */
export type Counted = Contents & Pick<ExportInput, 'revision' | 'address'>;

export interface Exporting {
  /** `id` of a plan this server keeps. */
  draw(contents: Counted, wish: Wish, id?: string, signal?: AbortSignal): Promise<Exported | Refusal>;
  stop(): Promise<void>;
}

export const FORMATS: readonly string[] = EXPORTERS.map(({ id }) => id);

/** Looks for fonts and starts the drawing thread when the first picture is asked for. */
export function makeExporting(places: FontPlaces, now: () => number = Date.now): Exporting {
  let rasteriser: Promise<Rasteriser> | undefined;

  return {
    async draw(contents, wish, id) {
      const exporter = exporterOf(wish.format);
      if (!exporter) return { refused: 'no-such-format', detail: choices(FORMATS) };
      const chosen = choicesOf(contents, exporter, wish);
      if ('refused' in chosen) return chosen;
      const made = exporter.raster && (await (rasteriser ??= makeRasteriser(places)));
      const options = {
        ...chosen,
        lang: wish.lang === 'en' ? 'en' : 'zh',
        rasterise: made?.draw,
        fonts: exporter.fonts && (await typeFonts(places)),
      } as const;
      const input = { ...contents, id, today: todayAt(now()) };
      const { file, notices } = await withSpares(await runExport(exporter.id, input, options), async (lacked) => {
        const spares = options.fonts ? await spareType(places, lacked) : [];
        return spares.length > 0 ? runExport(exporter.id, input, { ...options, spares }) : undefined;
      });
      const said = notices.map((each) => ({ code: each.code, zh: noticeText(each, 'zh'), en: noticeText(each, 'en') }));
      return {
        name: fileName(contents.plan, exporter, options),
        mime: exporter.mime,
        bytes: typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file),
        notices: said,
      };
    },
    async stop() {
      await (await rasteriser)?.stop();
    },
  };
}

/** Made again where the machine has type for what the first was lacking. */
async function withSpares(made: Made, again: (lacked: readonly string[]) => Promise<Made | undefined>): Promise<Made> {
  const lacked = made.notices.find(({ code }) => code === 'glyphs')?.detail;
  return (lacked && (await again(lacked.split(' ')))) || made;
}

/** What was asked for as the exporter takes it, or what it can be instead. */
function choicesOf({ plan }: Contents, exporter: Exporter, wish: Wish): Choices | Refusal {
  const view = exporter.views?.find((each) => each === wish.view);
  if (wish.view !== undefined && !view) return { refused: 'bad-request', detail: choices(exporter.views ?? []) };
  const asked = asksOf(exporter, view);
  const screen = wish.screen === undefined ? undefined : screenIn(wish.screen);
  if (screen === null || (screen && !takesScreen(exporter, view)))
    return { refused: 'bad-request', detail: screen === null ? NO_SCREEN : choices([]) };
  const chosen: Record<string, string | undefined> = { view };
  for (const [name, { names, find, refused }] of Object.entries(ASKED) as [Ask, Asked][]) {
    const said = wish[name];
    if (said === undefined) continue;
    const value = asked.includes(name) ? find(plan, said) : undefined;
    if (value === undefined) return { refused, detail: choices(asked.includes(name) ? names(plan) : []) };
    chosen[name] = value;
  }
  return { ...chosen, screen };
}

/** Nothing where it is no JSON; what is in it is read trusting nothing. */
function screenIn(text: string): Screen | null {
  try {
    return readScreen(JSON.parse(text));
  } catch {
    return null;
  }
}

const NO_SCREEN: Said = { zh: 'screen 应为 JSON。', en: 'screen has to be JSON.' };

interface Asked {
  readonly names: (plan: Plan) => readonly string[];
  readonly find: (plan: Plan, said: string) => string | undefined;
  readonly refused: Refusal['refused'];
}

const oneOf = (list: readonly string[]): Asked => ({
  names: () => list,
  find: (_, said) => list.find((each) => each === said),
  refused: 'bad-request',
});

const versions: Asked = {
  names: (plan) => [...versionsOf(plan)].map(([id, { name }]) => (id === NOW ? NOW : name)),
  find: (plan, said) => [...versionsOf(plan)].find(([id, { name }]) => id === said || name === said)?.[0],
  refused: 'bad-request',
};

const kept: Asked = {
  names: ({ records }) => [...records.baseline.values()].map(({ name }) => name),
  find: baselineNamed,
  refused: 'bad-request',
};

const ASKED: Readonly<Record<Ask, Asked>> = {
  paper: oneOf(PAPERS),
  fit: oneOf(FITS),
  annexes: oneOf(ANNEXES),
  school: oneOf(SCHOOL),
  period: {
    names: (plan) => periodsOf(plan, todayAt(Date.now())).map(({ id }) => id),
    find: (_, said) => periodOf(said)?.id,
    refused: 'bad-request',
  },
  from: versions,
  to: versions,
  office: {
    names: ({ offices }) => [...offices.values()].map(({ name }) => name),
    find: officeNamed,
    refused: 'no-such-office',
  },
  section: { names: (plan) => sectionsOf(plan).map(({ label }) => label), find: sectionNamed, refused: 'bad-request' },
  baseline: kept,
  beside: kept,
};

function choices(list: readonly string[]): Said {
  if (list.length === 0) return { zh: '这种格式没有这一选项。', en: 'This format does not have that choice.' };
  return { zh: `可选：${list.join('、')}。`, en: `Choose one of: ${list.join(', ')}.` };
}

export function contentsOf(doc: PlanDoc): Contents {
  return { plan: readPlan(doc), notes: readNotes(doc) };
}

export const countedOf = (doc: PlanDoc): Counted => ({ ...contentsOf(doc), revision: revisionOf(doc) });

/** A text or a plan file from outside, or what is wrong with it. */
export function contentsOfFile(text: string, kind: 'text' | 'json'): Contents | Said {
  if (kind === 'json') {
    const read = planFromJson(text);
    if (!('refused' in read)) return read;
    const said = (lang: 'zh' | 'en'): string => refusalText(read.refused, read.problems, lang);
    return { zh: said('zh'), en: said('en') };
  }
  const long = lengthRefused(text);
  if (long) return long;
  const { meta, children } = toOutline(parse(text));
  if (children.length === 0)
    return { zh: '没有从这段文字里认出工作要点。', en: 'No plan was recognised in this text.' };
  const doc = documentFrom({ meta, outlines: children });
  try {
    return contentsOf(doc);
  } finally {
    doc.destroy();
  }
}
