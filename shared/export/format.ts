// What an exporter is: who offers it, what may be chosen, what it gives back. The list of them is registry.ts.
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Plan } from '../model/plan.ts';
import { childrenOf } from '../model/tree.ts';
import type { Screen } from '../layout/screen.ts';
import type { Lang } from '../layout/words.ts';
import type { Contents } from './json.ts';
import type { Notice } from './notices.ts';
import type { PaperName } from '../layout/paper.ts';
import type { Rasterise } from './png.ts';

export type ExportId =
  | 'docx'
  | 'pdf'
  | 'svg'
  | 'png'
  | 'xlsx'
  | 'csv'
  | 'ics'
  | 'mspdi'
  | 'md'
  | 'opml'
  | 'mm'
  | 'xmind'
  | 'json'
  | 'txt'
  | 'supervise-docx'
  | 'supervise-xlsx'
  | 'opinions-docx'
  | 'opinions-xlsx'
  | 'compare-docx'
  | 'compare-xlsx'
  | 'redline-docx'
  | 'summary-docx';

/** Where it stands in the menu: 文档 · 表格 · 督查与总结 · 图 · 交换. */
export const GROUPS = ['document', 'table', 'report', 'picture', 'exchange'] as const;
export type Group = (typeof GROUPS)[number];

export interface ExportInput extends Contents {
  /** The clock's day; a demonstration brings its own. */
  readonly today: Day;
  /** Of its page, where that is known: tables, reports and calendars lead back there. */
  readonly address?: string | undefined;
  /** Of a plan that a server keeps: what an edited copy is brought back to. */
  readonly id?: Id | undefined;
  /** How many edits made it what it is; grows with each. */
  readonly revision?: number | undefined;
}

/** The pictures there are. */
export const VIEWS = ['gantt', 'mindmap'] as const;
export type PictureView = (typeof VIEWS)[number];

/** What an export can show: a picture of the plan, or on paper also its text and its task list. */
export type ViewChoice = PictureView | 'text' | 'list';

/** The whole on one sheet, or as many as it takes. */
export type Fit = 'page' | 'tiles';

/** The bureau's own reports. */
export const REPORTS = ['supervise', 'opinions', 'compare', 'redline', 'summary'] as const;
export type ReportName = (typeof REPORTS)[number];

/** What may be chosen of a format; each exporter names those it heeds. */
export interface Choices {
  /** Of a picture; the first of the exporter's views when not said. */
  readonly view?: ViewChoice | undefined;
  readonly paper?: PaperName | undefined;
  readonly fit?: Fit | undefined;
  /** Only what this office leads or assists. */
  readonly office?: Id | undefined;
  /** Only this section and what is below it. */
  readonly section?: Id | undefined;
  /** The baseline the dates are set beside. */
  readonly baseline?: Id | undefined;
  /** A second one. */
  readonly beside?: Id | undefined;
  /** As one screen shows it, instead of the whole plan; then the choices of a part say nothing. */
  readonly screen?: Screen | undefined;
  /** The official text goes with its attachments unless this says `none`; with 待补清单 as well when it says `checked`. */
  readonly annexes?: Annexes | undefined;
  /** The band of terms and teaching weeks heads a chart, where there is one, unless this says `none`. */
  readonly school?: School | undefined;
  /** Of a 督查表: 2019-06 or 2019-Q2. */
  readonly period?: string | undefined;
  /** The versions of a comparison: baselines that kept words, or `now`. */
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
}

export const ANNEXES = ['all', 'checked', 'none'] as const;
export type Annexes = (typeof ANNEXES)[number];

export const SCHOOL = ['shown', 'none'] as const;
export type School = (typeof SCHOOL)[number];

/** A choice that an exporter heeds, by its name in `Choices`. */
export type Ask = Exclude<keyof Choices, 'view' | 'screen'>;

export const PAPERS = ['A4', 'A3', 'A0'] as const satisfies readonly PaperName[];
export const FITS = ['page', 'tiles'] as const satisfies readonly Fit[];

export interface ExportOptions extends Choices {
  readonly lang: Lang;
  readonly rasterise?: Rasterise | undefined;
  /** TrueType files to set type from, the preferred first. */
  readonly fonts?: readonly Uint8Array[] | undefined;
  /** Only for characters that none of those has. */
  readonly spares?: readonly Uint8Array[] | undefined;
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
  /** What else may be chosen, of the whole or of each of its views. */
  readonly asks?: readonly Ask[] | Readonly<Partial<Record<ViewChoice, readonly Ask[]>>>;
  /** Can hold what a screen shows: all of it, or these of its views. */
  readonly screen?: true | readonly ViewChoice[];
  /** What of it can be shown before it is made. */
  readonly shows: 'document' | 'pages' | 'picture' | 'table' | 'events' | 'outline' | 'text' | 'report';
  /** Needs fonts to embed. */
  readonly fonts?: true;
  /** `must`: no file without it; `may`: readers that cannot draw SVG see an empty chart without it. */
  readonly raster?: 'must' | 'may';
  /** Is about days: a plan without any is told so. */
  readonly dated?: true;
  /** Which of the bureau's reports it is. */
  readonly report?: ReportName;
  readonly run: (input: ExportInput, options: ExportOptions) => Promise<Uint8Array | string | Made>;
}

/** What may be chosen of one of its views; the first, when none is said. */
export function asksOf({ asks = [], views }: Exporter, view: ViewChoice | undefined): readonly Ask[] {
  if (Array.isArray(asks)) return asks as readonly Ask[];
  return (asks as Readonly<Partial<Record<ViewChoice, readonly Ask[]>>>)[view ?? views![0]!] ?? [];
}

/** Whether it, or this view of it, can be as a screen shows it. */
export function takesScreen({ screen, views }: Exporter, view: ViewChoice | undefined): boolean {
  return screen === true || (screen?.includes(view ?? views![0]!) ?? false);
}

/** What a screen brings with it and nobody is asked for besides. */
export const OF_SCREEN: readonly Ask[] = ['office', 'section', 'baseline', 'beside', 'school'];

/** The office chosen by id or by any of its names. */
export function officeNamed(plan: Plan, name: string): Id | undefined {
  if (plan.offices.has(name)) return name;
  return [...plan.offices.values()].find((office) => office.name === name || office.aliases.includes(name))?.id;
}

/** The section chosen by id, by its number (二 or 二、) or by its title. */
export function sectionNamed(plan: Plan, name: string): Id | undefined {
  const sections = sectionsOf(plan);
  return sections.find(({ id, title, mark, label }) => [id, title, mark, label].includes(name))?.id;
}

/** What a range may be chosen from: whatever stands at the top. */
export function sectionsOf(plan: Plan) {
  const numbers = numbering(plan);
  return childrenOf(plan, ROOT).flatMap((id) => {
    const node = plan.nodes.get(id)!;
    if (node.kind === 'milestone') return [];
    const { mark = '', label = '' } = numbers.get(id) ?? {};
    return [{ id, title: node.title, mark, label }];
  });
}

/** The baseline chosen by id or by name. */
export function baselineNamed({ records }: Plan, name: string): Id | undefined {
  if (records.baseline.has(name)) return name;
  return [...records.baseline].find(([, { name: called }]) => called === name)?.[0];
}
