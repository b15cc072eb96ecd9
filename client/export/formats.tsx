// Every format there is, in its groups: a list to pick from beside the preview, on narrow screens one field.
import { useId } from 'react';
import { GROUPS } from '../../shared/export/format.ts';
import type { ExportId } from '../../shared/export/format.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';
import { useT } from '../state/hooks.ts';

interface Props {
  readonly chosen: ExportId;
  readonly choose: (format: ExportId) => void;
}

export function Formats({ chosen, choose }: Props) {
  const t = useT();
  const field = useId();
  const groups = GROUPS.map((group) => ({ group, members: EXPORTERS.filter((each) => each.group === group) }));
  return (
    <>
      <div className="export-formats">
        {groups.map(({ group, members }) => (
          <fieldset key={group}>
            <legend className="menu-head">{t(`export.group.${group}`)}</legend>
            {members.map(({ id, ext }) => (
              <label key={id} className="export-format" data-selected={id === chosen || undefined}>
                <input
                  type="radio"
                  name={field}
                  autoFocus={id === chosen}
                  checked={id === chosen}
                  onChange={() => choose(id)}
                />
                <span>{t(`export.name.${id}`)}</span>
                <span className="keys">.{ext}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <label className="export-format-field">
        <span className="label">{t('export.format')}</span>
        <select className="field" value={chosen} onChange={({ target }) => choose(target.value as ExportId)}>
          {groups.map(({ group, members }) => (
            <optgroup key={group} label={t(`export.group.${group}`)}>
              {members.map(({ id, ext }) => (
                <option key={id} value={id}>
                  {t(`export.name.${id}`)} .{ext}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </>
  );
}
