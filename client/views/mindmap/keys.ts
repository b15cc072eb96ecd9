// What keys mean on the map while nothing is typed: XMind's for the topics, the commands' for the rest.
import type { KeyboardEvent } from 'react';
import { neighbour } from '../../../shared/layout/compass.ts';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import type { PlanCommands } from '../../commands/all.ts';
import { typesText } from '../text/typing.ts';

export interface Keyed {
  readonly map: Mindmap;
  readonly selected: readonly Id[];
  readonly mayEdit: boolean;
  /** The plan holds nothing yet. */
  readonly empty: boolean;
  readonly commands: PlanCommands;
  select(ids: readonly Id[]): void;
  edit(id: Id): boolean;
  /** The two to be related already are. */
  related(): void;
}

export function mapKey(event: KeyboardEvent, map: Keyed): void {
  const active = map.selected.at(-1);
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // With nothing selected, typing has nowhere to go, and its keys are the commands' again.
  if (active !== undefined && plain && event.key !== ' ' && typesText(event.nativeEvent))
    return event.stopPropagation();
  const used = walkKey(event, map, active) || editKey(event, map, active, plain) || command(event, map, active);
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

const WAYS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Arrows walk, with Shift they take along; with Ctrl they move the topic to another level. */
function walkKey(
  event: KeyboardEvent,
  { map, selected, mayEdit, commands, select }: Keyed,
  active: Id | undefined,
): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key === 'Home' && !ctrlKey && !metaKey && !altKey) {
    select([map.middle]);
    return true;
  }
  const way = WAYS[key];
  if (!way || altKey) return false;
  if (!ctrlKey && !metaKey) {
    const next = active === undefined ? map.middle : neighbour(map, active, way);
    if (next !== undefined)
      select(shiftKey && active !== undefined ? [...selected.filter((id) => id !== next), next] : [next]);
    return true;
  }
  if (way === 'up' || way === 'down' || active === undefined || !mayEdit || shiftKey) return false;
  const outward = (map.find(active)?.side === 'left' ? 'left' : 'right') === way;
  commands.run(outward ? 'tree.indent' : 'tree.outdent', { id: active });
  return true;
}

function editKey(
  { key, shiftKey }: KeyboardEvent,
  { map, mayEdit, empty, commands, edit }: Keyed,
  active: Id | undefined,
  plain: boolean,
): boolean {
  if (!plain || !mayEdit) return false;
  if (active === undefined) {
    if (!empty || key !== 'Tab' || shiftKey) return false;
    commands.run('tree.add-child', { parent: ROOT });
    return true;
  }
  if (key === ' ' || (key === 'F2' && !shiftKey)) edit(active);
  else if (key === 'Tab' && shiftKey) commands.run('tree.outdent', { id: active });
  else if (key === 'Enter' && active === map.middle) commands.run('tree.add-child', { parent: active });
  else return false;
  return true;
}

/** With nothing selected, and for who may only read, Tab walks on: the keyboard is never caught. */
function command(event: KeyboardEvent, { mayEdit, commands, related }: Keyed, active: Id | undefined): boolean {
  if (event.key === 'Tab' && (active === undefined || !mayEdit)) return false;
  const id = commands.byKey(event.nativeEvent, 'mindmap');
  if (id === undefined || (active === undefined && commands.whyNot(id)?.refused === 'no-such-node')) return false;
  if (commands.run(id)?.refused === 'related') related();
  return true;
}
