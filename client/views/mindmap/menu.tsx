// The menu of a topic: commands by name and key, greyed where they would refuse. Stands where it was asked for.
import { useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import type { Point } from '../../../shared/layout/scene.ts';
import type { CommandId, PlanCommands } from '../../commands/all.ts';
import { sayRefusal } from '../../i18n/refusal.ts';
import { keyText } from '../../parts/key-text.ts';
import { useCommands, useT } from '../../state/hooks.ts';

type Plain = Extract<
  CommandId,
  | 'tree.add-child'
  | 'tree.add-after'
  | 'tree.rename'
  | 'tree.up'
  | 'tree.down'
  | 'tree.indent'
  | 'tree.outdent'
  | 'time.schedule'
  | 'time.milestone'
  | 'content.done'
  | 'view.fold'
  | 'map.focus'
  | 'map.relate'
  | 'map.brace'
  | 'view.inspector'
  | 'file.copy-link'
  | 'tree.bin'
>;

const SECTIONS: readonly (readonly Plain[])[] = [
  ['tree.add-child', 'tree.add-after', 'tree.rename'],
  ['tree.up', 'tree.down', 'tree.indent', 'tree.outdent'],
  ['time.schedule', 'time.milestone', 'content.done'],
  ['map.relate', 'map.brace'],
  ['view.fold', 'map.focus', 'view.inspector', 'file.copy-link'],
  ['tree.bin'],
];

interface Props {
  /** In px of the element the menu is in. */
  readonly at: Point;
  readonly onClose: () => void;
}

export function NodeMenu({ at, onClose }: Props) {
  const t = useT();
  const commands = useCommands();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="map-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          className="menu"
          aria-label={t('more')}
          autoFocus="first"
          disabledKeys={SECTIONS.flat().filter((id) => !commands.enabled(id))}
          onAction={(key) => {
            onClose();
            commands.run(key as Plain);
          }}
          onClose={onClose}
        >
          {SECTIONS.flatMap((ids, index) => [
            ...(index > 0 ? [<Separator key={`line ${index}`} />] : []),
            <MenuSection key={ids[0]} aria-label={t(`cmd.${ids[0]!}`)}>
              {ids.map((id) => {
                const no = commands.whyNot(id);
                return (
                  <MenuItem key={id} id={id} className="menu-item" textValue={t(`cmd.${id}`)}>
                    <span className="menu-words">
                      {t(`cmd.${id}`)}
                      {/* That nothing would change needs no words; what to do first does. */}
                      {no && no.refused !== 'nothing-to-do' && <small>{sayRefusal(t, no)}</small>}
                    </span>
                    <kbd className="keys">{keyHere(commands, id)}</kbd>
                  </MenuItem>
                );
              })}
            </MenuSection>,
          ])}
        </Menu>
      </Popover>
    </>
  );
}

/** On the map a letter or a digit is typed into the selected topic, so such a key is not offered. */
function keyHere(commands: PlanCommands, id: Plain): string | undefined {
  const [first] = commands.keysOf(id);
  const types = first && first.key.length === 1 && !first.mod && !first.alt;
  return types ? undefined : keyText(commands, id);
}
