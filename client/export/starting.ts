// What the export dialog opens with: the format asked for, and of the plan what I am looking at.
import { takesScreen } from '../../shared/export/format.ts';
import type { Exporter, ViewChoice } from '../../shared/export/format.ts';
import { exporterOf } from '../../shared/export/registry.ts';
import type { Chosen } from '../state/exporting.ts';
import { WAYS } from '../state/exporting.ts';
import { screenOf } from '../state/screen.ts';
import type { View } from '../state/view-store.ts';

export function startingChoice(first: string | undefined, view: View): Chosen {
  const way = WAYS.find(({ format }) => format === first);
  const exporter = exporterOf(first?.split(':')[0] ?? '') ?? exporterOf('docx')!;
  const { filter, baselines, school } = view;
  return {
    ...startingLook(exporter, view, way?.view),
    paper: way?.paper,
    office: filter.offices?.length === 1 ? filter.offices[0] : undefined,
    section: filter.section,
    baseline: baselines[0],
    beside: baselines[1],
    school: school ? 'shown' : 'none',
  };
}

/** The face that is open, where the format has it; a drawing of it as the screen shows it, a document the whole plan. */
export function startingLook(
  exporter: Exporter,
  screen: View,
  asked?: ViewChoice,
): Pick<Chosen, 'format' | 'view' | 'screen'> {
  const { id, views } = exporter;
  const view = asked ?? views?.find((each) => each === screen.open) ?? views?.[0];
  const drawn = (view === 'gantt' || view === 'mindmap') && view === screen.open;
  return { format: id, view, screen: drawn && takesScreen(exporter, view) ? screenOf(screen) : undefined };
}
