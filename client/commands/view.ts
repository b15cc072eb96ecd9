// The commands that change what I see, and undo and redo of my own steps.
import type { Id } from '../../shared/model/plan.ts';
import { ROOT } from '../../shared/model/plan.ts';
import { childrenOf, depthOf, inOrder } from '../../shared/model/tree.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { matcher } from '../../shared/layout/filter.ts';
import { NO_FILTER } from '../../shared/layout/chips.ts';
import { rowView } from '../state/view-store.ts';
import { settledAs, stillContested } from '../state/contested.ts';
import type { Contested } from '../state/contested.ts';
import { laneHeads, shownNodes, unfolded } from './sight.ts';
import { defineAct, oneOf } from './registry.ts';
import type { Desk, StageAct } from './registry.ts';

function open(view: ViewName, key: string) {
  return defineAct({ keys: [key], run: (desk) => desk.setView({ open: view, editing: null }) });
}

function stage(act: StageAct, keys: readonly string[]) {
  return defineAct({
    keys,
    scope: ['gantt', 'mindmap'],
    run: (desk) => void desk.stage(act),
  });
}

function branches(desk: Desk): Id[] {
  return inOrder(desk.plan()).filter((id) => childrenOf(desk.plan(), id).length > 0);
}

/** On the map the plan itself can be folded too. */
function foldable(desk: Desk, args: { readonly id?: Id } | undefined): Id | undefined {
  return (args?.id ?? desk.view().selected.at(-1)) === ROOT ? ROOT : oneOf(desk, args);
}

/** Folds everything at `level` and below; level 1 shows sections only. */
function foldTo(level: number) {
  return defineAct({
    keys: [`Mod+${level}`],
    run: (desk) =>
      desk.setView({ folded: new Set(branches(desk).filter((id) => depthOf(desk.plan(), id) + 1 >= level)) }),
  });
}

function quarrel(desk: Desk): readonly Contested[] {
  const asked = desk.question();
  return asked?.kind === 'undo' ? stillContested(desk.plan(), asked.contested) : [];
}

/** Undoing merges what can be merged, such as offices and words; so what stands is written after it, whosever it is. */
function answer(desk: Desk, side: 'was' | 'now', command: string): void {
  const contested = quarrel(desk);
  desk.undo('last');
  const changes = settledAs(desk.plan(), contested, side);
  if (changes.length > 0) desk.commit(changes, command);
  desk.ask(null);
}

export const viewCommands = {
  'view.undo': defineAct({
    needs: 'edit',
    keys: ['Mod+Z'],
    inFields: 'plan',
    when: (desk) => (desk.canUndo() ? true : refuse('nothing-to-undo')),
    run: (desk) => {
      const contested = desk.contested();
      if (contested.length > 0) desk.ask({ kind: 'undo', contested });
      else desk.undo();
    },
  }),
  /** As it was before my step, over what a colleague has set since. */
  'view.undo-mine': defineAct({
    needs: 'edit',
    listed: false,
    when: (desk) => (quarrel(desk).length > 0 ? true : refuse('nothing-to-undo')),
    run: (desk) => answer(desk, 'was', 'view.undo-mine'),
  }),
  /** Theirs stays; what else my step did is undone. */
  'view.undo-theirs': defineAct({
    needs: 'edit',
    listed: false,
    when: (desk) => (desk.question()?.kind === 'undo' ? true : refuse('nothing-to-undo')),
    run: (desk) => answer(desk, 'now', 'view.undo-theirs'),
  }),
  'view.redo': defineAct({
    needs: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    inFields: 'plan',
    when: (desk) => (desk.canRedo() ? true : refuse('nothing-to-redo')),
    run: (desk) => void desk.redo(),
  }),
  'view.palette': defineAct({ keys: ['Mod+K'], inFields: 'all', listed: false, run: (desk) => desk.show('palette') }),
  'view.shortcuts': defineAct({ keys: ['?'], run: (desk) => desk.show('shortcuts') }),
  'view.gantt': open('gantt', '1'),
  'view.mindmap': open('mindmap', '2'),
  'view.list': open('list', '3'),
  'view.text': open('text', '4'),
  'view.find': defineAct({ keys: ['Mod+F', '/'], inFields: 'plan', run: (desk) => desk.find() }),
  'view.rail': defineAct({
    keys: ['Mod+B'],
    run: (desk) => desk.setView({ rail: !desk.view().rail }),
  }),
  'view.inspector': defineAct({
    keys: ['I'],
    when: (desk) => (desk.view().selected.length > 0 ? true : refuse('no-such-node')),
    run: (desk) => desk.setView({ inspector: !desk.view().inspector }),
  }),
  /** Selects, unfolds the way to it and opens the inspector. */
  'view.reveal': defineAct({
    listed: false,
    when: (desk, args: { id: Id; inspect?: boolean } | undefined) =>
      args && desk.plan().nodes.has(args.id) ? true : refuse('no-such-node'),
    run: (desk, args) => {
      desk.setView({
        selected: [args!.id],
        folded: unfolded(desk, args!.id),
        ...(args!.inspect && { inspector: true }),
      });
    },
  }),
  'view.select': defineAct({
    listed: false,
    run: (desk, args: { ids: readonly Id[] } | undefined) => desk.setView({ selected: args?.ids ?? [] }),
  }),
  'view.select-all': defineAct({
    keys: ['Mod+A'],
    run: (desk) => {
      // What the filter or a fold hides is not meant, nor what stands there only to show where a hit belongs: the next key may be Delete.
      const plan = desk.plan();
      const asked = rowView(desk.view(), desk.today());
      const hit = matcher(plan, asked.filter ?? {});
      desk.setView({ selected: shownNodes(desk).filter((id) => hit(plan.nodes.get(id)!)) });
    },
  }),
  'view.leave': defineAct({
    keys: ['Escape'],
    listed: false,
    run: (desk) => {
      const { editing, link, selected, focus, open } = desk.view();
      if (editing) desk.setView({ editing: null });
      else if (desk.question()) desk.ask(null);
      else if (focus && open === 'mindmap') desk.setView({ focus: null, selected: [focus] });
      else if (link !== null) desk.setView({ link: null });
      else if (selected.length > 0) desk.setView({ selected: [] });
    },
  }),
  'view.clear-filter': defineAct({ run: (desk) => desk.setView({ filter: NO_FILTER }) }),
  'view.fold': defineAct({
    keys: ['Mod+/'],
    when: (desk, args: { readonly id?: Id } | undefined) => {
      const id = foldable(desk, args);
      return id !== undefined && childrenOf(desk.plan(), id).length > 0 ? true : refuse('nothing-to-do');
    },
    run: (desk, args) => {
      const id = foldable(desk, args)!;
      const folded = new Set(desk.view().folded);
      if (!folded.delete(id)) folded.add(id);
      desk.setView({ folded });
    },
  }),
  'view.fold-all': defineAct({
    run: (desk) => desk.setView({ folded: new Set([...childrenOf(desk.plan(), ROOT), ...laneHeads(desk)]) }),
  }),
  'view.unfold-all': defineAct({ run: (desk) => desk.setView({ folded: new Set() }) }),
  'view.fold-to-1': foldTo(1),
  'view.fold-to-2': foldTo(2),
  'view.fold-to-3': foldTo(3),
  'view.fold-to-4': foldTo(4),
  'view.zoom-in': stage('zoom-in', ['+', '=']),
  'view.zoom-out': stage('zoom-out', ['-']),
  'view.fit': stage('fit', ['0']),
  'view.today': stage('today', ['T']),
  'view.shade': defineAct({
    run: (desk) => {
      const order = ['system', 'light', 'dark'] as const;
      const at = order.indexOf(desk.settings().shade);
      desk.setSettings({ shade: order[(at + 1) % order.length]! });
    },
  }),
  'view.lang': defineAct({
    run: (desk) => desk.setSettings({ lang: desk.settings().lang === 'zh' ? 'en' : 'zh' }),
  }),
};
