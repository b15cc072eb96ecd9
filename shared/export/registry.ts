// The formats a plan leaves in. Menu, palette, server route and command line list this; adding a format is one entry here.
import type { Plan } from '../model/plan.ts';
import type { Lang } from '../layout/words.ts';
import { legalFileName } from './clean.ts';
import type { ExportId, ExportInput, ExportOptions, Exporter, Made, ViewChoice } from './format.ts';
import { toJson } from './json.ts';
import { noticesOf } from './notices.ts';
import { VIEWS, pictureSvg } from './picture.ts';
import type { PictureView } from './picture.ts';
import { DPI, withDensity } from './png.ts';
import { toText } from './text.ts';
import { titleOf } from './words.ts';

export const EXPORTERS: readonly Exporter[] = [
  {
    id: 'docx',
    group: 'document',
    titleKey: 'export.docx',
    ext: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    raster: 'may',
    run: async (input, { rasterise }) => {
      // By far the largest exporter: loaded when the first document is asked for.
      const { toDocx } = await import('./docx.ts');
      return toDocx(input, input.today, rasterise, input.id);
    },
  },
  {
    id: 'pdf',
    group: 'document',
    titleKey: 'export.pdf',
    ext: 'pdf',
    mime: 'application/pdf',
    views: ['text', 'list', 'gantt', 'mindmap'],
    papers: ['A4', 'A3', 'A0'],
    fonts: true,
    run: async (input, options) => (await import('./pdf.ts')).toPdf(input, options),
  },
  {
    id: 'txt',
    group: 'document',
    titleKey: 'export.txt',
    ext: 'txt',
    mime: 'text/plain; charset=utf-8',
    run: async ({ plan }) => toText(plan),
  },
  {
    id: 'xlsx',
    group: 'table',
    titleKey: 'export.xlsx',
    ext: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    offices: true,
    run: async (input, { office }) => (await import('./table/tasksheet.ts')).toXlsx(input, office),
  },
  {
    id: 'csv',
    group: 'table',
    titleKey: 'export.csv',
    ext: 'csv',
    mime: 'text/csv; charset=utf-8',
    offices: true,
    run: async (input, { office }) => (await import('./table/csv.ts')).toCsv(input, office),
  },
  {
    id: 'ics',
    group: 'table',
    titleKey: 'export.ics',
    ext: 'ics',
    mime: 'text/calendar; charset=utf-8',
    offices: true,
    dated: true,
    run: async (input, { office }) => (await import('./exchange/calendar.ts')).toIcs(input, office),
  },
  {
    id: 'svg',
    group: 'picture',
    titleKey: 'export.svg',
    ext: 'svg',
    mime: 'image/svg+xml',
    views: VIEWS,
    run: async ({ plan, today }, { lang, view }) => pictureSvg(plan, pictured(view), { today, lang }),
  },
  {
    id: 'png',
    group: 'picture',
    titleKey: 'export.png',
    ext: 'png',
    mime: 'image/png',
    views: VIEWS,
    raster: 'must',
    run: async ({ plan, today }, { lang, view, rasterise }) => {
      if (!rasterise) throw new Error('png: the caller passed nothing that draws');
      const svg = pictureSvg(plan, pictured(view), { today, lang });
      return withDensity(await rasterise(svg, pixelsFor(svg)), DPI);
    },
  },
  {
    id: 'mspdi',
    group: 'exchange',
    titleKey: 'export.mspdi',
    ext: 'xml',
    mime: 'application/xml',
    dated: true,
    run: async (input) => (await import('./project/project.ts')).toMspdi(input),
  },
  {
    id: 'xmind',
    group: 'exchange',
    titleKey: 'export.xmind',
    ext: 'xmind',
    mime: 'application/vnd.xmind.workbook',
    run: async (input) => (await import('./exchange/xmind.ts')).toXmind(input),
  },
  {
    id: 'mm',
    group: 'exchange',
    titleKey: 'export.mm',
    ext: 'mm',
    mime: 'application/x-freemind',
    run: async (input) => (await import('./exchange/freemind.ts')).toFreemind(input),
  },
  {
    id: 'opml',
    group: 'exchange',
    titleKey: 'export.opml',
    ext: 'opml',
    mime: 'text/x-opml; charset=utf-8',
    run: async (input) => (await import('./exchange/opml.ts')).toOpml(input),
  },
  {
    id: 'md',
    group: 'exchange',
    titleKey: 'export.md',
    ext: 'md',
    mime: 'text/markdown; charset=utf-8',
    run: async (input) => (await import('./exchange/markdown.ts')).toMarkdown(input),
  },
  {
    id: 'json',
    group: 'exchange',
    titleKey: 'export.json',
    ext: 'json',
    mime: 'application/json',
    run: async (input) => toJson(input),
  },
];

function pictured(view: ViewChoice | undefined): PictureView {
  return view === 'mindmap' ? 'mindmap' : 'gantt';
}

export function exporterOf(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The file, and everything about it that whoever asked must be told. */
export async function runExport(id: ExportId, input: ExportInput, options: ExportOptions): Promise<Made> {
  const exporter = exporterOf(id)!;
  options.signal?.throwIfAborted();
  const made = await exporter.run(input, options);
  options.signal?.throwIfAborted();
  const notices = noticesOf(input.plan, exporter.dated ?? false);
  if (typeof made === 'string' || made instanceof Uint8Array) return { file: made, notices };
  return { file: made.file, notices: [...notices, ...made.notices] };
}

const VIEW_WORDS: Readonly<Record<Lang, Readonly<Record<ViewChoice, string>>>> = {
  zh: { gantt: '甘特图', mindmap: '脑图', text: '公文', list: '任务清单' },
  en: { gantt: 'Gantt', mindmap: 'mind map', text: 'document', list: 'task list' },
};

/** What the file is called when it is saved: the plan's title, which picture of it, and whose part. */
export function fileName(plan: Plan, exporter: Exporter, { lang, view, office }: ExportOptions): string {
  const parts = [
    titleOf(plan.meta),
    exporter.views && VIEW_WORDS[lang][view ?? exporter.views[0]!],
    exporter.offices && office && plan.offices.get(office)?.name,
  ];
  return `${legalFileName(parts.filter(Boolean).join('-'))}.${exporter.ext}`;
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
