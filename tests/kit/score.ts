// How much of a document's truth an import found, dimension by dimension.
import type { ImportJson } from '../../shared/yaodian/draft.ts';
import type { Truth } from './compose/truth.ts';

export const DIMENSIONS = [
  'title',
  'sections',
  'items',
  'clauses',
  'leads',
  'assists',
  'persons',
  'deadlines',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export class Score {
  readonly right = new Map<Dimension, number>();
  readonly asked = new Map<Dimension, number>();
  /** Offices and dates that stand nowhere in the truth. */
  invented = 0;
  readonly misses: string[] = [];

  add(dimension: Dimension, right: boolean, about: () => string): void {
    this.asked.set(dimension, (this.asked.get(dimension) ?? 0) + 1);
    if (right) this.right.set(dimension, (this.right.get(dimension) ?? 0) + 1);
    else this.misses.push(`${dimension}: ${about()}`);
  }

  share(dimension: Dimension): number {
    return (this.right.get(dimension) ?? 0) / Math.max(1, this.asked.get(dimension) ?? 0);
  }

  toString(): string {
    const lines = DIMENSIONS.map(
      (each) => `${each.padEnd(10)} ${(this.share(each) * 100).toFixed(2)} % of ${this.asked.get(each) ?? 0}`,
    );
    return [...lines, `invented   ${this.invented}`].join('\n');
  }
}

const bare = (text: string): string => text.replace(/[\s\u00a0\u3000\v]/g, '').replace(/[。；]$/, '');

/** What is missing counts once, and so does what is too much. */
export function score(json: ImportJson, truth: Truth, into: Score): void {
  into.add('title', bare(json.title) === bare(truth.title), () => `${json.title} for ${truth.title}`);
  const sectionKeys = json.sections.map((each) =>
    [each.number, bare(each.title), each.level, json.sections.findIndex(({ id }) => id === each.parent)].join('|'),
  );
  const wanted = truth.sections.map((each) => [each.number, bare(each.title), each.level, each.parent ?? -1].join('|'));
  tally(sectionKeys, wanted, 'sections', into);
  const items = json.items.map((each) =>
    [each.number, bare(each.title), json.sections.findIndex(({ id }) => id === each.section)].join('|'),
  );
  tally(
    items,
    truth.items.map((each) => [each.number, bare(each.title), each.section ?? -1].join('|')),
    'items',
    into,
  );
  const found = json.items.flatMap((item) => item.clauses);
  const left = [...found];
  for (const clause of truth.items.flatMap((item) => item.clauses)) {
    const at = left.findIndex((each) => bare(each.text) === bare(clause.text));
    const got = at >= 0 ? left.splice(at, 1)[0]! : undefined;
    into.add('clauses', got !== undefined, () => clause.text);
    const same = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
      a !== undefined && a.map(bare).join('|') === b.map(bare).join('|');
    into.add('leads', same(got?.lead, clause.lead), () => `${got?.lead.join('|')} for ${clause.lead.join('|')}`);
    if (clause.assist.length + (got?.assist.length ?? 0) > 0)
      into.add(
        'assists',
        same(got?.assist, clause.assist),
        () => `${got?.assist.join('|')} for ${clause.assist.join('|')}`,
      );
    if (clause.leaders.length + (got?.leaders.length ?? 0) > 0)
      into.add(
        'persons',
        same(got?.leaders, clause.leaders),
        () => `${got?.leaders.join('|')} for ${clause.leaders.join('|')}`,
      );
    const [a, b] = [got?.deadline ?? null, clause.deadline];
    if (a || b)
      into.add(
        'deadlines',
        a !== null && b !== null && a.raw === b.raw && a.kind === b.kind && a.start === b.start && a.end === b.end,
        () => `${JSON.stringify(a)} for ${JSON.stringify(b)}`,
      );
  }
  for (const extra of left) into.add('clauses', false, () => `too much: ${extra.text}`);
  const names = new Set(
    truth.items.flatMap((item) => item.clauses.flatMap((clause) => [...clause.lead, ...clause.assist])).map(bare),
  );
  const days = new Set(
    truth.items.flatMap((item) => item.clauses.flatMap((clause) => [clause.deadline?.start, clause.deadline?.end])),
  );
  for (const clause of found) {
    into.invented += [...clause.lead, ...clause.assist].filter((name) => !names.has(bare(name))).length;
    into.invented += [clause.deadline?.start, clause.deadline?.end].filter((day) => day && !days.has(day)).length;
  }
}

function tally(got: readonly string[], wanted: readonly string[], dimension: 'sections' | 'items', into: Score): void {
  const left = [...got];
  for (const want of wanted) {
    const at = left.indexOf(want);
    if (at >= 0) left.splice(at, 1);
    into.add(dimension, at >= 0, () => want);
  }
  for (const extra of left) into.add(dimension, false, () => `too much: ${extra}`);
}
