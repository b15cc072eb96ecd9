// Our own map as it is: the real view over a real document through the real plan store, with commands and dragging, without a network.
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DragStage } from '../../client/drag/stage.tsx';
import { DesktopContext } from '../../client/state/hooks.ts';
import type { Desktop } from '../../client/state/hooks.ts';
import { createPlanStore } from '../../client/state/plan-store.ts';
import { paintRoot } from '../../client/style/theme.ts';
import { MindmapView } from '../../client/views/mindmap.tsx';
import { commit } from '../../shared/doc/commit.ts';
import '../../client/style/base.css';
import '../../client/style/controls.css';
import '../../client/style/frame.css';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { bytes, desktopOf } from '../gantt/ours.tsx';
import { motions } from './hold.ts';

export function player(): Player {
  const doc = new Y.Doc();
  let rows: readonly DataRow[];
  let desktop: Desktop;
  let theirs: Y.Doc | undefined;
  const wheel = (init: WheelEventInit): void => {
    const ground = document.querySelector('.map-ground')!;
    const { left, top, width, height } = ground.getBoundingClientRect();
    ground.dispatchEvent(
      new WheelEvent('wheel', {
        clientX: left + width / 2,
        clientY: top + height / 2,
        bubbles: true,
        cancelable: true,
        ...init,
      }),
    );
  };
  let scale = 1;
  return {
    prepare(data) {
      rows = data.rows;
      Y.applyUpdate(doc, bytes(data.doc), 'network');
      paintRoot();
    },
    mount(host) {
      // Reading the document is part of the price; the peers are given their trees ready-made.
      const plan = createPlanStore();
      plan.attach(doc);
      desktop = desktopOf(doc, new Awareness(doc), plan);
      createRoot(host).render(
        <DesktopContext value={desktop}>
          <div className="app">
            <div className="body">
              <DragStage>
                <main className="view" id="view">
                  <MindmapView />
                </main>
              </DragStage>
            </div>
          </div>
        </DesktopContext>,
      );
    },
    ...motions(
      {
        topics: () => document.querySelectorAll('.map-topic'),
        idOf: (topic) => topic.getAttribute('data-node'),
        topic: (id) => document.getElementById(`map-${id}`),
        rename(id, title) {
          if (!theirs) {
            theirs = new Y.Doc();
            theirs.clientID = 2;
            Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
          }
          let update: Uint8Array = new Uint8Array();
          const keep = (made: Uint8Array): void => void (update = made);
          theirs.on('update', keep);
          commit(theirs, [{ do: 'retitle', id, title }], {});
          theirs.off('update', keep);
          Y.applyUpdate(doc, update, 'network');
        },
        pan: (dx, dy) => wheel({ deltaX: -dx, deltaY: -dy }),
        zoom(to) {
          // What the wheel makes of a turn, backwards.
          wheel({ ctrlKey: true, deltaY: -Math.log(to / scale) / 0.01 });
          scale = to;
        },
        fold: () => void desktop.commands.run('view.fold-all'),
        unfold: () => void desktop.commands.run('view.unfold-all'),
        drag: true,
        ghost: () => document.querySelector('.map-held'),
      },
      () => rows,
    ),
  };
}
