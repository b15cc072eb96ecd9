// The line between the table and the days; it drags, and has keys.
import { memo, useRef } from 'react';
import { useT } from '../../state/hooks.ts';

export const LEAST_TABLE = 160;

export const Divider = memo(function Divider({
  width,
  most,
  set,
}: {
  readonly width: number;
  readonly most: number;
  readonly set: (width: number) => void;
}) {
  const t = useT();
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const to = (wanted: number): void => set(Math.round(Math.min(most, Math.max(LEAST_TABLE, wanted))));
  return (
    <div
      className="gantt-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('gantt.divider')}
      aria-valuenow={width}
      aria-valuemin={LEAST_TABLE}
      aria-valuemax={most}
      tabIndex={0}
      style={{ left: width }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (from.current) to(from.current.width + event.clientX - from.current.x);
      }}
      onPointerUp={() => (from.current = undefined)}
      onPointerCancel={() => (from.current = undefined)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        to(width + step);
      }}
    />
  );
});
