// 标线: named days that stand as lines across the chart. The chair keeps them; others see them and are told so.
import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { longDay } from '../../i18n/days.ts';
import { useCommands, useGrant, useLang, useMayEdit, usePlan, useT, useToday } from '../../state/hooks.ts';
import { CoText } from '../co-text.tsx';
import { DayInput } from '../day-input.tsx';
import { ICON } from '../icon.ts';

export function MarkersTab() {
  const t = useT();
  const lang = useLang();
  const { run } = useCommands();
  const chair = useGrant().role === 'chair';
  const mayEdit = useMayEdit() && chair;
  const today = useToday();
  const markers = usePlan((plan) => plan.records.marker);
  const usual = usePlan((plan) => plan.meta.year) ?? Number(today.slice(0, 4));
  const list = [...markers].sort(([, a], [, b]) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <p className="hint">{t('markers.hint')}</p>
      {!chair && <p className="hint">{t('set.chair')}</p>}
      {list.length === 0 && <p className="quiet">{t('markers.none')}</p>}
      <ul className="settings-list">
        {list.map(([id, marker]) => (
          <li key={id}>
            {mayEdit ? (
              <>
                <CoText
                  value={marker.name}
                  label={t('markers.name')}
                  commit={(name) => void run('record.keep', { sort: 'marker', id, value: { ...marker, name } })}
                />
                <DayInput
                  label={t('markers.day')}
                  value={marker.day}
                  usual={usual}
                  set={({ day }) => run('record.keep', { sort: 'marker', id, value: { ...marker, day } })}
                />
                <button
                  type="button"
                  className="button small icon"
                  aria-label={t('markers.drop', { name: marker.name })}
                  onClick={() => run('record.drop', { sort: 'marker', id })}
                >
                  <Trash2 {...ICON} />
                </button>
              </>
            ) : (
              <>
                <span>{marker.name}</span>
                <span className="quiet">{longDay(lang, marker.day)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <NewMarker usual={usual} />}
    </>
  );
}

function NewMarker({ usual }: { readonly usual: number }) {
  const t = useT();
  const { run } = useCommands();
  const name = useRef<HTMLInputElement>(null);
  return (
    <div className="row settings-new">
      <input ref={name} className="field" aria-label={t('markers.new')} placeholder={t('markers.new')} maxLength={40} />
      <DayInput
        label={t('markers.day')}
        value={undefined}
        usual={usual}
        set={({ day }) => {
          run('marker.add', { day, name: name.current?.value.trim() || t('markers.unnamed') });
          if (name.current) name.current.value = '';
        }}
      />
      <Plus {...ICON} />
    </div>
  );
}
