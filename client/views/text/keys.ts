// What keys mean on the sheet: at the edges of a field that is written in, and on the page while it is read.
import type { KeyboardEvent } from 'react';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import type { PlanCommands } from '../../commands/all.ts';
import { crossLine } from './lines.ts';
import { PREAMBLE } from './sheet.ts';
import type { TextKey } from './sheet.ts';
import type { Caret } from './words.tsx';

export interface Page {
  readonly plan: Plan;
  readonly commands: PlanCommands;
  /** What can be written in, in reading order. */
  readonly fields: readonly TextKey[];
  /** The nodes, in reading order. */
  readonly order: readonly Id[];
  /** The field was made by Enter just now: given up without words, it goes again. */
  readonly fresh: boolean;
  readonly active: Id | undefined;
  write(field: TextKey, caret: Caret): void;
  /** Back from writing to reading. */
  read(): void;
  select(id: Id): void;
  selectAll(): void;
  pickOffices(id: Id): void;
}

/** A key in a field; what is typed is in the plan by now. True when the key is used up. */
export function writeKey(
  event: KeyboardEvent,
  field: TextKey,
  at: { readonly caret: number; readonly length: number },
  page: Page,
): boolean {
  const { plan, commands, fields } = page;
  const node = plan.nodes.get(field);
  const index = fields.indexOf(field);
  const go = (to: TextKey | undefined, caret: Caret): boolean => {
    if (to !== undefined) page.write(to, caret);
    return to !== undefined;
  };
  switch (event.key) {
    case 'Escape':
      page.read();
      if (page.fresh && at.length === 0) commands.run('view.undo');
      return true;
    case 'Enter':
      if (event.ctrlKey || event.metaKey) return false;
      // In the middle of a line there is nothing it could mean: official text has no line breaks of its own.
      if (at.caret === at.length) follow(field, page);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (event.altKey && !event.shiftKey && node) return moved(event, node.id, commands);
      return !event.shiftKey && !event.ctrlKey && !event.metaKey && crossLine(event, fields, field, go);
    case 'ArrowLeft':
      return isBare(event) && at.caret === 0 && go(fields[index - 1], 'end');
    case 'ArrowRight':
      return isBare(event) && at.caret === at.length && go(fields[index + 1], 'start');
    case 'Backspace':
      // An emptied clause goes, and the caret goes on where one was reading.
      if (!node || at.length > 0 || node.kind === 'section' || childrenOf(plan, node.id).length > 0) return false;
      commands.run('tree.bin', { ids: [node.id] });
      go(fields[index - 1], 'end');
      return true;
    default:
      return false;
  }
}

/** Enter at the end of a field: behind a clause comes another, behind a heading what stands first under it. */
function follow(field: TextKey, { plan, commands, write, read }: Page): void {
  const node = plan.nodes.get(field);
  if (node?.kind === 'clause') commands.run('tree.add-after', { after: node.id });
  else if (node) {
    const [first] = childrenOf(plan, node.id);
    if (first === undefined) commands.run('tree.add-child', { parent: node.id });
    else commands.run('tree.add-before', { id: first });
  } else if (field === ROOT) write(PREAMBLE, 'end');
  else read();
}

/** A key on the page while nothing is written in. */
export function readKey(event: KeyboardEvent, page: Page): void {
  if (!isUsed(event, page)) return;
  event.preventDefault();
  event.stopPropagation();
}

function isUsed(event: KeyboardEvent, page: Page): boolean {
  const { key, altKey } = event;
  const { active, order } = page;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== 'a' || altKey || event.shiftKey) return false;
    page.selectAll();
    return true;
  }
  if (event.shiftKey) return false;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (altKey) return active !== undefined && moved(event, active, page.commands);
    const step = key === 'ArrowUp' ? -1 : 1;
    const at = active === undefined ? -1 : order.indexOf(active);
    const next = order[at < 0 ? (step < 0 ? order.length - 1 : 0) : at + step];
    if (next !== undefined) page.select(next);
    return true;
  }
  if (active === undefined || altKey) return false;
  if (key === 'Enter' || key === 'F2') page.write(active, 'end');
  else if (key === ' ') page.pickOffices(active);
  else return false;
  return true;
}

function moved({ key }: KeyboardEvent, id: Id, commands: PlanCommands): true {
  commands.run(key === 'ArrowUp' ? 'tree.up' : 'tree.down', { id });
  return true;
}

function isBare({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !(ctrlKey || metaKey || altKey || shiftKey);
}
