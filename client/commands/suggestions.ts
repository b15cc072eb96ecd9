// The commands of suggestions: see them, leave some for everybody, take or decline them. An edited copy comes in by the first.
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { keepSuggestions, leaveSuggestions, takeSuggestions } from '../../shared/ops/suggestions.ts';
import type { Named } from '../../shared/ops/suggestions.ts';
import { waitingCount } from '../state/waiting.ts';
import { defineAct, defineEdit, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

interface Some {
  readonly list: readonly Named[];
}

/** The root too: the plan's own name can be suggested. */
function placeOf(desk: Desk, args: { readonly id?: Id } | undefined): Id | undefined {
  return (args?.id ?? desk.view().selected.at(-1)) === ROOT ? ROOT : oneOf(desk, args);
}

const given = (_desk: Desk, args: Some | undefined) => args ?? refuse('nothing-to-do');

export const suggestionCommands = {
  'file.revise': defineAct({ needs: 'edit', run: (desk) => desk.show('revise') }),
  'suggestion.open': defineAct({ run: (desk) => desk.show('suggestions') }),
  /** The answers to what waits at one node, beside its mark. */
  'suggestion.here': defineAct({
    // Where a sheet of cells keeps its remarks.
    keys: ['Shift+F2'],
    inFields: 'plan',
    when: (desk, args: { readonly id?: Id } | undefined) => {
      const id = placeOf(desk, args);
      if (id === undefined) return refuse('no-such-node');
      return waitingCount(desk.plan(), id) > 0 ? true : refuse('nothing-waits');
    },
    // Nothing is selected by it: what I look at stays as it is.
    run: (desk, args) => desk.show(`here/${placeOf(desk, args)!}`),
  }),
  'suggestion.keep': defineEdit({ listed: false, full: given, op: keepSuggestions }),
  'suggestion.take': defineEdit({ listed: false, full: given, op: takeSuggestions }),
  'suggestion.leave': defineEdit({ listed: false, full: given, op: leaveSuggestions }),
};
