// What is needed rarely: the bin, my name, keys, light or dark, language.
import { Ellipsis } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { CommandId } from '../commands/all.ts';
import { useCommands, useSettings, useT } from '../state/hooks.ts';
import { setSettings } from '../state/settings.ts';
import type { Lang, Shade } from '../state/settings.ts';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';

const LISTED = [
  'file.share',
  'file.copy-link',
  'file.revise',
  'suggestion.open',
  'office.show',
  'times.open',
  'findings.open',
  'baseline.open',
  'carry.open',
  'lights.settings',
  'file.settings',
  'tree.show-bin',
  'file.name',
  'view.shortcuts',
  'view.clear-filter',
  'view.unfold-all',
] as const;

/** What not everybody may do is not shown to them. */
const MAY: ReadonlySet<string> = new Set(['file.share', 'file.revise', 'carry.open']);

export function MoreMenu() {
  const t = useT();
  const commands = useCommands();
  const { shade, lang } = useSettings();
  const item = (id: CommandId) => (
    <MenuItem key={id} id={id} className="menu-item" onAction={() => commands.run(id)}>
      {t(`cmd.${id}`)}
      <kbd className="keys">{keyText(commands, id)}</kbd>
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <Button className="button icon" aria-label={t('more')}>
        <Ellipsis {...ICON} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection aria-label={t('more')}>
            {LISTED.filter((id) => !MAY.has(id) || commands.enabled(id)).map(item)}
          </MenuSection>
          <Separator />
          <MenuSection
            selectionMode="single"
            selectedKeys={[shade]}
            onSelectionChange={(keys) => setSettings({ shade: [...keys][0] as Shade })}
          >
            <Header className="menu-head">{t('shade')}</Header>
            {(['system', 'light', 'dark'] as const).map((each) => (
              <MenuItem key={each} id={each} className="menu-item">
                {t(`shade.${each}`)}
                {each === shade && <span className="keys">✓</span>}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuSection
            selectionMode="single"
            selectedKeys={[lang]}
            onSelectionChange={(keys) => setSettings({ lang: [...keys][0] as Lang })}
          >
            <Header className="menu-head">语言 Language</Header>
            {(['zh', 'en'] as const).map((each) => (
              <MenuItem key={each} id={each} className="menu-item">
                {each === 'zh' ? '中文' : 'English'}
                {each === lang && <span className="keys">✓</span>}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
