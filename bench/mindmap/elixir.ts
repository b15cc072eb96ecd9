// mind-elixir: both sides, every topic an element, driven through its own calls.
import MindElixir from 'mind-elixir';
import type { MindElixirInstance, NodeObj, Topic } from 'mind-elixir';
import 'mind-elixir/style.css';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { motions, nested, ROOT_ID, ROOT_TITLE } from './hold.ts';
import type { Nested } from './hold.ts';

export function player(): Player {
  let rows: readonly DataRow[];
  let root: NodeObj;
  let map: MindElixirInstance;
  const topic = (id: string): Topic | null => document.querySelector<Topic>(`me-tpc[data-nodeid="me${id}"]`);
  return {
    prepare(data) {
      rows = data.rows;
      const node = ({ row, children }: Nested): NodeObj => ({
        id: row.id,
        topic: row.title,
        children: children.map(node),
      });
      root = { id: ROOT_ID, topic: ROOT_TITLE, children: nested(data).map(node) };
    },
    mount(host) {
      host.style.height = '100%';
      map = new MindElixir({
        el: host,
        direction: MindElixir.SIDE,
        draggable: true,
        contextMenu: false,
        toolBar: false,
        keypress: false,
        allowUndo: false,
      });
      map.init({ nodeData: root });
      map.toCenter();
    },
    ...motions(
      {
        topics: () => document.querySelectorAll('me-tpc'),
        idOf: (each) => each.getAttribute('data-nodeid')?.slice(2),
        topic,
        rename: (id, title) => void map.setNodeTopic(topic(id)!, title),
        pan: (dx, dy) => void map.move(dx, dy),
        zoom: (to) => map.scale(to),
        fold: () => {
          for (const { id } of root.children ?? []) map.expandNode(topic(id)!, false);
        },
        unfold: () => map.expandNodeAll(topic(ROOT_ID)!, true),
      },
      () => rows,
    ),
  };
}
