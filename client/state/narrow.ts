// Whether the screen is as narrow as a phone's: the list becomes cards, the rail a sheet, the text's margin goes under its paragraphs.
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 759px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (on) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', on);
      return () => query.removeEventListener('change', on);
    },
    () => matchMedia(NARROW).matches,
  );
}
