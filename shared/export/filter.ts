// What of a plan belongs to one office: what it leads or assists, with the headings above.
import { rows } from '../layout/rows.ts';
import type { Row } from '../layout/rows.ts';
import { numbering } from '../model/numbering.ts';
import { ancestors } from '../model/tree.ts';
import type { Day, Id, Node, Plan } from '../model/plan.ts';
import { lightWord } from '../layout/cells.ts';
import type { Filter } from '../layout/chips.ts';
import { hitsOf, isActive } from '../layout/filter.ts';
import { dayLabel } from '../layout/label.ts';
import { WORDS } from '../layout/words.ts';
import type { Lang } from '../layout/words.ts';
import type { Choices } from './format.ts';
import type { Entry } from './tasks.ts';

/** A node that names no office is its nearest ancestor's that does. */
export function concerns(plan: Plan, id: Id, office: Id | undefined): boolean {
  if (office === undefined) return true;
  for (const at of [id, ...ancestors(plan, id)]) {
    const node = plan.nodes.get(at);
    if (node && names(node)) return node.lead.has(office) || node.assist.has(office);
  }
  return false;
}

function names({ lead, assist }: Node): boolean {
  return lead.size > 0 || assist.size > 0;
}

/** Which part of the plan was asked for. */
export type Part = Pick<Choices, 'office' | 'section' | 'screen'>;

/** Rows of one office or section; a heading stays where something below it does. */
export function entriesIn(
  entries: readonly Entry[],
  plan: Plan,
  today: Day,
  { office, section, screen }: Part,
): readonly Entry[] {
  const filter = screen && isActive(screen.filter) ? { ...screen.filter, today } : undefined;
  if (office === undefined && section === undefined && !filter) return entries;
  const shown = filter && hitsOf(plan, filter).shown;
  const within = (id: Id): boolean =>
    shown ? shown.has(id) : section === undefined || id === section || ancestors(plan, id).includes(section);
  const kept = entries.filter(({ kind, node }) => within(node) && (kind === 'heading' || concerns(plan, node, office)));
  return kept.filter((entry, index) => {
    if (entry.kind === 'task') return true;
    const next = kept.slice(index + 1).find((other) => other.kind === 'task');
    return next !== undefined && ancestors(plan, next.node).includes(entry.node);
  });
}

/** The rows of a chart: what concerns the office, and what stands above it. */
export function rowsIn(plan: Plan, { office, section }: Part, folded: ReadonlySet<Id> = new Set()): readonly Row[] {
  const filter = { filter: { section } };
  const shown = rows(plan, { folded, ...filter });
  if (office === undefined) return shown;
  const meant = new Set<Id>();
  for (const { id } of rows(plan, { folded: new Set(), ...filter }))
    if (concerns(plan, id, office)) for (const each of [id, ...ancestors(plan, id)]) meant.add(each);
  return shown.filter(({ id }) => meant.has(id));
}

/** 局基教科 · 二、聚焦…: what a part is called beside the plan's title; of a screen, what it is filtered by. */
export function partName(
  plan: Plan,
  { office, section, screen, lang = 'zh' }: Part & { readonly lang?: Lang },
): string {
  if (screen) return filterName(plan, screen.filter, lang);
  return [officeName(plan, office), sectionName(plan, section)].filter(Boolean).join(' · ');
}

/** The same in brackets, as it stands behind a title. */
export function partOf(plan: Plan, part: Part): string {
  const name = partName(plan, part);
  return name && `（${name}）`;
}

function filterName(plan: Plan, filter: Filter, lang: Lang): string {
  const { text, offices = [], section, lights = [], period, undated, findings } = filter;
  const and = lang === 'zh' ? '、' : ', ';
  const home = plan.meta.year;
  const found = { zh: '尚缺要素', en: 'with findings' };
  return [
    text?.trim() && (lang === 'zh' ? `“${text.trim()}”` : `"${text.trim()}"`),
    offices.flatMap((office) => officeName(plan, office) ?? []).join(and),
    sectionName(plan, section),
    lights.map((light) => lightWord(plan, light, lang)).join(and),
    period && `${dayLabel(period.start, home)}–${dayLabel(period.end, home)}`,
    undated && WORDS[lang].undated,
    findings?.length && found[lang],
  ]
    .filter(Boolean)
    .join(' · ');
}

function officeName(plan: Plan, office: Id | undefined): string | undefined {
  return office === undefined ? undefined : plan.offices.get(office)?.name;
}

function sectionName(plan: Plan, section: Id | undefined): string | undefined {
  const node = section === undefined ? undefined : plan.nodes.get(section);
  return node && `${numbering(plan).get(node.id)?.mark ?? ''}${node.title.trim()}`;
}
