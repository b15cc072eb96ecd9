// What one can filter by, as menus in the rail: offices, a stretch of time, lights, a section, what is lacking. One press is my own office.
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ROOT } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { pickable } from '../../../shared/ops/offices.ts';
import { lightWord } from '../../i18n/light-word.ts';
import { isLight } from '../../../shared/layout/chips.ts';
import { useOpenFindings, useT, useView, useWholePlan } from '../../state/hooks.ts';
import { ICON } from '../icon.ts';
import { LIGHTS, LightMark } from '../light.tsx';
import { findingName, sectionName } from './conditions.ts';
import { useMyOffice, useSetFilter } from './use-filter.ts';
import { PeriodPicker } from './period-picker.tsx';

export function FilterPickers() {
  const t = useT();
  const plan = useWholePlan();
  const findings = useOpenFindings();
  const filter = useView((view) => view.filter);
  const set = useSetFilter();
  const codes = [...new Set([...findings.map(({ code }) => code), ...(filter.findings ?? [])])];
  return (
    <div className="chips">
      <MineChip />
      <Picker
        name={t('filter.office')}
        choices={pickable(plan).map(({ id, name }) => ({ id, label: name }))}
        chosen={filter.offices ?? []}
        pick={(offices) => set({ offices })}
      />
      <PeriodPicker />
      <Picker
        name={t('filter.light')}
        choices={LIGHTS.map((id) => ({ id, label: lightWord(t, plan, id), sign: <LightMark light={id} /> }))}
        chosen={filter.lights ?? []}
        pick={(lights) => set({ lights: lights.filter(isLight) })}
      />
      <Picker
        name={t('filter.section')}
        choices={childrenOf(plan, ROOT).map((id) => ({ id, label: sectionName(plan, id, t) }))}
        chosen={filter.section ? [filter.section] : []}
        one
        pick={([section]) => set({ section })}
      />
      {codes.length > 0 && (
        <Picker
          name={t('filter.lacks')}
          choices={codes.map((id) => ({
            id,
            label: findingName(t, id),
            hint: String(findings.filter(({ code }) => code === id).length),
          }))}
          chosen={filter.findings ?? []}
          pick={(picked) => set({ findings: codes.filter((code) => picked.includes(code)) })}
        />
      )}
    </div>
  );
}

/** 只看我科室 */
export function MineChip() {
  const t = useT();
  const mine = useMyOffice();
  const offices = useView((view) => view.filter.offices);
  const set = useSetFilter();
  if (mine === undefined) return null;
  const on = offices?.length === 1 && offices[0] === mine;
  return (
    <button
      type="button"
      className={on ? 'chip on' : 'chip'}
      aria-pressed={on}
      onClick={() => set({ offices: on ? [] : [mine] })}
    >
      {t('filter.mine')}
    </button>
  );
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly sign?: ReactNode;
  readonly hint?: string;
}

/** A menu of which several can be chosen; it says how many are. */
function Picker({
  name,
  choices,
  chosen,
  one = false,
  pick,
}: {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Only one at a time. */
  readonly one?: boolean;
  readonly pick: (ids: readonly string[]) => void;
}) {
  const count = chosen.length;
  return (
    <MenuTrigger>
      <Button className={count > 0 ? 'chip on' : 'chip'}>
        <span>{name}</span>
        {count > 0 && !one && <b>{count}</b>}
        <ChevronDown {...ICON} size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          selectionMode={one ? 'single' : 'multiple'}
          selectedKeys={chosen}
          onSelectionChange={(keys) => pick(choices.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))}
        >
          {choices.map(({ id, label, sign, hint }) => (
            <MenuItem key={id} id={id} textValue={label} className="menu-item">
              {sign}
              {label}
              {hint !== undefined && <span className="choices-hint">{hint}</span>}
              {chosen.includes(id) && <span className="keys">✓</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
