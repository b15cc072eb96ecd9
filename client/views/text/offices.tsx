// Picks the leading and assisting offices where the bracket names them: a field that searches the register, and the list under it.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { isComposing } from '../../commands/keys.ts';
import type { Node, Plan } from '../../../shared/model/plan.ts';
import type { Role } from '../../../shared/ops/change.ts';
import { useCommands, useT } from '../../state/hooks.ts';
import { ChoiceList, officeChoices, pickOffice } from '../list/choices.tsx';
import type { Choice } from '../list/choices.tsx';

interface Props {
  readonly plan: Plan;
  readonly node: Node;
  readonly role: Role;
  readonly title: string;
  readonly style: CSSProperties;
  readonly onRole: (role: Role) => void;
  readonly onClose: () => void;
}

export function TextOffices({ plan, node, role, title, style, onRole, onClose }: Props) {
  const t = useT();
  const commands = useCommands();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const choices = useMemo(() => officeChoices(plan, node, role, typed, t), [plan, node, role, typed, t]);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const pick = (choice: Choice): void => {
    pickOffice(commands, node, role, choice, typed);
    setTyped('');
    setAt(-1);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const chosen = choices[at];
    if (event.key === 'Escape' || (event.key === 'Enter' && !chosen)) onClose();
    else if (event.key === 'ArrowDown') setAt(at + 1 >= choices.length ? 0 : at + 1);
    else if (event.key === 'ArrowUp' && event.altKey && role === 'lead' && chosen?.on)
      commands.run('content.lead-first', { id: node.id, office: chosen.id });
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? choices.length - 1 : at - 1);
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // Closes when the focus leaves it; everything in it is a control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className="text-offices popover"
      role="dialog"
      aria-label={t('text.offices', { title })}
      style={style}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) onClose();
      }}
    >
      <div className="text-roles" role="group" aria-label={t('text.offices', { title })}>
        {(['lead', 'assist'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button small"
            aria-pressed={each === role}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onRole(each)}
          >
            {t(`text.${each}`)}
          </button>
        ))}
      </div>
      <input
        ref={field}
        className="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={choices[at] && `${id}-${choices[at].id}`}
        aria-label={t('text.find-office')}
        placeholder={t('text.find-office')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(event.target.value === '' ? -1 : 0);
        }}
        onKeyDown={keyed}
      />
      <ChoiceList
        id={id}
        label={t(`text.${role}`)}
        choices={choices}
        at={at}
        many
        empty={t('list.no-office')}
        onPick={pick}
        onPoint={setAt}
      />
    </div>
  );
}
