// A button that opens a menu below it, and says what is chosen there.
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { ICON } from './icon.ts';

interface DropProps {
  readonly label: string;
  readonly on: string | false;
  readonly children: ReactNode;
}

export function Drop({ label, on, children }: DropProps) {
  return (
    <MenuTrigger>
      <Button className={on === false ? 'button small' : 'button small on'}>
        {label}
        {on !== false && <b>{on}</b>}
        <ChevronDown {...ICON} size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        {children}
      </Popover>
    </MenuTrigger>
  );
}
