// What can be done to one column, by hand or key: sort, group, move, widen, hide. Only my own view changes.
import { useLayoutEffect, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { useSetView, useView } from '../../state/hooks.ts';
import {
  FIRST_SHEET,
  FROZEN,
  moveColumn,
  NARROWEST,
  shownColumns,
  sortBy,
  WIDEST,
} from '../../../shared/layout/listing.ts';
import type { ColumnName, GroupBy, Sheet } from '../../../shared/layout/listing.ts';
import { fitted } from './columns.ts';
import type { Facts } from './columns.ts';

interface Props {
  readonly name: ColumnName;
  readonly facts: Facts;
  readonly at: () => Element | null;
  readonly close: () => void;
}

/** What grouping by this column means. */
const GROUP_OF: Readonly<Partial<Record<ColumnName, GroupBy>>> = {
  mark: 'section',
  item: 'section',
  lead: 'lead',
  chief: 'chief',
  light: 'light',
  end: 'quarter',
};

export function ColumnMenu({ name, facts: { t }, at, close }: Props) {
  const sheet = useView((view) => view.sheet);
  const setView = useSetView();
  const anchor = useRef<Element | null>(null);
  useLayoutEffect(() => {
    anchor.current = at();
  });
  const set = (next: Sheet): void => setView({ sheet: next });
  const shown = shownColumns(sheet);
  const index = shown.indexOf(name);
  const sorted = sheet.sorts.find((each) => each.column === name);
  const group = GROUP_OF[name];
  const width = fitted(sheet, 0).find((each) => each.name === name)?.width ?? NARROWEST;
  const wide = (by: number): Sheet => ({
    ...sheet,
    widths: { ...sheet.widths, [name]: Math.min(WIDEST, Math.max(NARROWEST, width + by)) },
  });
  const movable = index >= FROZEN;
  const items: readonly (readonly [id: string, on: boolean, run: () => void])[] = [
    ['sort-up', !sorted || sorted.down, () => set(sortBy(sheet, name, false))],
    ['sort-down', !sorted?.down, () => set(sortBy(sheet, name, true))],
    ['then-up', sheet.sorts.length > 0 && (!sorted || sorted.down), () => set(sortBy(sheet, name, false, true))],
    ['then-down', sheet.sorts.length > 0 && !sorted?.down, () => set(sortBy(sheet, name, true, true))],
    ['unsort', sorted !== undefined, () => set(sortBy(sheet, name, null))],
    ['group', group !== undefined && sheet.group !== group, () => set({ ...sheet, group: group! })],
    ['ungroup', sheet.group !== null, () => set({ ...sheet, group: null })],
  ];
  const layout: typeof items = [
    ['left', index > FROZEN, () => set(moveColumn(sheet, name, shown[index - 1]!))],
    ['right', movable && index < shown.length - 1, () => set(moveColumn(sheet, name, shown[index + 2] ?? null))],
    ['wider', true, () => set(wide(24))],
    ['narrower', width > NARROWEST, () => set(wide(-24))],
    ['hide', movable, () => set({ ...sheet, hidden: [...sheet.hidden, name] })],
    ['usual', true, () => set({ ...FIRST_SHEET, sorts: sheet.sorts, group: sheet.group })],
  ];
  const item = ([id, on]: (typeof items)[number]) =>
    on && (
      <MenuItem key={id} id={id} className="menu-item">
        {t(`list.menu.${id}` as 'list.menu.hide')}
      </MenuItem>
    );
  return (
    <Popover
      className="popover"
      placement="bottom start"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && close()}
    >
      <Menu
        className="menu"
        // The menu was asked for; its first entry has the keys.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        aria-label={t('list.column-menu', { column: t(`list.column.${name}`) })}
        onClose={close}
        onAction={(key) => [...items, ...layout].find(([id]) => id === key)?.[2]()}
      >
        {items.map(item)}
        <Separator />
        {layout.map(item)}
      </Menu>
    </Popover>
  );
}
