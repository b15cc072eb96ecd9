// From one hit of the search to the next, and which of them I am at.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { hitsOf } from '../../commands/hits.ts';
import { useCommands, useT, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import { ICON } from '../icon.ts';
import { keyText } from '../key-text.ts';
import { Tip } from '../tip.tsx';

export function HitSteps() {
  const t = useT();
  const commands = useCommands();
  const found = hitsOf(
    useWholePlan(),
    useView((view) => view.filter),
    useToday(),
  );
  const at = useView((view) => found.indexOf(view.selected.at(-1) ?? ''));
  if (found.length === 0) return null;
  const step = (id: 'view.prev-hit' | 'view.next-hit', name: string) => (
    <Tip text={name} keys={keyText(commands, id)}>
      <button type="button" className="button small icon" aria-label={name} onClick={() => commands.run(id)}>
        {id === 'view.next-hit' ? <ChevronDown {...ICON} /> : <ChevronUp {...ICON} />}
      </button>
    </Tip>
  );
  return (
    <>
      {step('view.prev-hit', t('map.hits.prev'))}
      {step('view.next-hit', t('map.hits.next'))}
      {at >= 0 && <span className="filter-at">{t('map.hits', { at: at + 1, n: found.length })}</span>}
    </>
  );
}
