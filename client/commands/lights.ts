// The commands of the lights' rules: see them, and set them. They hold for the whole bureau, so the chair sets them.
import type { LightRules } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { setLights } from '../../shared/ops/lights.ts';
import { defineAct, defineEdit } from './registry.ts';

export const lightCommands = {
  'lights.settings': defineAct({ run: (desk) => desk.show('lights') }),
  /** All rules at once; none at all is the usual. */
  'lights.set': defineEdit({
    listed: false,
    full: (desk, args: LightRules | undefined) => {
      if (desk.role() !== 'chair') return refuse('chair-only');
      return args ? { rules: args } : refuse('nothing-to-do');
    },
    op: setLights,
  }),
};
