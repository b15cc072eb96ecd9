// Keys to commands, for the whole page. Decides only whose key it is: the input method's, a field's, a control's, or a command's.
import { useEffect } from 'react';
import type { Scope } from '../commands/registry.ts';
import { isComposing } from '../commands/keys.ts';
import { useDesktop } from '../state/hooks.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';

export function useKeyboard(): void {
  const { commands, view } = useDesktop();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return;
      const field = fieldOf(target);
      if (!field && isOwnKey(target, event)) return;
      const id = commands.byKey(event, scopeOf(target, view.get().open), field);
      if (id === undefined) return;
      // With nothing selected, arrows scroll and Tab walks, as everywhere.
      if (commands.whyNot(id)?.refused === 'no-such-node') return;
      event.preventDefault();
      commands.run(id);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commands, view]);
}

function fieldOf(target: Element): 'plan' | 'other' | undefined {
  if (!target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])')) return undefined;
  return target.closest('[data-plan-field]') ? 'plan' : 'other';
}

/** A button is pressed by Enter and Space, and a slider moved by arrows, whatever the view would do with them. */
function isOwnKey(target: Element, { key }: KeyboardEvent): boolean {
  if (key !== 'Enter' && key !== ' ' && !key.startsWith('Arrow')) return false;
  const control = target.closest('button, a, summary, [role="button"], [role="tab"], [role="radio"], [role="slider"]');
  return control !== null && !control.hasAttribute('data-node');
}

/** A view's own keys count while it, or nothing, has the focus; who skipped to the content stands on its frame. */
function scopeOf(target: Element, open: Scope): Scope {
  const scope = target.closest<HTMLElement>('[data-scope]')?.dataset['scope'];
  const named = VIEWS.find((name) => name === scope);
  return named ?? (target === document.body || target.id === 'view' ? open : 'any');
}
