// The commands of baselines: the chair keeps and drops them, everybody chooses which to see.
import type { Baseline, Id } from '../../shared/model/plan.ts';
import { keepBaseline } from '../../shared/ops/baselines.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { dropRecord, keepRecord } from '../../shared/ops/records.ts';
import { newId } from '../../shared/ops/tree.ts';
import { chairOnly } from '../../shared/policy/decide.ts';
import { defineAct, defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

/** At once on the chart. */
const MOST_SHOWN = 2;

function notMine(desk: Desk): Refusal | undefined {
  return chairOnly('baseline') && desk.role() !== 'chair' ? refuse('chair-only') : undefined;
}

export const baselineCommands = {
  'baseline.open': defineAct({ run: (desk) => desk.show('baselines') }),
  'baseline.keep': defineEdit({
    listed: false,
    full: (desk, args: { name: string } | undefined) => {
      const no = notMine(desk);
      if (no) return no;
      return { id: newId(desk.dice), name: args?.name ?? '', at: desk.today(), by: desk.settings().name.slice(0, 120) };
    },
    op: keepBaseline,
    after: (desk, { id }) => desk.setView({ baselines: shown(desk, id) }),
  }),
  'baseline.drop': defineEdit({
    listed: false,
    full: (desk, args: { id: Id } | undefined) =>
      notMine(desk) ?? (args ? { sort: 'baseline' as const, id: args.id } : refuse('nothing-to-do')),
    op: dropRecord,
  }),
  /** Brings back what was just dropped, whatever has been done since. */
  'baseline.restore': defineEdit({
    listed: false,
    full: (desk, args: { id: Id; value: Baseline } | undefined) =>
      notMine(desk) ?? (args ? { sort: 'baseline' as const, ...args } : refuse('nothing-to-do')),
    op: keepRecord<'baseline'>,
  }),
  /** Shows or hides one on the chart; without one named, the latest. A third takes the place of the oldest choice. */
  'baseline.show': defineAct({
    when: (desk, args: { id: Id } | undefined) => (chosen(desk, args) === undefined ? refuse('nothing-to-do') : true),
    run: (desk, args) => {
      const id = chosen(desk, args)!;
      const { baselines } = desk.view();
      desk.setView({
        baselines: baselines.includes(id) ? baselines.filter((each) => each !== id) : shown(desk, id),
      });
    },
  }),
};

/** Those that are shown when this one is too. */
function shown(desk: Desk, id: Id): readonly Id[] {
  const kept = desk.plan().records.baseline;
  return [...desk.view().baselines.filter((each) => each !== id && kept.has(each)), id].slice(-MOST_SHOWN);
}

function chosen(desk: Desk, args: { readonly id: Id } | undefined): Id | undefined {
  const kept = desk.plan().records.baseline;
  if (args) return kept.has(args.id) ? args.id : undefined;
  const [latest] = [...kept].sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  return latest?.[0];
}
