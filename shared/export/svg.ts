// A scene as a standalone SVG file. Knows XML and nothing of what is drawn; two programs that read the file draw the same.
import { caption } from '../layout/caption.ts';
import { num } from '../layout/glyph.ts';
import type { Page } from '../layout/paper.ts';
import type { Group, Scene, Shape } from '../layout/scene.ts';
import { fontFamily } from '../layout/theme.ts';
import type { Paint, Theme } from '../layout/theme.ts';
import type { Lang } from '../layout/words.ts';
import type { LightRules } from '../model/plan.ts';

export interface SvgOptions {
  /** Names the file to readers and screen readers; drawn only with `caption`. */
  readonly title: string;
  /** Draw the title above the scene. */
  readonly caption?: boolean | undefined;
  /** Say above the scene what its signs mean. */
  readonly legend?: boolean | undefined;
  /** The baselines that are shown, and whether the critical path is: the legend says how. */
  readonly kept?: readonly string[] | undefined;
  readonly critical?: boolean | undefined;
  /** What the bureau calls the lights. */
  readonly lights?: LightRules['names'];
  /** Faces to try before the usual ones. */
  readonly fonts?: readonly string[] | undefined;
  /** Mark the drawing 示例, unless it carries the mark itself. */
  readonly sample?: boolean | undefined;
  /** Off leaves the ground transparent. */
  readonly background?: boolean | undefined;
  readonly lang?: Lang | undefined;
}

export function toSvg(scene: Scene, theme: Theme, options: SvgOptions): string {
  const { title, lang = 'zh', fonts } = options;
  const { width } = scene;
  const above = caption(
    {
      title: options.caption ? title : undefined,
      sample: options.sample && !scene.marked,
      legend: options.legend,
      kept: options.kept,
      critical: options.critical,
      ...(options.lights && { lights: options.lights }),
      lang,
    },
    width,
  );
  const height = scene.height + above.height;
  const body = sceneSvg(scene, theme, fonts);
  const ground = `<rect width="${num(width)}" height="${num(height)}" fill="${theme.page}"/>\n`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" ` +
    `viewBox="0 0 ${num(width)} ${num(height)}" role="img" font-family="${escape(fontFamily('sans', fonts))}">` +
    `<title>${escape(title)}</title>\n` +
    (options.background === false ? '' : ground) +
    above.shapes.map((shape) => shapeSvg(shape, theme, fonts)).join('') +
    (above.height > 0 ? `\n<g transform="translate(0 ${num(above.height)})">\n${body}</g>\n` : body) +
    '</svg>\n'
  );
}

/** One sheet of a scene cut into pages. */
export function pageSvg(page: Page, theme: Theme, options: Pick<SvgOptions, 'title' | 'fonts'>): string {
  const { title, fonts } = options;
  const [w, h] = [num(page.width), num(page.height)];
  const parts = page.parts.map(({ from, at, layers }) => {
    const [x, y, width, height] = [at.x, at.y, at.w, at.h].map(num);
    const box = [from.x, from.y, from.w, from.h].map(num).join(' ');
    return (
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}" overflow="hidden" ` +
      `preserveAspectRatio="none">\n${sceneSvg({ layers }, theme, fonts)}</svg>\n`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" ` +
    `font-family="${escape(fontFamily('sans', fonts))}"><title>${escape(title)}</title>\n` +
    `<rect width="${w}" height="${h}" fill="${theme.page}"/>\n${parts.join('')}` +
    `${page.foot.map((shape) => shapeSvg(shape, theme, fonts)).join('')}</svg>\n`
  );
}

/** The layers alone, for callers that place them on a page of their own. */
function sceneSvg(scene: Pick<Scene, 'layers'>, theme: Theme, fonts?: readonly string[]): string {
  return scene.layers.map((layer) => layerSvg(layer.name, layer.groups, theme, fonts)).join('');
}

function layerSvg(name: string, groups: readonly Group[], theme: Theme, fonts?: readonly string[]): string {
  if (groups.length === 0) return '';
  return `<g data-layer="${name}">\n${groups.map((group) => groupSvg(group, theme, fonts)).join('')}</g>\n`;
}

function groupSvg(group: Group, theme: Theme, fonts?: readonly string[]): string {
  if (group.shapes.length === 0) return '';
  const target = group.target ? ` data-node="${escape(group.target.node)}" data-part="${group.target.part}"` : '';
  const hint = group.hint ? `<title>${escape(group.hint)}</title>` : '';
  return `<g${target}>${hint}${group.shapes.map((shape) => shapeSvg(shape, theme, fonts)).join('')}</g>\n`;
}

function shapeSvg(shape: Shape, theme: Theme, fonts?: readonly string[]): string {
  switch (shape.kind) {
    case 'rect':
      return (
        `<rect x="${num(shape.x)}" y="${num(shape.y)}" width="${num(shape.w)}" height="${num(shape.h)}"` +
        `${shape.r ? ` rx="${num(shape.r)}"` : ''}${look(shape, theme)}/>`
      );
    case 'line':
      return (
        `<line x1="${num(shape.x1)}" y1="${num(shape.y1)}" x2="${num(shape.x2)}" y2="${num(shape.y2)}"` +
        `${look(shape, theme)}/>`
      );
    case 'path':
      return `<path d="${escape(shape.d)}"${look(shape, theme)}/>`;
    case 'circle':
      return `<circle cx="${num(shape.x)}" cy="${num(shape.y)}" r="${num(shape.r)}"${look(shape, theme)}/>`;
    case 'text':
      return (
        `<text x="${num(shape.x)}" y="${num(shape.y)}" font-size="${num(shape.size)}" fill="${theme[shape.fill]}"` +
        `${shape.weight ? ` font-weight="${shape.weight}"` : ''}` +
        `${shape.anchor && shape.anchor !== 'start' ? ` text-anchor="${shape.anchor}"` : ''}` +
        `${shape.face && shape.face !== 'sans' ? ` font-family="${escape(fontFamily(shape.face, fonts))}"` : ''}` +
        `${shape.fit ? ` textLength="${num(shape.fit)}"` : ''}` +
        `${shape.turned ? ` transform="rotate(90 ${num(shape.x)} ${num(shape.y)})"` : ''}` +
        `${shape.decoration ? ` text-decoration="${shape.decoration}"` : ''}>${escape(shape.text)}</text>`
      );
  }
}

interface Look {
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: string;
}

function look(shape: Look, theme: Theme): string {
  const fill = ` fill="${shape.fill ? theme[shape.fill] : 'none'}"`;
  if (!shape.stroke) return fill;
  return (
    `${fill} stroke="${theme[shape.stroke]}" stroke-width="${num(shape.width ?? 1)}"` +
    `${shape.dash ? ` stroke-dasharray="${escape(shape.dash)}"` : ''}`
  );
}

/** Text as XML may hold it: markup escaped, and what XML 1.0 forbids (controls, lone surrogates, U+FFFE) left out. */
export function escape(text: string): string {
  return [...text]
    .filter((char) => isLegal(char.codePointAt(0)!))
    .map((char) => ESCAPES[char] ?? char)
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function isLegal(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
