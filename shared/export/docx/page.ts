// Sheets: size, margins, grid, header and footer of an upright section and of one turned for tables and charts.
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  ImportedXmlComponent,
  PageNumber,
  PageOrientation,
  SectionType,
  TextRun,
} from 'docx';
import type { ISectionOptions } from 'docx';
import { FACE, GRID, MARGIN, PAGE_NUMBER, PAPER, SIZE, TURNED } from '../gongwen.ts';
import { faceOf } from './styles.ts';
import { paragraph } from './text.ts';

type Children = ISectionOptions['children'];

/** `notice` stands at the head of every page. */
export function upright(children: Children, notice: string): ISectionOptions {
  const header = notice ? { header: new Header({ children: [paragraph('GwNotice', notice)] }) } : {};
  return {
    children,
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: PAPER, margin: { ...MARGIN, header: HEADER, footer: PAGE_NUMBER.foot, gutter: 0 } },
      grid: CHARACTER_GRID,
    },
    ...(header.header && { headers: { default: header.header, even: header.header } }),
    footers: { default: numberLine('odd'), even: numberLine('even') },
  };
}

/** 8: the sheet lies counter-clockwise and its page number stays at the upright sheet's foot, which is now its left edge. */
export function turned(children: Children, notice: string): ISectionOptions {
  return {
    children,
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library swaps the sides of a landscape sheet itself.
        size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
        margin: { ...TURNED.margin, header: HEADER, footer: HEADER, gutter: 0 },
      },
      grid: CHARACTER_GRID,
    },
    headers: { default: sideNumber('odd', notice), even: sideNumber('even', notice) },
    footers: {
      default: new Footer({ children: [paragraph('GwNotice', '')] }),
      even: new Footer({ children: [paragraph('GwNotice', '')] }),
    },
  };
}

const HEADER = 850;
const CHARACTER_GRID = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: GRID.linePitch,
  charSpace: GRID.charSpace,
} as const;

type Side = 'odd' | 'even';

/** 7.5: odd pages right, even pages left, one character in. */
function numberLine(side: Side): Footer {
  const { name } = faceOf('GwPageNumber');
  const font = { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' };
  const { dash, inset } = PAGE_NUMBER;
  const run = new TextRun({ font, children: [`${dash} `, PageNumber.CURRENT, ` ${dash}`] });
  const odd = side === 'odd';
  return new Footer({
    children: [
      paragraph('GwPageNumber', [run], {
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: inset } : { left: inset },
      }),
    ],
  });
}

/** The same line in a box turned clockwise and fixed to the sheet: a footer cannot stand at the side. */
function sideNumber(side: Side, notice: string): Header {
  const box = ImportedXmlComponent.fromXmlString(numberBox(side));
  return new Header({
    children: [paragraph('GwNotice', [new TextRun({ children: [box] }), ...(notice ? [noticeRun(notice)] : [])])],
  });
}

function noticeRun(notice: string): TextRun {
  const { name } = faceOf('GwNotice');
  return new TextRun({ text: notice, font: { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' } });
}

const EMU = 635;
/** Twips; wide enough for a 4号 line. */
const BOX = 454;

function numberBox(side: Side): string {
  const x = TURNED.margin.left - PAGE_NUMBER.below - BOX / 2;
  const y = TURNED.margin.top;
  const h = TURNED.block.height;
  const line = numberXml(side);
  const points = (twips: number): string => `${twips / 20}pt`;
  return (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/>' +
    `<wp:positionH relativeFrom="page"><wp:posOffset>${x * EMU}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="page"><wp:posOffset>${y * EMU}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${BOX * EMU}" cy="${h * EMU}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${side === 'odd' ? 9001 : 9002}" name="页码"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${BOX * EMU}" cy="${h * EMU}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${line}</w:txbxContent></wps:txbx>` +
    '<wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>' +
    '</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>' +
    `<v:rect id="page-number-${side}" style="position:absolute;margin-left:${points(x)};margin-top:${points(y)};width:${points(BOX)};height:${points(h)};` +
    'mso-position-horizontal-relative:page;mso-position-vertical-relative:page" filled="f" stroked="f">' +
    `<v:textbox style="layout-flow:vertical" inset="0,0,0,0"><w:txbxContent>${line}</w:txbxContent></v:textbox>` +
    '</v:rect></w:pict></mc:Fallback></mc:AlternateContent>'
  );
}

function numberXml(side: Side): string {
  const { name } = FACE.pageNumber;
  const { dash, inset } = PAGE_NUMBER;
  const odd = side === 'odd';
  const format =
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}"/>` +
    `<w:sz w:val="${SIZE.pageNumber}"/></w:rPr>`;
  const run = (content: string): string => `<w:r>${format}${content}</w:r>`;
  const text = (words: string): string => run(`<w:t xml:space="preserve">${words}</w:t>`);
  const field =
    run('<w:fldChar w:fldCharType="begin"/>') +
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
    run('<w:fldChar w:fldCharType="separate"/>') +
    text('1') +
    run('<w:fldChar w:fldCharType="end"/>');
  return (
    `<w:p><w:pPr><w:pStyle w:val="GwPageNumber"/><w:ind w:${odd ? 'right' : 'left'}="${inset}"/>` +
    `<w:jc w:val="${odd ? 'right' : 'left'}"/></w:pPr>${text(`${dash} `)}${field}${text(` ${dash}`)}</w:p>`
  );
}
