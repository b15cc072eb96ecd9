// Plan → 要点 text. An untouched import comes back byte for byte; what was edited is numbered and punctuated in the document's manner.
import { numbering } from '../model/numbering.ts';
import type { Numbered } from '../model/numbering.ts';
import { BIN, ROOT } from '../model/plan.ts';
import type { Id, Node, Office, Plan } from '../model/plan.ts';
import { branch, childrenOf, depthOf } from '../model/tree.ts';
import { digest } from '../model/digest.ts';
import { formGet, mannerOf, usualAlone, usualBare, usualGap, usualMark, usualStop } from './grammar.ts';
import type { FormKey, Manner } from './grammar.ts';
import { writeMark } from './marks.ts';
import { rolesAhead } from './roleopening.ts';
import { readRoles } from './roles.ts';
import type { RoleRules } from './roles.ts';
import { writeRoles } from './rolewrite.ts';
import { OPEN } from './words.ts';

/** A piece of the text; all pieces joined are the text. */
export interface TextPart {
  readonly node?: Id;
  readonly part: 'title' | 'preamble' | 'mark' | 'text' | 'bracket' | 'stop' | 'space' | 'rest';
  readonly text: string;
}

export function write(plan: Plan): string {
  const text = writeParts(plan)
    .map((part) => part.text)
    .join('');
  const raw = formGet(plan.meta.form, 'raw');
  if (raw === undefined || plan.meta.form?.['wrote'] !== digest(text)) return text;
  const eol = formGet(plan.meta.form, 'eol');
  return eol === undefined ? raw : raw.replaceAll('\n', eol);
}

/** The text cut into typed pieces, so that screen and document show precisely the characters of `write`. */
export function writeParts(plan: Plan): readonly TextPart[] {
  const page = open(plan);
  const { title, preamble } = plan.meta;
  loose(page, page.manner.start);
  if (title) paragraph(page, [{ part: 'title', text: title }], page.manner.afterTitle);
  if (preamble) paragraph(page, [{ part: 'preamble', text: preamble }], page.manner.afterPreamble);
  for (const id of childrenOf(plan, ROOT)) paragraphsOf(page, id);
  close(page);
  const { eol } = page.manner;
  const whole = page.parts.filter((part) => part.text !== '');
  return eol === '\n' ? whole : whole.map((part) => ({ ...part, text: part.text.replaceAll('\n', eol) }));
}

interface Page {
  readonly plan: Plan;
  readonly manner: Manner;
  readonly numbers: ReadonlyMap<Id, Numbered>;
  /** No section or item was added, moved or binned: numbers are what the source wrote. */
  readonly asWritten: boolean;
  readonly rules: RoleRules;
  readonly parts: TextPart[];
  /** What follows the paragraph written last, unless it stays the last. */
  tail: string;
}

function open(plan: Plan): Page {
  const manner = mannerOf(plan.meta.form);
  const rules = { first: manner.rule.includes('first'), bare: manner.rule.includes('bare') };
  return { plan, manner, numbers: numbering(plan), asWritten: isAsWritten(plan), rules, parts: [], tail: '' };
}

function isAsWritten(plan: Plan): boolean {
  const numbered = (id: Id): boolean => ['section', 'item'].includes(plan.nodes.get(id)!.kind);
  const moved = (id: Id): boolean => plan.nodes.get(id)!.place.turn !== 0;
  const live = branch(plan, ROOT).filter(numbered);
  const binned = branch(plan, BIN).filter(numbered);
  return (
    String(live.length) === plan.meta.form?.['numbers'] &&
    !live.some(moved) &&
    !binned.some((id) => moved(id) && plan.nodes.get(id)!.place.was !== BIN)
  );
}

/** White space, or text of no node. */
function loose(page: Page, text: string): void {
  if (text) page.parts.push({ part: text.trim() ? 'rest' : 'space', text });
}

function paragraph(page: Page, parts: readonly TextPart[], tail: string): void {
  loose(page, page.tail);
  for (const part of parts) page.parts.push(part);
  page.tail = tail;
}

/** After the last paragraph comes the document's end; text that hangs on the paragraph is not lost. */
function close(page: Page): void {
  const { end } = page.manner;
  if (page.tail.trim()) loose(page, end.startsWith('\n') ? page.tail.replace(/\n$/, '') : page.tail);
  loose(page, end);
}

function paragraphsOf(page: Page, id: Id): void {
  const node = page.plan.nodes.get(id)!;
  const below = childrenOf(page.plan, id);
  if (node.kind === 'task' || node.kind === 'milestone') return;
  const tail = formGet(node.form, 'after') ?? still(node, 'tail') ?? '\n';
  if (node.kind === 'section') paragraph(page, sectionParts(page, node), tail);
  else if (node.kind === 'item') paragraph(page, itemParts(page, node), tail);
  else if (!isBlank(page, node)) paragraph(page, clauseParts(page, [node], false), tail);
  for (const child of below) if (node.kind !== 'item' || !isClause(page, child)) paragraphsOf(page, child);
}

function isClause(page: Page, id: Id): boolean {
  return page.plan.nodes.get(id)!.kind === 'clause';
}

/** Deviations in white space and mark are those of the place where the node was read. */
function still(node: Node, key: FormKey): string | undefined {
  return node.place.turn === 0 ? formGet(node.form, key) : undefined;
}

function headParts(page: Page, node: Node, kind: 'section' | 'item'): TextPart[] {
  const depth = kind === 'section' ? depthOf(page.plan, node.id) : 0;
  const sample = still(node, 'mark') ?? usualMark(page.manner, kind, depth);
  const index = page.numbers.get(node.id)?.index ?? 1;
  const mark = writeMark(sample, index, page.asWritten ? formGet(node.form, 'number') : undefined, pathTo(page, node));
  return [
    { node: node.id, part: 'space', text: still(node, 'indent') ?? page.manner.indent },
    { node: node.id, part: 'mark', text: mark },
  ];
}

/** The numbers of what a node hangs below, outermost first: 1.2 before the 3 of 1.2.3. */
function pathTo({ plan, numbers }: Page, { place }: Node): readonly number[] {
  const path: number[] = [];
  for (let id = place.parent; numbers.has(id); id = plan.nodes.get(id)!.place.parent)
    path.unshift(numbers.get(id)!.index);
  return path;
}

function sectionParts(page: Page, node: Node): readonly TextPart[] {
  const bracket = bracketOf(page, node);
  return [
    ...headParts(page, node, 'section'),
    { node: node.id, part: 'text', text: node.title },
    { node: node.id, part: 'stop', text: bracket ? (formGet(node.form, 'inner') ?? '') : '' },
    { node: node.id, part: 'bracket', text: bracket },
    { node: node.id, part: 'stop', text: formGet(node.form, 'alone') ?? '' },
  ];
}

function itemParts(page: Page, node: Node): readonly TextPart[] {
  const clauses = childrenOf(page.plan, node.id)
    .map((id) => page.plan.nodes.get(id)!)
    .filter((child) => child.kind === 'clause' && !isBlank(page, child));
  const untitled = clauses.length > 0 && formGet(node.form, 'untitled') === node.title;
  const bracket = untitled ? '' : bracketOf(page, node);
  const body = clauseParts(page, clauses, !untitled);
  return [
    ...headParts(page, node, 'item'),
    { node: node.id, part: 'text', text: untitled ? '' : node.title },
    { node: node.id, part: 'stop', text: bracket ? (formGet(node.form, 'inner') ?? '') : '' },
    { node: node.id, part: 'bracket', text: bracket },
    { node: node.id, part: 'stop', text: untitled ? '' : itemStop(page, node, bracket, body) },
    ...body,
  ];
}

function itemStop(page: Page, node: Node, bracket: string, body: readonly TextPart[]): string {
  if (body.length === 0) return formGet(node.form, 'alone') ?? usualAlone(page.manner, node.title);
  const stop = formGet(node.form, 'stop') ?? usualStop(page.manner, node.title, bracket);
  // A title that stood on a line of its own needs its stop once the text follows on the same line.
  const glued = stop === '' && bracket === '' && !body[0]!.text.includes('\n');
  return glued ? usualBare(node.title) : stop;
}

/** A new node nobody has filled in yet. */
function isBlank(page: Page, node: Node): boolean {
  return node.title.trim() === '' && node.form === undefined && bracketOf(page, node) === '';
}

/** The clauses of one item, each beginning with the white space before it. */
function clauseParts(page: Page, clauses: readonly Node[], titled: boolean): readonly TextPart[] {
  const shared = clauses.map((clause) => formGet(clause.form, 'mark')).find(Boolean) ?? '';
  const samples = clauses.map((clause) => formGet(clause.form, 'mark') ?? shared);
  const gaps = clauses.map(
    (clause, i) => still(clause, 'gap') ?? usualGap(page.manner, i === 0, titled, samples[i] !== ''),
  );
  let marked = 0;
  return clauses.flatMap((clause, i): TextPart[] => {
    const mark = samples[i] ? writeMark(samples[i], ++marked, still(clause, 'number'), pathTo(page, clause)) : '';
    const { inner, bracket, stop } = clauseEnd(page, clause, gaps[i + 1]);
    return [
      { node: clause.id, part: 'space', text: gaps[i]! },
      { node: clause.id, part: 'mark', text: mark },
      { node: clause.id, part: 'text', text: clause.title },
      { node: clause.id, part: 'stop', text: inner },
      { node: clause.id, part: 'bracket', text: bracket },
      { node: clause.id, part: 'stop', text: stop },
    ];
  });
}

/** `nextGap` is the white space before the next clause of the item, if there is one. */
function clauseEnd(
  page: Page,
  clause: Node,
  nextGap: string | undefined,
): { readonly inner: string; readonly bracket: string; readonly stop: string } {
  const { form, title } = clause;
  const bracket = bracketOf(page, clause);
  if (bracket === '') {
    const bare = formGet(form, 'bare') ?? usualBare(title);
    const glued = bare === '' && nextGap !== undefined && !nextGap.includes('\n');
    return { inner: '', bracket, stop: glued ? usualBare(title) : bare };
  }
  const seen = formGet(form, 'inner') ?? page.manner.inner;
  // ，由甲牵头 became a bracket: the comma goes.
  const inner = OPEN.includes(bracket[0]!) && /[，,；;]/.test(seen) ? '' : seen;
  const stop =
    nextGap === undefined ? (formGet(form, 'last') ?? page.manner.last) : (formGet(form, 'outer') ?? page.manner.outer);
  return { inner, bracket, stop };
}

/** As written while it names the node's offices; else in the same words for the new ones. */
function bracketOf(page: Page, node: Node): string {
  const lead = officesOf(page.plan, node.lead);
  const assist = officesOf(page.plan, node.assist);
  const written = formGet(node.form, 'bracket');
  if (written === undefined && lead.length + assist.length === 0) return '';
  if (written !== undefined) {
    const roles = readRoles(written, page.rules);
    if (sameOffices(roles.lead, lead) && sameOffices(roles.assist, assist)) return written;
  } else if (node.kind === 'clause' || childrenOf(page.plan, node.id).length === 0) {
    const said = rolesAhead(node.title);
    if (said && sameOffices(said.lead, lead) && sameOffices(said.assist, assist)) return '';
  }
  const name = (office: Office): string => office.name;
  return writeRoles(written ?? page.manner.bracket, lead.map(name), assist.map(name));
}

function officesOf(plan: Plan, marks: ReadonlyMap<Id, string>): readonly Office[] {
  return [...marks.keys()].flatMap((id) => plan.offices.get(id) ?? []);
}

function sameOffices(names: readonly string[], offices: readonly Office[]): boolean {
  return (
    names.length === offices.length &&
    names.every((name, i) => name === offices[i]!.name || offices[i]!.aliases.includes(name))
  );
}
