// The measurements of an official document: GB/T 9704-2012 党政机关公文格式, each with its clause. Numbers only, no document.

/** Millimetres as twentieths of a point. */
export const twips = (mm: number): number => Math.trunc((mm * 1440) / 25.4);

/** 5.1: A4, 210 × 297 mm. */
export const PAPER = { width: 11_906, height: 16_838 } as const;

/** 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; so 35 mm remain below and 26 mm on the right. */
export const MARGIN = { top: 2_098, left: 1_587, bottom: 1_984, right: 1_474 } as const;

/** What the margins leave: 156 × 225 mm. */
export const BLOCK = {
  width: PAPER.width - MARGIN.left - MARGIN.right,
  height: PAPER.height - MARGIN.top - MARGIN.bottom,
} as const;

/**
 * 8: a table across the sheet lies turned counter-clockwise, its head at the left edge of the upright sheet, which is
 * the binding edge of odd pages and the outer edge of even ones. Turned to be read, the upright sheet's left is the top.
 */
export const TURNED = {
  paper: { width: PAPER.height, height: PAPER.width },
  margin: { top: MARGIN.left, right: MARGIN.top, bottom: MARGIN.right, left: MARGIN.bottom },
  block: { width: BLOCK.height, height: BLOCK.width },
} as const;

/**
 * 5.2.3: 22 lines of 28 characters fill the block. 22 × 579 is the most that fits 12,756 twips (580 would lose a line);
 * 28 characters of 16 pt are wider than 156 mm, so each gives up 847/4096 pt, or 6 twips
 * where a reader has no grid.
 */
export const GRID = { lines: 22, characters: 28, linePitch: 579, charSpace: -847, tracking: -6 } as const;

/** Half-points. 5.2.2: 3号 unless something else is said; 7.3.1: title 2号; 7.5: page number 4号. */
export const SIZE = { title: 44, body: 32, pageNumber: 28, table: 21 } as const;

export interface Face {
  readonly name: string;
  /** The same face under the name another system knows it by. */
  readonly alt: string;
}

/** 5.2.2, 7.3.1, 7.3.3, 7.5. The names Word and WPS list them under; nothing is embedded. */
export const FACE = {
  title: { name: '方正小标宋简体', alt: '方正小标宋_GBK' },
  body: { name: '仿宋_GB2312', alt: '仿宋' },
  first: { name: '黑体', alt: 'SimHei' },
  second: { name: '楷体_GB2312', alt: '楷体' },
  pageNumber: { name: '宋体', alt: 'SimSun' },
} as const satisfies Readonly<Record<string, Face>>;

/** 7.3.3: each paragraph starts two characters in, in hundredths of a character; and the same in twips for old readers. */
export const INDENT = { chars: 200, twips: 2 * 16 * 20 } as const;

/**
 * 7.5: the dashes stand 7 mm below the block, the number one character in from the outer edge. The line of 14 pt is
 * about 6 mm high with the dash in its middle, so its foot is 10 mm below the block.
 */
export const PAGE_NUMBER = { below: twips(7), foot: twips(35 - 10), inset: 14 * 20, dash: '—' } as const;
