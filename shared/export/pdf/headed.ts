// What stands at the head of every sheet of a chart or map: title, mark and legend at their own size, whatever the scale of what is below.
import { caption } from '../../layout/caption.ts';
import type { Page, Paper, PaperName } from '../../layout/paper.ts';
import type { Box, Shape } from '../../layout/scene.ts';
import type { Plan } from '../../model/plan.ts';
import { rulesOf } from '../../model/lights.ts';
import type { ExportOptions } from '../format.ts';
import { baselinesIn } from '../chart.ts';
import { pictureTitle } from '../picture.ts';

export interface Head {
  /** Px on paper. */
  readonly height: number;
  /** How much larger than in a drawing. */
  readonly scale: number;
  readonly shapes: (width: number) => readonly Shape[];
}

/** What hangs on a wall is read from farther away. */
const LARGER: Readonly<Record<PaperName, number>> = { A4: 0.9, A3: 1, A0: 2.2 };

export function headOf(
  plan: Plan,
  options: ExportOptions,
  legend: boolean,
  name: PaperName,
  width: number,
  less = 1,
): Head {
  const { lang } = options;
  const names = rulesOf(plan)?.names;
  const scale = LARGER[name] * less;
  const words = {
    title: pictureTitle(plan, options),
    // A chart carries its mark in the corner.
    sample: plan.meta.sample && !legend,
    legend,
    kept: baselinesIn(plan, options).map((baseline) => baseline.name),
    critical: options.screen?.chart.critical === true,
    lang,
    ...(names && { lights: names }),
  };
  return {
    scale,
    height: (caption(words, width / scale).height - 6) * scale,
    shapes: (room) => caption(words, room / scale).shapes,
  };
}

export function inner({ width, height, margin }: Paper): Box {
  return { x: margin, y: margin, w: width - 2 * margin, h: height - 2 * margin };
}

/** The page with its head above what was left room for it. */
export function headed(page: Page, sheet: Paper, head: Head): Page {
  const at = { ...inner(sheet), h: head.height };
  const from = { x: 0, y: 0, w: at.w / head.scale, h: at.h / head.scale };
  const groups = [{ key: 'caption', bounds: from, shapes: head.shapes(at.w) }];
  return { ...page, parts: [{ from, at, layers: [{ name: 'head', groups }] }, ...page.parts] };
}
