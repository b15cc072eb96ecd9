// The plan as PDF: the official document with its attachments, the task list alone, or chart and map on the paper of one's choice.
import { themeWith } from '../layout/light-hues.ts';
import { LIGHT } from '../layout/theme.ts';
import type { Page } from '../layout/paper.ts';
import { rulesOf } from '../model/lights.ts';
import { todayFor } from '../model/schedule.ts';
import type { ExportInput, ExportOptions, Made } from './format.ts';
import { wantingIn } from './notices.ts';
import type { Notice } from './notices.ts';
import { PITCH, shapeOf, textLeaves } from './pdf/prose.ts';
import { blockOf, pagesOf } from './pdf/leaf.ts';
import type { Leaf } from './pdf/leaf.ts';
import { listedOf } from './listed.ts';
import { listLeaves, reportLeaves, screenLeaves } from './pdf/list.ts';
import { annexHead } from './pdf/ruled.ts';
import { findingTable } from './reports/findings.ts';
import { printPdf } from './pdf/print.ts';
import { chartSheets, mapSheets } from './pdf/wall.ts';
import { PLAN_PRINT, SHEET, planLegend, planSheets } from './planchart.ts';
import { taskList } from './tasks.ts';
import { titleOf } from './words.ts';
import { besideOf } from './beside.ts';
import { baselinesIn } from './chart.ts';
import { entriesIn, partOf } from './filter.ts';
import { shownColumns } from './tasktable.ts';
import type { Part } from './filter.ts';
import type { Plan } from '../model/plan.ts';

export async function toPdf(input: ExportInput, options: ExportOptions): Promise<Made> {
  const { pages, notices, theme } = pagesFor(input, options);
  const made = await printPdf(
    titleOf(input.plan.meta),
    pages.map((page) => ({ page, theme })),
    options,
  );
  return { file: made.file, notices: [...notices, ...made.notices] };
}

/** The pages that are printed, for whoever shows them first. */
export function pagesFor(input: ExportInput, options: ExportOptions) {
  const { view = 'text', paper = view === 'mindmap' || view === 'gantt' ? 'A3' : 'A4', fit } = options;
  const { plan } = input;
  const ready = (pages: readonly Page[], theme = PLAN_PRINT, notices: readonly Notice[] = []) => ({
    pages,
    theme,
    notices,
  });
  switch (view) {
    case 'gantt': {
      const { pages, notices } = chartSheets(input, paper, fit, options);
      return ready(pages, themeWith(LIGHT, rulesOf(plan)), notices);
    }
    case 'mindmap': {
      const { pages, notices } = mapSheets(input, paper, fit, options);
      return ready(pages, themeWith(LIGHT, rulesOf(plan)), notices);
    }
    case 'list':
      return ready(
        pagesOf(
          options.screen
            ? screenLeaves(
                listedOf(plan, todayFor(plan, input.today), options.lang, options.screen),
                listTitle(plan, options),
              )
            : listLeaves(...listed(input, options), listTitle(plan, options), undefined),
          plan.meta.sample,
        ),
      );
    case 'text':
      return ready(
        pagesOf(options.annexes === 'none' ? textLeaves(plan, []) : documentLeaves(input, options), plan.meta.sample),
        PLAN_PRINT,
        wantingIn(plan),
      );
  }
}

function listTitle(plan: Plan, part: Part): string {
  return `${titleOf(plan.meta)}任务清单${partOf(plan, part)}`;
}

/** The rows, and what stands in which column. */
function listed(input: ExportInput, options: ExportOptions) {
  const { plan } = input;
  const today = todayFor(plan, input.today);
  const entries = entriesIn(taskList(input, today), plan, today, options);
  return [entries, shownColumns(entries, besideOf(plan, baselinesIn(plan, options)), plan.meta.year)] as const;
}

function documentLeaves(input: ExportInput, options: ExportOptions): readonly Leaf[] {
  const title = titleOf(input.plan.meta);
  const part = partOf(input.plan, options);
  const checked = options.annexes === 'checked' ? findingTable(input.plan) : undefined;
  const names = [`${title}任务清单${part}`, `${title}进度图${part}`, ...(checked ? [checked.title] : [])] as const;
  return [
    ...textLeaves(input.plan, names),
    ...listLeaves(...listed(input, options), names[0], 1),
    ...chartLeaves(input, names[1], options),
    ...(checked ? reportLeaves(checked, 3) : []),
  ];
}

/** 附件2: each sheet of the plan chart on a leaf of its own. */
function chartLeaves({ plan, today }: ExportInput, title: string, options: ExportOptions): readonly Leaf[] {
  const block = blockOf(true);
  const scenes = planSheets(plan, todayFor(plan, today), SHEET, options);
  const head = annexHead(title, 2);
  const above = head.length * PITCH;
  const first = [
    ...head.flatMap((line, index) => shapeOf(line, index * PITCH, true)),
    {
      kind: 'text',
      x: block.x,
      y: block.y + above + 14,
      text: planLegend(plan, options),
      size: 14,
      face: 'fang',
      fill: 'ink',
    } as const,
  ];
  if (scenes.length === 0) return [{ turned: true, shapes: first }];
  return scenes.map((scene, index): Leaf => {
    const from = { x: 0, y: 0, w: scene.width, h: scene.height };
    const y = block.y + (index === 0 ? above + 24 : 0);
    const at = { x: block.x, y, w: scene.width * SHEET.scale, h: scene.height * SHEET.scale };
    return { turned: true, shapes: index === 0 ? first : [], part: { from, at, layers: scene.layers } };
  });
}
