// 导出: which format, what of the plan, what it will look like; then the file, with its progress and a way to stop it.
import { useEffect, useRef, useState } from 'react';
import { exporterOf } from '../../shared/export/registry.ts';
import { Panel } from '../parts/panel.tsx';
import { makeChosen, save } from '../state/exporting.ts';
import type { Chosen, File } from '../state/exporting.ts';
import { useCommands, useDesktop, useLang, useT } from '../state/hooks.ts';
import '../style/export.css';
import { Formats } from './formats.tsx';
import { readyThread } from './job.ts';
import { Options } from './options.tsx';
import { PreviewPane } from './preview.tsx';
import { startingChoice, startingLook } from './starting.ts';
import { readyType } from './type.ts';

export function ExportDialog({ first, close }: { readonly first: string | undefined; readonly close: () => void }) {
  const t = useT();
  const { view } = useDesktop();
  const [chosen, setChosen] = useState<Chosen>(() => startingChoice(first, view.get()));
  const { making, start, stop, take, drop } = useMaking(chosen);
  // What was said of one file is not said of the next.
  const choose = (change: Partial<Chosen>): void => {
    drop();
    setChosen({ ...chosen, ...change });
  };
  useEffect(() => {
    readyThread();
    // Offline already: whoever asks for a PDF is told then.
    readyType().catch(() => undefined);
  }, []);
  const exporter = exporterOf(chosen.format)!;
  return (
    <Panel title={t('cmd.file.export')}>
      <div className="exporting">
        <Formats chosen={chosen.format} choose={(format) => choose(startingLook(exporterOf(format)!, view.get()))} />
        <div className="export-right">
          <Options exporter={exporter} chosen={chosen} choose={choose} />
          <PreviewPane chosen={chosen} />
        </div>
      </div>
      <div className="export-end">
        <Outcome making={making} />
        {making.state !== 'busy' && (
          <button type="button" className="button" onClick={close}>
            {t('close')}
          </button>
        )}
        {/* One button throughout: whoever pressed it by a key stops, or goes on, where they are. */}
        <button
          type="button"
          className={making.state === 'busy' ? 'button line' : 'button main'}
          onClick={making.state === 'busy' ? stop : making.state === 'held' ? take : start}
        >
          {making.state === 'busy'
            ? t('export.stop')
            : making.state === 'held'
              ? t('export.anyway')
              : t('export.make', { ext: exporter.ext })}
        </button>
      </div>
    </Panel>
  );
}

type Making =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly done: number | undefined }
  | { readonly state: 'stopped' }
  /** Not everything in it can be shown: it is theirs once they have read so. */
  | { readonly state: 'held'; readonly file: File }
  | { readonly state: 'made'; readonly file: File }
  | { readonly state: 'failed'; readonly why: string };

function useMaking(chosen: Chosen) {
  const { connection, grant } = useDesktop();
  const [making, setMaking] = useState<Making>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = (): void => {
    const mine = new AbortController();
    running.current = mine;
    setMaking({ state: 'busy', done: undefined });
    makeChosen(chosen, connection, grant.plan, {
      signal: mine.signal,
      progress: (done) => setMaking({ state: 'busy', done }),
    }).then(
      (file) => {
        if (file.lacks) return setMaking({ state: 'held', file });
        save(file);
        setMaking({ state: 'made', file });
      },
      (fault: unknown) =>
        setMaking(
          mine.signal.aborted
            ? { state: 'stopped' }
            : { state: 'failed', why: fault instanceof Error ? fault.message : String(fault) },
        ),
    );
  };
  const take = (): void => {
    if (making.state !== 'held') return;
    save(making.file);
    setMaking({ state: 'made', file: making.file });
  };
  const drop = (): void => {
    if (making.state === 'held') setMaking({ state: 'idle' });
  };
  return { making, start, stop: () => running.current?.abort(), take, drop };
}

function Outcome({ making }: { readonly making: Making }) {
  const t = useT();
  const lang = useLang();
  const { run } = useCommands();
  return (
    <div className="export-outcome" role="status">
      {making.state === 'busy' && (
        <>
          <progress
            aria-label={t('export.making')}
            max={1}
            {...(making.done !== undefined && { value: making.done })}
          />
          <span className="hint">{t('export.making')}</span>
        </>
      )}
      {making.state === 'stopped' && <p className="hint">{t('export.stopped')}</p>}
      {making.state === 'failed' && (
        <p className="hint warn">
          {t('export.failed')} {making.why}
        </p>
      )}
      {making.state === 'held' && (
        <p className="hint warn">
          {making.file.lacks!.message[lang]}{' '}
          <button type="button" className="button line" onClick={() => run('file.settings', { tab: 'fonts' })}>
            {t('export.fonts')}
          </button>
        </p>
      )}
      {making.state === 'made' && (
        <p className="hint">
          {t('export.made', { name: making.file.name })}
          {making.file.notices.map(({ code, message }) => (
            <span key={code} className="export-notice">
              {message[lang]}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
