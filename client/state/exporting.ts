// Hands a plan over as a file, made here in the browser. Which formats exist is known by the exporters' own registry.
import type { PaperName } from '../../shared/layout/paper.ts';
import type { Lang } from '../../shared/layout/words.ts';
import type { Id } from '../../shared/model/plan.ts';
import { EXPORTERS, exporterOf, fileName } from '../../shared/export/registry.ts';
import { PAPERS, asksOf } from '../../shared/export/format.ts';
import type { Choices, ExportId, ExportInput, Group, Made, ViewChoice } from '../../shared/export/format.ts';
import { noticeText } from '../../shared/export/notices.ts';
import type { Notice } from '../../shared/export/notices.ts';
import type { Preview } from '../../shared/export/preview.ts';
import { NOTICES, exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { makeFile, makePreview } from '../export/job.ts';
import type { Hears } from '../export/job.ts';
import { readyType } from '../export/type.ts';
import { translate } from '../i18n/t.ts';
import type { Connection } from './connection.ts';
import { clock } from './clock.ts';
import { retract, tell } from './notices.ts';
import { settings } from './settings.ts';

/** One way out: a format, and of a picture, which one. */
export interface Way {
  /** What `file.export` takes: `docx`, `svg:gantt` … */
  readonly format: string;
  readonly group: Group;
  readonly titleKey: `export.${ExportId}`;
  readonly ext: string;
  readonly view?: ViewChoice;
  readonly paper?: PaperName;
}

export const WAYS: readonly Way[] = EXPORTERS.flatMap((exporter): Way[] => {
  const { id, group, titleKey, ext, views } = exporter;
  const way = { group, titleKey, ext };
  if (!views) return [{ ...way, format: id }];
  return views.flatMap((view): Way[] => {
    // Text and list keep to the paper of official documents.
    if (!asksOf(exporter, view).includes('paper')) return [{ ...way, format: `${id}:${view}`, view }];
    return PAPERS.map((paper) => ({ ...way, group: 'picture', format: `${id}:${view}:${paper}`, view, paper }));
  });
});

/** What is to be made: a format and what was chosen of it. */
export interface Chosen extends Choices {
  readonly format: ExportId;
}

/** Straight from a menu: no questions, with the head that the chart has on screen. What takes long says so, and can be stopped. */
export async function exportAs(
  format: string,
  connection: Connection,
  id: Id,
  { school }: Pick<Choices, 'school'>,
): Promise<void> {
  const way = WAYS.find((each) => each.format === format);
  const [name = ''] = format.split(':');
  const exporter = exporterOf(name);
  if (!exporter) throw new Error(`nothing exports ${format}`);
  const stop = new AbortController();
  const slow = setTimeout(() => {
    tell({
      key: 'export.making',
      tone: 'plain',
      say: (t) => t('export.making'),
      stays: true,
      action: { label: (t) => t('cancel'), run: () => stop.abort() },
    });
  }, SLOW);
  try {
    const chosen = { format: exporter.id, view: way?.view, paper: way?.paper, school };
    const made = await makeChosen(chosen, connection, id, { signal: stop.signal });
    save(made);
    for (const notice of made.notices)
      tell({ key: `export ${notice.code}`, tone: 'plain', say: () => notice.message[settings.get().lang] });
  } catch (fault) {
    if (stop.signal.aborted) return;
    tell({ key: 'export.failed', tone: 'warn', say: (t) => t('export.failed'), detail: String(fault), stays: true });
  } finally {
    clearTimeout(slow);
    retract('export.making');
  }
}

const SLOW = 700;

export interface File {
  readonly blob: Blob;
  readonly name: string;
  readonly notices: readonly Told[];
}

export async function makeChosen(chosen: Chosen, connection: Connection, id: Id, hears: Hears = {}): Promise<File> {
  const exporter = exporterOf(chosen.format)!;
  const input = inputOf(connection, id);
  const choices = { ...chosen, lang: settings.get().lang };
  const task = { format: exporter.id, input, choices };
  const { file, notices } = exporter.fonts ? await typeset(id, task, hears) : await makeFile(task, hears);
  const blob = new Blob([file as BlobPart], { type: exporter.mime });
  return { blob, name: fileName(input.plan, exporter, choices), notices: notices.map(told) };
}

export function previewChosen(chosen: Chosen, connection: Connection, id: Id, hears: Hears): Promise<Preview> {
  const choices = { ...chosen, lang: settings.get().lang };
  return makePreview({ format: chosen.format, input: inputOf(connection, id), choices }, hears);
}

/** What every export is made from. */
export function inputOf({ plan: store, notes, revision }: Connection, id: Id): ExportInput {
  const plan = store.get();
  if (!plan) throw new Error('an export was asked for before the plan had loaded');
  return { plan, notes: notes(), today: clock.get(), id, revision: revision() };
}

function told(notice: Notice | Told): Told {
  if ('message' in notice) return notice;
  return { code: notice.code, message: { zh: noticeText(notice, 'zh'), en: noticeText(notice, 'en') } };
}

/** By the server, which has the office's fonts; where it cannot be reached, here, in ours. */
async function typeset(id: Id, task: Parameters<typeof makeFile>[0], hears: Hears): Promise<Loose> {
  try {
    return await fromServer(id, task.format, task.choices, hears.signal);
  } catch (fault) {
    // What the network fails with; a refusal has words of its own.
    if (!(fault instanceof TypeError)) throw fault;
    const fonts = await readyType().catch(() => undefined);
    if (!fonts) throw new Error(translate(task.choices.lang, 'export.no-type'), { cause: fault });
    const { file, notices } = await makeFile({ ...task, fonts }, hears);
    return { file, notices: [...notices, HERE] };
  }
}

type Loose = Pick<Made, 'file'> & { readonly notices: readonly (Notice | Told)[] };

const HERE: Told = {
  code: 'made here',
  message: { zh: translate('zh', 'export.made-here'), en: translate('en', 'export.made-here') },
};

/** Type is set where the fonts are: the office's own and the one that comes with us are too large to send to every page. */
async function fromServer(
  plan: Id,
  format: ExportId,
  choices: Choices & { readonly lang: Lang },
  signal: AbortSignal | null = null,
): Promise<Pick<Made, 'file'> & { notices: readonly Told[] }> {
  const { lang, view, paper, fit, office, section, baseline, annexes, school, period, from, to } = choices;
  const all = { lang, view, paper, fit, office, section, baseline, annexes, school, period, from, to };
  const wishes = Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const answer = await fetch(`${exportPath(plan, format)}?${new URLSearchParams(wishes)}`, { signal });
  if (!answer.ok) throw new Error(((await answer.json()) as Refused).message[lang]);
  const said = JSON.parse(decodeURIComponent(answer.headers.get(NOTICES) ?? '[]')) as readonly Refused['message'][];
  const notices = said.map((message, index) => ({ code: `server ${index}`, message }));
  return { file: new Uint8Array(await answer.arrayBuffer()), notices };
}

/** A notice in words. */
export interface Told {
  readonly code: string;
  readonly message: Refused['message'];
}

export function save({ blob, name }: Pick<File, 'blob' | 'name'>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
