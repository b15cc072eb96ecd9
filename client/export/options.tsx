// What may be chosen of a format: exactly what its entry in the registry asks, nothing a file would not heed.
import { useId } from 'react';
import {
  ANNEXES,
  FITS,
  OF_SCREEN,
  PAPERS,
  SCHOOL,
  asksOf,
  sectionsOf,
  takesScreen,
} from '../../shared/export/format.ts';
import type { Ask, Exporter } from '../../shared/export/format.ts';
import { periodsOf, usualPeriod } from '../../shared/export/reports/period.ts';
import { NOW, versionsOf } from '../../shared/export/reports/versions.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { monthName, quarterName } from '../i18n/days.ts';
import type { Chosen } from '../state/exporting.ts';
import { useDesktop, useLang, useT, useToday, useWholePlan } from '../state/hooks.ts';
import { screenOf } from '../state/screen.ts';
import { startingLook } from './starting.ts';

interface Props {
  readonly exporter: Exporter;
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
}

export function Options({ exporter, chosen, choose }: Props) {
  const { id, views } = exporter;
  const t = useT();
  const { view: mine } = useDesktop();
  const plan = useWholePlan();
  const today = useToday();
  const lang = useLang();
  const contents = views ?? [];
  const asks = asksOf(exporter, chosen.view).filter((ask) => !(chosen.screen && OF_SCREEN.includes(ask)));
  const kept = [...plan.records.baseline].map(([key, { name }]): Choice => [key, name]);
  const versions = [...versionsOf(plan)].map(([key, { name }]): Choice => [key, key === NOW ? t('export.now') : name]);
  const lists: Readonly<Record<Ask, readonly Choice[]>> = {
    paper: PAPERS.map((paper) => [paper, paper]),
    fit: FITS.map((fit) => [fit, t(`export.fit.${fit}`)]),
    office: pickable(plan).map((office) => [office.id, office.name]),
    section: sectionsOf(plan).map((section) => [section.id, short(section.mark + section.title.trim())]),
    baseline: kept,
    beside: kept.filter(([key]) => key !== chosen.baseline),
    period: periodsOf(plan, today).map(({ id: key, first }) => [
      key,
      (key.includes('Q') ? quarterName : monthName)(lang, first),
    ]),
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
    beside: '',
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
          choose={(view) =>
            choose(
              startingLook(
                exporter,
                mine.get(),
                contents.find((each) => each === view),
              ),
            )
          }
        />
      )}
      {takesScreen(exporter, chosen.view) && (
        <Field
          label={t('export.ask.screen')}
          value={chosen.screen ? 'screen' : 'whole'}
          list={(['screen', 'whole'] as const).map((each) => [each, t(`export.screen.${each}`)])}
          choose={(value) => choose({ screen: value === 'screen' ? screenOf(mine.get()) : undefined })}
        />
      )}
      {asks
        .filter((ask) => heard(ask, chosen, kept.length))
        .map((ask) => (
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

/** Nobody is asked for what there is none of, nor for a second before there is a first. */
function heard(ask: Ask, { baseline }: Chosen, kept: number): boolean {
  return ask === 'baseline' ? kept > 0 : ask !== 'beside' || (baseline !== undefined && kept > 1);
}

type Choice = readonly [value: string, name: string];

/** What it is called not to choose. */
const OPEN = {
  fit: 'export.fit.usual',
  office: 'export.office.all',
  section: 'export.section.all',
  baseline: 'export.baseline.none',
  beside: 'export.baseline.none',
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
