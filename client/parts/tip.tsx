// A tooltip: the name of a thing and its key.
import type { ReactElement } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

export function Tip({
  text,
  keys,
  children,
}: {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly children: ReactElement<React.DOMAttributes<HTMLElement>, string>;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      <Focusable>{children}</Focusable>
      <Tooltip className="tooltip" offset={6}>
        {text}
        {keys && <kbd className="keys">{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
