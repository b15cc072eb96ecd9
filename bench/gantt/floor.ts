// What any virtualised chart has to pay: plain elements for the rows in sight, made and thrown away by hand while scrolling. No library.
import { addDays, diffDays } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';
import type { Player } from '../face.ts';
import { FIRST, LAST } from '../span.ts';
import type { DataRow, Edit } from '../data.ts';
import { BAND, motions, PER_DAY, ROW, TABLE } from './hold.ts';
import './floor.css';

const SPARE = 6;
const TOP = 2 * BAND;

export function player(): Player {
  let edits: readonly Edit[];
  let rows: DataRow[];
  let at: Map<string, number>;
  let chart: Chart;
  return {
    prepare(data) {
      edits = data.edits;
      rows = [...data.rows];
      at = new Map(rows.map(({ id }, index) => [id, index]));
    },
    mount: (host) => void (chart = draw(host, rows)),
    ...motions({
      edits: () => edits,
      rows: () => rows.length,
      bar: (id) => chart.bars.get(at.get(id)!),
      scroll(axis, to) {
        if (axis === 'x') chart.box.scrollLeft = to;
        else chart.box.scrollTop = to;
      },
      edit({ id, start, end }) {
        const index = at.get(id)!;
        rows[index] = { ...rows[index]!, start, end };
        chart.redraw(index);
      },
    }),
  };
}

interface Chart {
  readonly box: HTMLElement;
  readonly bars: ReadonlyMap<number, HTMLElement>;
  redraw(index: number): void;
}

function draw(host: HTMLElement, rows: readonly DataRow[]): Chart {
  const width = TABLE + (diffDays(FIRST, LAST) + 1) * PER_DAY;
  const box = element('floor', host);
  const canvas = element('canvas', box, { width, height: TOP + rows.length * ROW });
  head(canvas);
  const bars = new Map<number, HTMLElement>();
  const lines = new Map<number, readonly HTMLElement[]>();
  const side = element('side', canvas, { width: TABLE, height: rows.length * ROW });

  const put = (index: number): void => {
    const row = rows[index]!;
    const top = TOP + index * ROW;
    const strip = element('strip', canvas, { top, left: 0, width, height: ROW });
    const line = element('line', side, { top: index * ROW, width: TABLE, height: ROW });
    element('mark', line).textContent = row.mark;
    const title = element('title', line, { paddingLeft: row.depth * 16 });
    title.textContent = row.title;
    element('lead', line).textContent = row.lead;
    element('days', line).textContent = `${short(row.start)}–${short(row.end)}`;
    const left = TABLE + diffDays(FIRST, row.start) * PER_DAY;
    const days = diffDays(row.start, addDays(row.end, 1));
    const bar = element(`bar ${row.kind}`, canvas, { left, top: top + 4, width: days * PER_DAY, height: ROW - 8 });
    bar.textContent = row.title;
    bars.set(index, bar);
    lines.set(index, [strip, line, bar]);
  };
  const drop = (index: number): void => {
    for (const each of lines.get(index)!) each.remove();
    lines.delete(index);
    bars.delete(index);
  };
  const look = (): void => {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length - 1, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE);
    for (const index of [...lines.keys()]) if (index < first || index > last) drop(index);
    for (let index = first; index <= last; index++) if (!lines.has(index)) put(index);
  };
  look();
  box.addEventListener('scroll', look, { passive: true });
  box.addEventListener('mousedown', dragBar);
  return {
    box,
    bars,
    redraw(index) {
      drop(index);
      put(index);
    },
  };
}

function head(canvas: HTMLElement): void {
  const band = element('head', canvas, { height: TOP });
  for (let day = FIRST; day <= LAST; day = addDays(day, 7)) {
    const left = TABLE + diffDays(FIRST, day) * PER_DAY;
    element('week', band, { left, top: BAND, width: 7 * PER_DAY, height: BAND }).textContent = String(+day.slice(8));
  }
}

function dragBar(press: MouseEvent): void {
  const bar = (press.target as Element).closest<HTMLElement>('.bar');
  if (!bar) return;
  press.preventDefault();
  const move = ({ clientX }: MouseEvent): void => {
    bar.style.transform = `translateX(${clientX - press.clientX}px)`;
  };
  addEventListener('mousemove', move);
  addEventListener('mouseup', () => removeEventListener('mousemove', move), { once: true });
}

function element(name: string, parent: HTMLElement, px: Readonly<Record<string, number>> = {}): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  for (const [key, value] of Object.entries(px)) made.style.setProperty(kebab(key), `${value}px`);
  parent.append(made);
  return made;
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function short(day: Day): string {
  return `${+day.slice(5, 7)}/${+day.slice(8)}`;
}
