// The left rail: search, filters as chips, the 待定 tray, and what the plan still lacks.
import { ChevronDown, Search, X } from 'lucide-react';
import { useId } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Light } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { officeNamed } from '../../shared/ops/content.ts';
import { useCommands, useGrant, useNumbers, usePlan, useSetView, useT, useView, useWholePlan } from '../state/hooks.ts';
import { NO_FILTER } from '../state/view-store.ts';
import type { Filter } from '../state/view-store.ts';
import { Findings } from './findings.tsx';
import { ICON } from './icon.ts';
import { LIGHTS, LightMark } from './light.tsx';
import { Tray } from './tray.tsx';
import { lightWord } from '../i18n/light-word.ts';

export function Rail() {
  const t = useT();
  return (
    <aside className="rail" aria-label={t('rail')}>
      <Find />
      <Chips />
      <Tray />
      <Findings />
    </aside>
  );
}

function Find() {
  const t = useT();
  const id = useId();
  const text = useView((view) => view.filter.text ?? '');
  const filter = useView((view) => view.filter);
  const setView = useSetView();
  const { run } = useCommands();
  const say = (words: string): void => setView({ filter: { ...filter, text: words } });
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
        type="search"
        autoComplete="off"
        placeholder={t('find.hint')}
        value={text}
        onChange={(event) => say(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') run(event.shiftKey ? 'view.prev-hit' : 'view.next-hit');
          if (event.key !== 'Escape') return;
          if (text) say('');
          else event.currentTarget.blur();
        }}
      />
    </div>
  );
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

function Chips() {
  const t = useT();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const filter = useView((view) => view.filter);
  const setView = useSetView();
  const set = (change: Partial<Filter>): void => setView({ filter: { ...filter, ...change } });
  const sections = childrenOf(plan, ROOT).map((id) => ({
    id,
    label: `${numbers.get(id)?.mark ?? ''}${plan.nodes.get(id)?.title || t('untitled')}`,
  }));
  const offices = pickable(plan).map(({ id, name }) => ({ id, label: name }));
  const lights = LIGHTS.map((id) => ({ id, label: lightWord(t, plan, id) }));
  const mine = useMyOffice();
  const active = filter.section ?? filter.office ?? filter.light ?? filter.undated ?? filter.text;
  return (
    <div className="chips">
      {mine && (
        <button
          type="button"
          className={filter.office === mine ? 'chip on' : 'chip'}
          aria-pressed={filter.office === mine}
          onClick={() => set({ office: filter.office === mine ? undefined : mine })}
        >
          {t('filter.mine')}
        </button>
      )}
      <Chip name={t('filter.section')} choices={sections} value={filter.section} pick={(section) => set({ section })} />
      <Chip
        name={t('filter.office')}
        choices={offices}
        value={filter.office === mine ? undefined : filter.office}
        pick={(office) => set({ office })}
      />
      <Chip
        name={t('filter.light')}
        choices={lights}
        value={filter.light}
        pick={(light) => set({ light: light as Light | undefined })}
      />
      {active && (
        <button type="button" className="button small" onClick={() => setView({ filter: NO_FILTER })}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}

/** The office of my invitation, where the plan's register has it. */
function useMyOffice(): Id | undefined {
  const { office } = useGrant();
  return usePlan((plan) => (office ? officeNamed(plan, office) : undefined));
}

/** Says what it filters by while it does; then one click takes it away. */
function Chip({
  name,
  choices,
  value,
  pick,
}: {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly pick: (id: string | undefined) => void;
}) {
  const t = useT();
  const chosen = choices.find(({ id }) => id === value);
  if (chosen)
    return (
      <button
        type="button"
        className="chip on"
        aria-label={t('filter.remove', { name: chosen.label })}
        onClick={() => pick(undefined)}
      >
        <span>{chosen.label}</span>
        <X {...ICON} size={14} />
      </button>
    );
  return (
    <MenuTrigger>
      <Button className="chip">
        <span>{name}</span>
        <ChevronDown {...ICON} size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" onAction={(key) => pick(String(key))}>
          {choices.map(({ id, label }) => (
            <MenuItem key={id} id={id} textValue={label} className="menu-item">
              {LIGHTS.some((light) => light === id) && <LightMark light={id as Light} />}
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
