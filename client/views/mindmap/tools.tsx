// The corner controls of the map: fit, zoom, how branches are arranged, what the colours stand for.
import { GitFork, ListTree, Maximize2, Milestone, Minus, Network, Palette, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { ARRANGEMENTS } from '../../../shared/layout/tidy.ts';
import type { Arrangement } from '../../../shared/layout/tidy.ts';
import { ICON } from '../../parts/icon.ts';
import { keyText } from '../../parts/key-text.ts';
import { Tip } from '../../parts/tip.tsx';
import { useCommands, useT, useView } from '../../state/hooks.ts';
import type { Corner } from './camera.ts';
import { useCamera } from './look.ts';
import type { Look } from './look.ts';

const ICONS: Readonly<Record<Arrangement, ReactElement>> = {
  both: <GitFork {...ICON} />,
  right: <ListTree {...ICON} />,
  down: <Network {...ICON} />,
  time: <Milestone {...ICON} />,
};

const COLOURS = ['section', 'office', 'light'] as const;

/** What they take of the screen's corner, with the air around them; under a finger they are larger. */
export const TOOLS: Corner = { side: 'left', width: 236, height: 64 };
export const TOUCH_TOOLS: Corner = { side: 'left', width: 300, height: 76 };

interface Props {
  readonly camera: Look['camera'];
  readonly arrangement: Arrangement;
}

export function MapTools({ camera, arrangement }: Props) {
  const t = useT();
  const commands = useCommands();
  const look = useView((view) => view.map);
  const percent = useCamera(camera, ({ scale }) => Math.round(scale * 100)) ?? 100;
  const tool = (id: 'view.fit' | 'view.zoom-in' | 'view.zoom-out', name: string, icon: ReactElement) => (
    <Tip text={name} keys={keyText(commands, id)}>
      <button type="button" className="button small icon" aria-label={name} onClick={() => commands.run(id)}>
        {icon}
      </button>
    </Tip>
  );
  return (
    <div className="map-tools">
      {tool('view.fit', t('map.fit'), <Maximize2 {...ICON} />)}
      <i />
      {tool('view.zoom-out', t('map.zoom-out'), <Minus {...ICON} />)}
      <span className="map-percent" role="status" aria-label={t('map.zoom', { percent })}>
        {percent}%
      </span>
      {tool('view.zoom-in', t('map.zoom-in'), <Plus {...ICON} />)}
      <i />
      <MenuTrigger>
        <Button className="button small icon" aria-label={t('map.arrangement')}>
          {ICONS[arrangement]}
        </Button>
        <Popover className="popover" placement="top start">
          <Menu
            className="menu"
            aria-label={t('map.arrangement')}
            selectionMode="single"
            selectedKeys={[arrangement]}
            onAction={(key) => commands.run(`map.${String(key) as Arrangement}`)}
          >
            {ARRANGEMENTS.map((each) => (
              <MenuItem key={each} id={each} className="menu-item" textValue={t(`map.arrange.${each}`)}>
                {ICONS[each]}
                {t(`map.arrange.${each}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <MenuTrigger>
        <Button className="button small icon" aria-label={t('map.look')}>
          <Palette {...ICON} />
        </Button>
        <Popover className="popover" placement="top start">
          <Menu
            className="menu"
            aria-label={t('map.look')}
            onAction={(key) => commands.run(String(key) as 'map.details')}
          >
            <MenuSection
              selectionMode="single"
              selectedKeys={[`map.colour-${look.colouring}`]}
              aria-label={t('map.colouring')}
            >
              <Header className="menu-head">{t('map.colouring')}</Header>
              {COLOURS.map((each) => (
                <MenuItem key={each} id={`map.colour-${each}`} className="menu-item map-check">
                  {t(`map.colour.${each}`)}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator />
            <MenuSection
              selectionMode="multiple"
              selectedKeys={[...(look.details ? ['map.details'] : []), ...(look.minimap ? ['map.minimap'] : [])]}
              aria-label={t('map.look')}
            >
              <MenuItem id="map.details" className="menu-item map-check">
                {t('map.details')}
              </MenuItem>
              <MenuItem id="map.minimap" className="menu-item map-check">
                {t('map.minimap')}
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
