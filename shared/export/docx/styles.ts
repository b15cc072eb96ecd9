// The styles and fonts of an official document as OOXML parts, written whole: the library's own would bring theme fonts and Western defaults.
import { escapeXml } from '../clean.ts';
import { FACE, GRID, INDENT, SIZE } from '../gongwen.ts';
import type { Face } from '../gongwen.ts';

export type StyleId =
  | 'GwTitle'
  | 'GwBody'
  | 'GwFirst'
  | 'GwSecond'
  | 'GwList'
  | 'GwAnnex'
  | 'GwPageNumber'
  | 'GwNotice'
  | 'GwHead'
  | 'GwCell'
  | 'GwPicture';

interface Style {
  readonly id: StyleId;
  readonly name: string;
  readonly face: Face;
  readonly size: number;
  /** Drawn together so that 28 fit a line. */
  readonly tight?: boolean;
  /** Paragraph properties in the order the schema wants them: keepNext … snapToGrid, spacing, ind, jc, outlineLvl. */
  readonly paragraph: string;
}

/** No quarter space between Chinese and figures: 28 characters of any kind are to fill a line. */
const SOLID = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';
/**
 * Running text says in its own words what the section's grid says: 22 lines by an exact pitch, 28 characters by drawing
 * them a quarter point together. Word and WPS then agree with the grid; LibreOffice, which gives a character wider than
 * its cell two cells, is spared it (pPr snapToGrid is about lines in Word, about both in LibreOffice).
 */
const LINES = `${SOLID}<w:spacing w:line="${GRID.linePitch}" w:lineRule="exact"/>`;
const FIRST_LINE = `${LINES}<w:ind w:firstLineChars="${INDENT.chars}" w:firstLine="${INDENT.twips}"/><w:jc w:val="both"/>`;
const FREE = `${SOLID}<w:spacing w:line="240" w:lineRule="auto"/>`;
const CELL = `${SOLID}<w:spacing w:line="280" w:lineRule="exact"/>`;

const BODY = { size: SIZE.body, tight: true } as const;
const SMALL = { size: SIZE.table } as const;

/** What the faces of GB/T 9704-2012 7.3 and 7.5 are for. */
export const STYLES: readonly Style[] = [
  { id: 'GwTitle', name: '公文标题', face: FACE.title, size: SIZE.title, paragraph: `<w:keepNext/>${LINES}<w:jc w:val="center"/>` },
  { id: 'GwBody', name: '公文正文', face: FACE.body, ...BODY, paragraph: FIRST_LINE },
  { id: 'GwFirst', name: '公文一级标题', face: FACE.first, ...BODY, paragraph: `<w:keepNext/>${FIRST_LINE}<w:outlineLvl w:val="0"/>` },
  { id: 'GwSecond', name: '公文二级标题', face: FACE.second, ...BODY, paragraph: `<w:keepNext/>${FIRST_LINE}<w:outlineLvl w:val="1"/>` },
  { id: 'GwList', name: '公文附件说明', face: FACE.body, ...BODY, paragraph: `${LINES}<w:jc w:val="left"/>` },
  { id: 'GwAnnex', name: '公文附件', face: FACE.first, ...BODY, paragraph: `<w:keepNext/>${LINES}<w:jc w:val="left"/>` },
  { id: 'GwPageNumber', name: '公文页码', face: FACE.pageNumber, size: SIZE.pageNumber, paragraph: FREE },
  { id: 'GwNotice', name: '公文页眉', face: FACE.first, ...SMALL, paragraph: `${FREE}<w:jc w:val="center"/>` },
  { id: 'GwHead', name: '公文表头', face: FACE.first, ...SMALL, paragraph: `<w:keepNext/>${CELL}<w:jc w:val="center"/>` },
  { id: 'GwCell', name: '公文表格', face: FACE.body, ...SMALL, paragraph: `${CELL}<w:jc w:val="left"/>` },
  { id: 'GwPicture', name: '公文图', face: FACE.body, ...SMALL, paragraph: `${FREE}<w:jc w:val="center"/>` },
]; // prettier-ignore

export function faceOf(style: StyleId): Face {
  return STYLES.find(({ id }) => id === style)!.face;
}

export function stylesXml(): string {
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr>${size(SIZE.body)}</w:rPr></w:style>`;
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  // The character grid counts from the default size, so it must be 3号 (5.2.3).
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(FACE.body)}<w:kern w:val="2"/>${size(SIZE.body)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';
  return part('styles', defaults + normal + table + STYLES.map(styleXml).join(''));
}

function styleXml({ id, name, face, size: halfPoints, tight, paragraph }: Style): string {
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(face)}${tight ? `<w:spacing w:val="${GRID.tracking}"/>` : ''}${size(halfPoints)}</w:rPr></w:style>`
  );
}

function fonts({ name }: Face): string {
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** Which other name a face goes by, for machines that lack the first. Charset 86 is GB2312. */
export function fontTableXml(): string {
  const faces = Object.values(FACE).map(
    ({ name, alt }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alt}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  return part('fonts', faces.join(''));
}

/** Title and day only: whose computer wrote it and at what moment is nobody's business, and would make equal plans unequal files. */
export function coreXml(title: string, day: string): string {
  const at = `${day}T00:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>挂图</dc:creator><dc:language>zh-CN</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
}

function part(root: 'styles' | 'fonts', content: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${root}>`
  );
}
