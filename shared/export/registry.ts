// The formats a plan leaves in. Menu, palette, server route and command line list this; adding a format is one entry here.
import type { Plan } from '../model/plan.ts';
import type { Lang } from '../layout/words.ts';
import { legalFileName } from './clean.ts';
import { OF_SCREEN, VIEWS, asksOf, takesScreen } from './format.ts';
import type {
  Ask,
  Choices,
  ExportId,
  ExportInput,
  ExportOptions,
  Exporter,
  Made,
  PictureView,
  ReportName,
  ViewChoice,
} from './format.ts';
import { partName } from './filter.ts';
import { toJson } from './json.ts';
import { lacking, notesLeft, noticesOf, wantingIn } from './notices.ts';
import type { Notice } from './notices.ts';
import { pictureSvg } from './picture.ts';
import { DPI, withDensity } from './png.ts';
import type { Rasterise } from './png.ts';
import { toText } from './text.ts';
import { titleOf } from './words.ts';

/** Charts and maps on paper; what can be of a part of the plan. */
const SHEETS = ['paper', 'fit'] as const;
const PART = ['office', 'section'] as const;
const BASELINES = ['baseline', 'beside'] as const;

const OFFICE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const EXPORTERS: readonly Exporter[] = [
  {
    id: 'docx',
    group: 'document',
    titleKey: 'export.docx',
    ext: 'docx',
    mime: OFFICE.docx,
    shows: 'document',
    raster: 'may',
    asks: ['annexes', 'school', ...BASELINES],
    screen: true,
    // By far the largest exporter: loaded when the first document is asked for.
    run: async (input, options) => {
      const missing = new Set<string>();
      const file = await (await import('./docx.ts')).toDocx(input, { ...options, rasterise: noting(options, missing) });
      return { file, notices: [...lacking(missing), ...wantingIn(input.plan), ...leftBy(input, options)] };
    },
  },
  {
    id: 'pdf',
    group: 'document',
    titleKey: 'export.pdf',
    ext: 'pdf',
    mime: 'application/pdf',
    shows: 'pages',
    views: ['text', 'list', 'gantt', 'mindmap'],
    asks: {
      text: ['annexes', 'school', ...BASELINES],
      list: [...PART, ...BASELINES],
      gantt: [...SHEETS, ...PART, ...BASELINES, 'school'],
      mindmap: [...SHEETS, 'section'],
    },
    screen: ['text', 'list', 'gantt', 'mindmap'],
    fonts: true,
    run: async (input, options) => {
      const made = await (await import('./pdf.ts')).toPdf(input, options);
      const left = (options.view ?? 'text') === 'text' ? leftBy(input, options) : [];
      return { ...made, notices: [...made.notices, ...left] };
    },
  },
  {
    id: 'txt',
    group: 'document',
    titleKey: 'export.txt',
    ext: 'txt',
    mime: 'text/plain; charset=utf-8',
    shows: 'text',
    run: async (input) => ({ file: toText(input.plan), notices: notesLeft(input) }),
  },
  {
    id: 'xlsx',
    group: 'table',
    titleKey: 'export.xlsx',
    ext: 'xlsx',
    mime: OFFICE.xlsx,
    shows: 'table',
    asks: [...PART, ...BASELINES],
    screen: true,
    run: async (input, options) => (await import('./table/tasksheet.ts')).toXlsx(input, options),
  },
  {
    id: 'csv',
    group: 'table',
    titleKey: 'export.csv',
    ext: 'csv',
    mime: 'text/csv; charset=utf-8',
    shows: 'table',
    asks: [...PART, ...BASELINES],
    screen: true,
    run: async (input, options) => (await import('./table/csv.ts')).toCsv(input, options),
  },
  {
    id: 'ics',
    group: 'table',
    titleKey: 'export.ics',
    ext: 'ics',
    mime: 'text/calendar; charset=utf-8',
    shows: 'events',
    asks: ['office'],
    dated: true,
    run: async (input, { office }) => (await import('./exchange/calendar.ts')).toIcs(input, office),
  },
  ...report('supervise', ['docx', 'xlsx'], ['period']),
  ...report('opinions', ['docx', 'xlsx'], []),
  ...report('compare', ['docx', 'xlsx'], ['from', 'to']),
  ...report('redline', ['docx'], ['from', 'to']),
  ...report('summary', ['docx'], []),
  {
    id: 'svg',
    group: 'picture',
    titleKey: 'export.svg',
    ext: 'svg',
    mime: 'image/svg+xml',
    shows: 'picture',
    views: VIEWS,
    asks: { gantt: [...PART, ...BASELINES, 'school'], mindmap: ['section'] },
    screen: VIEWS,
    run: async (input, options) => pictureSvg(input, pictured(options.view), options),
  },
  {
    id: 'png',
    group: 'picture',
    titleKey: 'export.png',
    ext: 'png',
    mime: 'image/png',
    shows: 'picture',
    views: VIEWS,
    asks: { gantt: [...PART, ...BASELINES, 'school'], mindmap: ['section'] },
    screen: VIEWS,
    raster: 'must',
    run: async (input, options) => {
      if (!options.rasterise) throw new Error('png: the caller passed nothing that draws');
      const svg = pictureSvg(input, pictured(options.view), options);
      const { png, missing } = await options.rasterise(svg, pixelsFor(svg));
      return { file: withDensity(png, DPI), notices: lacking(missing) };
    },
  },
  {
    id: 'mspdi',
    group: 'exchange',
    titleKey: 'export.mspdi',
    ext: 'xml',
    mime: 'application/xml',
    shows: 'table',
    dated: true,
    run: async (input) => (await import('./project/project.ts')).toMspdi(input),
  },
  {
    id: 'xmind',
    group: 'exchange',
    titleKey: 'export.xmind',
    ext: 'xmind',
    mime: 'application/vnd.xmind.workbook',
    shows: 'outline',
    run: async (input) => (await import('./exchange/xmind.ts')).toXmind(input),
  },
  {
    id: 'mm',
    group: 'exchange',
    titleKey: 'export.mm',
    ext: 'mm',
    mime: 'application/x-freemind',
    shows: 'outline',
    run: async (input) => (await import('./exchange/freemind.ts')).toFreemind(input),
  },
  {
    id: 'opml',
    group: 'exchange',
    titleKey: 'export.opml',
    ext: 'opml',
    mime: 'text/x-opml; charset=utf-8',
    shows: 'outline',
    run: async (input) => (await import('./exchange/opml.ts')).toOpml(input),
  },
  {
    id: 'md',
    group: 'exchange',
    titleKey: 'export.md',
    ext: 'md',
    mime: 'text/markdown; charset=utf-8',
    shows: 'text',
    run: async (input) => (await import('./exchange/markdown.ts')).toMarkdown(input),
  },
  {
    id: 'json',
    group: 'exchange',
    titleKey: 'export.json',
    ext: 'json',
    mime: 'application/json',
    shows: 'text',
    run: async (input) => toJson(input),
  },
];

/** One report in each of its formats. */
function report(name: ReportName, formats: readonly ('docx' | 'xlsx')[], asks: readonly Ask[]): readonly Exporter[] {
  return formats.map((ext): Exporter => {
    const id = `${name}-${ext}` as ExportId;
    return {
      id,
      group: 'report',
      titleKey: `export.${id}`,
      ext,
      mime: OFFICE[ext],
      shows: 'report',
      report: name,
      asks,
      run: async (input, options) => (await import('./reports/reports.ts')).reportFile(name, ext, input, options),
    };
  });
}

/** What draws, and what it could not draw. */
function noting({ rasterise }: ExportOptions, missing: Set<string>): Rasterise | undefined {
  if (!rasterise) return undefined;
  return async (svg, width) => {
    const raster = await rasterise(svg, width);
    for (const char of raster.missing) missing.add(char);
    return raster;
  };
}

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
  const made = await exporter.run(input, { ...options, ...heeded(exporter, options) });
  options.signal?.throwIfAborted();
  const notices = noticesOf(input.plan, exporter.dated ?? false);
  if (typeof made === 'string' || made instanceof Uint8Array) return { file: made, notices };
  return { file: made.file, notices: [...notices, ...made.notices] };
}

/** Only the list of tasks in the attachments has a column for notes. */
function leftBy(input: ExportInput, options: ExportOptions): readonly Notice[] {
  return options.annexes === 'none' ? notesLeft(input) : [];
}

/** The choices this format knows; what was chosen for another is not meant for it, nor what a screen decides. */
function heeded(exporter: Exporter, options: ExportOptions): Choices {
  const asked = asksOf(exporter, options.view);
  const { paper, fit, office, section, baseline, beside, annexes, school, period, from, to } = options;
  const all = { paper, fit, office, section, baseline, beside, annexes, school, period, from, to };
  const screen = takesScreen(exporter, options.view) ? options.screen : undefined;
  const heeds = (name: Ask): boolean => asked.includes(name) && !(screen && OF_SCREEN.includes(name));
  return {
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, heeds(name as Ask) ? value : undefined])),
    screen,
  };
}

const VIEW_WORDS: Readonly<Record<Lang, Readonly<Record<ViewChoice, string>>>> = {
  zh: { gantt: '甘特图', mindmap: '脑图', text: '公文', list: '任务清单' },
  en: { gantt: 'Gantt', mindmap: 'mind map', text: 'document', list: 'task list' },
};

const REPORT_WORDS: Readonly<Record<Lang, Readonly<Record<ReportName, string>>>> = {
  zh: {
    supervise: '督查表',
    opinions: '意见采纳汇总表',
    compare: '新旧对照表',
    redline: '花脸稿',
    summary: '年终总结草稿',
  },
  en: {
    supervise: 'progress report',
    opinions: 'opinions',
    compare: 'comparison',
    redline: 'redline',
    summary: 'summary draft',
  },
};

/** What the file is called when it is saved: the plan's title, which picture of it, and whose part. */
export function fileName(plan: Plan, exporter: Exporter, options: ExportOptions): string {
  const { lang, view } = options;
  const parts = [
    titleOf(plan.meta),
    exporter.views && VIEW_WORDS[lang][view ?? exporter.views[0]!],
    exporter.report && REPORT_WORDS[lang][exporter.report],
    exporter.asks && options.period && asksOf(exporter, view).includes('period') && options.period,
    partName(plan, { ...heeded(exporter, options), lang }),
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
