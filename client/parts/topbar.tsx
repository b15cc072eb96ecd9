// The top bar: where I am, which face of the plan I see, who else is here, what is saved, and the ways out.
import { PanelLeft, PanelRight, Redo2, Share2, Undo2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { may } from '../../shared/protocol/roles.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { useCommands, useDesktop, useGrant, useReadable, useT, useView } from '../state/hooks.ts';
import type { CommandId } from '../commands/all.ts';
import { FindingsButton } from './findings.tsx';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';
import { Mark } from './mark.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PlanTitle } from './plan-title.tsx';
import { Peers } from './presence.tsx';
import { SaveState } from './save-state.tsx';
import { SuggestionCount } from './suggestion-count.tsx';
import { Tip } from './tip.tsx';
import { useNarrow } from '../state/narrow.ts';

/** Knows every format, and so all that draws; the bar does not wait for it. */
const ExportMenu = lazy(() => import('./export-menu.tsx').then(({ ExportMenu: each }) => ({ default: each })));

export function TopBar() {
  const t = useT();
  const { run } = useCommands();
  const grant = useGrant();
  // On a phone the words stand under the name: beside it there is room for neither.
  const narrow = useNarrow();
  return (
    <header className="topbar">
      <div className="topbar-left">
        <Tip text={t('cmd.file.home')}>
          <button
            type="button"
            className="home-button"
            aria-label={t('cmd.file.home')}
            onClick={() => run('file.home')}
          >
            <Mark />
          </button>
        </Tip>
        <CommandButton id="view.rail" icon={<PanelLeft {...ICON} />} />
        <div className="title-block">
          <PlanTitle />
          {narrow && <SaveState />}
        </div>
      </div>
      <Views />
      <div className="topbar-right">
        <FindingsButton />
        {!narrow && <SaveState />}
        <SuggestionCount />
        <Peers />
        <UndoRedo />
        {may(grant.role, 'host') && (
          <button type="button" className="button line share" aria-label={t('share')} onClick={() => run('file.share')}>
            <Share2 {...ICON} />
            <span>{t('share')}</span>
          </button>
        )}
        <Suspense fallback={<span className="button line export" />}>
          <ExportMenu />
        </Suspense>
        <PaletteButton />
        <CommandButton id="view.inspector" icon={<PanelRight {...ICON} />} />
        <MoreMenu />
      </div>
    </header>
  );
}

/** A command as an icon, with its name and key in the tooltip. */
export function CommandButton({ id, icon }: { readonly id: CommandId; readonly icon: React.ReactNode }) {
  const t = useT();
  const commands = useCommands();
  const title = t(`cmd.${id}`);
  return (
    <Tip text={title} keys={keyText(commands, id)}>
      <button
        type="button"
        className="button icon"
        data-command={id}
        aria-label={title}
        onClick={() => commands.run(id)}
      >
        {icon}
      </button>
    </Tip>
  );
}

/** The palette's button is its key: seeing it is learning it. */
function PaletteButton() {
  const t = useT();
  const commands = useCommands();
  const key = keyText(commands, 'view.palette')?.replace('+', ' ') ?? '';
  return (
    <Tip text={t('cmd.view.palette')}>
      <button
        type="button"
        className="button palette-key"
        data-command="view.palette"
        aria-label={`${t('cmd.view.palette')} ${key}`}
        onClick={() => commands.run('view.palette')}
      >
        <kbd>{key}</kbd>
      </button>
    </Tip>
  );
}

function UndoRedo() {
  const t = useT();
  const commands = useCommands();
  const grant = useGrant();
  const { connection } = useDesktop();
  const can = useReadable(connection.undoable);
  if (!may(grant.role, 'edit')) return null;
  return (
    <div className="pair">
      {(['undo', 'redo'] as const).map((name) => (
        <Tip key={name} text={t(`cmd.view.${name}`)} keys={keyText(commands, `view.${name}`)}>
          <button
            type="button"
            className="button icon"
            aria-label={t(`cmd.view.${name}`)}
            aria-disabled={!can[name]}
            onClick={() => commands.run(`view.${name}`)}
          >
            {name === 'undo' ? <Undo2 {...ICON} /> : <Redo2 {...ICON} />}
          </button>
        </Tip>
      ))}
    </div>
  );
}

function Views() {
  const t = useT();
  const commands = useCommands();
  const open = useView((view) => view.open);
  return (
    <nav className="segments" aria-label={t('views')}>
      {VIEWS.map((name) => (
        <Tip key={name} text={t(`cmd.view.${name}`)} keys={keyText(commands, `view.${name}`)}>
          <button
            type="button"
            className="segment"
            aria-current={open === name ? 'page' : undefined}
            onClick={() => commands.run(`view.${name}`)}
          >
            {t(`view.${name}`)}
          </button>
        </Tip>
      ))}
    </nav>
  );
}
