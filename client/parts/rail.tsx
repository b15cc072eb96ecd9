// The left rail: search, filters, the 待定 tray, and what the plan still lacks.
import { Search } from 'lucide-react';
import { useId } from 'react';
import { useCommands, useSetView, useT, useView } from '../state/hooks.ts';
import { useNarrow } from '../state/narrow.ts';
import { FilterPickers } from './filter/pickers.tsx';
import { useSetFilter } from './filter/use-filter.ts';
import { Findings } from './findings.tsx';
import { ICON } from './icon.ts';
import { Tray } from './tray.tsx';

export function Rail() {
  const t = useT();
  return (
    <aside className="rail" aria-label={t('rail')}>
      <Find />
      <FilterPickers />
      <Tray />
      <Findings />
    </aside>
  );
}

function Find() {
  const t = useT();
  const id = useId();
  const text = useView((view) => view.filter.text ?? '');
  const set = useSetFilter();
  const { run } = useCommands();
  const setView = useSetView();
  // There the rail lies over everything: it is opened to search, and what was found is seen once it has gone.
  const narrow = useNarrow();
  const say = (words: string): void => set({ text: words });
  return (
    <div className="find">
      <Search {...ICON} />
      <label className="sr" htmlFor={id}>
        {t('cmd.view.find')}
      </label>
      <input
        id={id}
        className="field"
        data-find=""
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because somebody asked for it
        autoFocus={narrow}
        enterKeyHint="search"
        type="search"
        autoComplete="off"
        placeholder={t('find.hint')}
        value={text}
        onChange={(event) => say(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            run(event.shiftKey ? 'view.prev-hit' : 'view.next-hit');
            if (narrow) setView({ rail: false });
          }
          if (event.key !== 'Escape') return;
          if (text) say('');
          else event.currentTarget.blur();
        }}
      />
    </div>
  );
}
