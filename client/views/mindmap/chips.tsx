// The field behind a chip of a topic: dates, offices or progress, the very fields of the inspector, where the chip is.
import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Box } from '../../../shared/layout/scene.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { OfficesField } from '../../parts/offices.tsx';
import { ProgressField, StatusField } from '../../parts/progress.tsx';
import { SpanField } from '../../parts/span.tsx';
import { useNode, useT } from '../../state/hooks.ts';
import '../../style/inspector.css';

export type ChipPart = 'span' | 'lead' | 'light';

export const isChip = (part: string): part is ChipPart => part === 'span' || part === 'lead' || part === 'light';

interface Props {
  readonly id: Id;
  readonly part: ChipPart;
  /** In px of the element it stands in. */
  readonly at: Box;
  readonly onClose: () => void;
}

export function ChipField({ id, part, at, onClose }: Props) {
  const t = useT();
  const node = useNode(id);
  const anchor = useRef<HTMLSpanElement>(null);
  if (!node) return null;
  const label = t(`map.chip.${part}`, { title: node.title || t('untitled') });
  return (
    <>
      <span ref={anchor} className="map-anchor" style={{ left: at.x, top: at.y, width: at.w, height: at.h }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        onOpenChange={(open) => !open && onClose()}
      >
        <Dialog className="map-chip-field" aria-label={label}>
          {part === 'span' && <SpanField node={node} />}
          {part === 'lead' && <OfficesField node={node} />}
          {part === 'light' && (
            <>
              {node.kind !== 'section' && <ProgressField node={node} />}
              <StatusField node={node} />
            </>
          )}
        </Dialog>
      </Popover>
    </>
  );
}
