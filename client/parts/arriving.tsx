// A panel that was asked for and is still on its way. What is typed meanwhile is meant for it: it changes nothing of the plan, and its letters are kept.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { isComposing } from '../commands/keys.ts';

export function Arriving({ ahead, close }: { readonly ahead: RefObject<string>; readonly close: () => void }) {
  const leave = useRef(close);
  useEffect(() => {
    leave.current = close;
  });
  useLayoutEffect(() => {
    const letters: string[] = [];
    const hold = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return leave.current();
      if (event.key === 'Backspace') letters.pop();
      else if ([...event.key].length === 1) letters.push(event.key);
      ahead.current = letters.join('');
    };
    ahead.current = '';
    window.addEventListener('keydown', hold, true);
    return () => window.removeEventListener('keydown', hold, true);
  }, [ahead]);
  return <div className="panel-wait" />;
}
