// The formats a plan leaves in. Menu, palette, server route and command line list this; adding a format is one entry here.
import type { Day, Plan } from '../model/plan.ts';
import type { Lang } from '../layout/words.ts';
import { legalFileName } from './clean.ts';
import { toJson } from './json.ts';
import type { Contents } from './json.ts';
import { VIEWS, pictureSvg } from './picture.ts';
import type { PictureView } from './picture.ts';
import { DPI, withDensity } from './png.ts';
import type { Rasterise } from './png.ts';
import { toText } from './text.ts';
import { titleOf } from './words.ts';

export type ExportId = 'docx' | 'svg' | 'png' | 'json' | 'txt';

export interface ExportInput extends Contents {
  /** The clock's day; a demonstration brings its own. */
  readonly today: Day;
}

export interface ExportOptions {
  readonly lang: Lang;
  /** Of a picture; the first of the exporter's views when not said. */
  readonly view?: PictureView | undefined;
  readonly rasterise?: Rasterise | undefined;
}

export interface Exporter {
  readonly id: ExportId;
  /** In the interface's word lists. */
  readonly titleKey: `export.${ExportId}`;
  readonly ext: string;
  readonly mime: string;
  /** Which pictures of the plan it can be; none for a document of the whole. */
  readonly views?: readonly PictureView[];
  /** `must`: no file without it; `may`: readers that cannot draw SVG see an empty chart without it. */
  readonly raster?: 'must' | 'may';
  readonly run: (input: ExportInput, options: ExportOptions) => Promise<Uint8Array | string>;
}

export const EXPORTERS: readonly Exporter[] = [
  {
    id: 'docx',
    titleKey: 'export.docx',
    ext: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    raster: 'may',
    run: async (input, { rasterise }) => {
      // By far the largest exporter: loaded when the first document is asked for.
      const { toDocx } = await import('./docx.ts');
      return toDocx(input, input.today, rasterise);
    },
  },
  {
    id: 'svg',
    titleKey: 'export.svg',
    ext: 'svg',
    mime: 'image/svg+xml',
    views: VIEWS,
    run: async ({ plan, today }, { lang, view = 'gantt' }) => pictureSvg(plan, view, { today, lang }),
  },
  {
    id: 'png',
    titleKey: 'export.png',
    ext: 'png',
    mime: 'image/png',
    views: VIEWS,
    raster: 'must',
    run: async ({ plan, today }, { lang, view = 'gantt', rasterise }) => {
      if (!rasterise) throw new Error('png: the caller passed nothing that draws');
      const svg = pictureSvg(plan, view, { today, lang });
      return withDensity(await rasterise(svg, pixelsFor(svg)), DPI);
    },
  },
  {
    id: 'json',
    titleKey: 'export.json',
    ext: 'json',
    mime: 'application/json',
    run: async (input) => toJson(input),
  },
  {
    id: 'txt',
    titleKey: 'export.txt',
    ext: 'txt',
    mime: 'text/plain; charset=utf-8',
    run: async ({ plan }) => toText(plan),
  },
];

export function exporterOf(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

export async function runExport(
  id: ExportId,
  input: ExportInput,
  options: ExportOptions,
): Promise<Uint8Array | string> {
  return exporterOf(id)!.run(input, options);
}

const VIEW_WORDS: Readonly<Record<Lang, Readonly<Record<PictureView, string>>>> = {
  zh: { gantt: '甘特图', mindmap: '脑图' },
  en: { gantt: 'Gantt', mindmap: 'mind map' },
};

/** What the file is called when it is saved: the plan's title, and which picture of it. */
export function fileName(plan: Plan, exporter: Exporter, { lang, view }: ExportOptions): string {
  const picture = exporter.views && `-${VIEW_WORDS[lang][view ?? exporter.views[0]!]}`;
  return `${legalFileName(titleOf(plan.meta))}${picture ?? ''}.${exporter.ext}`;
}

/** Px of the picture become this many in the file, so that 13 px type is 7.8 pt high at 300 dpi … */
const SCALE = 2.5;
/** … unless the plan is so large that no canvas would hold it. */
const MOST_PIXELS = 100_000_000;
const LONGEST_SIDE = 16_000;

export function pixelsFor(svg: string): number {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number) as [
    number,
    number,
    number,
  ];
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  return Math.max(1, Math.floor(width * scale));
}
