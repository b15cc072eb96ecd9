// Pages of shapes as PDF content: the very shapes a screen shows, vectors as vectors and words as words.
import { num } from '../../layout/glyph.ts';
import type { Page } from '../../layout/paper.ts';
import type { Shape } from '../../layout/scene.ts';
import type { Paint, Theme } from '../../layout/theme.ts';
import { legalXml } from '../clean.ts';
import { hex4 } from './file.ts';
import { pathOperators } from './path.ts';
import type { TypeCase } from './typecase.ts';

type Text = Extract<Shape, { kind: 'text' }>;

const PT = 0.75;

/** Space is px from the top left corner, as scenes count. */
export function pageContent(page: Page, theme: Theme, type: TypeCase): string {
  const shapes = (all: readonly Shape[]): string => all.map((shape) => drawn(shape, theme, type)).join('');
  const parts = page.parts.map(({ from, at, layers }) => {
    const [sx, sy] = [at.w / from.w, at.h / from.h];
    const window = `${num(at.x)} ${num(at.y)} ${num(at.w)} ${num(at.h)} re W n\n`;
    const matrix = [sx, 0, 0, sy, at.x - from.x * sx, at.y - from.y * sy].map(fine).join(' ');
    const inside = layers.flatMap(({ groups }) => groups.map((group) => shapes(group.shapes))).join('');
    return `q\n${window}${matrix} cm\n${inside}Q\n`;
  });
  return `${PT} 0 0 -${PT} 0 ${fine(page.height * PT)} cm\n${parts.join('')}${shapes(page.foot)}`;
}

function fine(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

function drawn(shape: Shape, theme: Theme, type: TypeCase): string {
  switch (shape.kind) {
    case 'text':
      return textOperators(shape, theme, type);
    case 'rect': {
      const { x, y, w, h, r = 0 } = shape;
      if (w <= 0 || h <= 0) return '';
      return painted(
        shape,
        theme,
        r > 0 ? pathOperators(rounded(x, y, w, h, Math.min(r, w / 2, h / 2))) : `${[x, y, w, h].map(num).join(' ')} re`,
      );
    }
    case 'line':
      return painted(shape, theme, `${num(shape.x1)} ${num(shape.y1)} m\n${num(shape.x2)} ${num(shape.y2)} l`);
    case 'path':
      return painted(shape, theme, pathOperators(shape.d));
    case 'circle':
      return painted(shape, theme, pathOperators(circle(shape.x, shape.y, shape.r)));
  }
}

function rounded(x: number, y: number, w: number, h: number, r: number): string {
  const corner = (dx: number, dy: number): string => `A${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}H${x + w - r}${corner(x + w, y + r)}V${y + h - r}${corner(x + w - r, y + h)}` +
    `H${x + r}${corner(x, y + h - r)}V${y + r}${corner(x + r, y)}Z`
  );
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z`;
}

interface Look {
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: string;
}

/** Colours and widths are said again for each shape: packing makes that cheap, and no shape depends on the last. */
function painted({ fill, stroke, width = 1, dash }: Look, theme: Theme, path: string): string {
  if (!fill && !stroke) return '';
  const inks =
    (fill ? `${colour(theme[fill])} rg\n` : '') + (stroke ? `${colour(theme[stroke])} RG\n${num(width)} w\n` : '');
  const dashes = stroke && dash ? `[${dash.replaceAll(',', ' ')}] 0 d\n` : '';
  const operator = fill ? (stroke ? 'B' : 'f') : 'S';
  return `${inks}${dashes}${path}\n${operator}\n${dashes && '[] 0 d\n'}`;
}

function colour(hex: string): string {
  return [1, 3, 5].map((at) => fine(parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

function textOperators(shape: Text, theme: Theme, type: TypeCase): string {
  const { x, y, size, fill, anchor, face = 'sans', weight = 400, fit, turned, decoration } = shape;
  const runs = type.set(legalXml(shape.text), face, weight);
  const count = runs.reduce((sum, { codes }) => sum + codes.length, 0);
  if (count === 0) return '';
  const natural = runs.reduce((sum, { width }) => sum + width, 0) * size;
  // Drawn together or apart to the width it was given, never so far that it could not be read.
  const space =
    fit === undefined || count < 2 ? 0 : Math.max(-0.25, Math.min(0.5, (fit - natural) / (count - 1) / size)) * size;
  const width = natural + space * (count - 1);
  const left = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
  const matrix = turned ? [0, 1, 1, 0, x, y + left] : [1, 0, 0, -1, x + left, y];
  const words = runs.map(({ used, codes }) => `/${used.name} ${num(size)} Tf <${codes.map(hex4).join('')}> Tj\n`);
  const spacing = space === 0 ? '' : `${fine(space)} Tc\n`;
  const text = `BT\n${colour(theme[fill])} rg\n${matrix.map(fine).join(' ')} Tm\n${spacing}${words.join('')}${spacing && '0 Tc\n'}ET\n`;
  if (!decoration) return text;
  const under = decoration === 'underline' ? y + size * 0.12 : y - size * 0.32;
  const line = { stroke: fill, width: Math.max(0.5, size / 16) };
  return text + painted(line, theme, `${num(x + left)} ${num(under)} m\n${num(x + left + width)} ${num(under)} l`);
}
