// The commands of suggestions: see them, leave some for everybody, take or decline them. An edited copy comes in by the first.
import { refuse } from '../../shared/ops/change.ts';
import { keepSuggestions, leaveSuggestions, takeSuggestions } from '../../shared/ops/suggestions.ts';
import type { Named } from '../../shared/ops/suggestions.ts';
import { defineAct, defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

interface Some {
  readonly list: readonly Named[];
}

const given = (_desk: Desk, args: Some | undefined) => args ?? refuse('nothing-to-do');

export const suggestionCommands = {
  'file.revise': defineAct({ needs: 'edit', run: (desk) => desk.show('revise') }),
  'suggestion.open': defineAct({ run: (desk) => desk.show('suggestions') }),
  'suggestion.keep': defineEdit({ listed: false, full: given, op: keepSuggestions }),
  'suggestion.take': defineEdit({ listed: false, full: given, op: takeSuggestions }),
  'suggestion.leave': defineEdit({ listed: false, full: given, op: leaveSuggestions }),
};
