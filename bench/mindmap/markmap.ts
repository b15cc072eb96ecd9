// markmap: to the right, every topic an SVG group with HTML inside, no transitions, driven through its own calls.
import { Markmap } from 'markmap-view';
import type { INode } from 'markmap-common';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { motions, nested, ROOT_ID, ROOT_TITLE } from './hold.ts';
import type { Nested } from './hold.ts';

interface Pure {
  content: string;
  payload: { fold?: number; id: string };
  children: Pure[];
}

export function player(): Player {
  let rows: readonly DataRow[];
  let root: Pure;
  let map: Markmap;
  const show = (): void => void map.setData(root);
  // A topic with a new name is a new element; the old one may still be on its way out.
  const topic = (id: string): Element | undefined => [...document.querySelectorAll(`[data-id="${id}"]`)].at(-1);
  const content = (id: string, title: string): string => `<span data-id="${id}">${title}</span>`;
  const each = (visit: (node: Pure, depth: number) => void, node = root, depth = 0): void => {
    visit(node, depth);
    for (const child of node.children) each(visit, child, depth + 1);
  };
  return {
    prepare(data) {
      rows = data.rows;
      const node = ({ row, children }: Nested): Pure => {
        const made = { content: content(row.id, row.title), payload: { id: row.id }, children: children.map(node) };
        return made;
      };
      root = { content: content(ROOT_ID, ROOT_TITLE), payload: { id: ROOT_ID }, children: nested(data).map(node) };
    },
    mount(host) {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%';
      host.append(svg);
      map = Markmap.create(svg, { duration: 0, autoFit: false, initialExpandLevel: -1, maxWidth: 300 });
      void map.setData(root).then(() => map.centerNode(map.state.data as INode));
    },
    ...motions(
      {
        topics: () => document.querySelectorAll('[data-id]'),
        idOf: (one) => one.getAttribute('data-id'),
        topic,
        rename(id, title) {
          // It keeps copies of what it was given, so the tree is asked anew.
          each((node) => {
            if (node.payload.id === id) node.content = content(id, title);
          });
          show();
        },
        pan: (dx, dy) => void map.svg.call(map.zoom.translateBy, dx, dy),
        zoom: (to) => void map.svg.call(map.zoom.scaleTo, to),
        fold() {
          each((node, depth) => (node.payload.fold = depth === 1 ? 1 : 0));
          show();
        },
        unfold() {
          each((node) => (node.payload.fold = 0));
          show();
        },
      },
      () => rows,
    ),
  };
}
