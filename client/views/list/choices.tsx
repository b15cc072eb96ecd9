// What a cell or chip offers to pick: the offices of the register, the five lights. The list is pure; what a pick runs stands beside it.
import { useEffect, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { initials } from '../../../shared/model/pinyin.ts';
import type { Id, Node, Plan } from '../../../shared/model/plan.ts';
import type { Refusal } from '../../../shared/ops/change.ts';
import { pickable } from '../../../shared/ops/offices.ts';
import type { Role } from '../../../shared/ops/change.ts';
import type { PlanCommands } from '../../commands/all.ts';
import type { T } from '../../i18n/t.ts';
import { LIGHTS, LightMark } from '../../parts/light.tsx';
import { officeColor } from '../../parts/office-color.ts';
import { lightWord } from '../../i18n/light-word.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  /** What it is beside its name: 牵头, 由日期和进度得出 … */
  readonly hint?: string;
  readonly sign?: ReactNode;
}

/** Not an office: the one that would be entered in the register. */
export const NEW_OFFICE = '+';

/** Those the node has come first, in their order; then the register, narrowed by what is typed in a name or an alias. */
export function officeChoices(plan: Plan, node: Node, role: Role, typed: string, t: T): readonly Choice[] {
  const query = typed.trim().toLowerCase();
  const chosen = [...node[role].keys()];
  const rest = pickable(plan)
    .filter(({ id }) => !node[role].has(id))
    .map(({ id }) => id);
  const fits = (id: Id): boolean => {
    const office = plan.offices.get(id);
    return (
      !!office &&
      [office.name, ...office.aliases].some(
        (name) => name.toLowerCase().includes(query) || initials(name).includes(query),
      )
    );
  };
  const other: Role = role === 'lead' ? 'assist' : 'lead';
  const hintOf = (id: Id): string | undefined => {
    if (node[role].has(id))
      return role === 'lead' ? t(chosen[0] === id ? 'list.first-lead' : 'list.co-lead') : undefined;
    return node[other].has(id) ? t(`list.column.${other}`) : undefined;
  };
  const choices = [...chosen, ...rest].filter(fits).map((id): Choice => {
    const office = plan.offices.get(id)!;
    const hint = hintOf(id);
    return {
      id,
      label: office.name,
      on: node[role].has(id),
      ...(hint !== undefined && { hint }),
      sign: <span className="dot" style={{ '--dot': officeColor(office) } as CSSProperties} />,
    };
  });
  const known = [...plan.offices.values()].some((office) => office.name === typed.trim());
  return query === '' || known
    ? choices
    : [...choices, { id: NEW_OFFICE, label: t('list.new-office', { name: typed.trim() }), on: false }];
}

/** Puts an office on or takes it off. */
export function pickOffice(
  { run }: PlanCommands,
  node: Node,
  role: Role,
  choice: Choice,
  typed: string,
): Refusal | undefined {
  const { id } = node;
  if (choice.id === NEW_OFFICE) return run('content.add-office', { name: typed.trim(), on: { id, role } });
  return run(choice.on ? 'content.drop-mark' : 'content.add-mark', { id, role, office: choice.id });
}

export function lightChoices(plan: Plan, node: Node, typed: string, t: T): readonly Choice[] {
  const query = typed.trim().toLowerCase();
  const auto: Choice = { id: 'auto', label: t('list.light-auto'), on: !node.status, hint: t('list.light-auto.why') };
  const lights = LIGHTS.map((light): Choice => ({
    id: light,
    label: lightWord(t, plan, light),
    on: node.status?.light === light,
    sign: <LightMark light={light} />,
  }));
  return [auto, ...lights].filter(({ label }) => label.toLowerCase().includes(query));
}

export function pickLight({ run }: PlanCommands, node: Node, choice: Choice): Refusal | undefined {
  const light = LIGHTS.find((each) => each === choice.id) ?? null;
  return run('content.set-status', { id: node.id, light, ...(node.status && { reason: node.status.reason }) });
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The one Enter would pick; -1 for none. */
  readonly at: number;
  readonly many: boolean;
  readonly empty: string;
  readonly style?: CSSProperties;
  readonly onPick: (choice: Choice) => void;
  readonly onPoint: (at: number) => void;
}

/** The focus stays where the typing is; that field names this list and its current option to a screen reader. */
export function ChoiceList({ id, label, choices, at, many, empty, style, onPick, onPoint }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-focused="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, choices]);
  return (
    <div
      ref={list}
      id={id}
      className="menu choices"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable={many}
      style={style}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.map((choice, index) => (
        // The focused field carries the keys of all options.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          className="menu-item"
          role="option"
          tabIndex={-1}
          aria-selected={choice.on}
          data-focused={index === at || undefined}
          onMouseMove={() => index !== at && onPoint(index)}
          onClick={() => onPick(choice)}
        >
          <span className="choices-tick" aria-hidden="true">
            {choice.on ? '✓' : ''}
          </span>
          {choice.sign}
          <span className="choices-label">{choice.label}</span>
          {choice.hint && <span className="choices-hint">{choice.hint}</span>}
        </div>
      ))}
      {choices.length === 0 && <p className="menu-head">{empty}</p>}
    </div>
  );
}
