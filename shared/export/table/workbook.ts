// A workbook as OOXML parts, written whole: typed cells, lists to choose from, print set-up. Knows spreadsheets, no plan.
import { toNumber } from '../../model/day.ts';
import type { Day } from '../../model/plan.ts';
import { XML, field, tag, words } from '../xml.ts';
import { zip } from '../zip.ts';
import { heightsOf } from './heights.ts';
import { stylesXml } from './styles.ts';
import type { CellStyle } from './styles.ts';
import { STYLES } from './styles.ts';

export type Value = string | number | { readonly day: Day } | undefined;

export interface Cell {
  readonly value: Value;
  readonly style: CellStyle;
  /** Where it leads. */
  readonly link?: string | undefined;
}

export interface Choice {
  /** Zero-based. */
  readonly column: number;
  /** A range of another sheet, as a formula. */
  readonly from: string;
  /** False lets other words stand: several offices in one cell. */
  readonly strict: boolean;
}

export interface Sheet {
  readonly name: string;
  /** Characters; 0 hides the column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Row, column, to row, to column; zero-based, inclusive. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
  /** So many rows stay in sight, and repeat on paper from `head` on. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The zero-based row of the column titles. */
  readonly head?: number;
  /** The last column that is printed, zero-based. */
  readonly printed?: number;
  readonly choices?: readonly Choice[];
  readonly hidden?: boolean;
}

/** What a cell holds at most. */
export const LONGEST = 32_767;

export function workbook(title: string, day: Day, sheets: readonly Sheet[]): Uint8Array {
  const strings = sharedStrings();
  const bodies = sheets.map((sheet, index) => sheetXml(sheet, index === 0, strings.at));
  const parts: Record<string, string> = {
    '[Content_Types].xml': typesXml(sheets.length),
    '_rels/.rels': relsXml([
      ['officeDocument', 'xl/workbook.xml'],
      ['core', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(title, day),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relsXml([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': strings.xml(),
  };
  bodies.forEach((body, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = body));
  sheets.forEach((sheet, index) => {
    const links = linksOf(sheet).map(({ link }) => ['hyperlink', link] as const);
    if (links.length > 0) parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relsXml(links);
  });
  return zip(parts, '[Content_Types].xml');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Elements in the order CT_Worksheet wants them. */
function sheetXml(sheet: Sheet, first: boolean, stringAt: (text: string) => number): string {
  const { widths, rows, merges = [], frozen, choices = [], printed } = sheet;
  const fit = tag('sheetPr', {}, tag('pageSetUpPr', { fitToPage: 1 }));
  const wide = Math.max(1, widths.length) - 1;
  const heights = heightsOf(sheet);
  const cells = rows.map((row, r) =>
    tag(
      'row',
      { r: r + 1, ht: heights[r] },
      row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, stringAt)),
    ),
  );
  return (
    XML +
    tag('worksheet', { xmlns: MAIN, 'xmlns:r': OFFICE }, [
      fit,
      tag('dimension', { ref: `A1:${columnName(wide)}${Math.max(1, rows.length)}` }),
      tag('sheetViews', {}, viewXml(frozen, first)),
      tag('sheetFormatPr', { defaultRowHeight: 18 }),
      tag('cols', {}, widths.map(columnXml)),
      tag('sheetData', {}, cells),
      merges.length > 0 ? tag('mergeCells', { count: merges.length }, merges.map(mergeXml)) : '',
      choices.length > 0
        ? tag(
            'dataValidations',
            { count: choices.length },
            choices.map((each) => choiceXml(each, sheet)),
          )
        : '',
      linksXml(sheet),
      tag('printOptions', { horizontalCentered: 1 }),
      tag('pageMargins', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
      tag('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }),
      printed === undefined ? '' : tag('headerFooter', {}, field('oddFooter', '&C— &P —')),
    ])
  );
}

function viewXml(frozen: Sheet['frozen'], first: boolean): string {
  const attributes = { showGridLines: frozen ? 0 : 1, tabSelected: first ? 1 : undefined, workbookViewId: 0 };
  if (!frozen) return tag('sheetView', attributes);
  const topLeftCell = `${columnName(frozen.columns)}${frozen.rows + 1}`;
  const pane = { xSplit: frozen.columns, ySplit: frozen.rows, topLeftCell, activePane: 'bottomRight', state: 'frozen' };
  return tag('sheetView', attributes, [
    tag('pane', pane),
    tag('selection', { pane: 'bottomRight', activeCell: topLeftCell, sqref: topLeftCell }),
  ]);
}

function columnXml(width: number, index: number): string {
  const at = index + 1;
  return tag('col', { min: at, max: at, width: width || 9, hidden: width === 0 ? 1 : undefined, customWidth: 1 });
}

function cellXml({ value, style }: Cell, r: string, stringAt: (text: string) => number): string {
  const s = STYLES.indexOf(style);
  if (value === undefined || value === '') return tag('c', { r, s });
  if (typeof value === 'number') return tag('c', { r, s }, field('v', value));
  if (typeof value === 'object') return tag('c', { r, s }, field('v', serial(value.day)));
  return tag('c', { r, s, t: 's' }, field('v', stringAt(value)));
}

/** Days since the last of 1899: the spreadsheet's own count, right from March 1900 on. */
function serial(day: Day): number {
  return toNumber(day) - toNumber('1899-12-30');
}

function mergeXml([row, column, toRow, toColumn]: readonly [number, number, number, number]): string {
  return tag('mergeCell', { ref: `${columnName(column)}${row + 1}:${columnName(toColumn)}${toRow + 1}` });
}

function choiceXml({ column, from, strict }: Choice, { rows, head = 0 }: Sheet): string {
  const name = columnName(column);
  const sqref = `${name}${head + 2}:${name}${Math.max(rows.length, head + 2) + 200}`;
  return tag(
    'dataValidation',
    {
      type: 'list',
      allowBlank: 1,
      showErrorMessage: strict ? 1 : undefined,
      errorStyle: strict ? 'stop' : undefined,
      sqref,
    },
    field('formula1', from),
  );
}

/** More than these a spreadsheet does not open. */
const MOST_LINKS = 65_000;

function linksOf({ rows }: Sheet): readonly { readonly link: string; readonly ref: string }[] {
  const found = rows.flatMap((row, r) =>
    row.flatMap(({ link }, c) => (link ? [{ link, ref: `${columnName(c)}${r + 1}` }] : [])),
  );
  return found.slice(0, MOST_LINKS);
}

function linksXml(sheet: Sheet): string {
  const links = linksOf(sheet);
  if (links.length === 0) return '';
  return tag(
    'hyperlinks',
    {},
    links.map(({ ref }, index) => tag('hyperlink', { ref, 'r:id': `rId${index + 1}` })),
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, head, printed, rows }, index) => [
    ...(printed === undefined
      ? []
      : [
          tag(
            'definedName',
            { name: '_xlnm.Print_Area', localSheetId: index },
            words(`'${name}'!$A$1:$${columnName(printed)}$${Math.max(1, rows.length)}`),
          ),
        ]),
    ...(head === undefined
      ? []
      : [
          tag(
            'definedName',
            { name: '_xlnm.Print_Titles', localSheetId: index },
            words(`'${name}'!$${head + 1}:$${head + 1}`),
          ),
        ]),
  ]);
  return (
    XML +
    tag('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, [
      tag('bookViews', {}, tag('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 24000, windowHeight: 12000 })),
      tag(
        'sheets',
        {},
        sheets.map(({ name, hidden }, index) =>
          tag('sheet', { name, sheetId: index + 1, state: hidden ? 'hidden' : undefined, 'r:id': `rId${index + 1}` }),
        ),
      ),
      names.length > 0 ? tag('definedNames', {}, names) : '',
    ])
  );
}

function sharedStrings() {
  const found = new Map<string, number>();
  let uses = 0;
  return {
    at(text: string): number {
      uses++;
      const known = found.get(text) ?? found.size;
      found.set(text, known);
      return known;
    },
    xml(): string {
      const items = [...found.keys()].map((text) =>
        tag('si', {}, tag('t', { 'xml:space': 'preserve' }, words(literal(text)))),
      );
      return XML + tag('sst', { xmlns: MAIN, count: uses, uniqueCount: found.size }, items);
    },
  };
}

/** _x000D_ and the like mean a character here; who wrote them as words gets words back. */
function literal(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function typesXml(sheets: number): string {
  const type = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (PartName: string, ContentType: string): string => tag('Override', { PartName, ContentType });
  return (
    XML +
    tag('Types', { xmlns: `${PACKAGE}/content-types` }, [
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      override('/xl/workbook.xml', type('sheet.main')),
      ...Array.from({ length: sheets }, (_, index) =>
        override(`/xl/worksheets/sheet${index + 1}.xml`, type('worksheet')),
      ),
      override('/xl/styles.xml', type('styles')),
      override('/xl/sharedStrings.xml', type('sharedStrings')),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ])
  );
}

function relsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  return (
    XML +
    tag(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      targets.map(([type, Target], index) => {
        const Type = type === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${OFFICE}/${type}`;
        const TargetMode = type === 'hyperlink' ? 'External' : undefined;
        return tag('Relationship', { Id: `rId${index + 1}`, Type, Target, TargetMode });
      }),
    )
  );
}

function coreXml(title: string, day: Day): string {
  const moment = (name: string): string => tag(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`);
  return (
    XML +
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [field('dc:title', title), field('dc:creator', '挂图'), moment('created'), moment('modified')],
    )
  );
}
