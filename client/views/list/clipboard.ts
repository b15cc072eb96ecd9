// Blocks of cells to and from the clipboard, as Excel and WPS write and read them: text with tabs, and a table of HTML.
import type { Node } from '../../../shared/model/plan.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { cellCopied, cellOwn } from './cells.ts';
import type { Facts } from './columns.ts';
import { readBlock } from './entry.ts';

export interface Written {
  readonly plain: string;
  readonly html: string;
}

/** What one of our own cells was, beside what a spreadsheet is given: 6月底 beside 2019-06-30. */
const OWN = 'data-guatu';

export function written(facts: Facts, nodes: readonly Node[], columns: readonly ColumnName[]): Written {
  const texts = nodes.map((node) => columns.map((column) => cellCopied(facts, node, column)));
  const cells = nodes.map((node, i) =>
    columns.map((column, j) => {
      const own = cellOwn(facts, node, column);
      const text = texts[i]![j]!;
      const kept = own === text ? '' : ` ${OWN}="${escaped(own)}"`;
      return `<td${kept}>${escaped(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')}</td>`;
    }),
  );
  return {
    plain: texts.map((line) => line.map(quoted).join('\t')).join('\n'),
    html: `<meta charset="utf-8"><table><tbody>${cells.map((line) => `<tr>${line.join('')}</tr>`).join('')}</tbody></table>`,
  };
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** More than this is no paste into a list but a file to import. */
const MOST_CELLS = 50_000;
const MOST_HTML = 20_000_000;

/** A cell's words, or a place that a merged cell covers, with what that cell says when it began above. */
export type Pasted = string | { readonly covered: string | undefined };

/** A table says best which cell is which; text with tabs is the rest. Undefined for what is too much to be meant. */
export function pastedBlock(data: Pick<DataTransfer, 'getData'>): readonly (readonly Pasted[])[] | undefined {
  const rows = tableIn(data.getData('text/html')) ?? readBlock(data.getData('text/plain'));
  return rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS ? undefined : rows;
}

/** The one table of a piece of HTML, merged cells opened out: their words stand in the first, the others know they are covered. */
export function tableIn(html: string): readonly (readonly Pasted[])[] | undefined {
  if (html.length > MOST_HTML || !/<table/i.test(html)) return undefined;
  // A document that is parsed but never shown runs nothing and fetches nothing.
  const tables = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table');
  if (tables.length !== 1) return undefined;
  const rows: Pasted[][] = [];
  const taken = (row: number, column: number): boolean => rows[row]?.[column] !== undefined;
  [...tables[0]!.rows].forEach((row, y) => {
    rows[y] ??= [];
    let x = 0;
    for (const cell of row.cells) {
      while (taken(y, x)) x++;
      const [wide, high] = [Math.min(cell.colSpan, 200), Math.min(cell.rowSpan, tables[0]!.rows.length - y)];
      const text = textIn(cell);
      for (let dy = 0; dy < high; dy++)
        for (let dx = 0; dx < wide; dx++)
          (rows[y + dy] ??= [])[x + dx] = dx + dy === 0 ? text : { covered: dx === 0 ? text : undefined };
      x += wide;
    }
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ''));
}

/** Breaks and paragraphs are lines; white space between is what HTML makes of it, one space. */
function textIn(cell: Element): string {
  const own = cell.getAttribute(OWN);
  if (own !== null) return own;
  let text = '';
  const walk = (node: ChildNode): void => {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeName !== 'STYLE') {
      const block = /^(?:P|DIV|LI|H\d)$/.test(node.nodeName);
      if (block && text.trim() !== '' && !text.endsWith('\n')) text += '\n';
      node.childNodes.forEach(walk);
    }
  };
  cell.childNodes.forEach(walk);
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
