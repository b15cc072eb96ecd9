// 附件2: the plan chart in black and white. Each sheet is a vector picture with a PNG beside it for readers without SVG.
import { ImageRun } from 'docx';
import type { Paragraph } from 'docx';
import type { Day, Plan } from '../../model/plan.ts';
import { PLAN_PRINT, SHEET, planLegend, planSheets } from '../planchart.ts';
import type { ExportOptions } from '../format.ts';
import { toSvg } from '../svg.ts';
import { paragraph } from './text.ts';

/** Enough for hairlines on paper, and a document that can still be mailed. */
const PNG_DPI = 220;
/** Of the whole document, what text and list take, and what zipping does. */
const [BEFORE, AFTER] = [0.1, 0.1];
/** Faces Word, WPS and a server's fonts have, in the order to try them. */
const FONTS = ['黑体', 'SimHei'] as const;

export async function chart(
  plan: Plan,
  clock: Day,
  title: string,
  options: ExportOptions,
): Promise<readonly Paragraph[]> {
  const { rasterise, progress, signal } = options;
  const sheets = planSheets(plan, clock, SHEET, options);
  const pictures: Paragraph[] = [];
  for (const [index, scene] of sheets.entries()) {
    signal?.throwIfAborted();
    // The pictures take nearly all of the time.
    progress?.(BEFORE + ((1 - BEFORE - AFTER) * index) / sheets.length);
    const svg = toSvg(scene, PLAN_PRINT, { title, fonts: FONTS, background: false });
    const png = rasterise ? (await rasterise(svg, Math.round((SHEET.px / 96) * PNG_DPI))).png : BLANK;
    const number = sheets.length > 1 ? `（${index + 1}/${sheets.length}）` : '';
    const picture = new ImageRun({
      type: 'svg',
      data: new TextEncoder().encode(svg),
      fallback: { type: 'png', data: png },
      transformation: { width: SHEET.px, height: Math.round(scene.height * SHEET.scale) },
      // Fixed ids: the library counts on from the last document it made.
      altText: { id: String(index + 1), name: `进度图${number}`, description: `${title}${number}`, title: '' },
    });
    pictures.push(paragraph('GwPicture', [picture]));
  }
  return [paragraph('GwCell', planLegend(plan, options), { spacing: { after: 80 } }), ...pictures];
}

/** One transparent pixel, for a reader without SVG when nobody can draw the PNG: the text and the list still go out. */
const BLANK = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII='),
  (char) => char.charCodeAt(0),
);
