// The ways a plan leaves as a file, listed from the exporters' own registry.
import { Download } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { GROUPS } from '../../shared/export/format.ts';
import { useCommands, useT } from '../state/hooks.ts';
import { WAYS } from '../state/exporting.ts';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';
import { wayName } from './way-name.ts';

/** The two entries that ask first. */
const CHOOSE = 'choose';
const PRINT = 'print';

export function ExportMenu() {
  const t = useT();
  const commands = useCommands();
  const { run } = commands;
  return (
    <MenuTrigger>
      <Button className="button line export" aria-label={t('cmd.file.export')}>
        <Download {...ICON} />
        <span>{t('cmd.file.export')}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          onAction={(key) => {
            if (key === CHOOSE) run('file.export-as');
            else if (key === PRINT) run('file.print');
            else run('file.export', { format: String(key) });
          }}
        >
          <MenuItem id={CHOOSE} className="menu-item">
            {t('cmd.file.export-as')}
            <kbd className="keys">{keyText(commands, 'file.export-as')}</kbd>
          </MenuItem>
          <MenuItem id={PRINT} className="menu-item">
            {t('cmd.file.print')}
            <kbd className="keys">{keyText(commands, 'file.print')}</kbd>
          </MenuItem>
          <Separator />
          {GROUPS.map((group) => (
            <MenuSection key={group}>
              <Header className="menu-head">{t(`export.group.${group}`)}</Header>
              {WAYS.filter((way) => way.group === group).map((way) => (
                <MenuItem key={way.format} id={way.format} className="menu-item" textValue={wayName(t, way)}>
                  {wayName(t, way)}
                  <span className="keys">.{way.ext}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
