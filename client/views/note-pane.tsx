// The note of the selected node, under its fields. The editor is fetched when it is first needed.
import { lazy, Suspense } from 'react';
import type { Id } from '../../shared/model/plan.ts';
import { useT } from '../state/hooks.ts';

const Note = lazy(() => import('./note.tsx').then(({ Note: each }) => ({ default: each })));

export function NotePane({ id }: { readonly id: Id }) {
  const t = useT();
  return (
    <section className="note-pane" aria-label={t('note')}>
      <h3 className="label">{t('note')}</h3>
      <Suspense fallback={<div className="skeleton note-wait" />}>
        <Note key={id} id={id} />
      </Suspense>
    </section>
  );
}
