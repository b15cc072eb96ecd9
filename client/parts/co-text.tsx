// A text of the plan in a plain field, edited by several people: what arrives is merged into what stands here, the caret keeps its letters,
// and what is typed goes out when typing pauses. A syllable being composed is never disturbed.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesktop } from '../state/hooks.ts';
import { carried, oneLine, received, spliceOf } from '../views/text/splice.ts';
import type { Draft } from '../views/text/splice.ts';

const PAUSE_MS = 350;

export function CoText({
  value,
  commit,
  label,
  className = 'field',
  readOnly = false,
  autoFocus = false,
  placeholder,
  rows = 1,
}: {
  /** What the plan says now. */
  readonly value: string;
  readonly commit: (text: string) => void;
  readonly label: string;
  readonly className?: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly rows?: number;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, type, flush, compose } = useCoText(field, value, commit);
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.select();
  }, [autoFocus]);
  return (
    <textarea
      ref={field}
      className={className}
      data-plan-field=""
      aria-label={label}
      placeholder={placeholder}
      readOnly={readOnly}
      rows={rows}
      value={text}
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onBlur={flush}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          flush();
          event.currentTarget.blur();
        }
        // Undo means the whole of what was typed, so it must be in the plan first.
        if (event.ctrlKey || event.metaKey || event.key === 'Escape') flush();
      }}
    />
  );
}

function useCoText(field: React.RefObject<HTMLTextAreaElement | null>, value: string, commit: (text: string) => void) {
  const { connection } = useDesktop();
  const [draft, setDraft] = useState<Draft>({ base: value, text: value });
  const now = useRef(draft);
  const latest = useRef(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = useRef<() => void>(undefined);
  const send = useRef(commit);
  const caret = useRef<readonly [number, number]>(undefined);

  const put = (next: Draft): void => {
    now.current = next;
    setDraft(next);
  };
  const settle = (): void => {
    release.current?.();
    release.current = undefined;
  };
  const flush = (): void => {
    clearTimeout(timer.current);
    if (composing.current) return;
    const { base, text } = now.current;
    const line = oneLine(text);
    if (line !== base) {
      // The plan will say so in this very call; the field then finds nothing new.
      now.current = { base: line, text: line };
      send.current(line);
      setDraft(now.current);
    }
    settle();
  };
  const type = (text: string): void => {
    put({ base: now.current.base, text });
    if (text === now.current.base) return settle();
    release.current ??= connection.holdDraft();
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(flush, PAUSE_MS);
  };
  const receive = (): void => {
    const before = now.current.text;
    const next = received(now.current, latest.current);
    if (next === now.current || (next.base === now.current.base && next.text === before)) return;
    const input = field.current;
    if (input && document.activeElement === input && next.text !== before) {
      const splice = spliceOf(before, next.text);
      caret.current = [carried(input.selectionStart, splice), carried(input.selectionEnd, splice)];
    }
    put(next);
  };
  const compose = (on: boolean): void => {
    composing.current = on;
    if (on) return;
    receive();
    timer.current = setTimeout(flush, PAUSE_MS);
  };

  useLayoutEffect(() => {
    send.current = commit;
  });
  useLayoutEffect(() => {
    latest.current = value;
    if (!composing.current) receive();
  }, [value]); // oxlint-disable-line react/exhaustive-deps -- receives when the plan speaks, not when the field does
  useLayoutEffect(() => {
    if (caret.current) field.current?.setSelectionRange(...caret.current);
    caret.current = undefined;
  }, [draft, field]);
  // Leaving the field by closing it, or the page by closing that, loses nothing typed.
  const last = useRef(flush);
  useLayoutEffect(() => {
    last.current = flush;
  });
  // In the layout phase: by the passive one a page that is left has closed its connection.
  useLayoutEffect(() => {
    const leave = (): void => last.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      composing.current = false;
      leave();
    };
  }, []);
  return { text: draft.text, type, flush, compose };
}
