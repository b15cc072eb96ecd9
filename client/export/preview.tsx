// What the chosen file will look like: its first pages, rows or lines, made in the export thread and made again when a choice or the plan changes.
import { useEffect, useState } from 'react';
import { noticeText } from '../../shared/export/notices.ts';
import type { Preview } from '../../shared/export/preview.ts';
import { previewChosen } from '../state/exporting.ts';
import type { Chosen } from '../state/exporting.ts';
import { useDesktop, useLang, useT, useWholePlan } from '../state/hooks.ts';

/** Typing colleagues do not make it flicker. */
const CALM = 150;

export function PreviewPane({ chosen }: { readonly chosen: Chosen }) {
  const t = useT();
  const lang = useLang();
  const { preview, fault, stale } = usePreview(chosen);
  return (
    <section
      className="export-preview"
      aria-label={t('export.preview')}
      aria-busy={stale}
      data-stale={stale || undefined}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys */}
      <div className="export-look" tabIndex={0} role="group" aria-label={t('export.preview')}>
        {fault ? <p className="hint warn">{fault}</p> : preview ? <Look preview={preview} /> : <Waiting />}
      </div>
      <p className="hint export-count">
        {preview && !fault && (
          <>
            {sayCount(t, preview, chosen)}
            {preview.notices.map((notice) => (
              <span key={notice.code} className="export-notice">
                {noticeText(notice, lang)}
              </span>
            ))}
          </>
        )}
      </p>
    </section>
  );
}

function Waiting() {
  return <div className="export-sheet ghost" aria-hidden="true" />;
}

function sayCount(t: ReturnType<typeof useT>, preview: Preview, { format }: Chosen): string {
  const n = preview.count;
  switch (preview.kind) {
    case 'table':
      // Where it is known why, that says it all.
      if (n === 0) return preview.notices.length > 0 ? '' : t('export.rows.none');
      return t(preview.rows.length > n ? 'export.rows.all' : 'export.rows', { n });
    case 'text':
      return t(preview.text.split('\n').length === n ? 'export.lines.all' : 'export.lines', { n });
    case 'pages':
      if (format === 'docx') return t('export.pages.docx', { n });
      if (format === 'svg' || format === 'png') return t('export.picture');
      return t(preview.pages.length === n ? 'export.pages.all' : 'export.pages', { n });
  }
}

function Look({ preview }: { readonly preview: Preview }) {
  const t = useT();
  switch (preview.kind) {
    case 'pages':
      return preview.pages.map((svg, index) => (
        <Sheet key={index} svg={svg} name={t('export.page', { n: index + 1, of: preview.count })} />
      ));
    case 'text':
      return <pre className="export-text">{preview.text}</pre>;
    case 'table': {
      const [head = [], ...rows] = preview.rows;
      return (
        <table className="export-table">
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  // A heading runs across.
                  <td key={head[at]} colSpan={row.length === 1 ? head.length : 1}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
}

/** A drawing as an image: nothing in it can ever run. */
function Sheet({ svg, name }: { readonly svg: string; readonly name: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url ? <img className="export-sheet" src={url} alt={name} /> : null;
}

function usePreview(chosen: Chosen) {
  const { connection, grant } = useDesktop();
  const plan = useWholePlan();
  const lang = useLang();
  const wanted = JSON.stringify(chosen);
  const [held, setHeld] = useState<{ readonly of: string; readonly preview?: Preview; readonly fault?: string }>();
  useEffect(() => {
    const mine = new AbortController();
    const timer = setTimeout(() => {
      previewChosen(chosen, connection, grant.plan, { signal: mine.signal }).then(
        (preview) => setHeld({ of: wanted, preview }),
        (fault: unknown) => !mine.signal.aborted && setHeld({ of: wanted, fault: String(fault) }),
      );
    }, CALM);
    return () => {
      clearTimeout(timer);
      mine.abort(new DOMException('another choice', 'AbortError'));
    };
  }, [wanted, plan, lang, connection, grant.plan]); // oxlint-disable-line react/exhaustive-deps -- `wanted` is `chosen`
  const fresh = held?.of === wanted;
  // The last look stays, faded, until the next is there; a look of another kind would only mislead.
  const { format } = held ? (JSON.parse(held.of) as Chosen) : chosen;
  return {
    preview: format === chosen.format ? held?.preview : undefined,
    fault: fresh ? held.fault : undefined,
    stale: !fresh,
  };
}
