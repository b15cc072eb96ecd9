// A title edited where it stands in the table. A clause's whole official text opens, and the field grows with it.
import { CoText } from '../../parts/co-text.tsx';
import { useCommands, useNode, useSetView, useT } from '../../state/hooks.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { rowElement } from './rows.tsx';

export function Rename({
  id,
  x,
  y,
  width,
}: {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  const t = useT();
  const node = useNode(id);
  const { run } = useCommands();
  const setView = useSetView();
  if (!node) return null;
  const close = (): void => {
    setView({ editing: null });
    document.getElementById(rowElement(id))?.focus({ preventScroll: true });
  };
  return (
    <div
      className="gantt-rename"
      style={{ left: x, top: y, width }}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <CoText
        value={node.title}
        label={t('cmd.tree.rename')}
        autoFocus
        commit={(title) => {
          if (title.trim() !== node.title) run('content.retitle', { id, title });
        }}
      />
    </div>
  );
}
