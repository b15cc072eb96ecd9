// A plan as the sheets that go to a printer: drawings in their true size. The same pages as the PDF, so paper from either is the same.
import { LIGHT } from '../layout/theme.ts';
import type { ExportInput, ExportOptions } from './format.ts';
import type { Notice } from './notices.ts';
import { pagesFor } from './pdf.ts';
import { pageSvg } from './svg.ts';
import { titleOf } from './words.ts';

export interface Sheet {
  /** Px, 1/96 inch. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

export interface Printed {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly notices: readonly Notice[];
}

export function sheetsFor(input: ExportInput, options: ExportOptions): Printed {
  const { pages, theme, notices } = pagesFor(input, options);
  const title = titleOf(input.plan.meta);
  // Paper is white, whatever the ground of the screen.
  const paper = { ...(theme ?? LIGHT), page: '#ffffff' };
  const sheets = pages.map((page) => ({
    width: page.width,
    height: page.height,
    svg: pageSvg(page, paper, { title }),
  }));
  return { title, sheets, notices };
}
