// What the parser makes of a text: a tree with lines and offsets, doubts and leftovers; and its two shapes for others, Outline and JSON.
import type { Form, Meta, Outline } from '../model/plan.ts';
import type { Deadline } from './deadline.ts';
import type { Roles } from './roles.ts';

export interface DraftNode {
  readonly kind: 'section' | 'item' | 'clause';
  readonly title: string;
  /** From 1. */
  readonly line: number;
  /** UTF-16 offsets into `source`, half open: from the mark to the last stop. */
  readonly start: number;
  readonly end: number;
  /** As written, or counted where the text has none; 0 for a clause without mark. */
  readonly number: number;
  /** The number stands in the text. */
  readonly marked: boolean;
  readonly roles: Roles;
  readonly deadline: Deadline | null;
  readonly form: Form | undefined;
  readonly children: readonly DraftNode[];
}

/** Text that belongs to no node and is written back in its place. */
export interface Rest {
  readonly line: number;
  readonly text: string;
}

export interface Draft {
  /** The text with line ends made `\n`. */
  readonly source: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly preamble: string;
  readonly form: Form | undefined;
  readonly children: readonly DraftNode[];
  readonly warnings: readonly Warning[];
  readonly rest: readonly Rest[];
}

/** Doubts of the parser. The list is closed; the messages are its Chinese, the page has its own words by code. */
export const WARNINGS = {
  'title-missing': '没有找到标题',
  'year-missing': '没有找到年份',
  'no-items': '没有找到带序号的条目',
  'number-odd': '序号与前文不相连',
  'number-missing': '条目没有序号',
  'item-untitled': '条目没有标题，取正文开头作标题',
  'item-empty': '条目下没有措施',
  'lead-missing': '措施没有牵头部门',
  'role-shared': '牵头部门写在条目上，其下各条措施共用',
  'role-guessed': '牵头与责任单位并列，责任单位按配合部门读入',
  'bracket-open': '括号没有配对，按正文读入',
  'deadline-unclear': '没有读懂完成时限，保留原文',
  unread: '不属于任何条目，原样保留',
} as const;

export type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  readonly line: number;
  readonly code: WarningCode;
  readonly message: string;
}

export function warning(line: number, code: WarningCode, about = ''): Warning {
  const quote = about.length > 24 ? `${about.slice(0, 24)}…` : about;
  return { line, code, message: quote ? `${WARNINGS[code]}：${quote}` : WARNINGS[code] };
}

/** For `graft`: the plan's head and its tree, undated. */
export function toOutline(draft: Draft): { readonly meta: Meta; readonly children: readonly Outline[] } {
  return {
    meta: {
      title: draft.title,
      ...(draft.year !== undefined && { year: draft.year }),
      sample: false,
      preamble: draft.preamble,
      ...(draft.form && { form: draft.form }),
    },
    children: draft.children.map(outline),
  };
}

function outline({ kind, title, roles, form, children }: DraftNode): Outline {
  return {
    kind,
    title,
    ...(roles.lead.length > 0 && { lead: roles.lead }),
    ...(roles.assist.length > 0 && { assist: roles.assist }),
    ...(form && { form }),
    ...(children.length > 0 && { children: children.map(outline) }),
  };
}

export interface JsonClause {
  readonly text: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly deadline: Deadline | null;
}

/** What `guatu import` prints. */
export interface ImportJson {
  readonly title: string;
  readonly year: number | null;
  readonly preamble: string;
  readonly sections: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    /** 1 for the outermost. */
    readonly level: number;
    readonly parent: string | null;
  }[];
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    /** The id of the section it stands in. */
    readonly section: string | null;
    readonly clauses: readonly JsonClause[];
  }[];
  readonly warnings: readonly Warning[];
  readonly rest: readonly Rest[];
}

export function toJson(draft: Draft): ImportJson {
  const sections: ImportJson['sections'][number][] = [];
  const items: ImportJson['items'][number][] = [];
  const visit = (nodes: readonly DraftNode[], parent: string | null, level: number): void => {
    for (const node of nodes) {
      if (node.kind === 'section') {
        const id = `S${sections.length + 1}`;
        sections.push({ id, number: node.number, title: node.title, level, parent });
        visit(node.children, id, level + 1);
      } else {
        items.push({ number: node.number, title: node.title, section: parent, clauses: jsonClauses(node) });
      }
    }
  };
  visit(draft.children, null, 1);
  const { title, year = null, preamble, warnings, rest } = draft;
  return { title, year, preamble, sections, items, warnings, rest };
}

/** Roles that stand on the item count for its clauses that have none; an item that is all title is its own clause. */
function jsonClauses(item: DraftNode): readonly JsonClause[] {
  const shared = item.roles;
  const named = shared.lead.length + shared.assist.length + shared.leaders.length > 0 || item.deadline !== null;
  if (item.children.length === 0) return named ? [jsonClause(item, shared, item)] : [];
  return item.children.map((clause) => jsonClause(clause, shared, item));
}

function jsonClause(clause: DraftNode, shared: Roles, item: DraftNode): JsonClause {
  const { lead, assist, leaders } = clause.roles;
  const none = lead.length === 0;
  return {
    text: clause.title,
    lead: none ? shared.lead : lead,
    assist: none && assist.length === 0 ? shared.assist : assist,
    leaders: leaders.length === 0 ? shared.leaders : leaders,
    deadline: clause.deadline ?? item.deadline,
  };
}
