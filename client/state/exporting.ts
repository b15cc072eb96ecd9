// Hands a plan over as a file, made here in the browser. Which formats exist is known by the exporters' own registry.
import type { PaperName } from '../../shared/layout/paper.ts';
import type { Id } from '../../shared/model/plan.ts';
import { EXPORTERS, exporterOf, fileName, runExport } from '../../shared/export/registry.ts';
import type { ExportId, ExportOptions, Group, Made } from '../../shared/export/format.ts';
import { noticeText } from '../../shared/export/notices.ts';
import { NOTICES, exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { rasterise } from '../parts/raster.ts';
import type { Connection } from './connection.ts';
import { clock } from './clock.ts';
import { tell } from './notices.ts';
import { settings } from './settings.ts';

type Picture = NonNullable<ExportOptions['view']>;

/** One way out: a format, and of a picture, which one. */
export interface Way {
  /** What `file.export` takes: `docx`, `svg:gantt` … */
  readonly format: string;
  readonly group: Group;
  readonly titleKey: `export.${ExportId}`;
  readonly ext: string;
  readonly view?: Picture;
  readonly paper?: PaperName;
}

export const WAYS: readonly Way[] = EXPORTERS.flatMap(({ id, group, titleKey, ext, views, papers = [] }): Way[] => {
  const way = { group, titleKey, ext };
  if (!views) return [{ ...way, format: id }];
  return views.flatMap((view): Way[] => {
    // Text and list keep to the paper of official documents.
    const sheets = view === 'gantt' || view === 'mindmap' ? papers : [];
    if (sheets.length === 0) return [{ ...way, format: `${id}:${view}`, view }];
    return sheets.map((paper) => ({ ...way, group: 'picture', format: `${id}:${view}:${paper}`, view, paper }));
  });
});

export async function exportAs(format: string, { plan: store, notes }: Connection, id: Id): Promise<void> {
  const plan = store.get();
  const way = WAYS.find((each) => each.format === format);
  const [name = ''] = format.split(':');
  const exporter = exporterOf(name);
  if (!plan || !exporter) throw new Error(`nothing exports ${format}`);
  const options: ExportOptions = { lang: settings.get().lang, view: way?.view, paper: way?.paper, rasterise };
  try {
    const { file, notices } = exporter.fonts
      ? await fromServer(id, exporter.id, options)
      : await runExport(exporter.id, { plan, notes: notes(), today: clock.get(), id }, options);
    save(new Blob([file as BlobPart], { type: exporter.mime }), fileName(plan, exporter, options));
    for (const notice of notices)
      tell({
        key: `export ${notice.code}`,
        tone: 'plain',
        say: () =>
          'message' in notice ? notice.message[settings.get().lang] : noticeText(notice, settings.get().lang),
      });
  } catch (fault) {
    tell({ key: 'export.failed', tone: 'warn', say: (t) => t('export.failed'), detail: String(fault), stays: true });
  }
}

/** Type is set where the fonts are: the office's own and the one that comes with us are too large to send to every page. */
async function fromServer(
  plan: Id,
  format: ExportId,
  options: ExportOptions,
): Promise<Pick<Made, 'file'> & { notices: readonly Told[] }> {
  const { lang, view, paper, fit, signal = null } = options;
  const wishes = Object.entries({ lang, view, paper, fit }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const answer = await fetch(`${exportPath(plan, format)}?${new URLSearchParams(wishes)}`, { signal });
  if (!answer.ok) throw new Error(((await answer.json()) as Refused).message[lang]);
  const said = JSON.parse(decodeURIComponent(answer.headers.get(NOTICES) ?? '[]')) as readonly Refused['message'][];
  const notices = said.map((message, index) => ({ code: `server ${index}`, message }));
  return { file: new Uint8Array(await answer.arrayBuffer()), notices };
}

/** What a notice says, when the server has put it in words. */
interface Told {
  readonly code: string;
  readonly message: Refused['message'];
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
