// A plan on the server → a file: reads the document once and runs the same exporters as the page does.
import { readNotes } from '../shared/doc/notes.ts';
import { readPlan } from '../shared/doc/read.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import { planFromJson } from '../shared/export/json.ts';
import type { Contents } from '../shared/export/json.ts';
import { VIEWS } from '../shared/export/picture.ts';
import type { Rasterise } from '../shared/export/png.ts';
import { EXPORTERS, exporterOf, fileName } from '../shared/export/registry.ts';
import type { Exporter } from '../shared/export/registry.ts';
import { todayAt } from '../shared/model/day.ts';
import type { RefusalCode } from '../shared/protocol/api.ts';
import { toOutline } from '../shared/yaodian/draft.ts';
import { parse } from '../shared/yaodian/parse.ts';
import { documentFrom } from './founding.ts';
import { isNoFont, makeRasteriser } from './png.ts';

export interface Exported {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface ExportRefusal {
  readonly refused: RefusalCode;
  readonly detail?: Said;
}

export interface Wish {
  readonly format: string;
  readonly view?: string | undefined;
  readonly lang?: string | undefined;
}

export interface Exporting {
  draw(contents: Contents, wish: Wish): Promise<Exported | ExportRefusal>;
  stop(): Promise<void>;
}

export const FORMATS: readonly string[] = EXPORTERS.map(({ id }) => id);

/** Looks for fonts and starts the drawing thread when the first picture is asked for. */
export function makeExporting(now: () => number = Date.now): Exporting {
  let rasteriser: ReturnType<typeof makeRasteriser> | undefined;

  async function rasterise(exporter: Exporter): Promise<Rasterise | Said | undefined> {
    if (!exporter.raster) return undefined;
    const made = await (rasteriser ??= makeRasteriser());
    if (!isNoFont(made)) return made.draw;
    // A font may be installed while the server runs.
    rasteriser = undefined;
    return exporter.raster === 'must' ? made.message : undefined;
  }

  return {
    async draw(contents, { format, view, lang }) {
      const exporter = exporterOf(format);
      if (!exporter) return { refused: 'no-such-format', detail: choices(FORMATS) };
      const picture = VIEWS.find((each) => each === view);
      if (view !== undefined && (!picture || !exporter.views))
        return { refused: 'bad-request', detail: choices(VIEWS) };
      const drawing = await rasterise(exporter);
      if (drawing && 'zh' in drawing) return { refused: 'no-font', detail: drawing };
      const options = { lang: lang === 'en' ? 'en' : 'zh', view: picture, rasterise: drawing } as const;
      const made = await exporter.run({ ...contents, today: todayAt(now()) }, options);
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : new Uint8Array(made);
      return { name: fileName(contents.plan, exporter, options), mime: exporter.mime, bytes };
    },
    async stop() {
      const made = await rasteriser;
      if (made && !isNoFont(made)) await made.stop();
    },
  };
}

function choices(list: readonly string[]): Said {
  return { zh: `可选：${list.join('、')}。`, en: `Choose one of: ${list.join(', ')}.` };
}

export function contentsOf(doc: PlanDoc): Contents {
  return { plan: readPlan(doc), notes: readNotes(doc) };
}

/** A text or a plan file from outside, or what is wrong with it. */
export function contentsOfFile(text: string, kind: 'text' | 'json'): Contents | Said {
  if (kind === 'json') {
    const read = planFromJson(text);
    if (!('refused' in read)) return read;
    const where = read.problems.map(({ at, code }) => `\n  ${at}: ${code}`).join('');
    return {
      zh: `不是可以读入的挂图计划文件（${read.refused}）。${where}`,
      en: `not a plan file that can be read (${read.refused}).`,
    };
  }
  const { meta, children } = toOutline(parse(text));
  if (children.length === 0)
    return { zh: '没有从这段文字里认出工作要点。', en: 'no plan was recognised in this text.' };
  const doc = documentFrom({ meta, outlines: children });
  try {
    return contentsOf(doc);
  } finally {
    doc.destroy();
  }
}
