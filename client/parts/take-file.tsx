// Where a file is dropped or chosen, and what is shown while it is read or why it was not.
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useT } from '../state/hooks.ts';
import type { Taking } from '../state/take-file.ts';
import '../style/take-file.css';
import { ICON } from './icon.ts';

/** What a file may be called; what it is, its content says. */
export const ACCEPT =
  '.txt,.docx,.xlsx,.csv,.tsv,.md,.markdown,.opml,.mm,.xmind,.xml,.json,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function TakeFile({ taking }: { readonly taking: Taking }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { busy, refused, take, stop } = taking;
  return (
    <div className="take-file">
      <button type="button" className="take-drop" onClick={() => input.current?.click()} disabled={busy !== undefined}>
        <FileUp {...ICON} size={22} />
        <b>{t('in.drop')}</b>
        <span className="quiet">{t('in.kinds')}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended elsewhere.
          event.target.value = '';
          if (file) take(file);
        }}
      />
      <Progress busy={busy} stop={stop} />
      {refused && (
        <p className="hint warn" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}

function Progress({ busy, stop }: { readonly busy: string | undefined; readonly stop: () => void }) {
  const t = useT();
  if (busy === undefined) return null;
  return (
    <div className="take-progress" role="status">
      <progress aria-label={t('in.reading', { name: busy })} />
      <span className="clip">{t('in.reading', { name: busy })}</span>
      <button type="button" className="button small line" onClick={stop}>
        {t('in.stop')}
      </button>
    </div>
  );
}

/** A whole page takes a dropped file; `over` says that one hangs above it. */
export function useDropped(take: ((file: File) => void) | undefined): {
  readonly over: boolean;
  readonly handlers: Partial<
    Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
  >;
} {
  const [depth, setDepth] = useState(0);
  if (!take) return { over: false, handlers: {} };
  const holds = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event) => {
        if (holds(event)) setDepth((n) => n + 1);
      },
      onDragLeave: (event) => {
        if (holds(event)) setDepth((n) => Math.max(0, n - 1));
      },
      onDragOver: (event) => {
        if (!holds(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event) => {
        if (!holds(event)) return;
        event.preventDefault();
        setDepth(0);
        const [file] = event.dataTransfer.files;
        if (file) take(file);
      },
    },
  };
}
