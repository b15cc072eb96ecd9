// What the screen shows is what the export holds, shape by shape: the chart drawn by React beside the SVG file of the same view, in one browser.
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clock } from '../../../client/state/clock.ts';
import { screenOf } from '../../../client/state/screen.ts';
import type { View } from '../../../client/state/view-store.ts';
import { GanttView } from '../../../client/views/gantt.tsx';
import { runExport } from '../../../shared/export/registry.ts';
import { readScreen } from '../../../shared/layout/screen.ts';
import { link, setSpan } from '../../../shared/ops/time.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

const TEXT = `
一 改革
  甲 综合改革
    先 调研 @局基教科 03-04..04-30 40%
    后 方案 @局基教科,局人事科 05-06..07-31
    ◆ 评审会 08-20
  乙 招聘
    招聘 教师 @局人事科 02-18..06-28 100%
二 保障
  丙 经费
    预算 编制 @局计财科 03-11..09-27 20%
    采购 设备 @局计财科 10-14..11-22
  丁 宣传
    未定 日期 @局办公室`;

let stand: Stand;
afterEach(() => stand.close());

async function open(view: Partial<View>): Promise<void> {
  await page.viewport(1500, 950);
  stand = standOf(docOf(TEXT), { open: 'gantt', zoom: { gantt: 2.4, mindmap: 1 }, table: 420, ...view }, 'viewer');
  const id = (title: string) => idOf(stand.plan(), title);
  const edit = (act: (plan: Plan) => Outcome): void => {
    const made = act(stand.plan());
    if (isRefusal(made)) throw new Error(made.refused);
    stand.remote(made);
  };
  edit((plan) => keepBaseline(plan, { id: 'b1', name: '定稿', at: '2019-01-10', by: '' }));
  edit((plan) => setSpan(plan, { id: id('后 方案'), span: { start: '2019-05-06', end: '2019-08-14' } }));
  edit((plan) => keepBaseline(plan, { id: 'b2', name: '年中', at: '2019-06-10', by: '' }));
  edit((plan) => setSpan(plan, { id: id('采购 设备'), span: { start: '2019-10-14', end: '2019-11-08' } }));
  edit((plan) => link(plan, { from: id('先 调研'), to: id('后 方案'), type: 'FS', lag: 0 }));
  edit((plan) => link(plan, { from: id('预算 编制'), to: id('采购 设备'), type: 'FF', lag: 0 }));
  stand.remote([{ do: 'record', sort: 'marker', id: 'm1', value: { day: '2019-09-02', name: '开学' } }]);
  await stand.draw(
    // No mouse that another test has left over it tints a row.
    <main className="view" style={{ position: 'relative', width: 1480, height: 900, pointerEvents: 'none' }}>
      <GanttView />
    </main>,
  );
  await settled(() => document.querySelector('.gantt-scroll')!.scrollTo({ left: 0, top: 0 }));
}

/** The file of what is seen, put into the same page. */
async function exported(): Promise<SVGSVGElement> {
  const screen = readScreen(JSON.parse(JSON.stringify(screenOf(stand.view()))));
  const input = { plan: stand.plan(), notes: new Map(), today: clock.get() };
  const { file } = await runExport('svg', input, { lang: 'zh', view: 'gantt', screen });
  const drawn = new DOMParser().parseFromString(file as string, 'image/svg+xml').documentElement;
  return document.body.appendChild(document.importNode(drawn, true)) as unknown as SVGSVGElement;
}

interface Seen {
  readonly what: string;
  readonly x: number;
}

const SHAPES = 'rect, path, line, circle, text';
const rounded = (n: number): number => Math.round(n * 10) / 10;

/** Every shape that is seen in a layer: what it belongs to, its kind, place, size, words and colours. */
function shapesIn(root: ParentNode, layer: string): readonly Seen[] {
  const from = root.querySelector(root === document ? `.layer-${layer}` : `[data-layer="${layer}"]`);
  return [...(from?.querySelectorAll<SVGGraphicsElement>(SHAPES) ?? [])]
    .filter((each) => !each.closest('.felt, .handle, .knobs, [data-part="fold"], [data-part="lane"]'))
    .map((each) => {
      const { fill, stroke, strokeWidth, strokeDasharray } = getComputedStyle(each);
      const group = each.closest<SVGGElement>('g[data-node]');
      const text = each instanceof SVGTextElement;
      const box = text
        ? { x: each.x.baseVal[0]!.value, y: each.y.baseVal[0]!.value, width: 0, height: 0 }
        : each.getBBox();
      const look = stroke === 'none' ? fill : `${fill} ${stroke} ${strokeWidth} ${strokeDasharray}`;
      const of = `${group?.dataset['node'] ?? ''} ${group?.dataset['part'] ?? ''}`;
      const size = [box.y, box.width, box.height].map(rounded).join(' ');
      return { what: `${of} ${each.tagName} ${size} ${text ? each.textContent : ''} ${look}`, x: box.x };
    });
}

/** Both in words, with x from the leftmost; in one order. */
function list(shapes: readonly Seen[], origin: number): readonly string[] {
  return shapes.map(({ what, x }) => `${what} @${Math.round((x - origin) * 2) / 2}`).sort();
}

const fewest = (shapes: readonly Seen[]): number => Math.min(...shapes.map(({ x }) => x));

async function same(least: Readonly<Record<string, number>>): Promise<void> {
  const file = await exported();
  const origin = { screen: fewest(shapesIn(document, 'body')), file: fewest(shapesIn(file, 'body')) };
  for (const [layer, count] of Object.entries(least)) {
    const [here, there] = [shapesIn(document, layer), shapesIn(file, layer)];
    expect(here.length, layer).toBeGreaterThanOrEqual(count);
    const at = layer === 'side' ? { screen: 0, file: 0 } : origin;
    expect(list(there, at.file), layer).toEqual(list(here, at.screen));
  }
  const words = (root: ParentNode, selector: string): readonly string[] =>
    [...root.querySelectorAll(selector)].map((each) => each.textContent);
  const heads = new Set(words(document, '.layer-head text'));
  for (const word of words(file, '[data-layer="head"] text')) expect(heads).toContain(word);
  expect(words(file, '[data-layer="corner"] text')).toEqual(words(document, '.layer-corner text'));
  expect(words(file, '[data-part="lane"] text')).toEqual(words(document, '.layer-side [data-part="lane"] text'));
  file.remove();
}

test('bars, labels, lights, links, two baselines, critical path and markers are the file’s too', async () => {
  await open({ critical: true, baselines: ['b1', 'b2'] });
  await same({ body: 30, links: 4, over: 15, side: 40 });
  expect(document.querySelector('.layer-over')!.textContent).toContain('开学');
  expect(document.querySelector('.layer-over')!.textContent).toContain('天');
});

test('what is folded, and the columns that are shown', async () => {
  await open({});
  const hidden = stand.view().columns.hidden.filter((name) => name !== 'light' && name !== 'end');
  stand.desktop.view.set({
    folded: new Set([idOf(stand.plan(), '甲 综合改革')]),
    columns: { ...stand.view().columns, hidden },
    table: 560,
    school: false,
  });
  await settled(() => undefined);
  await same({ body: 15, side: 30 });
});

test('lanes, with what the filter leaves', async () => {
  await open({ lanes: 'lead', baselines: ['b1'] });
  const offices = [...stand.plan().offices.values()].filter(({ name }) => name !== '局办公室').map(({ id }) => id);
  stand.desktop.view.set({ filter: { offices } });
  await settled(() => undefined);
  await same({ body: 12, over: 3, side: 15 });
  expect(document.querySelector('.layer-side [data-part="lane"]')).not.toBeNull();
});
