// A title edited where it stands in the table. A clause's whole official text opens, and the field grows with it.
import { useEffect, useRef } from 'react';
import { CoText } from '../../parts/co-text.tsx';
import { useCommands, useNode, useSetView, useT, useView } from '../../state/hooks.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { rowElement } from './rows.tsx';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

const LEAST = 280;

export function Rename({ seen }: { readonly seen: Seen }) {
  const { rows, at, side, left, head } = seen;
  const id = useView((view) => view.editing?.node);
  const row = id === undefined ? undefined : rows[at.get(id) ?? -1];
  if (id === undefined || row?.is !== 'node') return null;
  const title = side.columns.findIndex(({ name }) => name === 'title');
  const before = side.columns.slice(0, title).reduce((sum, { width }) => sum + width, 0);
  const x = before + row.depth * M.indent + 6;
  const width = Math.max(left - x - 8, LEAST);
  return (
    <div className="gantt-fields" style={{ width: left }}>
      <Field key={id} id={id} place={{ left: x, top: head + at.get(id)! * M.row, width }} />
    </div>
  );
}

function Field({ id, place }: { readonly id: Id; readonly place: React.CSSProperties }) {
  const t = useT();
  const node = useNode(id);
  const { run } = useCommands();
  const setView = useSetView();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const close = (): void => {
      setView({ editing: null });
      document.getElementById(rowElement(id))?.focus({ preventScroll: true });
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      close();
    };
    element.addEventListener('focusout', close);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('focusout', close);
      element.removeEventListener('keydown', key);
    };
  }, [id, setView]);
  if (!node) return null;
  return (
    <div className="gantt-rename" ref={box} style={place}>
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
