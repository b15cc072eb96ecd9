// Says who a collective office means: on which of its tasks, which offices, and whether its own name stays in the text.
import { useState } from 'react';
import type { Id, Office } from '../../shared/model/plan.ts';
import { useCommands, useNumbers, useT, useWholePlan } from '../state/hooks.ts';
import { officeColor } from './office-color.ts';
import type { Counts } from './office-counts.ts';

interface Props {
  readonly office: Office;
  readonly live: readonly Office[];
  readonly counts: Counts;
}

export function ExpandOffice({ office, live, counts }: Props) {
  const t = useT();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const { run } = useCommands();
  const places = [...new Set([...counts.lead, ...counts.assist])];
  const others = live.filter(({ id, collective }) => id !== office.id && !collective);
  const [where, setWhere] = useState<ReadonlySet<Id>>(new Set(places));
  const [who, setWho] = useState<ReadonlySet<Id>>(new Set());
  const [how, setHow] = useState<'replace' | 'beside'>('replace');
  const ids = places.filter((id) => where.has(id));
  const offices = others.map(({ id }) => id).filter((id) => who.has(id));
  return (
    <details className="office-expand">
      <summary>{t('offices.expand')}</summary>
      <fieldset>
        <legend className="label">{t('offices.expand.where')}</legend>
        {places.map((id) => (
          <label key={id} className="office-check">
            <input type="checkbox" checked={where.has(id)} onChange={() => setWhere(toggled(where, id))} />
            <span className="clip">
              {numbers.get(id)?.label} {plan.nodes.get(id)?.title || t('untitled')}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">{t('offices.expand.who')}</legend>
        <label className="office-check">
          <input
            type="checkbox"
            checked={offices.length === others.length && others.length > 0}
            onChange={(event) => setWho(new Set(event.target.checked ? others.map(({ id }) => id) : []))}
          />
          {t('offices.expand.all')}
        </label>
        <div className="office-grid">
          {others.map((each) => (
            <label key={each.id} className="office-check">
              <input type="checkbox" checked={who.has(each.id)} onChange={() => setWho(toggled(who, each.id))} />
              <span className="dot" style={{ background: officeColor(each) }} />
              <span className="clip">{each.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        {(['replace', 'beside'] as const).map((each) => (
          <label key={each} className="office-check">
            <input type="radio" name={`how-${office.id}`} checked={how === each} onChange={() => setHow(each)} />
            {t(`offices.expand.${each}`)}
            <span className="hint">{t(`offices.expand.${each}.say`)}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button line"
        disabled={ids.length === 0 || offices.length === 0}
        onClick={() => run('office.expand', { ids, office: office.id, offices, how })}
      >
        {t('offices.expand.do')}
      </button>
    </details>
  );
}

function toggled(set: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
