// A plan on the server → a file: reads the document once and runs the same exporters as the page does.
import { readNotes } from '../shared/doc/notes.ts';
import { readPlan } from '../shared/doc/read.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import { planFromJson } from '../shared/export/json.ts';
import type { Contents } from '../shared/export/json.ts';
import { VIEWS } from '../shared/export/picture.ts';
import { EXPORTERS, exporterOf, fileName } from '../shared/export/registry.ts';
import { refusalText } from '../shared/export/words.ts';
import { todayAt } from '../shared/model/day.ts';
import { toOutline } from '../shared/yaodian/draft.ts';
import { parse } from '../shared/yaodian/parse.ts';
import { documentFrom } from './founding.ts';
import { isNoFont, makeRasteriser } from './png.ts';
import type { NoFont, Rasteriser } from './png.ts';
import type { Refusal, Said } from './refusals.ts';
import { lengthRefused } from './text.ts';

export interface Exported {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file is whole for most readers, but not for all. */
  readonly warning?: Said;
}

export interface Wish {
  readonly format: string;
  readonly view?: string | undefined;
  readonly lang?: string | undefined;
}

export interface Exporting {
  draw(contents: Contents, wish: Wish): Promise<Exported | Refusal>;
  stop(): Promise<void>;
}

export const FORMATS: readonly string[] = EXPORTERS.map(({ id }) => id);

/** Looks for fonts and starts the drawing thread when the first picture is asked for. */
export function makeExporting(fontDir: string | undefined, now: () => number = Date.now): Exporting {
  let rasteriser: ReturnType<typeof makeRasteriser> | undefined;

  async function pencil(): Promise<Rasteriser | NoFont> {
    const made = await (rasteriser ??= makeRasteriser(fontDir));
    // A font may be installed while the server runs.
    if (isNoFont(made)) rasteriser = undefined;
    return made;
  }

  return {
    async draw(contents, { format, view, lang }) {
      const exporter = exporterOf(format);
      if (!exporter) return { refused: 'no-such-format', detail: choices(FORMATS) };
      const picture = VIEWS.find((each) => each === view);
      if (view !== undefined && (!picture || !exporter.views))
        return { refused: 'bad-request', detail: choices(VIEWS) };
      const made = exporter.raster && (await pencil());
      const [drawn, lacking] = made && isNoFont(made) ? [undefined, made.message] : [made?.draw, undefined];
      if (lacking && exporter.raster === 'must') return { refused: 'no-font', detail: lacking };
      const options = { lang: lang === 'en' ? 'en' : 'zh', view: picture, rasterise: drawn } as const;
      const file = await exporter.run({ ...contents, today: todayAt(now()) }, options);
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file);
      const name = fileName(contents.plan, exporter, options);
      return { name, mime: exporter.mime, bytes, ...(lacking && { warning: blank(lacking) }) };
    },
    async stop() {
      const made = await rasteriser;
      if (made && !isNoFont(made)) await made.stop();
    },
  };
}

/** Word before 2016 and older WPS draw the picture beside the SVG, which is blank now. */
function blank({ zh, en }: Said): Said {
  return {
    zh: `文件已生成，但在不能显示 SVG 的软件（如旧版 Word、WPS）里，其中的图会是空白。${zh}`,
    en: `The file was made, but software that cannot draw SVG (older Word and WPS) will show its charts blank. ${en}`,
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
