// One run of official text that can be typed into where it stands. What is typed goes into the plan when typing pauses; what others
// type arrives around the caret. Outside of editing it is plain text, so that a selection can run across the whole page.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { isComposing } from '../../commands/keys.ts';
import { carried, oneLine, received, spliceOf } from './splice.ts';
import type { TextKey } from './sheet.ts';
import type { Draft } from './splice.ts';

export type Caret = number | 'start' | 'end' | 'all';

export interface Writing {
  readonly field: TextKey;
  readonly caret: Caret;
  /** Made just now by Enter: given up without words, it goes again. */
  readonly fresh?: boolean;
}

export interface WordsProps {
  readonly id: string;
  readonly value: string;
  /** Where the caret goes when editing begins; null while nobody types here. */
  readonly caret: Caret | null;
  readonly label: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly data: Readonly<Record<`data-${string}`, string | number | boolean | undefined>>;
  readonly style?: CSSProperties | undefined;
  readonly commit: (text: string) => void;
  readonly hold: () => () => void;
  /** A key that is not the text's own; what is typed is in the plan by then. True when it is used up. */
  readonly onKey: (
    event: KeyboardEvent<HTMLElement>,
    at: { readonly caret: number; readonly length: number },
  ) => boolean;
  readonly onLeave: () => void;
}

const PAUSE_MS = 350;

export function Words(props: WordsProps) {
  const { id, value, caret, label, placeholder, readOnly, data, style } = props;
  const ref = useRef<HTMLSpanElement>(null);
  const draft = useRef<Draft>({ base: value, text: value });
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef<() => void>(undefined);
  const latest = useRef(props);
  const place = useRef<number>(undefined);
  const editing = caret !== null && !readOnly;

  const release = (): void => {
    held.current?.();
    held.current = undefined;
  };
  const flush = (): void => {
    clearTimeout(timer.current);
    if (composing.current) return;
    const { base, text } = draft.current;
    if (text !== base) {
      draft.current = { base: text, text };
      latest.current.commit(text);
    }
    release();
  };
  const write = (text: string): void => {
    const el = ref.current;
    if (el && el.textContent !== text) el.textContent = text;
  };
  const typed = (): void => {
    const el = ref.current;
    if (!el) return;
    let text = el.textContent;
    if (!composing.current && oneLine(text) !== text) {
      const splice = spliceOf(text, oneLine(text));
      const at = carried(caretIn(el) ?? text.length, splice);
      text = oneLine(text);
      write(text);
      putCaret(el, at);
    }
    // An emptied field keeps a <br> in some browsers; then its placeholder would not show.
    if (text === '' && !composing.current) el.replaceChildren();
    draft.current = { base: draft.current.base, text };
    place.current = caretIn(el);
    if (text === draft.current.base) release();
    else held.current ??= latest.current.hold();
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(flush, PAUSE_MS);
  };
  const receive = (): void => {
    const el = ref.current;
    const before = draft.current.text;
    draft.current = received(draft.current, latest.current.value);
    const { text } = draft.current;
    if (!el || text === before) return write(text);
    const at = document.activeElement === el ? caretIn(el) : undefined;
    write(text);
    if (at !== undefined) putCaret(el, (place.current = carried(at, spliceOf(before, text))));
  };

  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!composing.current) receive();
    // oxlint-disable-next-line react/exhaustive-deps -- receives when the plan speaks, not when the field does
  }, [value]);
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el || !editing) return;
    const at =
      caret === 'start'
        ? 0
        : typeof caret === 'number'
          ? Math.min(caret, draft.current.text.length)
          : draft.current.text.length;
    if (document.activeElement !== el) el.focus({ preventScroll: true });
    if (caret === 'all') selectIn(el);
    else putCaret(el, at);
    place.current = at;
    el.scrollIntoView({ block: 'nearest' });
    // oxlint-disable-next-line react/exhaustive-deps -- the caret is put where it is asked for, once
  }, [editing, caret]);
  // Somebody else's field is written in now: what was typed here goes into the plan.
  useLayoutEffect(() => {
    if (!editing) flush();
    // oxlint-disable-next-line react/exhaustive-deps -- only when writing ends
  }, [editing]);
  // A clause that moves takes its caret along: browsers lose it when an element changes its place.
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el || !editing || composing.current || place.current === undefined) return;
    if (document.activeElement === el && caretIn(el) === undefined) putCaret(el, place.current);
  });
  const last = useRef(flush);
  useLayoutEffect(() => {
    last.current = flush;
  });
  useEffect(() => {
    const leave = (): void => last.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      composing.current = false;
      leave();
    };
  }, []);

  const keyed = (event: KeyboardEvent<HTMLSpanElement>): void => {
    // While an input method is at work Enter, Esc and the arrows are its own.
    if (isComposing(event.nativeEvent)) return;
    const el = ref.current;
    if (!el) return;
    const own = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    // Undo and moving mean all of what was typed, so it must be in the plan first.
    if (!own && !['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) flush();
    place.current = caretIn(el);
    const used = props.onKey(event, { caret: place.current ?? 0, length: draft.current.text.length });
    if (!used && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // A text field while it is written in, plain text while it is read.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      ref={ref}
      id={id}
      className="words"
      style={style}
      {...data}
      data-placeholder={placeholder}
      {...(editing && {
        contentEditable: PLAIN_ONLY,
        suppressContentEditableWarning: true,
        role: 'textbox',
        'aria-multiline': true,
        'aria-label': label,
        'data-plan-field': '',
        spellCheck: false,
      })}
      onInput={typed}
      onKeyDown={editing ? keyed : undefined}
      onPaste={(event) => {
        if (!editing) return;
        event.preventDefault();
        document.execCommand('insertText', false, oneLine(event.clipboardData.getData('text/plain')));
      }}
      onDrop={(event) => event.preventDefault()}
      onCompositionStart={() => {
        composing.current = true;
        clearTimeout(timer.current);
      }}
      onCompositionEnd={() => {
        composing.current = false;
        typed();
        receive();
      }}
      onBlur={() => {
        // A window that loses the focus keeps its active element: nobody has left the field.
        if (!editing || document.activeElement === ref.current) return;
        composing.current = false;
        flush();
        props.onLeave();
      }}
    />
  );
}

/** Where it is unknown, a paste is still made plain by hand. */
const PLAIN_ONLY = ((): 'plaintext-only' | 'true' => {
  const probe = document.createElement('span');
  probe.setAttribute('contenteditable', 'plaintext-only');
  return probe.contentEditable === 'plaintext-only' ? 'plaintext-only' : 'true';
})();

/** How many characters stand before the caret, or undefined when it is elsewhere. */
export function caretIn(el: Element): number | undefined {
  const selection = getSelection();
  if (!selection?.focusNode || !el.contains(selection.focusNode)) return undefined;
  const range = document.createRange();
  range.setStart(el, 0);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString().length;
}

function putCaret(el: Element, at: number): void {
  const text = el.firstChild;
  if (text instanceof Text)
    getSelection()?.setBaseAndExtent(text, Math.min(at, text.length), text, Math.min(at, text.length));
  else getSelection()?.setBaseAndExtent(el, 0, el, 0);
}

function selectIn(el: Element): void {
  getSelection()?.selectAllChildren(el);
}
