// A report as a Word document in the layout of GB/T 9704: a table across the sheet, or running text. Every row and paragraph says in a hidden control which node it speaks of.
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Paragraph, ParagraphChild } from 'docx';
import { nodeAt } from '../../model/address.ts';
import type { Day, Id } from '../../model/plan.ts';
import { legalXml } from '../clean.ts';
import { control, leading } from '../docx/control.ts';
import { pack } from '../docx/pack.ts';
import { turned, upright } from '../docx/page.ts';
import { coreXml, faceOf, fontTableXml, stylesXml } from '../docx/styles.ts';
import type { StyleId } from '../docx/styles.ts';
import { RULE } from '../docx/table.ts';
import { paragraph, words } from '../docx/text.ts';
import { BLOCK, TURNED, twips } from '../gongwen.ts';
import { titleLines } from '../lines.ts';
import { SAMPLE_NOTICE } from '../words.ts';
import type { Piece } from './diff.ts';
import type { Report, ReportTable, ReportText } from './report.ts';

export function reportDocx(
  report: Report,
  day: Day,
  sample: boolean,
  address: string | undefined,
): Promise<Uint8Array> {
  const notice = sample ? SAMPLE_NOTICE : '';
  const back = { count: counter(), address };
  const section =
    report.kind === 'table'
      ? turned([...head(report, TURNED.block.width), table(report, back), paragraph('GwCell', '')], notice)
      : upright([...head(report, BLOCK.width), ...prose(report, day, back)], notice);
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections: [section],
  });
  const parts = {
    'word/styles.xml': stylesXml(),
    'word/fontTable.xml': fontTableXml(),
    'docProps/core.xml': coreXml(legalXml(report.title), day),
  };
  return pack(document, parts, () => ({}));
}

function head(report: Report, width: number): readonly Paragraph[] {
  const title = paragraph('GwTitle', titleLines(legalXml(report.title), width).join('\n'), { spacing: { after: 160 } });
  if (report.kind === 'text') return [title, paragraph('GwList', '')];
  return [title, ...report.lines.map((line) => paragraph('GwCell', line, { spacing: { after: 80 } }))];
}

/** Numbers for controls, each its own within a document. */
export function counter(from = 0): () => number {
  let last = from;
  return () => ++last;
}

/** Leads back to the node, and tells whoever reads the file back that this is not the official text. */
const refOf = (node: string): string => `guatu:ref:${node}`;

/** How rows and paragraphs lead back to their nodes. */
export interface Back {
  /** Numbers the controls. */
  readonly count: () => number;
  /** Of the plan's page, where it is known. */
  readonly address: string | undefined;
}

function linked(runs: readonly TextRun[], node: Id | undefined, { count, address }: Back): readonly ParagraphChild[] {
  if (node === undefined) return runs;
  const held = [control(refOf(node), '条目', count(), runs)];
  return address ? [leading(nodeAt(address, node), held)] : held;
}

export function table({ columns, rows }: ReportTable, back: Back): Table {
  const fixed = columns.reduce((sum, { width }) => sum + twips(width), 0);
  const widths = columns.map(({ width }) => (width === 0 ? TURNED.block.width - fixed : twips(width)));
  const cell = (at: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: widths[at]!, type: WidthType.DXA },
      children,
    });
  const body = rows.map((row) => {
    if ('heading' in row) return headingRow(row.heading, columns.length);
    return new TableRow({
      cantSplit: true,
      children: row.cells.map((content, at) => {
        const alignment = columns[at]!.centred ? { alignment: AlignmentType.CENTER } : {};
        if (typeof content !== 'string') return cell(at, [paragraph('GwCell', marked('GwCell', content), alignment)]);
        const lines = content.split('\n');
        return cell(
          at,
          lines.map((line, index) =>
            paragraph(
              'GwCell',
              linked(words('GwCell', line), at === 0 && index === 0 ? row.node : undefined, back),
              alignment,
            ),
          ),
        );
      }),
    });
  });
  const titles = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) => cell(at, [paragraph('GwHead', title)])),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TURNED.block.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 40, right: 40 },
    rows: [titles, ...body],
  });
}

function headingRow(text: string, columnSpan: number): TableRow {
  const children = [paragraph('GwHead', text, { alignment: AlignmentType.LEFT })];
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        width: { size: TURNED.block.width, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children,
      }),
    ],
  });
}

/** In a table: what went struck through, what came underlined, as a 花脸稿 is printed. */
function marked(style: StyleId, pieces: readonly Piece[]): readonly TextRun[] {
  return pieces.flatMap(({ text, mark }) =>
    mark === undefined
      ? words(style, text)
      : [
          new TextRun({
            text: legalXml(text),
            font: fontOf(style),
            ...(mark === 'out' ? { strike: true } : { underline: {} }),
          }),
        ],
  );
}

function fontOf(style: StyleId) {
  const { name } = faceOf(style);
  return { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' };
}

const STYLES = { first: 'GwFirst', second: 'GwSecond', body: 'GwBody' } as const;

/** In running text: as revisions, which Word and WPS show, print, accept and reject. */
function prose({ paragraphs }: ReportText, day: Day, back: Back): readonly Paragraph[] {
  return paragraphs.map(({ node, level, pieces }) => {
    const style = STYLES[level];
    const runs = pieces.flatMap(({ text, mark }): readonly ParagraphChild[] => {
      if (mark === undefined) return words(style, text);
      const revision = {
        id: back.count(),
        author: '挂图',
        date: `${day}T00:00:00Z`,
        text: legalXml(text),
        font: fontOf(style),
      };
      return [mark === 'in' ? new InsertedTextRun(revision) : new DeletedTextRun(revision)];
    });
    const plain = pieces.every(({ mark }) => mark === undefined);
    // A control may hold revisions too, but readers differ in how they take that.
    return paragraph(style, plain ? linked(runs as readonly TextRun[], node, back) : runs);
  });
}
