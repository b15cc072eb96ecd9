// Which keys put a character down: those begin an edit in the map and the list, whatever command they mean elsewhere.
import type { Pressed } from '../../commands/keys.ts';

export function typesText(event: Pressed & Partial<Pick<KeyboardEvent, 'getModifierState'>>): boolean {
  if ([...event.key].length !== 1) return false;
  // AltGr types €, @ and the like, and says Ctrl+Alt on some systems.
  if (event.getModifierState?.('AltGraph')) return true;
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
