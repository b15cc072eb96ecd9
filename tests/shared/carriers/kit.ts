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

/** Cells are strings, numbers (of style 1: a date) or nothing. */
export function xlsx(rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []): Uint8Array {
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const data = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row
          .map((cell, column) =>
            typeof cell === 'number'
              ? `<c r="${letter(column)}${at + 1}" s="1"><v>${cell}</v></c>`
              : `<c r="${letter(column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${OFFICE}"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${data}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  });
}
