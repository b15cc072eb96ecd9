// .xlsx → cells: shared and inline strings, native dates, merged cells spread over what they cover. Of several sheets, the one that reads like a 任务清单.
import { addDays, isDay } from '../../model/day.ts';
import { absolute, relations, xmlPart } from '../docx/docx.ts';
import { COLUMNS, ROWS } from '../limits.ts';
import { Unreadable } from '../refusal.ts';
import { child, elements, textIn } from '../xml.ts';
import { FINDINGS } from '../../export/findings.ts';
import { LISTS } from '../../export/table/columns.ts';
import type { XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { mapColumns } from './columns.ts';
import type { Cell, Grid, Other } from './grid.ts';

export function isXlsx(archive: Archive): boolean {
  return archive.names.includes('xl/workbook.xml');
}

const SHEETS = 100;

export function readXlsx(archive: Archive): Grid {
  const book = xmlPart(archive, 'xl/workbook.xml');
  const links = relations(archive, 'xl/_rels/workbook.xml.rels');
  const part = (kind: string): XmlElement | undefined => {
    const target = links.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target === undefined ? undefined : xmlPart(archive, absolute('xl/', target));
  };
  const context: Context = {
    strings: elements(part('sharedStrings'), 'si').map(richText),
    formats: formatsOf(part('styles')),
    from1904: /^(1|true)$/.test(child(book, 'workbookPr')?.attrs['date1904'] ?? ''),
  };
  const sheets = elements(child(book, 'sheets'), 'sheet');
  if (sheets.length > SHEETS) throw new Unreadable('too-large', `${sheets.length} > ${SHEETS}`);
  const grids = sheets.flatMap(({ attrs }): (Grid & Other)[] => {
    const target = links.find(({ id }) => id === attrs['r:id'])?.target;
    const sheet = target === undefined ? undefined : xmlPart(archive, absolute('xl/', target));
    const hidden = /hidden/i.test(attrs['state'] ?? '');
    return sheet ? [{ rows: rowsOf(sheet, context), name: attrs['name'] ?? '', hidden, others: [] }] : [];
  });
  const seen = grids.filter(({ hidden }) => !hidden);
  const best = (seen.length > 0 ? seen : grids).reduce<(typeof grids)[number] | undefined>(
    (most, grid) => (most && worth(most) >= worth(grid) ? most : grid),
    undefined,
  );
  if (!best) throw new Unreadable('part-missing', 'xl/worksheets');
  // Our own further sheets say what is wanting and what may be chosen: both are found again, not read.
  const others = grids.filter((grid) => grid !== best && grid.rows.length > 0 && !isOwn(grid));
  return { rows: best.rows, name: best.name, others: others.map(({ name, hidden, rows }) => ({ name, hidden, rows })) };
}

function isOwn({ name, hidden }: Other): boolean {
  return name === FINDINGS || (hidden && name === LISTS);
}

/** A sheet with a known header before any other, then the fuller one. */
function worth(grid: Grid): number {
  const { header, fields, guessed } = mapColumns(grid);
  return (header >= 0 ? (fields.length - guessed.length) * 100_000 : 0) + grid.rows.length;
}

interface Context {
  readonly strings: readonly string[];
  /** By cell style: how its number is shown. */
  readonly formats: readonly ('date' | 'percent' | 'plain')[];
  readonly from1904: boolean;
}

/** Text in runs; the reading aids of East Asian text are not the text. */
function richText(element: XmlElement): string {
  return elements(element)
    .map((each) => (each.name === 't' ? textIn(each) : each.name === 'r' ? textIn(child(each, 't')) : ''))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => {
      const code = parseInt(hex, 16);
      return code === 9 || code === 10 || code >= 32 ? String.fromCharCode(code) : '';
    });
}

function formatsOf(styles: XmlElement | undefined): Context['formats'] {
  const codes = new Map(
    elements(child(styles, 'numFmts'), 'numFmt').map(({ attrs }) => [attrs['numFmtId'], attrs['formatCode'] ?? '']),
  );
  return elements(child(styles, 'cellXfs'), 'xf').map(({ attrs }) => {
    const id = attrs['numFmtId'] ?? '0';
    const code = codes.get(id);
    if (code === undefined) {
      const n = Number(id);
      if ((n >= 14 && n <= 17) || n === 22 || (n >= 27 && n <= 36) || (n >= 50 && n <= 58)) return 'date';
      return n === 9 || n === 10 ? 'percent' : 'plain';
    }
    const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|General/g, '');
    if (/[yd]|m(?!m?:|m?$)|[年月日]/i.test(bare) || /mmm/i.test(bare)) return 'date';
    return bare.includes('%') ? 'percent' : 'plain';
  });
}

function rowsOf(sheet: XmlElement, context: Context): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let at = -1;
  for (const row of elements(child(sheet, 'sheetData'), 'row')) {
    const said = Number(row.attrs['r'] ?? NaN) - 1;
    at = said >= 0 ? said : at + 1;
    if (at >= ROWS) throw new Unreadable('too-large', `row ${at + 1}`);
    const cells: Cell[] = [];
    for (const cell of elements(row, 'c')) {
      const column = columnOf(cell.attrs['r']) ?? cells.length;
      if (column >= COLUMNS) {
        if (cellOf(cell, context).text !== '') throw new Unreadable('too-large', cell.attrs['r']);
        continue;
      }
      while (cells.length < column) cells.push(EMPTY);
      cells[column] = cellOf(cell, context);
    }
    while (rows.length < at) rows.push([]);
    rows[at] = cells;
  }
  spread(rows, elements(child(sheet, 'mergeCells'), 'mergeCell'));
  return trimmed(rows);
}

const EMPTY: Cell = { text: '' };

function cellOf(cell: XmlElement, { strings, formats, from1904 }: Context): Cell {
  const value = textIn(child(cell, 'v'));
  switch (cell.attrs['t']) {
    case 's':
      return { text: clean(strings[Number(value)] ?? '') };
    case 'inlineStr':
      return { text: clean(child(cell, 'is') ? richText(child(cell, 'is')!) : '') };
    case 'str':
      return { text: clean(value) };
    case 'e':
      return { text: formula(cell) || clean(value) };
    case 'b':
      return { text: value === '1' ? '是' : '否' };
    case 'd':
      return isDay(value.slice(0, 10)) ? { text: value.slice(0, 10), day: value.slice(0, 10) } : { text: value };
    default:
  }
  // A formula nobody has calculated is kept as what it is: words.
  if (value === '') return { text: formula(cell) };
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: clean(value) };
  const format = formats[Number(cell.attrs['s'] ?? 0)] ?? 'plain';
  if (format === 'date' && number >= 1 && number < 110_000) {
    const day = addDays(from1904 ? '1904-01-01' : '1899-12-30', Math.floor(number));
    return { text: day, day };
  }
  const shown = format === 'percent' ? number * 100 : number;
  return { text: `${+shown.toPrecision(12)}${format === 'percent' ? '%' : ''}` };
}

function formula(cell: XmlElement): string {
  return child(cell, 'f') ? `=${textIn(child(cell, 'f'))}` : '';
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined;
}

/** Cells merged over thousands of rows are how a small file asks for much. */
const MOST_SPREAD = 200_000;

function spread(rows: Cell[][], merges: readonly XmlElement[]): void {
  let filled = 0;
  for (const { attrs } of merges) {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attrs['ref'] ?? '');
    if (!found) continue;
    const [left, right] = [columnOf(found[1])!, Math.min(columnOf(found[3])!, COLUMNS - 1)];
    const [top, bottom] = [Number(found[2]) - 1, Math.min(Number(found[4]) - 1, rows.length - 1)];
    const first = rows[top]?.[left];
    if (!first?.text) continue;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        if (++filled > MOST_SPREAD) throw new Unreadable('too-large', attrs['ref']);
        const cells = rows[row]!;
        while (cells.length < column) cells.push(EMPTY);
        cells[column] = first;
      }
  }
}

function trimmed(rows: Cell[][]): Cell[][] {
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every(({ text }) => text === '')) last--;
  return Array.from({ length: last }, (_, at) => Array.from(rows[at] ?? [], (cell) => cell ?? EMPTY));
}
