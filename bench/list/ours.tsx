// Our own list as it is: the real view over a real document through the real plan store, without a network.
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DragStage } from '../../client/drag/stage.tsx';
import { DesktopContext } from '../../client/state/hooks.ts';
import type { Desktop } from '../../client/state/hooks.ts';
import { createPlanStore } from '../../client/state/plan-store.ts';
import { FIRST_SHEET } from '../../shared/layout/listing.ts';
import { paintRoot } from '../../client/style/theme.ts';
import { ListView } from '../../client/views/list.tsx';
import '../../client/style/base.css';
import '../../client/style/controls.css';
import '../../client/style/frame.css';
import type { Player } from '../face.ts';
import { bytes } from '../bytes.ts';
import { desktopOf } from '../gantt/ours.tsx';
import { colleague } from '../colleague.ts';

/** Px a frame: a wheel turned fast, a touchpad moved sideways. */
const DOWN = 120;
const ASIDE = 24;

export function player(grouped: boolean): Player {
  const doc = new Y.Doc();
  const other = colleague(doc);
  let desktop: Desktop;
  const scroller = (): Element => document.querySelector('.list-scroll')!;
  const rows = (): readonly Element[] => [...document.querySelectorAll('.list-row[data-node]')];
  let renamed: readonly string[] = [];
  return {
    holdsDocument: true,
    prepare(data) {
      Y.applyUpdate(doc, bytes(data.doc), 'network');
      paintRoot();
    },
    mount(host) {
      const plan = createPlanStore();
      plan.attach(doc);
      desktop = desktopOf(doc, new Awareness(doc), plan);
      if (grouped) desktop.view.set({ sheet: { ...FIRST_SHEET, group: 'lead' } });
      createRoot(host).render(
        <DesktopContext value={desktop}>
          <div className="app">
            <div className="body">
              <DragStage>
                <main className="view" id="view">
                  <ListView />
                </main>
              </DragStage>
            </div>
          </div>
        </DesktopContext>,
      );
    },
    ready: () => rows().length > 0,
    frames: {
      rest: () => undefined,
      'scroll-y': (frame) => void (scroller().scrollTop += Math.floor(frame / 45) % 2 === 0 ? DOWN : -DOWN),
      'scroll-x': (frame) => void (scroller().scrollLeft += Math.floor(frame / 30) % 2 === 0 ? ASIDE : -ASIDE),
    },
    before: { change: other.join },
    calls: {
      walk() {
        const field = document.querySelector<HTMLElement>('.list-catcher')!;
        if (desktop.view.get().selected.length === 0) desktop.view.set({ selected: [nodeOf(rows()[0]!)] });
        field.focus();
        const before = field.getAttribute('aria-activedescendant');
        const key = { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent('keydown', key));
        return () => field.getAttribute('aria-activedescendant') !== before;
      },
      change(time) {
        if (renamed.length === 0) renamed = rows().slice(0, 8).map(nodeOf);
        const title = `同事改的名称${time}`;
        other.rename(renamed[time % renamed.length]!, title);
        return () => scroller().textContent?.includes(title) ?? false;
      },
    },
  };
}

const nodeOf = (row: Element): string => row.getAttribute('data-node')!;
