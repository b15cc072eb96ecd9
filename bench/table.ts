// Readings → medians, ratios and goals, as the text of docs/benchmarks.md. Pure: knows no browser and no disk.
import type { Contestant, Face, Measure, Medians } from './face.ts';
import { quantile } from './visit.ts';
import type { Reading } from './visit.ts';

export interface Results {
  readonly face: Face;
  readonly sizes: readonly number[];
  /** Contestant and size → one reading a round. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

export const keyOf = ({ name }: Contestant, size: number): string => `${name} ${size}`;

export interface Stat {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function statOf(results: Results, contestant: Contestant, size: number, measure: string): Stat | undefined {
  const values = (results.readings.get(keyOf(contestant, size)) ?? []).flatMap((each) => each.get(measure) ?? []);
  if (values.length === 0) return undefined;
  return { median: quantile(values, 0.5), least: Math.min(...values), most: Math.max(...values) };
}

export function mediansOf(results: Results): Medians {
  const medians = (part: Contestant['part'], size: number, measure: string): number[] =>
    results.face.contestants
      .filter((each) => each.part === part)
      .flatMap((each) => statOf(results, each, size, measure)?.median ?? []);
  return {
    of(measure, who, size) {
      const found = medians(who === 'best' ? 'peer' : who, size, measure);
      return found.length > 0 ? Math.min(...found) : undefined;
    },
  };
}

/** Each line one measure at one size; the medians, the least and the most, and how we compare. */
export function tableOf(results: Results, titles: ReadonlyMap<string, string>): string {
  const { face, sizes } = results;
  const medians = mediansOf(results);
  const head = [
    '',
    face.of,
    ...face.contestants.map(({ name }) => titles.get(name) ?? name),
    '÷ best peer',
    '÷ bare floor',
  ];
  const lines = face.measures.flatMap((measure) =>
    (measure.kind === 'bytes' ? sizes.slice(-1) : sizes).map((size) => line(measure, size)),
  );
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...lines].map(row).join('\n');

  function line(measure: Measure, size: number): string[] {
    const ours = medians.of(measure.key, 'ours', size);
    return [
      measure.title,
      size.toLocaleString('en'),
      ...face.contestants.map((each) => cell(statOf(results, each, size, measure.key), measure)),
      ratio(ours, medians.of(measure.key, 'best', size)),
      ratio(ours, medians.of(measure.key, 'floor', size)),
    ];
  }
}

/** What was asked for, what was reached, and whether that is enough. */
export function verdicts({ face, sizes, ...rest }: Results): { readonly text: string; readonly missed: number } {
  const medians = mediansOf({ face, sizes, ...rest });
  const lines = face.goals.flatMap((goal) =>
    goal.sizes
      .filter((size) => sizes.includes(size))
      .flatMap((size) => {
        const found = goal.judge(medians, size);
        if (!found) return [];
        const met = found.is <= found.most;
        const cells = [goal.says, size.toLocaleString('en'), digits(found.is), digits(found.most)];
        return [{ met, cells: [...cells, met ? 'met' : '**missed**'] }];
      }),
  );
  const head = ['goal', face.of, 'reached', 'allowed', ''];
  const text = [head, ['---', '--:', '--:', '--:', '---'], ...lines.map(({ cells }) => cells)].map(row).join('\n');
  return { text, missed: lines.filter(({ met }) => !met).length };
}

function cell(stat: Stat | undefined, { kind }: Measure): string {
  if (!stat) return '–';
  const exact = kind === 'nodes' || kind === 'bytes' || stat.least === stat.most;
  return exact ? digits(stat.median) : `${digits(stat.median)} (${digits(stat.least)}–${digits(stat.most)})`;
}

function ratio(ours: number | undefined, other: number | undefined): string {
  return ours === undefined || !other ? '–' : (ours / other).toFixed(2);
}

/** Three digits that mean something, no more. */
function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
