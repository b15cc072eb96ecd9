// Files of every kind, made by hand as small as they can be, and the reader asked as the page and the command line ask it.
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import type { ReadFile } from '../../../shared/carriers/read.ts';
import { flatten } from '../../../shared/carriers/reading.ts';
import type { ReadNode } from '../../../shared/carriers/reading.ts';

export function read(name: string, content: Uint8Array | string): ReadFile {
  const file = readCarrier({ name, bytes: typeof content === 'string' ? strToU8(content) : content });
  if (isRefusedCarrier(file)) throw new Error(`${file.refused} ${file.at}`);
  return file;
}

export function refusalOf(name: string, content: Uint8Array | string): string {
  const file = readCarrier({ name, bytes: typeof content === 'string' ? strToU8(content) : content });
  return isRefusedCarrier(file) ? file.refused : 'read';
}

/** kind title [lead] per node, indented by depth. */
export function shown(nodes: readonly ReadNode[], depth = 0): string {
  return nodes
    .flatMap(({ kind, title, lead, children }) => [
      `${'  '.repeat(depth)}${kind} ${title}${lead.length > 0 ? ` [${lead.join('、')}]` : ''}`,
      ...(children.length > 0 ? [shown(children, depth + 1)] : []),
    ])
    .join('\n');
}

export const all = flatten;

export function readSeedText(): string {
  return readFileSync(new URL('../../../server/seed/2019-qingpu.txt', import.meta.url), 'utf8');
}

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function docx(
  body: string,
  more: { numbering?: string; styles?: string; document?: string; comments?: string } = {},
): Uint8Array {
  return zip({
    '_rels/.rels': `<Relationships ${RELS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELS}><Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${OFFICE}/comments" Target="comments.xml"/></Relationships>`,
    'word/document.xml': more.document ?? `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W}>${more.numbering ?? ''}</w:numbering>`,
    'word/styles.xml': `<w:styles ${W}>${more.styles ?? ''}</w:styles>`,
    'word/comments.xml': `<w:comments ${W}>${more.comments ?? ''}</w:comments>`,
  });
}

export function p(text: string, list?: readonly [numId: number, ilvl: number], more = ''): string {
  const numbered = list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '';
  return `<w:p><w:pPr>${more}${numbered}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** `levels`: [format, text, more] from the outermost. */
export function list(id: number, levels: readonly (readonly [string, string, string?])[], overrides = ''): string {
  const written = levels
    .map(
      ([format, text, more = ''], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('');
  return `<w:abstractNum w:abstractNumId="${id}">${written}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`;
}

type SheetRows = readonly (readonly (string | number)[])[];

/** Cells are strings, numbers (of style 1: a date) or nothing. `more` are further sheets. */
export function xlsx(
  rows: SheetRows,
  merges: readonly string[] = [],
  more: readonly { readonly name: string; readonly rows: SheetRows; readonly hidden?: true }[] = [],
): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sheets = [{ name: '清单', rows, merges, hidden: false }, ...more.map((each) => ({ merges: [], ...each }))];
  const listed = sheets.map(({ name, hidden }, at) => `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="s${at + 1}"/>`).join(''); // prettier-ignore
  const related = sheets.map((_, at) => `<Relationship Id="s${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join(''); // prettier-ignore
  return zip({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}>${related}<Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${main}><sheetData>${cellsOf(sheet.rows)}</sheetData><mergeCells>${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
  });
}

function cellsOf(rows: SheetRows): string {
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const written = (cell: string | number, at: string): string =>
    typeof cell === 'number'
      ? `<c r="${at}" s="1"><v>${cell}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  return rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => written(cell, `${letter(column)}${at + 1}`)).join('')}</row>`,
    )
    .join('');
}
