// What the export dialog opens with: the format asked for, and of the plan what I am looking at.
import { exporterOf } from '../../shared/export/registry.ts';
import type { Chosen } from '../state/exporting.ts';
import { WAYS } from '../state/exporting.ts';
import type { View } from '../state/view-store.ts';

export function startingChoice(first: string | undefined, { open, filter, baselines, school }: View): Chosen {
  const way = WAYS.find(({ format }) => format === first);
  const exporter = exporterOf(first?.split(':')[0] ?? '') ?? exporterOf('docx')!;
  const { views } = exporter;
  return {
    format: exporter.id,
    view: way?.view ?? views?.find((each) => each === open) ?? views?.[0],
    paper: way?.paper,
    office: filter.offices?.length === 1 ? filter.offices[0] : undefined,
    section: filter.section,
    baseline: baselines[0],
    school: school ? 'shown' : 'none',
  };
}
