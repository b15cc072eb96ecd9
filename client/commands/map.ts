// The commands of the map alone: how it is arranged and coloured, which branch is looked at, relations and braces.
import { focusOf } from '../../shared/layout/branches.ts';
import type { Arrangement } from '../../shared/layout/tidy.ts';
import type { Colouring } from '../../shared/layout/tone.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { ancestors, childrenOf } from '../../shared/model/tree.ts';
import { refuse } from '../../shared/ops/change.ts';
import { dropRecord } from '../../shared/ops/records.ts';
import { embrace, entitleTie, relate } from '../../shared/ops/ties.ts';
import { newId } from '../../shared/ops/tree.ts';
import type { MapLook, Tie } from '../state/view-store.ts';
import { defineAct, defineEdit, manyOf, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

function look(desk: Desk, change: Partial<MapLook>): void {
  desk.setView({ map: { ...desk.view().map, ...change } });
}

const arrange = (arrangement: Arrangement) =>
  defineAct({ scope: 'mindmap', run: (desk) => look(desk, { arrangement }) });

const colour = (colouring: Colouring) => defineAct({ scope: 'mindmap', run: (desk) => look(desk, { colouring }) });

/** What was tied is given its words next, whether by key, from a menu or the palette, or by hand. */
function entitle(desk: Desk, tie: Tie): void {
  if (desk.view().open === 'mindmap') desk.setView({ tie });
}

export const mapCommands = {
  'map.both': arrange('both'),
  'map.right': arrange('right'),
  'map.down': arrange('down'),
  'map.time': arrange('time'),
  'map.colour-section': colour('section'),
  'map.colour-office': colour('office'),
  'map.colour-light': colour('light'),
  'map.details': defineAct({
    scope: 'mindmap',
    run: (desk) => look(desk, { details: !desk.view().map.details }),
  }),
  'map.minimap': defineAct({
    scope: 'mindmap',
    run: (desk) => look(desk, { minimap: !desk.view().map.minimap }),
  }),
  /** Only the selected branch; again: the whole map. */
  'map.focus': defineAct({
    keys: ['Mod+.'],
    scope: 'mindmap',
    when: (desk, args: { readonly id?: Id | null } | undefined) => {
      if (args?.id === null || desk.view().focus) return true;
      const id = oneOf(desk, args?.id ? { id: args.id } : undefined);
      return id !== undefined && childrenOf(desk.plan(), id).length > 0 ? true : refuse('nothing-to-do');
    },
    run: (desk, args) => {
      const plan = desk.plan();
      const now = focusOf(plan, desk.view().focus);
      const id = args?.id === null ? undefined : oneOf(desk, args?.id ? { id: args.id } : undefined);
      const next = id === undefined || id === now ? null : id;
      const seen = next ?? (now === ROOT ? undefined : now);
      const folded = new Set(desk.view().folded);
      if (next) folded.delete(next);
      // Coming back, the branch one was in is still selected, and the way to it open.
      else if (seen) for (const above of ancestors(plan, seen)) folded.delete(above);
      desk.setView({ focus: next, folded, ...(seen && { selected: [seen] }) });
    },
  }),
  'map.relate': defineEdit({
    keys: ['Mod+Shift+L'],
    scope: 'mindmap',
    full: (desk, args: { readonly from: Id; readonly to: Id } | undefined) => {
      const two = args ? [args.from, args.to] : manyOf(desk, undefined);
      const [from, to] = two;
      return two.length === 2 && from !== undefined && to !== undefined
        ? { id: newId(desk.dice), from, to }
        : refuse('pick-two');
    },
    op: relate,
    after: (desk, { id }) => entitle(desk, { sort: 'relation', id }),
  }),
  'map.brace': defineEdit({
    keys: ['Mod+]'],
    scope: 'mindmap',
    full: (desk, args: { readonly ids?: readonly Id[]; readonly title?: string } | undefined) => {
      const ids = manyOf(desk, args);
      const usual = desk.settings().lang === 'zh' ? '概括' : 'Summary';
      return ids.length === 0 ? refuse('no-such-node') : { id: newId(desk.dice), ids, title: args?.title ?? usual };
    },
    op: embrace,
    after: (desk, { id }) => entitle(desk, { sort: 'brace', id }),
  }),
  'map.entitle-tie': defineEdit({
    listed: false,
    full: (_desk, args: (Tie & { readonly title: string }) | undefined) => args ?? refuse('nothing-to-do'),
    op: entitleTie,
  }),
  'map.drop-tie': defineEdit({
    listed: false,
    full: (_desk, args: Tie | undefined) => args ?? refuse('nothing-to-do'),
    op: dropRecord,
  }),
};
