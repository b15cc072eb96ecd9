// The commands of what a plan lacks: look at it, answer for a finding, ask for it again.
import { findingKey } from '../../shared/model/audit.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { dropRecord } from '../../shared/ops/records.ts';
import { waive } from '../../shared/ops/waivers.ts';
import { chairOnly } from '../../shared/policy/decide.ts';
import { defineAct, defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

function notMine(desk: Desk): Refusal | undefined {
  return chairOnly('waiver') && desk.role() !== 'chair' ? refuse('chair-only') : undefined;
}

export const findingCommands = {
  'findings.open': defineAct({ keys: ['Shift+F'], run: (desk) => desk.show('findings') }),
  'findings.waive': defineEdit({
    listed: false,
    full: (desk, args: { readonly finding: Finding; readonly by: string; readonly reason: string } | undefined) =>
      notMine(desk) ?? (args ? { ...args, at: desk.today() } : refuse('nothing-to-do')),
    op: waive,
  }),
  'findings.unwaive': defineEdit({
    listed: false,
    full: (desk, args: { readonly finding: Finding } | undefined) =>
      notMine(desk) ?? (args ? { sort: 'waiver' as const, id: findingKey(args.finding) } : refuse('nothing-to-do')),
    op: dropRecord,
  }),
};
