// The frame of an open plan: top bar, rail, stage, inspector, and what may open above them.
import { useEffect } from 'react';
import { DragStage } from '../drag/stage.tsx';
import { FilterBar } from '../parts/filter/bar.tsx';
import { Banner } from '../parts/banner.tsx';
import { useKeyboard } from '../parts/keyboard.ts';
import '../style/print.css';
import { FollowBar } from '../parts/follow-bar.tsx';
import { UndoBar } from '../parts/undo-bar.tsx';
import { Panels } from '../parts/panels.tsx';
import { DetailsTab } from '../parts/details-tab.tsx';
import { Rail } from '../parts/rail.tsx';
import { useDropped } from '../parts/take-file.tsx';
import { TopBar } from '../parts/topbar.tsx';
import { paintLights } from '../style/theme.ts';
import { preparePrinting } from '../export/printing.ts';
import { useDesktop, useLightRules, useMayEdit, usePlan, useSettings, useShow, useT, useView } from '../state/hooks.ts';
import { incoming } from '../state/incoming.ts';
import { watchCalendar } from '../state/calendar-news.ts';
import { useAfterHand } from './after-hand.ts';
import { useFetchAhead } from './ahead.ts';
import { useFace } from './faces.ts';
import { useNarrow } from '../state/narrow.ts';
import { Inspector } from './inspector.tsx';

export function Frame() {
  useKeyboard();
  usePresence();
  useTitle();
  useCalendarNews();
  usePrinting();
  useLightHues();
  useFetchAhead();
  const t = useT();
  const open = useView((view) => view.open);
  const rail = useView((view) => view.rail);
  const inspecting = useAfterHand(
    useView((view) => view.inspector && (view.selected.length > 0 || view.link !== null)),
  );
  const narrow = useNarrow();
  // A card of the list opens its details itself.
  const chosen = useView((view) => view.selected.length > 0);
  const face = useFace(open);
  const { over, handlers } = useRevised();
  return (
    <div className="app" data-inspecting={inspecting || undefined} data-over={over || undefined} {...handlers}>
      {over && <p className="drop-here">{t('in.drop-here')}</p>}
      <a className="skip" href="#view">
        {t('skip')}
      </a>
      <TopBar />
      <Banner />
      <div className="body">
        <DragStage>
          {rail && <Rail />}
          <main className="view" id="view" tabIndex={-1} aria-label={t(`view.${open}`)}>
            <FilterBar />
            <div className="open-face">{face ?? <div className="ghost-stage" aria-busy="true" />}</div>
            <FollowBar />
            <UndoBar />
            {narrow && chosen && !inspecting && open !== 'list' && <DetailsTab />}
          </main>
        </DragStage>
        {inspecting && <Inspector />}
      </div>
      <Panels />
    </div>
  );
}

/** Lights in the bureau's own colours, for as long as its plan is open. */
function useLightHues(): void {
  const rules = useLightRules();
  useEffect(() => paintLights(rules), [rules]);
  useEffect(() => () => paintLights(undefined), []);
}

/** Printing from the browser's own menu prints the sheets too. */
function usePrinting(): void {
  const { connection, grant, view } = useDesktop();
  useEffect(() => preparePrinting(connection, grant.plan, view.get), [connection, grant.plan, view]);
}

/** A file dropped anywhere on the plan is an edited copy of it. */
function useRevised() {
  const { commands } = useDesktop();
  const mayEdit = useMayEdit();
  return useDropped(
    mayEdit
      ? (file) => {
          incoming.set(file);
          commands.run('file.revise');
        }
      : undefined,
  );
}

/** Whoever changes the holidays, everybody here is told what it touches. */
function useCalendarNews(): void {
  const { connection, commands } = useDesktop();
  useEffect(
    () => watchCalendar(connection.plan, () => void commands.run('file.settings', { tab: 'holidays' })),
    [connection, commands],
  );
}

/** Shows the others which view I have open and what I have selected. */
function usePresence(): void {
  const { connection, grant } = useDesktop();
  const { name } = useSettings();
  const show = useShow();
  const open = useView((view) => view.open);
  const selected = useView((view) => view.selected);
  useEffect(() => {
    connection.presence.introduce({ name, office: grant.office, role: grant.role, color: '#5b6470' });
  }, [connection, grant, name]);
  useEffect(() => show({ view: open, selected: selected.slice(0, 50) }), [show, open, selected]);
}

function useTitle(): void {
  const t = useT();
  const title = usePlan((plan) => plan.meta.title);
  useEffect(() => {
    document.title = `${title || t('untitled')} · ${t('app.name')}`;
  }, [title, t]);
}
