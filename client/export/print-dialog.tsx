// 打印: what of the plan on which paper, the sheets as they will be, then the browser's own print.
import { useEffect, useState } from 'react';
import { exporterOf } from '../../shared/export/registry.ts';
import { Panel } from '../parts/panel.tsx';
import type { Chosen } from '../state/exporting.ts';
import { tell } from '../state/notices.ts';
import { useDesktop, useT } from '../state/hooks.ts';
import '../style/export.css';
import { readyThread } from './job.ts';
import { Options } from './options.tsx';
import { PreviewPane } from './preview.tsx';
import { printChosen } from './printing.ts';
import { startingChoice } from './starting.ts';

const PDF = exporterOf('pdf')!;

export function PrintDialog({ close }: { readonly close: () => void }) {
  const t = useT();
  const { view, connection, grant } = useDesktop();
  const [chosen, setChosen] = useState<Chosen>(() => startingChoice('pdf', view.get()));
  const [busy, setBusy] = useState(false);
  useEffect(readyThread, []);
  const print = (): void => {
    setBusy(true);
    printChosen(chosen, connection, grant.plan)
      .catch((fault: unknown) =>
        tell({ key: 'print.failed', tone: 'warn', say: (each) => each('print.failed'), detail: String(fault) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Panel title={t('print.title')}>
      <div className="export-right printing">
        <Options exporter={PDF} chosen={chosen} choose={(change) => setChosen({ ...chosen, ...change })} />
        <PreviewPane chosen={chosen} />
      </div>
      <div className="export-end">
        <p className="hint export-outcome">{t('print.hint')}</p>
        <button type="button" className="button" onClick={close}>
          {t('close')}
        </button>
        <button type="button" className="button main" disabled={busy} onClick={print}>
          {t('print.go')}
        </button>
      </div>
    </Panel>
  );
}
