// What may be chosen of a format: exactly what its entry in the registry asks, nothing a file would not heed.
import { useId } from 'react';
import { ANNEXES, FITS, PAPERS, SCHOOL, sectionsOf } from '../../shared/export/format.ts';
import type { Ask, Exporter } from '../../shared/export/format.ts';
import { periodsOf, usualPeriod } from '../../shared/export/reports/period.ts';
import { NOW, versionsOf } from '../../shared/export/reports/versions.ts';
import { pickable } from '../../shared/ops/offices.ts';
import type { Chosen } from '../state/exporting.ts';
import { useT, useToday, useWholePlan } from '../state/hooks.ts';

interface Props {
  readonly exporter: Exporter;
  readonly asks: readonly Ask[];
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
}

export function Options({ exporter: { id, views }, asks, chosen, choose }: Props) {
  const t = useT();
  const plan = useWholePlan();
  const today = useToday();
  const contents = views ?? [];
  const versions = [...versionsOf(plan)].map(([key, { name }]): Choice => [key, key === NOW ? t('export.now') : name]);
  const lists: Readonly<Record<Ask, readonly Choice[]>> = {
    paper: PAPERS.map((paper) => [paper, paper]),
    fit: FITS.map((fit) => [fit, t(`export.fit.${fit}`)]),
    office: pickable(plan).map((office) => [office.id, office.name]),
    section: sectionsOf(plan).map((section) => [section.id, short(section.mark + section.title.trim())]),
    baseline: [...plan.records.baseline].map(([key, { name }]) => [key, name]),
    period: periodsOf(plan, today).map(({ id: key, name }) => [key, name]),
    from: versions,
    to: versions,
    annexes: ANNEXES.map((each) => [each, t(`export.annexes.${each}`)]),
    school: SCHOOL.map((each) => [each, t(`export.school.${each}`)]),
  };
  const usual: Readonly<Record<Ask, string>> = {
    paper: chosen.view === 'gantt' || chosen.view === 'mindmap' ? 'A3' : 'A4',
    fit: '',
    office: '',
    section: '',
    baseline: '',
    annexes: 'all',
    school: 'shown',
    period: usualPeriod(today).id,
    from: versions.at(-2)?.[0] ?? NOW,
    to: NOW,
  };
  return (
    <div className="export-options">
      {contents.length > 1 && (
        <Field
          label={t('export.view')}
          value={chosen.view ?? contents[0]!}
          list={contents.map((view) => [
            view,
            t(view === 'text' && id === 'pdf' ? 'export.view.text' : `view.${view}`),
          ])}
          choose={(view) => choose({ view: contents.find((each) => each === view) })}
        />
      )}
      {asks.map((ask) => (
        <Field
          key={ask}
          label={t(`export.ask.${ask}`)}
          value={chosen[ask] ?? usual[ask]}
          list={ask in OPEN ? [['', t(OPEN[ask as keyof typeof OPEN])], ...lists[ask]] : lists[ask]}
          choose={(value) => choose({ [ask]: value === '' ? undefined : value })}
        />
      ))}
    </div>
  );
}

type Choice = readonly [value: string, name: string];

/** What it is called not to choose. */
const OPEN = {
  fit: 'export.fit.usual',
  office: 'export.office.all',
  section: 'export.section.all',
  baseline: 'export.baseline.none',
} as const;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly list: readonly Choice[];
  readonly choose: (value: string) => void;
}

function Field({ label, value, list, choose }: FieldProps) {
  const id = useId();
  return (
    <div className="export-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={({ target }) => choose(target.value)}>
        {list.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

const LONG = 22;

function short(title: string): string {
  const chars = [...title];
  return chars.length > LONG ? `${chars.slice(0, LONG - 1).join('')}…` : title;
}
