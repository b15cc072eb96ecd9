// Above the grid: my office in one click, kept views, sorting, grouping, columns. Everything here is a menu, so the keyboard has it too.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Menu, MenuItem } from 'react-aria-components';
import { MineChip } from '../../parts/filter/pickers.tsx';
import { ICON } from '../../parts/icon.ts';
import { useSetView, useT, useView } from '../../state/hooks.ts';
import { FROZEN, GROUPS, sortBy } from '../../../shared/layout/listing.ts';
import type { ColumnName, GroupBy } from '../../../shared/layout/listing.ts';
import { Drop } from '../../parts/drop-down.tsx';
import { LooksButton } from '../../parts/looks.tsx';

export function ListTools() {
  const t = useT();
  const sheet = useView((view) => view.sheet);
  const setView = useSetView();
  return (
    <div className="list-tools" role="toolbar" aria-label={t('list.tools')}>
      <MineChip />
      <LooksButton face="list" />
      <i />
      <SortButton />
      <Drop label={t('list.group')} on={sheet.group !== null && t(`list.group.${sheet.group}`)}>
        <Menu
          className="menu"
          selectionMode="single"
          selectedKeys={[sheet.group ?? 'off']}
          onSelectionChange={(keys) => {
            const [key] = [...keys];
            setView({ sheet: { ...sheet, group: GROUPS.find((each) => each === key) ?? null } });
          }}
        >
          {(['off', ...GROUPS] as const).map((each: GroupBy | 'off') => (
            <MenuItem key={each} id={each} className="menu-item" textValue={t(`list.group.${each}`)}>
              {t(`list.group.${each}`)}
              {(sheet.group ?? 'off') === each && <span className="keys">✓</span>}
            </MenuItem>
          ))}
        </Menu>
      </Drop>
      <ColumnsButton />
    </div>
  );
}

/** In the order in which they count; a press turns one around, the cross takes it out. */
function SortButton() {
  const t = useT();
  const sheet = useView((view) => view.sheet);
  const setView = useSetView();
  const [first] = sheet.sorts;
  const names = sheet.order.filter((name) => name !== 'note');
  const said =
    first && t(`list.column.${first.column}`) + (sheet.sorts.length > 1 ? ` +${sheet.sorts.length - 1}` : '');
  const turn = (column: ColumnName): void => {
    const old = sheet.sorts.find((each) => each.column === column);
    setView({ sheet: sortBy(sheet, column, old ? (old.down ? null : true) : false, true) });
  };
  return (
    <>
      <Drop label={t('list.sort')} on={said ?? false}>
        <Menu className="menu" shouldCloseOnSelect={false} onAction={(key) => turn(key as ColumnName)}>
          {names.map((name) => {
            const at = sheet.sorts.findIndex((each) => each.column === name);
            const way = sheet.sorts[at];
            const Sign = way?.down ? ArrowDown : ArrowUp;
            return (
              <MenuItem key={name} id={name} className="menu-item" textValue={t(`list.column.${name}`)}>
                {t(`list.column.${name}`)}
                {way && (
                  <span className="keys" aria-label={t(way.down ? 'list.menu.sort-down' : 'list.menu.sort-up')}>
                    {sheet.sorts.length > 1 && at + 1} <Sign {...ICON} size={13} />
                  </span>
                )}
              </MenuItem>
            );
          })}
        </Menu>
      </Drop>
      {(first || sheet.group) && (
        <button
          type="button"
          className="button small"
          onClick={() => setView({ sheet: { ...sheet, sorts: [], group: null } })}
        >
          <X {...ICON} size={14} />
          {t('list.unsort')}
        </button>
      )}
    </>
  );
}

function ColumnsButton() {
  const t = useT();
  const sheet = useView((view) => view.sheet);
  const setView = useSetView();
  const all = sheet.order.slice(FROZEN);
  const shown = all.filter((name) => !sheet.hidden.includes(name));
  return (
    <Drop label={t('list.columns')} on={false}>
      <Menu
        className="menu"
        selectionMode="multiple"
        selectedKeys={shown}
        onSelectionChange={(keys) => {
          const now = new Set(keys);
          setView({ sheet: { ...sheet, hidden: all.filter((name) => keys !== 'all' && !now.has(name)) } });
        }}
      >
        {all.map((name) => (
          <MenuItem key={name} id={name} className="menu-item" textValue={t(`list.column.${name}`)}>
            <span className="choices-tick" aria-hidden="true">
              {sheet.hidden.includes(name) ? '' : '✓'}
            </span>
            {t(`list.column.${name}`)}
          </MenuItem>
        ))}
      </Menu>
    </Drop>
  );
}
