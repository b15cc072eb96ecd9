// The one place where typing lands in the map and the list: a text area that keeps the focus and stands over what it edits.
// Because it has the focus before the first key, an input method composes in it from the first letter on. Knows no plan.
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, Ref, RefObject } from 'react';
import { isComposing } from '../../commands/keys.ts';
import { carried, oneLine, received, spliceOf } from './splice.ts';
import type { Draft } from './splice.ts';

export interface Edited {
  /** What is edited: another key is another edit. */
  readonly key: string;
  /** What the plan says now; edits of others arrive here while I type. */
  readonly value: string;
  /** Select all of it, instead of standing at its end. */
  readonly all?: boolean;
  /** May hold several lines: Alt+Enter begins another. */
  readonly lines?: boolean;
}

export type Done = 'enter' | 'back-enter' | 'tab' | 'back-tab' | 'away';

export interface CatcherHandle {
  focus(): void;
  /** Takes the keys unless some control has them: nobody is torn out of another field. */
  focusIfFree(): void;
  /** Hands over what is typed, if anything is being edited. */
  finish(): void;
  /** Replaces what is typed, as picking from a list does. */
  fill(text: string): void;
}

interface Props {
  readonly ref?: Ref<CatcherHandle>;
  readonly label: string;
  /** The ids of the tree or grid and of its active part, for screen readers. */
  readonly controls: string;
  readonly active?: string | undefined;
  /** What describes what is typed: the day it is read as. */
  readonly describedBy?: string | undefined;
  readonly editing: Edited | null;
  readonly readOnly: boolean;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly tabIndex?: number;
  /** Typing begins where nothing is edited yet, and replaces what was there: answer by setting `editing`, or false. */
  readonly onStart: () => boolean;
  readonly onDone: (key: string, text: string, by: Done) => void;
  readonly onCancel: () => void;
  /** Keys while nothing is edited. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Keys while something is edited, before they mean anything here; true when the key is used up. */
  readonly onEditKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  readonly onText?: (text: string) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Cutting too; the event says which. */
  readonly onCopy?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  /** Text is typed that is not in the plan yet; the result takes that back. */
  readonly hold: () => () => void;
}

export function Catcher(props: Props) {
  const { editing, readOnly, ref } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useRef<Draft & { key: string }>(null);
  const begun = useRef(false);
  const composing = useRef(false);
  const held = useRef<() => void>(null);
  const lines = editing?.lines === true;
  const plain = (text: string): string => (lines ? text.replace(/\s+$/, '') : oneLine(text));

  const holdIf = (differs: boolean): void => {
    if (differs) held.current ??= props.hold();
    else {
      held.current?.();
      held.current = null;
    }
  };
  const forget = (): void => {
    draft.current = null;
    begun.current = false;
    holdIf(false);
    if (area.current) area.current.value = '';
  };
  const finish = (by: Done): void => {
    const now = draft.current;
    if (!now || !area.current) return;
    const text = plain(area.current.value);
    forget();
    props.onDone(now.key, text, by);
  };
  const start = (): void => {
    const el = area.current;
    if (!el || begun.current) return;
    begun.current = !readOnly && props.onStart();
    if (!begun.current && !composing.current) el.value = '';
  };

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    focusIfFree() {
      if (document.activeElement?.contains(area.current)) area.current?.focus({ preventScroll: true });
    },
    finish: () => finish('away'),
    fill(text) {
      const el = area.current;
      if (!el) return;
      el.value = text;
      changed();
    },
  }));

  const key = editing?.key;
  const value = editing?.value;
  const all = editing?.all === true;
  useLayoutEffect(() => {
    const el = area.current;
    if (!el) return;
    const old = draft.current;
    if (old && old.key === key && value !== undefined) {
      if (!composing.current) receive(el, old, value);
      return;
    }
    // Whoever ends an edit without asking for the words gets them all the same: nothing typed is dropped silently.
    if (old && old.text !== old.base) props.onDone(old.key, oneLine(old.text), 'away');
    if (old && !begun.current) forget();
    if (key === undefined || value === undefined) return;
    const typed = begun.current;
    begun.current = false;
    if (!typed) el.value = value;
    // A keyboard on glass comes up with the focus; it was kept down until there is something to type.
    if (COARSE.matches && !typed) el.blur();
    draft.current = { key, base: value, text: el.value };
    el.focus({ preventScroll: true });
    if (typed) props.onText?.(el.value);
    else if (all) el.select();
    else el.setSelectionRange(value.length, value.length);
    holdIf(el.value !== value);
    grow(el);
    // The latest props are read when it happens; only these decide that it happens.
    // eslint-disable-next-line react/exhaustive-deps
  }, [key, value, all]);

  useEffect(() => () => held.current?.(), []);

  const receive = (el: HTMLTextAreaElement, old: Draft & { key: string }, now: string): void => {
    const mine = { base: old.base, text: el.value };
    const next = received(mine, now);
    if (next.text !== mine.text) {
      const splice = spliceOf(mine.text, next.text);
      const [from, to] = [carried(el.selectionStart, splice), carried(el.selectionEnd, splice)];
      el.value = next.text;
      el.setSelectionRange(from, to);
      grow(el);
    }
    draft.current = { key: old.key, ...next };
    holdIf(next.text !== now);
  };

  const changed = (): void => {
    const el = area.current;
    if (!el) return;
    const now = draft.current;
    if (!now) {
      if (el.value !== '') start();
      return;
    }
    draft.current = { ...now, text: el.value };
    holdIf(el.value !== now.base);
    grow(el);
    props.onText?.(el.value);
  };

  const insertLine = (): void => {
    const el = area.current;
    if (!el) return;
    el.setRangeText('\n', el.selectionStart, el.selectionEnd, 'end');
    changed();
  };

  const keyed = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an input method is at work Enter, Tab, Esc and the arrows are its own.
    if (isComposing(event.nativeEvent)) return;
    if (!draft.current && !begun.current) return props.onKey(event);
    if (props.onEditKey?.(event)) return;
    if (event.key === 'Enter' && event.altKey) stop(event, () => lines && insertLine());
    else if (event.key === 'Enter') stop(event, () => finish(event.shiftKey ? 'back-enter' : 'enter'));
    else if (event.key === 'Tab') stop(event, () => finish(event.shiftKey ? 'back-tab' : 'tab'));
    else if (event.key === 'Escape') {
      stop(event, () => {
        forget();
        props.onCancel();
      });
    } else if (!(event.ctrlKey || event.metaKey) || 'acvxyz'.includes(event.key.toLowerCase())) event.stopPropagation();
  };

  return (
    <textarea
      ref={area}
      rows={1}
      data-plan-field
      data-editing={editing !== null}
      className={`catcher ${props.className ?? ''}`}
      style={props.style}
      tabIndex={props.tabIndex ?? 0}
      aria-label={props.label}
      aria-controls={props.controls}
      aria-activedescendant={props.active}
      aria-describedby={props.describedBy}
      readOnly={readOnly}
      inputMode={COARSE.matches && !editing ? 'none' : 'text'}
      spellCheck={false}
      autoComplete="off"
      onInput={changed}
      onKeyDown={keyed}
      onCompositionStart={() => {
        composing.current = true;
        if (!draft.current) start();
      }}
      onCompositionEnd={() => {
        composing.current = false;
        changed();
        const now = draft.current;
        if (now && area.current && value !== undefined) receive(area.current, now, value);
      }}
      onPaste={(event) => props.onPaste?.(event)}
      onCopy={(event) => props.onCopy?.(event)}
      onCut={(event) => props.onCopy?.(event)}
      onFocus={props.onFocus}
      onBlur={() => {
        // A window that loses the focus keeps its active element: nobody has left the field.
        if (document.activeElement === area.current) return;
        composing.current = false;
        finish('away');
        begun.current = false;
        props.onBlur?.();
      }}
    />
  );
}

const COARSE = matchMedia('(pointer: coarse)');

/** A view that has just been opened by key has the keys at once. */
export function useKeysOnOpening(catcher: RefObject<CatcherHandle | null>): void {
  useEffect(() => catcher.current?.focusIfFree(), [catcher]);
}

function stop(event: KeyboardEvent, then: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  then();
}

/** As high as its text; where the browser does this by itself (`field-sizing`) it changes nothing. */
function grow(el: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  el.style.height = 'auto';
  el.style.height = `${el.scrollHeight}px`;
}
