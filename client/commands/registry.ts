// What a command is, and the one way to run one. Keys, menus, palette, drags and tests call `run(id, args)`; nothing else commits.
import type { Day, Dice, Id, Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal, refuse } from '../../shared/ops/change.ts';
import type { Change, Outcome, Refusal } from '../../shared/ops/change.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { may } from '../../shared/protocol/roles.ts';
import type { Act, RoleName } from '../../shared/protocol/roles.ts';
import { followNumbers } from '../../shared/yaodian/references.ts';
import type { Following } from '../state/following.ts';
import type { Contested } from '../state/contested.ts';
import type { Question } from '../state/question.ts';
import type { Settings } from '../state/settings.ts';
import type { View } from '../state/view-store.ts';
import { canonical, matches, parseKey } from './keys.ts';
import type { Keystroke, Pressed } from './keys.ts';

/** Where a key counts: anywhere in a plan, or while this view has the focus. */
export type Scope = 'any' | ViewName;

/** What may be open above the plan. */
export type Panel =
  | 'palette'
  | 'share'
  | 'shortcuts'
  | 'bin'
  | 'name'
  | 'offices'
  | 'link'
  | 'batch'
  | `lead/${string}`
  | 'baselines'
  | 'lights'
  | 'revise'
  | 'suggestions'
  | `here/${string}`
  | 'times'
  | 'findings'
  | 'carry'
  | 'settings'
  | `settings/${string}`
  | 'export'
  | 'print'
  | `export/${string}`;

/** What commands work on: the plan that is open and what I see of it. */
export interface Desk {
  plan(): Plan;
  role(): RoleName;
  /** My copy is being made anew; nothing may be edited meanwhile. */
  busy(): boolean;
  view(): View;
  setView(change: Partial<View>): void;
  settings(): Settings;
  setSettings(change: Partial<Settings>): void;
  today(): Day;
  readonly dice: Dice;
  commit(changes: readonly Change[], command: string): void;
  undo(only?: 'last'): boolean;
  redo(): boolean;
  /** What my last step set and somebody else has changed since. */
  contested(): readonly Contested[];
  canUndo(): boolean;
  canRedo(): boolean;
  /** What the stage can do for the open view: `fit`, `today` … ; false when it cannot. */
  stage(act: StageAct): boolean;
  /** What my last move asks of the work after it. */
  following(): Following | null;
  follow(next: Following | null): void;
  /** What my last edit asks of me. */
  question(): Question | null;
  ask(next: Question | null): void;
  show(panel: Panel | null): void;
  /** Puts the cursor into the search field. */
  find(): void;
  /** Puts the address of this node, as I look at it, into the clipboard; of the plan, when no node is meant. */
  copyLink(node: Id | undefined): void;
  goHome(): void;
  runExport(format: string): void;
  refused(refusal: Refusal, command: string): void;
  /** Says that it went, and offers the way back while that is fresh. */
  binned(title: string, many: number, back: () => void): void;
  /** Says that references in so many texts were changed with the numbers they name. */
  renumbered(many: number): void;
}

export type StageAct = 'fit' | 'today' | 'zoom-in' | 'zoom-out';

export interface Command<A> {
  readonly keys: readonly Keystroke[];
  readonly scopes: readonly Scope[];
  readonly needs: Act;
  /** Also while typing: `plan` in a field of the plan, `all` in every field and in notes. */
  readonly inFields?: 'plan' | 'all';
  /** Makes sense without arguments, so it stands in the palette. */
  readonly listed: boolean;
  /** The thing to do, not yet done, or why it cannot be. Dry run and run are the same code. */
  attempt(desk: Desk, id: string, args: A | undefined): (() => void) | Refusal;
}

interface Common {
  readonly keys?: readonly string[];
  /** Default: any. */
  readonly scope?: Scope | readonly Scope[];
  readonly inFields?: 'plan' | 'all';
  /** Default: true for a command whose arguments can be left out. */
  readonly listed?: boolean;
}

interface EditSpec<A, F> extends Common {
  /** Fills in what was left out, usually from the selection. */
  readonly full: (desk: Desk, args: A | undefined) => F | Refusal;
  readonly op: (plan: Plan, full: F, dice: Dice) => Outcome;
  /** What my view does afterwards: select the new node, start typing. */
  readonly after?: (desk: Desk, full: F) => void;
}

/** An editing command: one op, one commit, one undo step. */
export function defineEdit<A, F>(spec: EditSpec<A, F>): Command<A> {
  return {
    ...common(spec),
    needs: 'edit',
    attempt(desk, id, args) {
      if (desk.busy()) return refuse('read-only');
      const full = spec.full(desk, args);
      if (isNo(full)) return full;
      const outcome = spec.op(desk.plan(), full, desk.dice);
      if (isRefusal(outcome)) return outcome;
      return () => {
        const renumbered = renumberings(desk.plan(), outcome);
        desk.commit([...outcome, ...renumbered], id);
        if (renumbered.length > 0) desk.renumbered(renumbered.length);
        spec.after?.(desk, full);
      };
    },
  };
}

/** What names a moved item by its number follows in the same step: 见第6项 becomes 见第3项. */
function renumberings(plan: Plan, changes: readonly Change[]): readonly Change[] {
  if (!changes.some(({ do: what, ...change }) => what === 'create' || ('key' in change && NUMBERS.has(change.key))))
    return [];
  const after = applyChanges(plan, changes);
  return followNumbers(plan, after).map(({ id, title }) => ({ do: 'retitle', id, title }));
}

const NUMBERS: ReadonlySet<string> = new Set(['place', 'kind']);

interface ActSpec<A> extends Common {
  readonly needs?: Act;
  readonly when?: (desk: Desk, args: A | undefined) => true | Refusal;
  readonly run: (desk: Desk, args: A | undefined) => void;
}

/** A command that changes what I see, or hands something over; the plan stays as it is. */
export function defineAct<A = undefined>(spec: ActSpec<A>): Command<A> {
  return {
    ...common(spec),
    needs: spec.needs ?? 'read',
    attempt(desk, _id, args) {
      const ok = spec.when?.(desk, args) ?? true;
      return ok === true ? () => spec.run(desk, args) : ok;
    },
  };
}

function common({
  keys = [],
  scope = 'any',
  inFields,
  listed = true,
}: Common): Omit<Command<never>, 'needs' | 'attempt'> {
  return {
    keys: keys.map(parseKey),
    scopes: typeof scope === 'string' ? [scope] : scope,
    listed,
    ...(inFields && { inFields }),
  };
}

/** Commands by id. Their arguments are of many types; who runs one by its id is held to its own. */
export type Table = Readonly<Record<string, Command<never>>>;

export type ArgsOf<C> = C extends Command<infer A> ? A : never;

export interface Commands<T extends Table> {
  /** Runs it, or tells why not and returns the reason. */
  run<K extends keyof T & string>(id: K, args?: ArgsOf<T[K]>): Refusal | undefined;
  /** A dry run that was not refused. */
  enabled<K extends keyof T & string>(id: K, args?: ArgsOf<T[K]>): boolean;
  whyNot<K extends keyof T & string>(id: K, args?: ArgsOf<T[K]>): Refusal | undefined;
  /** The command this key means in this scope, enabled or not. `field` is what has the focus. */
  byKey(event: Pressed, scope: Scope, field?: 'plan' | 'other'): (keyof T & string) | undefined;
  keysOf(id: keyof T & string): readonly Keystroke[];
  readonly table: T;
}

export function createCommands<T extends Table>(table: T, desk: Desk): Commands<T> {
  refuseClashes(table);
  const attempt = (id: string, args: unknown): (() => void) | Refusal => {
    const command = table[id];
    if (!command) throw new Error(`no command ${id}`);
    if (!may(desk.role(), command.needs)) return refuse('read-only');
    return command.attempt(desk, id, args as undefined);
  };
  const whyNot = (id: string, args: unknown): Refusal | undefined => {
    const found = attempt(id, args);
    return typeof found === 'function' ? undefined : found;
  };
  return {
    table,
    run(id, args) {
      const found = attempt(id, args);
      if (typeof found === 'function') {
        found();
        return undefined;
      }
      desk.refused(found, id);
      return found;
    },
    enabled: (id, args) => !whyNot(id, args),
    whyNot,
    byKey(event, scope, field) {
      if (field && types(event)) return undefined;
      return Object.keys(table).find((id) => {
        const command = table[id]!;
        if (field && !(command.inFields === 'all' || (command.inFields === 'plan' && field === 'plan'))) return false;
        if (!command.scopes.includes('any') && !command.scopes.includes(scope)) return false;
        return command.keys.some((stroke) => matches(stroke, event));
      });
    },
    keysOf: (id) => table[id]?.keys ?? [],
  };
}

/** Without Ctrl, Alt or ⌘ a character is text, whatever it would do elsewhere: 9/2 is a day, not a search. */
function types({ key, ctrlKey, altKey, metaKey }: Pressed): boolean {
  return [...key].length === 1 && !ctrlKey && !altKey && !metaKey;
}

/** Joins tables; two commands of one name are a fault. */
export function join<A extends Table, B extends Table>(a: A, b: B): A & B {
  for (const id of Object.keys(b)) if (id in a) throw new Error(`two commands are called ${id}`);
  return { ...a, ...b };
}

/** One key, one meaning in each view. */
function refuseClashes(table: Table): void {
  for (const view of VIEWS) {
    const taken = new Map<string, string>();
    for (const [id, command] of Object.entries(table)) {
      if (!command.scopes.includes('any') && !command.scopes.includes(view)) continue;
      for (const stroke of command.keys) {
        const spelling = canonical(stroke);
        const other = taken.get(spelling);
        if (other) throw new Error(`${spelling} means both ${other} and ${id} in ${view}`);
        taken.set(spelling, id);
      }
    }
  }
}

function isNo<F>(value: F | Refusal): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** The node a command means: the one named, or the last selected. */
export function oneOf(desk: Desk, args: { readonly id?: Id } | undefined): Id | undefined {
  const id = args?.id ?? desk.view().selected.at(-1);
  return id !== undefined && desk.plan().nodes.has(id) ? id : undefined;
}

/** The nodes a command means: those named, or all selected. */
export function manyOf(desk: Desk, args: { readonly ids?: readonly Id[] } | undefined): readonly Id[] {
  return (args?.ids ?? desk.view().selected).filter((id) => desk.plan().nodes.has(id));
}
