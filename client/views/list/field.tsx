// The field that stands over a cell: text is typed into it, a day also picked from a calendar, offices and lights from a list it searches.
import { CalendarDays } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import type { Node } from '../../../shared/model/plan.ts';
import { ICON } from '../../parts/icon.ts';
import { useCommands, useDesktop, useMayEdit } from '../../state/hooks.ts';
import { Catcher } from '../text/catcher.tsx';
import type { CatcherHandle, Done } from '../text/catcher.tsx';
import { ChoiceList, lightChoices, officeChoices, pickLight, pickOffice } from './choices.tsx';
import type { Choice } from './choices.tsx';
import { cellSource } from './cells.ts';
import type { Facts } from './columns.ts';
import { isDated, isPicked, keyOf } from './opened.ts';
import type { Open, Opened } from './opened.ts';
import { useDating, WhenPreview } from './preview.tsx';

const CHOICES = 'list-choices';

interface Props {
  readonly ref: RefObject<CatcherHandle | null>;
  readonly facts: Facts;
  readonly opened: Opened;
  /** The element the cursor is in. */
  readonly cell: string | undefined;
  readonly onStart: () => boolean;
  readonly onDone: (key: string, by: Done) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onFocus: (focused: boolean) => void;
}

export function CellField({ ref, facts, opened, cell, onStart, onDone, onKey, onPaste, onCopy, onFocus }: Props) {
  const { plan, t } = facts;
  const { open } = opened;
  const { connection } = useDesktop();
  const mayEdit = useMayEdit();
  const node = open ? plan.nodes.get(open.id) : undefined;
  const picking = usePicking(facts, opened, node, ref);
  const { choices, at, picks } = picking;
  const dating = useDating(facts, open, node, ref);
  const label =
    open && node
      ? t('list.edit', { column: t(`list.column.${open.column}`), title: node.title || t('untitled') })
      : t(mayEdit ? 'list.keys' : 'list.keys.read');
  return (
    <>
      <Catcher
        ref={ref}
        className="list-catcher"
        label={label}
        controls={picks ? CHOICES : 'list-grid'}
        describedBy={dating.told ? dating.id : undefined}
        active={picks ? choices[at] && `${CHOICES}-${choices[at].id}` : cell}
        editing={
          open && node
            ? {
                key: keyOf(open),
                value: cellSource(facts, node, open.column),
                all: open.fresh || isDated(open.column),
                lines: open.column === 'deliverable' || open.column === 'issue' || open.column === 'quarters',
              }
            : null
        }
        readOnly={!mayEdit}
        onStart={onStart}
        onDone={(key, text, by) => {
          opened.commit(key, text);
          onDone(key, by);
        }}
        onCancel={opened.cancel}
        onKey={onKey}
        onEditKey={(event) => picking.onKey(event) || dating.onKey(event)}
        onText={(text) => {
          picking.onText(text);
          dating.onText(text);
        }}
        onPaste={onPaste}
        onCopy={onCopy}
        onFocus={() => onFocus(true)}
        onBlur={() => onFocus(false)}
        hold={connection.holdDraft}
      />
      {open && node && isDated(open.column) && <WhenPreview facts={facts} dating={dating} />}
      {open && node && isDated(open.column) && (
        <DayPicker
          label={t('list.pick-day')}
          value={(open.column === 'start' ? node.span?.start : node.span?.end) ?? ''}
          onPick={(day) => {
            ref.current?.fill(day);
            ref.current?.finish();
            ref.current?.focus();
          }}
        />
      )}
      {picks && (
        <ChoiceList
          id={CHOICES}
          label={label}
          choices={choices}
          at={at}
          many={open?.column !== 'light'}
          empty={t('list.no-office')}
          onPick={picking.pick}
          onPoint={picking.point}
        />
      )}
    </>
  );
}

/** The list under the field: narrowed by what is typed, walked by arrows, picked from by Enter. */
function usePicking(
  { plan, t }: Facts,
  { open, close }: Opened,
  node: Node | undefined,
  field: RefObject<CatcherHandle | null>,
) {
  const commands = useCommands();
  // What was typed belongs to the cell it was typed into.
  const [typing, setTyping] = useState<{ open: Open | null; text: string; at: number }>({
    open: null,
    text: '',
    at: -1,
  });
  const { text, at } = typing.open === open ? typing : { text: '', at: -1 };
  const set = (next: { text?: string; at?: number }): void => setTyping({ open, text, at, ...next });
  const choices = useMemo((): readonly Choice[] => {
    if (!open || !node || !isPicked(open.column)) return [];
    return open.column === 'light'
      ? lightChoices(plan, node, text, t)
      : officeChoices(plan, node, open.column, text, t);
  }, [open, node, plan, text, t]);
  const pick = (choice: Choice): void => {
    if (!open || !node || !isPicked(open.column)) return;
    field.current?.fill('');
    set({ text: '', at: -1 });
    if (open.column === 'light') {
      pickLight(commands, node, choice);
      close();
    } else pickOffice(commands, node, open.column, choice, text);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || !isPicked(open.column)) return false;
    const { key } = event;
    const chosen = choices[at];
    if (event.altKey && key === 'ArrowUp' && open.column === 'lead' && chosen?.on)
      commands.run('content.lead-first', { id: open.id, office: chosen.id });
    else if (key === 'ArrowDown') set({ at: at + 1 >= choices.length ? 0 : at + 1 });
    else if (key === 'ArrowUp') set({ at: at <= 0 ? choices.length - 1 : at - 1 });
    else if (key === 'Enter' && chosen) pick(chosen);
    else {
      // Tab takes what was searched for, and goes on.
      if (key === 'Tab' && chosen && text !== '') pick(chosen);
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    choices,
    at,
    picks: open !== null && isPicked(open.column),
    pick,
    onKey,
    onText: (now: string) => set({ text: now, at: now === '' ? -1 : 0 }),
    point: (index: number) => set({ at: index }),
  };
}

function DayPicker({
  label,
  value,
  onPick,
}: {
  readonly label: string;
  readonly value: string;
  readonly onPick: (day: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="list-day"
        tabIndex={-1}
        aria-label={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.showPicker()}
      >
        <CalendarDays {...ICON} />
      </button>
      <input
        ref={input}
        type="date"
        className="list-picker"
        tabIndex={-1}
        aria-hidden="true"
        defaultValue={value}
        onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
      />
    </>
  );
}
