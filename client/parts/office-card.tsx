// One office of the register, opened: what it is called and looks like, where it stands, whom it becomes or stands for.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { CSSProperties } from 'react';
import type { Id, Office } from '../../shared/model/plan.ts';
import { officeHue } from '../../shared/ops/tree.ts';
import { useCommands, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { isComposing } from '../commands/keys.ts';
import { officeColor } from './office-color.ts';
import { ExpandOffice } from './office-expand.tsx';
import type { Counts } from './office-counts.ts';

interface Props {
  readonly office: Office;
  readonly live: readonly Office[];
  readonly counts: Counts | undefined;
  readonly mayEdit: boolean;
}

export function OfficeCard(props: Props) {
  const { office, mayEdit, counts } = props;
  if (!mayEdit) return <Aliases {...props} />;
  return (
    <div className="office-card">
      <Name key={office.id} {...props} />
      <Aliases {...props} />
      <Hues {...props} />
      <Standing {...props} />
      {office.collective && counts && <ExpandOffice {...props} counts={counts} />}
      <Merge {...props} />
    </div>
  );
}

function Name({ office }: Props) {
  const t = useT();
  const { run } = useCommands();
  // What is typed goes out as soon as somebody else renamed it; the field itself, and the focus in it, stays.
  const [typed, setTyped] = useState({ over: office.name, name: office.name });
  const name = typed.over === office.name ? typed.name : office.name;
  const setName = (next: string): void => setTyped({ over: office.name, name: next });
  const [keep, setKeep] = useState(true);
  const changed = name.trim() !== '' && name.trim() !== office.name;
  const rename = (): void => {
    if (changed) run('office.rename', { id: office.id, name, keep });
  };
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <label className="label" htmlFor={`office-${office.id}`}>
        {t('offices.name')}
      </label>
      <input
        id={`office-${office.id}`}
        className="field"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        onBlur={(event) => {
          if (!event.currentTarget.form?.contains(event.relatedTarget)) rename();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !changed || isComposing(event.nativeEvent)) return;
          event.stopPropagation();
          setName(office.name);
        }}
      />
      {changed && (
        <label className="hint office-check">
          <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
          {t('offices.keep')}
        </label>
      )}
    </form>
  );
}

function Aliases({ office, mayEdit }: Props) {
  const t = useT();
  const { run } = useCommands();
  const [alias, setAlias] = useState('');
  if (!mayEdit && office.aliases.length === 0) return null;
  return (
    <div className="office-line">
      <span className="label">{t('offices.aliases')}</span>
      <div className="row wrap">
        {office.aliases.map((each) => (
          <span key={each} className="chip">
            <span>{each}</span>
            {mayEdit && (
              <button
                type="button"
                className="drop"
                aria-label={t('offices.alias.drop', { name: each })}
                onClick={() => run('office.drop-alias', { id: office.id, alias: each })}
              >
                <X {...ICON} size={12} />
              </button>
            )}
          </span>
        ))}
        {mayEdit && (
          <input
            className="field alias"
            aria-label={t('offices.alias.add')}
            placeholder={t('offices.alias.add')}
            value={alias}
            onChange={(event) => setAlias(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
              event.preventDefault();
              if (!run('office.add-alias', { id: office.id, alias })) setAlias('');
            }}
          />
        )}
      </div>
    </div>
  );
}

/** As many as can be told apart side by side. */
const HUES = Array.from({ length: 12 }, (_, n) => officeHue(n)).sort((a, b) => a - b);

function Hues({ office }: Props) {
  const t = useT();
  const { run } = useCommands();
  return (
    <div className="office-line">
      <span className="label">{t('offices.hue')}</span>
      <div className="row wrap" role="radiogroup" aria-label={t('offices.hue')}>
        {HUES.map((hue, n) => (
          <button
            key={hue}
            type="button"
            role="radio"
            className="swatch"
            aria-checked={hue === office.hue}
            aria-label={t('offices.hue.pick', { n: n + 1 })}
            style={{ '--dot': officeColor({ hue }) } as CSSProperties}
            onClick={() => run('office.set', { id: office.id, hue })}
          />
        ))}
      </div>
    </div>
  );
}

function Standing({ office, live }: Props) {
  const t = useT();
  const { run } = useCommands();
  const at = live.findIndex(({ id }) => id === office.id);
  const before = (index: number): Id | null => live[index]?.id ?? null;
  return (
    <div className="office-line standing">
      <label className="office-check">
        <input
          type="checkbox"
          checked={office.collective}
          onChange={(event) => run('office.set', { id: office.id, collective: event.target.checked })}
        />
        {t('offices.collective.long')}
      </label>
      <span className="row">
        <button
          type="button"
          className="button small"
          disabled={at <= 0}
          onClick={() => run('office.place', { id: office.id, before: before(at - 1) })}
        >
          <ArrowUp {...ICON} /> {t('offices.up')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={at < 0 || at >= live.length - 1}
          onClick={() => run('office.place', { id: office.id, before: before(at + 2) })}
        >
          <ArrowDown {...ICON} /> {t('offices.down')}
        </button>
      </span>
    </div>
  );
}

function Merge({ office, live, counts }: Props) {
  const t = useT();
  const { run } = useCommands();
  const [into, setInto] = useState('');
  const target = live.find(({ id }) => id === into);
  return (
    <div className="office-line">
      <label className="label" htmlFor={`merge-${office.id}`}>
        {t('offices.merge')}
      </label>
      <select
        id={`merge-${office.id}`}
        className="field"
        value={into}
        onChange={(event) => setInto(event.target.value)}
      >
        <option value="">{t('offices.merge.pick')}</option>
        {live
          .filter(({ id }) => id !== office.id)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      {target && (
        <div className="row wrap">
          <span className="hint">
            {t('offices.merge.say', {
              from: office.name,
              into: target.name,
              n: (counts?.lead.length ?? 0) + (counts?.assist.length ?? 0),
            })}
          </span>
          <button
            type="button"
            className="button line"
            onClick={() => run('office.merge', { from: office.id, into: target.id })}
          >
            {t('offices.merge.do')}
          </button>
        </div>
      )}
    </div>
  );
}
