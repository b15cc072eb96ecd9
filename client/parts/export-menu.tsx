// The ways a plan leaves as a file, listed from the exporters' own registry.
import { Download } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useCommands, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { EXPORTS } from '../state/exporting.ts';
import { keyIf } from '../i18n/t.ts';

export function ExportMenu() {
  const t = useT();
  const { run } = useCommands();
  if (EXPORTS.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="button line export" aria-label={t('cmd.file.export')}>
        <Download {...ICON} />
        <span>{t('cmd.file.export')}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => void run('file.export', { format: String(key) })}>
          {EXPORTS.map(({ id, titleKey, ext }) => (
            <MenuItem key={id} id={id} className="menu-item">
              {t(keyIf(titleKey) ?? 'cmd.file.export')}
              <span className="keys">.{ext}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
