// What an exporter is: who offers it, what may be chosen, what it gives back. The list of them is registry.ts.
import type { Day, Id, Plan } from '../model/plan.ts';
import type { Lang } from '../layout/words.ts';
import type { Contents } from './json.ts';
import type { Notice } from './notices.ts';
import type { PaperName } from '../layout/paper.ts';
import type { PictureView } from './picture.ts';
import type { Rasterise } from './png.ts';

export type ExportId =
  'docx' | 'pdf' | 'svg' | 'png' | 'xlsx' | 'csv' | 'ics' | 'mspdi' | 'md' | 'opml' | 'mm' | 'xmind' | 'json' | 'txt';

/** Where it stands in the menu: 文档 · 表格 · 图 · 交换. */
export const GROUPS = ['document', 'table', 'picture', 'exchange'] as const;
export type Group = (typeof GROUPS)[number];

export interface ExportInput extends Contents {
  /** The clock's day; a demonstration brings its own. */
  readonly today: Day;
  /** Of a plan that a server keeps: what an edited copy is brought back to. */
  readonly id?: Id | undefined;
}

/** What an export can show: a picture of the plan, or on paper also its text and its task list. */
export type ViewChoice = PictureView | 'text' | 'list';

/** The whole on one sheet, or as many as it takes. */
export type Fit = 'page' | 'tiles';

/** What may be chosen of a format; each exporter names those it heeds. */
export interface Choices {
  /** Of a picture; the first of the exporter's views when not said. */
  readonly view?: ViewChoice | undefined;
  readonly paper?: PaperName | undefined;
  readonly fit?: Fit | undefined;
  /** Only what this office leads or assists. */
  readonly office?: Id | undefined;
}

export interface ExportOptions extends Choices {
  readonly lang: Lang;
  readonly rasterise?: Rasterise | undefined;
  /** TrueType files to set type from, the preferred first. */
  readonly fonts?: readonly Uint8Array[] | undefined;
  /** 0 to 1, of formats that take a while. */
  readonly progress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Made {
  readonly file: Uint8Array | string;
  /** What whoever asked must be told about the file. */
  readonly notices: readonly Notice[];
}

export interface Exporter {
  readonly id: ExportId;
  readonly group: Group;
  /** In the interface's word lists. */
  readonly titleKey: `export.${ExportId}`;
  readonly ext: string;
  readonly mime: string;
  /** Which pictures of the plan it can be; none for a document of the whole. */
  readonly views?: readonly ViewChoice[];
  /** Is printed: on which paper may be chosen, for its pictures. */
  readonly papers?: readonly PaperName[];
  /** Needs fonts to embed. */
  readonly fonts?: true;
  /** Can be of one office only. */
  readonly offices?: true;
  /** `must`: no file without it; `may`: readers that cannot draw SVG see an empty chart without it. */
  readonly raster?: 'must' | 'may';
  /** Is about days: a plan without any is told so. */
  readonly dated?: true;
  readonly run: (input: ExportInput, options: ExportOptions) => Promise<Uint8Array | string | Made>;
}

/** The office chosen by id or by any of its names. */
export function officeNamed(plan: Plan, name: string): Id | undefined {
  if (plan.offices.has(name)) return name;
  return [...plan.offices.values()].find((office) => office.name === name || office.aliases.includes(name))?.id;
}
