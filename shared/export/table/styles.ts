// The looks a cell of our workbooks can have, and the stylesheet that holds them.
import { XML, tag } from '../xml.ts';

/** In the order of the stylesheet: a cell names its look by its place here. */
export const STYLES = ['plain', 'title', 'head', 'group', 'text', 'centred', 'day', 'percent'] as const;
export type CellStyle = (typeof STYLES)[number];

interface Look {
  readonly font: 0 | 1 | 2;
  readonly fill: 0 | 2;
  readonly ruled: boolean;
  readonly across: 'left' | 'center';
  readonly format: number;
}

/** 14 is the reader's own short date and no fixed one, so that it reads as a date wherever the file is opened. */
const DAY = 164;
const PERCENT = 9;

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: { font: 0, fill: 0, ruled: false, across: 'left', format: 0 },
  title: { font: 2, fill: 0, ruled: false, across: 'center', format: 0 },
  head: { font: 1, fill: 2, ruled: true, across: 'center', format: 0 },
  group: { font: 1, fill: 0, ruled: true, across: 'left', format: 0 },
  text: { font: 0, fill: 0, ruled: true, across: 'left', format: 0 },
  centred: { font: 0, fill: 0, ruled: true, across: 'center', format: 0 },
  day: { font: 0, fill: 0, ruled: true, across: 'center', format: DAY },
  percent: { font: 0, fill: 0, ruled: true, across: 'center', format: PERCENT },
};

export function stylesXml(): string {
  const side = (name: string): string => tag(name, { style: 'thin' }, tag('color', { rgb: 'FF8C8C8C' }));
  const ruled = tag('border', {}, [...['left', 'right', 'top', 'bottom'].map(side), '<diagonal/>']);
  const bare = tag('border', {}, '<left/><right/><top/><bottom/><diagonal/>');
  const fills = ['none', 'gray125'].map((patternType) => tag('fill', {}, tag('patternFill', { patternType })));
  const grey = tag('patternFill', { patternType: 'solid' }, '<fgColor rgb="FFEFEDE9"/><bgColor indexed="64"/>');
  return (
    XML +
    tag('styleSheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }, [
      list('numFmts', [tag('numFmt', { numFmtId: DAY, formatCode: 'yyyy/m/d' })]),
      list('fonts', [font(11), font(11, true), font(16, true)]),
      list('fills', [...fills, tag('fill', {}, grey)]),
      list('borders', [bare, ruled]),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list(
        'cellXfs',
        STYLES.map((style) => look(LOOKS[style])),
      ),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ])
  );
}

function list(name: string, items: readonly string[]): string {
  return tag(name, { count: items.length }, items);
}

function font(size: number, bold = false): string {
  return tag('font', {}, [
    bold ? '<b/>' : '',
    tag('sz', { val: size }),
    tag('name', { val: '宋体' }),
    '<charset val="134"/>',
  ]);
}

function look({ font: fontId, fill: fillId, ruled, across, format }: Look): string {
  const attributes = { numFmtId: format, fontId, fillId, borderId: ruled ? 1 : 0, xfId: 0 };
  const applied = { applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 };
  return tag(
    'xf',
    { ...attributes, ...applied },
    tag('alignment', { horizontal: across, vertical: 'center', wrapText: 1 }),
  );
}
