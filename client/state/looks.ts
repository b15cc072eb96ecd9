// A look at a face that one can come back to: what of it is kept, as text, and how the text is read again. Trusts nothing it reads.
import { isRecord } from '../../shared/guard.ts';
import { readFilter } from '../../shared/layout/chips.ts';
import { GROUPS_BY } from '../../shared/layout/lane.ts';
import { readSheet } from '../../shared/layout/listing.ts';
import { readTable } from '../../shared/layout/table-look.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { View } from './view-store.ts';

/** The faces whose looks are kept. */
export const LOOK_FACES = ['gantt', 'list'] as const;
export type LookFace = (typeof LOOK_FACES)[number];

/** How the face looks: its layout and the chips, not the search. */
export function writeLook(face: LookFace, view: View): string {
  const { text: _, ...filter } = view.filter;
  if (face === 'list') return JSON.stringify({ sheet: view.sheet, filter });
  const { columns, lanes, school, critical, baselines, zoom } = view;
  return JSON.stringify({ columns, lanes, school, critical, baselines, filter, perDay: zoom.gantt });
}

/** What the view must become; with nothing kept, the usual look. */
export function readLook(face: LookFace, text: string, now: Pick<View, 'zoom'>): Partial<View> {
  const kept = parse(text);
  const filter = readFilter(kept['filter']);
  if (face === 'list') return { sheet: readSheet(kept['sheet']), filter };
  const { perDay, baselines } = kept;
  const zoomed = typeof perDay === 'number' && perDay >= 0.2 && perDay <= 80;
  return {
    columns: readTable(isRecord(kept['columns']) ? kept['columns'] : {}),
    lanes: GROUPS_BY.find((by) => by === kept['lanes']) ?? null,
    school: kept['school'] !== false,
    critical: kept['critical'] === true,
    baselines: Array.isArray(baselines) ? baselines.filter((each) => typeof each === 'string').slice(0, 2) : [],
    filter,
    ...(zoomed && { zoom: { ...now.zoom, gantt: perDay } }),
  };
}

/** Whether the view still looks so. Zooming in to read something is no other look. */
export function looksSo(face: LookFace, text: string, view: View): boolean {
  const looked = { ...view, ...readLook(face, text, view), zoom: view.zoom };
  return writeLook(face, looked) === writeLook(face, view);
}

/** What to set for a look that stands in the plan; nothing when it is not there any more. */
export function lookAt(plan: Plan, id: Id, now: Pick<View, 'zoom'>): Partial<View> | undefined {
  const kept = plan.records.view.get(id);
  const face = LOOK_FACES.find((each) => each === kept?.face);
  return kept && face && { ...readLook(face, kept.look, now), open: face, look: id };
}

function parse(text: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(text);
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
}
