// jsMind: both sides, every topic an element, lines on a canvas, driven through its own calls.
import jsMind from 'jsmind';
import 'jsmind/style/jsmind.css';
import type { DataRow } from '../data.ts';
import type { Player } from '../face.ts';
import { motions, ROOT_ID, ROOT_TITLE } from './hold.ts';

export function player(): Player {
  let rows: readonly DataRow[];
  let list: readonly object[];
  let map: InstanceType<typeof jsMind>;
  const panel = (): HTMLElement => document.querySelector<HTMLElement>('.jsmind-inner')!;
  return {
    prepare(data) {
      rows = data.rows;
      list = [
        { id: ROOT_ID, isroot: true, topic: ROOT_TITLE },
        ...data.rows.map(({ id, parent, title }) => ({ id, parentid: parent, topic: title })),
      ];
    },
    mount(host) {
      const box = document.createElement('div');
      box.id = 'jsmind';
      box.style.cssText = 'position: absolute; inset: 0';
      host.append(box);
      map = new jsMind({ container: 'jsmind', editable: true, theme: 'primary', mode: 'full' });
      map.show({ meta: { name: 'bench', author: '', version: '1' }, format: 'node_array', data: list });
    },
    ...motions(
      {
        topics: () => document.querySelectorAll('jmnode'),
        idOf: (each) => each.getAttribute('nodeid'),
        topic: (id) => document.querySelector(`jmnode[nodeid="${id}"]`),
        rename: (id, title) => map.update_node(id, title),
        pan: (dx, dy) => panel().scrollBy(-dx, -dy),
        zoom: (to) => void (map.view.setZoom ?? map.view.set_zoom)?.call(map.view, to),
        fold: () => map.expand_to_depth(1),
        unfold: () => map.expand_all(),
      },
      () => rows,
    ),
  };
}
