// How 要点 text is written: the usual form, and the keys under which deviations from it are kept. Marks and roles have files of their own.
import type { Form } from '../model/plan.ts';

/**
 * What a `form` may hold. Only what deviates is kept, so a text in the usual form has none.
 *
 * `plan.meta.form`, how this document writes:
 *   eol        '\r\n' or '\r' between lines (usual '\n')
 *   start      what stands before the title: byte order mark, empty lines, a covering notice
 *   afterTitle, afterPreamble   what follows the title and the preamble (usual: one line end)
 *   end        what follows the last paragraph: line end, signature, date, attachments (usual: one line end)
 *   indent     white space before a paragraph (usual none)
 *   section, subsection, item   the mark of number one: '一、', '（一）', '1. '; '' for none
 *   items      'restart' when items count anew in every section
 *   numbers    how many numbered nodes there are, when some carry a `number`
 *   stop       between an item's title and its clauses (usual '。')
 *   gap, join  white space before the first and before a later clause (usual none)
 *   inner, outer, last   as below, when most clauses have it
 *   rule       how brackets are to be read: 'first' (of a list the first leads), 'bare' (names without a label)
 *   raw, wrote the text as it was carried (hard line breaks, tables), and the digest of what the writer makes of the plan:
 *              while that is the same, the text comes back as it was
 *   bracket    the role bracket of most clauses, with 甲 for the leads and 乙 for the assisting offices
 *
 * `node.form`, how this one differs. White space and mark count only while the node was never moved (`place.turn` 0).
 *   indent, mark       before the text; a clause may have a mark too, and '' says it has none
 *   number     the numeral as written where counting gives another; counts only while no section or item was added or moved
 *   stop, alone        after an item's title when clauses follow, and when none does; after a section's title
 *   untitled   an item's title was taken from its text and is not written as long as it reads like this
 *   gap        white space before a clause
 *   inner      between a clause, or an item's title, and its bracket: 。 in some
 *   outer, last        after a clause's bracket when another clause follows, and when none does (usual '。')
 *   bare       after a clause without bracket (usual '。', or nothing after another stop)
 *   bracket    the role bracket as written; counts as long as it names the offices of the node
 *   tail       white space after the node's paragraph (usual: one line end)
 *   after      the same with text that belongs to no node
 *
 * A value longer than a form may hold goes on under key~1, key~2 …
 */
export type FormKey =
  | 'eol' | 'start' | 'afterTitle' | 'afterPreamble' | 'end' | 'indent' | 'section' | 'subsection' | 'item' | 'items' | 'numbers'
  | 'rule' | 'raw' | 'wrote' | 'stop' | 'gap' | 'join' | 'inner' | 'outer' | 'last' | 'bracket'
  | 'mark' | 'number' | 'alone' | 'untitled' | 'bare' | 'tail' | 'after'; // prettier-ignore

/** The usual form, the one of the 2019 text. */
export const USUAL = {
  eol: '\n',
  start: '',
  afterTitle: '\n',
  afterPreamble: '\n',
  end: '\n',
  indent: '',
  section: '一、',
  subsection: '（一）',
  item: '1. ',
  items: '',
  rule: '',
  stop: '。',
  gap: '',
  join: '',
  inner: '',
  outer: '。',
  last: '。',
  bracket: '（牵头部门：甲；配合部门：乙）',
} as const satisfies Partial<Record<FormKey, string>>;

const FORM_CHARS = 20_000;

export function formGet(form: Form | undefined, key: FormKey): string | undefined {
  const first = form?.[key];
  if (form === undefined || first === undefined) return undefined;
  let all = first;
  for (let n = 1, more = form[`${key}~1`]; more !== undefined; more = form[`${key}~${++n}`]) all += more;
  return all;
}

/** A form of the entries that are not undefined, or undefined when none is left. */
export function formOf(entries: Partial<Record<FormKey, string | undefined>>): Form | undefined {
  const form: Record<string, string> = {};
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    form[key] = value.slice(0, FORM_CHARS);
    for (let n = 1; n * FORM_CHARS < value.length; n++)
      form[`${key}~${n}`] = value.slice(n * FORM_CHARS, (n + 1) * FORM_CHARS);
  }
  return Object.keys(form).length > 0 ? form : undefined;
}

/** How one document writes, every key filled. */
export type Manner = Readonly<Record<keyof typeof USUAL, string>>;

export function mannerOf(form: Form | undefined): Manner {
  const keys = Object.keys(USUAL) as (keyof typeof USUAL)[];
  return Object.fromEntries(keys.map((key) => [key, formGet(form, key) ?? USUAL[key]])) as Manner;
}

// What is usual in a document of that manner. The parser keeps what differs from it, the writer falls back to it.

export function usualMark(manner: Manner, kind: 'section' | 'item', depth: number): string {
  return kind === 'item' ? manner.item : depth === 0 ? manner.section : manner.subsection;
}

/** Behind an item's title, when clauses follow. */
export function usualStop(manner: Manner, title: string, bracket: string): string {
  return bracket === '' && endsClosed(title) ? '' : manner.stop;
}

/** Behind an item's title, when nothing follows. */
export function usualAlone(manner: Manner, title: string): string {
  return manner.stop === '' || endsClosed(title) ? '' : '。';
}

/** Before a clause; `titled` says that the item's title is written. */
export function usualGap(manner: Manner, first: boolean, titled: boolean, marked: boolean): string {
  if (first && !titled) return '';
  if (marked) return `\n${manner.indent}`;
  return first ? manner.gap : manner.join;
}

/** Behind a clause that names nobody. */
export function usualBare(text: string): string {
  return endsClosed(text) ? '' : '。';
}

/** The text closes itself: no 。 is put behind it. */
function endsClosed(text: string): boolean {
  return /[。！？；：…!?;:]$/.test(text);
}
