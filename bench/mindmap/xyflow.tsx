// React Flow with `onlyRenderVisibleElements`: it lays nothing out, so its topics are given their places ready-made; a fold only hides them.
import { Background, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import type { Edge, Node, ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { motions, nested, ROOT_ID, ROOT_TITLE } from './hold.ts';
import type { Nested } from './hold.ts';

const WIDTH = 190;
const HEIGHT = 34;
const STEP_X = 250;
const STEP_Y = 42;

export function player(): Player {
  let rows: readonly DataRow[];
  let nodes: Node[];
  let edges: Edge[];
  let depth: ReadonlyMap<string, number>;
  let flow: ReactFlowInstance | undefined;
  const hide = (from: number): void => {
    flow!.setNodes((all) => all.map((node) => ({ ...node, hidden: (depth.get(node.id) ?? 0) > from })));
    flow!.setEdges((all) => all.map((edge) => ({ ...edge, hidden: (depth.get(edge.target) ?? 0) > from })));
  };
  return {
    prepare(data) {
      rows = data.rows;
      depth = new Map(rows.map((row) => [row.id, row.depth]));
      const placed = placedOf(nested(data));
      const titles = new Map(rows.map(({ id, title }) => [id, title]));
      nodes = [...placed].map(([id, position]) => ({
        id,
        position,
        width: WIDTH,
        height: HEIGHT,
        data: { label: titles.get(id) ?? ROOT_TITLE },
      }));
      edges = rows.map(({ id, parent }) => ({ id: `e${id}`, source: parent, target: id }));
    },
    mount(host) {
      createRoot(host).render(
        <div style={{ position: 'absolute', inset: 0 }}>
          <ReactFlowProvider>
            <ReactFlow
              defaultNodes={nodes}
              defaultEdges={edges}
              onlyRenderVisibleElements
              defaultViewport={{ x: 720, y: 450, zoom: 1 }}
              minZoom={0.05}
              onInit={(made) => (flow = made)}
            >
              <Background />
            </ReactFlow>
          </ReactFlowProvider>
        </div>,
      );
    },
    ...motions(
      {
        topics: () => document.querySelectorAll('.react-flow__node'),
        idOf: (topic) => topic.getAttribute('data-id'),
        topic: (id) => document.querySelector(`.react-flow__node[data-id="${id}"]`),
        rename: (id, title) => flow!.updateNodeData(id, { label: title }),
        pan(dx, dy) {
          const { x, y, zoom } = flow!.getViewport();
          void flow!.setViewport({ x: x + dx, y: y + dy, zoom });
        },
        zoom: (to) => void flow!.zoomTo(to),
        fold: () => hide(0),
        unfold: () => hide(99),
        drag: true,
      },
      () => rows,
    ),
  };
}

/** Both sides of a root at 0, 0; as high as there are leaves. */
function placedOf(tops: readonly Nested[]): ReadonlyMap<string, { x: number; y: number }> {
  const found = new Map([[ROOT_ID, { x: -WIDTH / 2, y: -HEIGHT / 2 }]]);
  const leaves = (node: Nested): number =>
    Math.max(
      1,
      node.children.reduce((sum, child) => sum + leaves(child), 0),
    );
  const total = tops.reduce((sum, top) => sum + leaves(top), 0);
  const place = (list: readonly Nested[], level: number, top: number, side: 1 | -1): void => {
    let y = top;
    for (const node of list) {
      const high = leaves(node) * STEP_Y;
      found.set(node.row.id, { x: side * level * STEP_X - WIDTH / 2, y: y + high / 2 - HEIGHT / 2 });
      place(node.children, level + 1, y, side);
      y += high;
    }
  };
  let right = 0;
  let turn = 0;
  for (const top of tops) {
    if (right >= total / 2) break;
    right += leaves(top);
    turn++;
  }
  place(tops.slice(0, turn), 1, (-right * STEP_Y) / 2, 1);
  place(tops.slice(turn), 1, (-(total - right) * STEP_Y) / 2, -1);
  return found;
}
