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
  /** 目标/成果, where a table has a column for it. */
  readonly deliverable?: string;
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
  'year-guessed': '标题和总述没有写年份，按文首文末的日期取',
  'no-items': '没有找到带序号的条目',
  'number-odd': '序号与前文不相连',
  'number-missing': '条目没有序号',
  'section-unmarked': '标题没有序号，按上下文认作一章',
  'item-untitled': '条目没有标题，取正文开头作标题',
  'item-empty': '条目下没有措施',
  'lead-missing': '措施没有牵头部门',
  'role-shared': '牵头部门写在条目上，其下各条措施共用',
  'role-guessed': '牵头与责任单位并列，责任单位按配合部门读入',
  'role-first': '按文中说明，列第一位的为牵头单位，其余按配合读入',
  'role-in-text': '牵头部门写在句首，已按此读入，原句不变',
  'role-unlabelled': '名称后没有写明职责，按牵头部门读入',
  'bracket-open': '括号没有配对，读到句末为止',
  'deadline-unclear': '没有读懂完成时限，保留原文',
  'deadline-several': '完成时限里有几个时间，取最后一个',
  'deadline-outside': '完成时限不在本年之内',
  'lines-joined': '有按版面断开的行，已接成段落',
  'table-read': '表格按列名读入',
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

function outline({ kind, title, roles, form, deliverable, children }: DraftNode): Outline {
  return {
    kind,
    title,
    ...(roles.lead.length > 0 && { lead: roles.lead }),
    ...(roles.assist.length > 0 && { assist: roles.assist }),
    ...(deliverable && { deliverable: deliverable.slice(0, 2_000) }),
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
  /** Only where the source has a column for 目标/成果. */
  readonly deliverable?: string;
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
  const visit = (nodes: readonly DraftNode[], parent: string | null, level: number, above: Shared): void => {
    for (const node of nodes) {
      const shared = shareOf(node, above);
      if (node.kind === 'section') {
        const id = `S${sections.length + 1}`;
        sections.push({ id, number: node.number, title: node.title, level, parent });
        visit(node.children, id, level + 1, shared);
      } else {
        items.push({ number: node.number, title: node.title, section: parent, clauses: jsonClauses(node, shared) });
      }
    }
  };
  visit(draft.children, null, 1, NOTHING);
  const { title, year = null, preamble, warnings, rest } = draft;
  return { title, year, preamble, sections, items, warnings, rest };
}

/** What stands on a heading or an item counts for what is below and says nothing of its own. */
interface Shared {
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly deadline: Deadline | null;
}

const NOTHING: Shared = { lead: [], assist: [], leaders: [], deadline: null };

function shareOf({ roles, deadline }: DraftNode, above: Shared): Shared {
  const { lead, assist, leaders } = roles;
  const none = lead.length === 0;
  return {
    lead: none ? above.lead : lead,
    assist: none && assist.length === 0 ? above.assist : assist,
    leaders: leaders.length === 0 ? above.leaders : leaders,
    deadline: deadline ?? above.deadline,
  };
}

/** An item that is all title is its own clause when somebody is named for it, there or above. */
function jsonClauses(item: DraftNode, shared: Shared): readonly JsonClause[] {
  const { lead, assist, leaders, deadline } = shared;
  const named = lead.length + assist.length + leaders.length > 0 || deadline !== null;
  const own = item.children.length > 0 ? item.children : named ? [item] : [];
  return own.map((clause, i) => ({
    text: clause.title,
    ...shareOf(clause, shared),
    ...(item.deliverable && i === 0 && { deliverable: item.deliverable }),
  }));
}
