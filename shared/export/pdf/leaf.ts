// A leaf of the official document: what is set on it, and its page number where GB/T 9704 wants it.
import type { Page, PagePart } from '../../layout/paper.ts';
import type { Shape } from '../../layout/scene.ts';
import { MARGIN, PAGE_NUMBER, PAPER, SIZE, TURNED } from '../gongwen.ts';
import { SAMPLE_NOTICE } from '../words.ts';

/** Twips and half-points in px, which are 1/96 inch. */
export const px = (twips: number): number => twips / 15;
export const typePx = (halfPoints: number): number => (halfPoints * 2) / 3;

export interface Leaf {
  readonly turned: boolean;
  readonly shapes: readonly Shape[];
  /** A drawing within the leaf, at its own scale. */
  readonly part?: PagePart;
}

/** Where the text block lies. */
export function blockOf(turned: boolean) {
  const sheet = turned ? TURNED.paper : PAPER;
  const margin = turned ? TURNED.margin : MARGIN;
  const [x, y] = [px(margin.left), px(margin.top)];
  return { x, y, w: px(sheet.width) - x - px(margin.right), h: px(sheet.height) - y - px(margin.bottom) };
}

export function pagesOf(leaves: readonly Leaf[], sample: boolean): readonly Page[] {
  return leaves.map(({ turned, shapes, part }, index) => {
    const sheet = turned ? TURNED.paper : PAPER;
    const [width, height] = [px(sheet.width), px(sheet.height)];
    const whole = { x: 0, y: 0, w: width, h: height };
    const text: PagePart = {
      from: whole,
      at: whole,
      layers: [{ name: 'body', groups: [{ key: 'leaf', bounds: whole, shapes }] }],
    };
    const foot = [numberOf(index + 1, turned), ...(sample ? [noticeAt(width)] : [])];
    const page = { width, height, number: index + 1, count: leaves.length, column: 0, row: index };
    return { ...page, parts: part ? [text, part] : [text], foot };
  });
}

/** 7.5: odd pages right, even pages left, one character in; turned with the sheet where that is turned. */
function numberOf(number: number, turned: boolean): Shape {
  const { x, y, w, h } = blockOf(turned);
  const odd = number % 2 === 1;
  const inset = px(PAGE_NUMBER.inset);
  const size = typePx(SIZE.pageNumber);
  const text = `${PAGE_NUMBER.dash} ${number} ${PAGE_NUMBER.dash}`;
  const look = { kind: 'text', text, size, face: 'song', fill: 'ink', anchor: odd ? 'end' : 'start' } as const;
  const below = px(PAGE_NUMBER.below) + size * 0.3;
  if (turned) return { ...look, turned: true, x: x - below, y: odd ? y + h - inset : y + inset };
  return { ...look, x: odd ? x + w - inset : x + inset, y: y + h + below };
}

function noticeAt(width: number): Shape {
  return {
    kind: 'text',
    x: width / 2,
    y: 70,
    text: SAMPLE_NOTICE,
    size: typePx(SIZE.table),
    face: 'hei',
    fill: 'ink',
    anchor: 'middle',
  };
}
