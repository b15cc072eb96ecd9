// Hands a plan over as a file, made here in the browser. Which formats exist is known by the exporters' own registry.
import type { PaperName } from '../../shared/layout/paper.ts';
import type { Id } from '../../shared/model/plan.ts';
import { EXPORTERS, exporterOf, fileName } from '../../shared/export/registry.ts';
import { PAPERS, asksOf } from '../../shared/export/format.ts';
import type { Choices, ExportId, ExportInput, Group, ViewChoice } from '../../shared/export/format.ts';
import type { Preview } from '../../shared/export/preview.ts';
import { planPath } from '../../shared/protocol/api.ts';
import { makePreview } from '../export/job.ts';
import type { Hears } from '../export/job.ts';
import { isLack, whereFontsAre } from '../export/typeset.ts';
import type { Told } from '../export/typeset.ts';
import type { Connection } from './connection.ts';
import { clock } from './clock.ts';
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

export interface File {
  readonly blob: Blob;
  readonly name: string;
  readonly notices: readonly Told[];
  /** Characters that stand in it as 〓: whoever asked is told before it is theirs. */
  readonly lacks?: Told | undefined;
}

export async function makeChosen(chosen: Chosen, connection: Connection, id: Id, hears: Hears = {}): Promise<File> {
  const exporter = exporterOf(chosen.format)!;
  const input = inputOf(connection, id);
  const choices = { ...chosen, lang: settings.get().lang };
  const task = { format: exporter.id, input, choices };
  const { file, notices } = await whereFontsAre(id, task, hears);
  const blob = new Blob([file as BlobPart], { type: exporter.mime });
  return { blob, name: fileName(input.plan, exporter, choices), notices, lacks: notices.find(isLack) };
}

export function previewChosen(chosen: Chosen, connection: Connection, id: Id, hears: Hears): Promise<Preview> {
  const choices = { ...chosen, lang: settings.get().lang };
  return makePreview({ format: chosen.format, input: inputOf(connection, id), choices }, hears);
}

/** What every export is made from. */
export function inputOf({ plan: store, notes, revision }: Connection, id: Id): ExportInput {
  const plan = store.get();
  if (!plan) throw new Error('an export was asked for before the plan had loaded');
  const address = location.origin + planPath(id);
  return { plan, notes: notes(), today: clock.get(), id, revision: revision(), address };
}

export function save({ blob, name }: Pick<File, 'blob' | 'name'>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
