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
import { createMindmapLayout } from '../../shared/layout/mindmap.ts';
import '../../client/style/base.css';
import '../../client/style/controls.css';
import '../../client/style/frame.css';
import { colleague } from '../colleague.ts';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { TODAY } from '../span.ts';
import { bytes } from '../bytes.ts';
import { desktopOf } from '../gantt/ours.tsx';
import { motions } from './hold.ts';

const LONG = '同事把这一条改得很长，长到要在图上折成几行，下面的每一条因此都要让出位置来，这样才量得出重新排布要多久';
const VIEW = { folded: new Set<string>(), arrangement: 'both', today: TODAY, lang: 'zh', knobs: true } as const;

export function player(): Player {
  const doc = new Y.Doc();
  let rows: readonly DataRow[];
  let desktop: Desktop;
  const other = colleague(doc);
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
  const layout = createMindmapLayout();
  const played = motions(
    {
      topics: () => document.querySelectorAll('.map-topic'),
      idOf: (topic) => topic.getAttribute('data-node'),
      topic: (id) => document.getElementById(`map-${id}`),
      rename: other.rename,
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
  );
  return {
    holdsDocument: true,
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
    ...played,
    before: { rename: other.join, relayout: other.join },
    calls: {
      ...played.calls,
      hit(time) {
        const { id } = rows[(time * 997 + 500) % rows.length]!;
        const words = desktop.connection.plan.get()!.nodes.get(id)!.title;
        desktop.view.set({ filter: { text: words } });
        return () => {
          const topic = document.querySelector('.map-topic[aria-selected="true"]:has(.map-hit)');
          return topic?.textContent?.replace(/\s/g, '').includes(words) ?? false;
        };
      },
    },
    timed: {
      relayout(time) {
        desktop.view.set({ filter: {} });
        if (time === 0) layout(desktop.connection.plan.get()!, VIEW);
        // Now one line, now three, so that all below it moves.
        other.rename(rows[(time * 613) % rows.length]!.id, LONG.slice(0, 8 + (time % 3) * 22));
        const plan = desktop.connection.plan.get()!;
        const began = performance.now();
        const map = layout(plan, VIEW);
        map.see({ x: 0, y: map.root.block.h / 2, w: 1440, h: 900 });
        return performance.now() - began;
      },
    },
  };
}
