// What the parser is not sure of, and what the text leaves open, as warnings with their lines. Changes nothing.
import type { Deadline } from './deadline.ts';
import { warning } from './draft.ts';
import type { DraftNode, Rest, Warning, WarningCode } from './draft.ts';
import { flat } from './manner.ts';
import { findTimes } from './period.ts';
import { isSchoolYear } from './head.ts';
import type { RoleRules } from './roles.ts';
import type { Tidy } from './tidy.ts';

interface Subject {
  readonly title: string;
  readonly year: number | undefined;
  readonly children: readonly DraftNode[];
  readonly rest: readonly Rest[];
  /** Lines with a role bracket that never closes. */
  readonly unclosed: readonly number[];
  /** The year comes from neither title nor preamble. */
  readonly guessed: boolean;
  readonly plain: Tidy;
  readonly rules: RoleRules;
}

export function doubts({ title, year, guessed, children, rest, unclosed, plain, rules }: Subject): readonly Warning[] {
  const found: Warning[] = [];
  const say = (line: number, code: WarningCode, about?: string): void => void found.push(warning(line, code, about));
  if (title === '') say(1, 'title-missing');
  if (year === undefined) say(1, 'year-missing');
  else if (guessed) say(1, 'year-guessed', String(year));
  if (plain.joinedAt !== undefined) say(plain.joinedAt, 'lines-joined');
  for (const line of plain.tables) say(line, 'table-read');
  const ruled = rules.first === true;
  const span =
    year === undefined ? undefined : { year, until: isSchoolYear(title) ? `${year + 1}-08-31` : `${year}-12-31` };
  const all = flat(children);
  const items = all.filter((node) => node.kind === 'item');
  if (items.length === 0) say(1, 'no-items');
  for (const { line, text } of rest) say(line, 'unread', text);
  for (const line of unclosed) say(line, 'bracket-open');
  oddNumbers(children).forEach((node) => say(node.line, 'number-odd', `${node.number} ${node.title}`));
  const led = all.some((node) => node.roles.lead.length > 0);
  const inherits = new Set(all.filter(({ roles }) => roles.lead.length > 0).flatMap(({ children }) => flat(children)));
  const detailed = items.some((item) => item.children.length > 0);
  for (const node of all) {
    if (node.roles.guessed) say(node.line, 'role-guessed', node.title);
    if (node.roles.inText) say(node.line, 'role-in-text', node.title);
    if (node.roles.unlabelled) say(node.line, 'role-unlabelled', node.title);
    if (node.deadline) doubtDeadline(node.line, node.deadline, span, say);
    if (ruled && node.roles.lead.length === 1 && node.roles.assist.length > 0) say(node.line, 'role-first', node.title);
    const own = node.roles.lead.length > 0;
    if (own && node.children.length > 0) say(node.line, 'role-shared', node.title);
    if (node.kind === 'section' && !node.marked) say(node.line, 'section-unmarked', node.title);
    if (node.kind !== 'item') continue;
    if (node.form?.['untitled'] !== undefined) say(node.line, 'item-untitled', node.title);
    if (!node.marked) say(node.line, 'number-missing', node.title);
    const named = own || inherits.has(node);
    if (detailed && !named && node.children.length === 0) say(node.line, 'item-empty', node.title);
    if (!led || named) continue;
    // An item that is all title is its own measure.
    const measures = detailed || node.children.length > 0 ? node.children : [node];
    for (const each of measures) if (each.roles.lead.length === 0) say(each.line, 'lead-missing', each.title);
  }
  return found.sort((a, b) => a.line - b.line);
}

/** The year a plan is about, and its last day: a school year ends with the next August. */
interface PlanYear {
  readonly year: number;
  readonly until: string;
}

type Say = (line: number, code: WarningCode, about?: string) => void;

function doubtDeadline(line: number, deadline: Deadline, span: PlanYear | undefined, say: Say): void {
  const { kind, raw, start, end } = deadline;
  if (kind === 'unclear') say(line, 'deadline-unclear', raw);
  if (end === null || span === undefined) return;
  const { year, until } = span;
  if (findTimes(raw, year).length > 1) say(line, 'deadline-several', raw);
  if (end < `${year}-01-01` || (start ?? end) > until) say(line, 'deadline-outside', raw);
}

/** Sections count among their siblings; items run on, or count anew from 1 in another section. */
function oddNumbers(roots: readonly DraftNode[]): readonly DraftNode[] {
  const odd: DraftNode[] = [];
  let item = 0;
  const visit = (nodes: readonly DraftNode[]): void => {
    let section = 0;
    let first = true;
    for (const node of nodes) {
      if (node.kind === 'section') {
        if (node.marked && node.number !== ++section) odd.push(node);
        section = node.number;
        visit(node.children);
      } else {
        if (node.marked && node.number !== item + 1 && !(first && node.number === 1)) odd.push(node);
        item = node.number;
        first = false;
      }
    }
  };
  visit(roots);
  return odd;
}
