// What a file will look like before it is made: its first pages, its first rows or its first lines. The same layouts as the files, and far quicker.
import { LIGHT } from '../layout/theme.ts';
import type { ExportInput, ExportOptions, Exporter } from './format.ts';
import { IDS } from './table/columns.ts';
import { csvRows } from './table/csv.ts';
import { events } from './exchange/calendar.ts';
import { pictureSvg } from './picture.ts';
import { noticesOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { wordsOf } from './reports/report.ts';
import type { Report } from './reports/report.ts';
import { reportOf } from './reports/reports.ts';
import { pageSvg } from './svg.ts';
import { titleOf } from './words.ts';

export type Preview = Shown & {
  /** What can be told of the file before it is made. */
  readonly notices: readonly Notice[];
};

type Shown =
  /** `pages` are the first of `count`, as SVG. */
  | { readonly kind: 'pages'; readonly pages: readonly string[]; readonly count: number }
  /** The first row is the head; `count` rows follow it in the file. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly count: number }
  /** `count` lines in the file. */
  | { readonly kind: 'text'; readonly text: string; readonly count: number };

const PAGES = 4;
const ROWS = 40;
const LINES = 120;

export async function previewOf(exporter: Exporter, input: ExportInput, options: ExportOptions): Promise<Preview> {
  const notices = noticesOf(input.plan, exporter.dated ?? false);
  if (!exporter.report) return { ...(await shown(exporter, input, options)), notices };
  const report = reportOf(exporter.report, input, options);
  return { ...reported(report), notices: [...notices, ...report.notices] };
}

async function shown(exporter: Exporter, input: ExportInput, options: ExportOptions): Promise<Shown> {
  switch (exporter.shows) {
    case 'document':
      return pages(input, { ...options, view: 'text' });
    case 'pages':
      return pages(input, options);
    case 'picture': {
      const svg = pictureSvg(input, options.view === 'mindmap' ? 'mindmap' : 'gantt', options);
      return { kind: 'pages', pages: [svg], count: 1 };
    }
    case 'table':
      return table(shownIn(csvRows(input, options)));
    case 'events':
      return table(events(input, options.office));
    case 'report':
      throw new Error(`${exporter.id}: which report?`);
    case 'outline':
      return text((await import('./exchange/markdown.ts')).toMarkdown(input));
    case 'text': {
      const made = await exporter.run(input, options);
      const file = typeof made === 'object' && 'file' in made ? made.file : made;
      return text(typeof file === 'string' ? file : '');
    }
  }
}

function reported(report: Report): Shown {
  if (report.kind === 'text') return text(report.paragraphs.map(({ pieces }) => wordsOf(pieces)).join('\n'));
  const rows = report.rows.map((row) => ('heading' in row ? [row.heading] : row.cells.map(wordsOf)));
  return table([report.columns.map(({ title }) => title), ...rows]);
}

async function pages(input: ExportInput, options: ExportOptions): Promise<Shown> {
  const { pagesFor } = await import('./pdf.ts');
  const { pages: all, theme } = pagesFor(input, options);
  const title = titleOf(input.plan.meta);
  // Paper is white, whatever the ground of the screen.
  const paper = { ...(theme ?? LIGHT), page: '#ffffff' };
  return {
    kind: 'pages',
    pages: all.slice(0, PAGES).map((page) => pageSvg(page, paper, { title })),
    count: all.length,
  };
}

/** Without the columns that only a program reads. */
function shownIn(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [head = []] = rows;
  const hidden = new Set([IDS.node, IDS.item].map((name) => head.indexOf(name)));
  return rows.map((row) => row.filter((_, at) => !hidden.has(at)));
}

function table(rows: readonly (readonly string[])[]): Shown {
  return { kind: 'table', rows: rows.slice(0, ROWS + 1), count: Math.max(0, rows.length - 1) };
}

function text(whole: string): Shown {
  const lines = whole.split('\n');
  return { kind: 'text', text: lines.slice(0, LINES).join('\n'), count: lines.length };
}
