// What opens above the plan, one at a time: palette, share, offices, baselines, settings, bin, shortcuts, exports, my name, the lights' rules.
import { lazy, Suspense, useRef } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import type { Panel } from '../commands/registry.ts';
import { useDesktop, useReadable } from '../state/hooks.ts';
import { Arriving } from './arriving.tsx';
import { BinPanel } from './bin.tsx';
import { NamePanel } from './name.tsx';
import { WaitingHere } from './waiting.tsx';
import { ShortcutsPanel } from './shortcuts.tsx';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: each }) => ({ default: each })));
const OfficesPanel = lazy(() => import('./offices-panel.tsx').then(({ OfficesPanel: each }) => ({ default: each })));
const LinkPanel = lazy(() => import('./link-panel.tsx').then(({ LinkPanel: each }) => ({ default: each })));
const BatchPanel = lazy(() => import('./batch-panel.tsx').then(({ BatchPanel: each }) => ({ default: each })));
const LeadPanel = lazy(() => import('./lead-panel.tsx').then(({ LeadPanel: each }) => ({ default: each })));
const BaselinesPanel = lazy(() =>
  import('./baselines-panel.tsx').then(({ BaselinesPanel: each }) => ({ default: each })),
);
const LightsPanel = lazy(() => import('./lights-panel.tsx').then(({ LightsPanel: each }) => ({ default: each })));
const RevisePanel = lazy(() => import('./revise-panel.tsx').then(({ RevisePanel: each }) => ({ default: each })));
const SettingsPanel = lazy(() => import('./settings.tsx').then(({ SettingsPanel: each }) => ({ default: each })));
const PrintDialog = lazy(() =>
  import('../export/print-dialog.tsx').then(({ PrintDialog: each }) => ({ default: each })),
);
const ExportDialog = lazy(() => import('../export/dialog.tsx').then(({ ExportDialog: each }) => ({ default: each })));
const CarryPanel = lazy(() => import('./carry-panel.tsx').then(({ CarryPanel: each }) => ({ default: each })));
const FindingsPanel = lazy(() => import('./findings-panel.tsx').then(({ FindingsPanel: each }) => ({ default: each })));
const TimesPanel = lazy(() => import('./times-panel.tsx').then(({ TimesPanel: each }) => ({ default: each })));
const SuggestionsPanel = lazy(() =>
  import('./suggestions-panel.tsx').then(({ SuggestionsPanel: each }) => ({ default: each })),
);
const SharePanel = lazy(() => import('./share.tsx').then(({ SharePanel: each }) => ({ default: each })));

const WIDE: ReadonlySet<Panel> = new Set([
  'shortcuts',
  'palette',
  'offices',
  'baselines',
  'times',
  'findings',
  'carry',
  'revise',
  'suggestions',
]);

function breadth(open: Panel): string {
  if (open.startsWith('export') || open === 'print') return 'whole';
  return WIDE.has(open) || open.startsWith('settings') ? 'wide' : '';
}

export function Panels() {
  const { panel } = useDesktop();
  const shown = useReadable(panel);
  // What waits at a node stands beside it, over nothing.
  const open = shown?.startsWith('here/') ? null : shown;
  const close = (): void => panel.set(null);
  const ahead = useRef('');
  return (
    <>
      <WaitingHere />
      <ModalOverlay className="overlay" isDismissable isOpen={open !== null} onOpenChange={close}>
        <Modal className={`dialog ${open ? breadth(open) : ''}`}>
          <Suspense fallback={<Arriving ahead={ahead} close={close} />}>
            {open === 'palette' && <Palette close={close} ahead={ahead} />}
            {open === 'share' && <SharePanel />}
            {open === 'link' && <LinkPanel close={close} />}
            {open === 'batch' && <BatchPanel close={close} />}
            {open?.startsWith('lead/') && <LeadPanel asked={open} close={close} />}
            {open === 'baselines' && <BaselinesPanel />}
            {open === 'bin' && <BinPanel />}
            {open === 'shortcuts' && <ShortcutsPanel />}
            {open === 'offices' && <OfficesPanel />}
            {open === 'carry' && <CarryPanel />}
            {open === 'findings' && <FindingsPanel />}
            {open === 'times' && <TimesPanel />}
            {open === 'lights' && <LightsPanel close={close} />}
            {open?.startsWith('settings') && <SettingsPanel first={open.split('/')[1]} />}
            {open?.startsWith('export') && <ExportDialog first={open.split('/')[1]} close={close} />}
            {open === 'print' && <PrintDialog close={close} />}
            {open === 'revise' && <RevisePanel close={close} />}
            {open === 'suggestions' && <SuggestionsPanel close={close} />}
            {open === 'name' && <NamePanel close={close} />}
          </Suspense>
        </Modal>
      </ModalOverlay>
    </>
  );
}
