// The body of a Word document → paragraphs and tables. Knows lists, merged cells and content controls; what the words mean is yaodian's matter.
import type { Carried } from '../../yaodian/carried.ts';
import { COLUMNS, ROWS } from '../limits.ts';
import { Unreadable } from '../refusal.ts';
import { child, elements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { endsInto } from './hands.ts';
import type { Anchor, Revised } from './hands.ts';
import { readInline } from './inline.ts';
import type { LeftOut, Scribe, Tagged, Tally } from './inline.ts';
import type { Counter } from './numbering.ts';
import { paragraphStyle } from './styles.ts';
import type { Styles } from './styles.ts';

export interface Body {
  readonly blocks: readonly Carried[];
  /** By block: the content controls in its text, after the automatic number. */
  readonly tags: ReadonlyMap<number, readonly Tagged[]>;
  /** By block: who changed what of its text under track changes. */
  readonly revised: ReadonlyMap<number, readonly Revised[]>;
  /** Where comments hang; in a table, in which of its rows. */
  readonly anchors: readonly Placed[];
  readonly leftOut: Tally;
}

export interface Placed extends Anchor {
  readonly block: number;
  readonly row?: number;
}

/** `leftOut` goes on counting for the cells of a table. */
export function readBody(body: XmlElement, styles: Styles, counter: Counter, leftOut: Tally = new Map()): Body {
  const blocks: Carried[] = [];
  const tags = new Map<number, readonly Tagged[]>();
  /** Text of a paragraph whose end was deleted: it runs on into the next. */
  let pending = '';
  let pendingRevised: readonly Revised[] = [];
  const revised = new Map<number, readonly Revised[]>();
  const anchors: Placed[] = [];
  const scribe = {
    note(what: LeftOut): void {
      const { times, block } = leftOut.get(what) ?? { times: 0, block: blocks.length };
      leftOut.set(what, { times: times + 1, block });
    },
  };

  const paragraph = (element: XmlElement, around: readonly string[]): void => {
    const properties = child(element, 'w:pPr');
    const styleId = child(properties, 'w:pStyle')?.attrs['w:val'];
    const style = styles(styleId);
    if (/^toc( |$)/.test(style.name)) return scribe.note('contents');
    const { text: own, tags: inner, boxes, ...read } = readInline(element, scribe);
    const text = pending + own;
    const shift = pending.length;
    const hands = [...pendingRevised, ...read.revised.map((each) => moved(each, shift, around))];
    for (const each of read.anchors) anchors.push({ ...moved(each, shift, NONE), block: blocks.length });
    pending = '';
    pendingRevised = [];
    if (endsInto(properties)) {
      pending = text;
      pendingRevised = hands;
      return;
    }
    if (hands.length > 0) revised.set(blocks.length, hands);
    const said = { ...style, ...paragraphStyle(properties) };
    const { numId } = said;
    const listed = numId !== undefined && numId !== '0';
    const level = listed
      ? (said.ilvl ?? (styleId === undefined ? undefined : counter.levelOf(numId, styleId)) ?? 0)
      : 0;
    const mark = listed && text.trim() !== '' ? counter.next(numId, level) : '';
    const all = [
      ...inner.map(({ tag, from, to }) => ({ tag, from: from + shift, to: to + shift })),
      ...around.map((tag) => ({ tag, from: 0, to: text.length })),
    ];
    if (all.length > 0) tags.set(blocks.length, all);
    blocks.push({
      kind: 'paragraph',
      text,
      ...(mark ? { mark } : listed && { listed: true as const }),
      ...(said.level !== undefined && { level: said.level }),
      ...(/^(title|标题)$/.test(style.name) && { title: true }),
    });
    for (const box of boxes) visit(elements(box), []);
  };

  const visit = (list: readonly XmlElement[], around: readonly string[]): void => {
    for (const element of list) {
      switch (element.name) {
        case 'w:p':
          paragraph(element, around);
          break;
        case 'w:tbl':
          blocks.push({
            kind: 'table',
            rows: readRows(
              element,
              (cell, row) => {
                const read = readBody(cell, styles, counter, leftOut);
                for (const each of read.anchors) anchors.push({ ...each, block: blocks.length, row });
                return read;
              },
              scribe,
            ),
          });
          if (blocks.length > ROWS) throw new Unreadable('too-large');
          break;
        case 'w:sdt': {
          const gallery = child(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attrs['w:val'] ?? '';
          if (/contents/i.test(gallery)) {
            scribe.note('contents');
            break;
          }
          const tag = child(element, 'w:sdtPr', 'w:tag')?.attrs['w:val'];
          visit(elements(child(element, 'w:sdtContent')), tag === undefined ? around : [...around, tag]);
          break;
        }
        case 'w:del':
        case 'w:moveFrom':
          scribe.note('deleted');
          break;
        case 'w:commentRangeStart':
          anchors.push({ id: element.attrs['w:id'] ?? '', from: 0, to: 0, block: blocks.length });
          break;
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          visit(elements(element), around);
          break;
        case 'mc:AlternateContent':
          visit(elements(child(element, 'mc:Choice')), around);
          break;
        default:
      }
    }
  };
  visit(elements(body), []);
  if (pending) blocks.push({ kind: 'paragraph', text: pending });
  // What went with the last paragraphs went behind what is last now.
  const last = Math.max(0, blocks.length - 1);
  const end = pending ? 0 : lengthOf(blocks[last]);
  if (pendingRevised.length > 0)
    revised.set(last, [...(revised.get(last) ?? []), ...pendingRevised.map((each) => moved(each, end, NONE))]);
  return { blocks, tags, revised, anchors, leftOut };
}

const NONE: readonly string[] = [];

function moved<T extends { readonly from: number; readonly to: number; readonly tags?: readonly string[] }>(
  each: T,
  by: number,
  around: readonly string[],
): T {
  const tags = each.tags && [...each.tags, ...around];
  return { ...each, from: each.from + by, to: each.to + by, ...(tags && { tags }) };
}

function lengthOf(block: Carried | undefined): number {
  return block?.kind === 'paragraph' ? block.text.length : 0;
}

/** The text of a merged cell stands in every cell it covers. */
function readRows(
  table: XmlElement,
  bodyOf: (cell: XmlElement, row: number) => Body,
  scribe: Scribe,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const row of within(table, 'w:tr')) {
    if (child(row, 'w:trPr', 'w:del')) {
      scribe.note('deleted');
      continue;
    }
    const above = rows.at(-1) ?? [];
    const made: string[] = Array.from({ length: span(child(row, 'w:trPr', 'w:gridBefore')) }, () => '');
    for (const cell of within(row, 'w:tc')) {
      const properties = child(cell, 'w:tcPr');
      const merge = child(properties, 'w:vMerge');
      const goesOn = merge !== undefined && merge.attrs['w:val'] !== 'restart';
      const text = goesOn ? (above[made.length] ?? '') : cellText(bodyOf(cell, rows.length));
      const wide = child(properties, 'w:gridSpan') ? span(child(properties, 'w:gridSpan')) : 1;
      for (let n = 0; n < wide; n++) made.push(text);
    }
    rows.push(made);
    if (rows.length > ROWS) throw new Unreadable('too-large');
  }
  return rows;
}

/** Rows and cells may be wrapped in content controls. */
function within(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    if (each.name === 'w:sdt') return within(child(each, 'w:sdtContent') ?? each, name);
    return /^w:(ins|customXml|moveTo)$/.test(each.name) ? within(each, name) : [];
  });
}

function span(element: XmlElement | undefined): number {
  return Math.min(COLUMNS, Math.max(0, Number(element?.attrs['w:val'] ?? 0) || 0));
}

/** Paragraphs of a cell are lines; a table inside one is read as lines too. */
function cellText({ blocks }: Body): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.join(' ')) : [(block.mark ?? '') + block.text],
    )
    .join('\n')
    .trim();
}
