// Layout changes glide: each drawn topic starts where it was and goes to where it is. Whoever asked for no movement gets none.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box } from '../../../shared/layout/scene.ts';
import type { Placed } from '../../../shared/layout/tidy.ts';
import { courseOf } from '../../../shared/layout/twigs.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { bendable, createStage } from './motion.ts';
import type { Stage } from './motion.ts';

/** More than this at once is a blur, and costs frames. */
const MOST = 500;

interface Gliding {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly map: Mindmap;
  readonly sight: Box | undefined;
  /** One topic keeps its place on the screen: the first of these that stood and still stands. */
  readonly anchors: (old: Mindmap) => Iterable<Id | undefined>;
  /** With nothing held, another arrangement is looked at anew: the camera has its place already. */
  readonly free: boolean;
  /** Is told how far the scene moved under it, in the scene's px. */
  readonly shift: (dx: number, dy: number) => void;
}

export function useGlide({ svg, map, sight, anchors, free, shift }: Gliding): void {
  const before = useRef(map);
  const stage = useRef<Stage>(null);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = map;
    if (old === map || old.root === map.root) return;
    // Another branch in the middle is another map.
    if (old.middle !== map.middle) return;
    const anew = free && old.arrangement !== map.arrangement;
    const stands = (id: Id): boolean => old.find(id) !== undefined && map.find(id) !== undefined;
    const anchor = anew ? map.middle : (first(anchors(old), stands) ?? map.middle);
    const from = old.find(anchor)!.box;
    const to = map.find(anchor)!.box;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (!anew && (dx !== 0 || dy !== 0)) shift(dx, dy);
    const el = svg.current;
    if (!el || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    stage.current ??= createStage((moving) => el.toggleAttribute('data-gliding', moving));
    play(stage.current, el, { old, now: map, sight, dx, dy });
    // oxlint-disable-next-line react/exhaustive-deps -- plays when the layout changed, whatever else did
  }, [map]);
  useEffect(() => () => stage.current?.stop(), []);
}

function first(ids: Iterable<Id | undefined>, suits: (id: Id) => boolean): Id | undefined {
  for (const id of ids) if (id !== undefined && suits(id)) return id;
  return undefined;
}

interface Change {
  readonly old: Mindmap;
  readonly now: Mindmap;
  readonly sight: Box | undefined;
  /** How far the scene moved under the anchor: what stood still on the screen comes from there. */
  readonly dx: number;
  readonly dy: number;
}

function play(stage: Stage, svg: SVGSVGElement, { old, now, sight, dx, dy }: Change): void {
  const topics = [...svg.querySelectorAll<SVGGElement>('.layer-body > g, .layer-over > g')];
  // What was still on its way goes on from where it is.
  const away = topics.map((el) => stage.away(el));
  stage.stop();
  if (topics.length > MOST) return;
  const [before, after] = [finder(old, sight), finder(now, sight)];
  topics.forEach((el, n) => {
    const id = el.dataset['node'] ?? '';
    const is = after(id);
    const was = before(id)?.box;
    if (!is) return;
    if (!was) return stage.appear(el);
    const [x, y] = [held(was, is.side) - held(is.box, is.side), was.y + was.h / 2 - is.box.y - is.box.h / 2];
    const far = { x: x + dx + away[n]!.x, y: y + dy + away[n]!.y };
    if (Math.abs(far.x) >= 1 || Math.abs(far.y) >= 1) stage.slide(el, far.x, far.y);
  });
  for (const path of svg.querySelectorAll<SVGPathElement>('.layer-links > path[data-key]')) {
    const was = before(path.dataset['key'] ?? '');
    const d = path.getAttribute('d') ?? '';
    const from = was ? courseOf(moved(was, dx, dy), sight) : '';
    if (from === d) continue;
    if (bendable(from, d)) stage.bend(path, from);
    else stage.appear(path);
  }
}

/** Most of what is asked for lies where one looks: that is walked through once. */
function finder(map: Mindmap, sight: Box | undefined): (id: Id) => Placed | undefined {
  const near = new Map(sight && map.see(sight).placed.map((placed) => [placed.branch.id, placed]));
  return (id) => near.get(id) ?? map.find(id);
}

/** The edge that stays when a topic gets longer. */
function held({ x, w }: Box, side: Placed['side']): number {
  return side === 'root' ? x + w / 2 : side === 'left' ? x + w : x;
}

function moved({ parent, box, ...rest }: Placed, dx: number, dy: number): Placed {
  const by = (each: Box): Box => ({ ...each, x: each.x + dx, y: each.y + dy });
  return { ...rest, box: by(box), parent: parent && { ...parent, box: by(parent.box), block: by(parent.block) } };
}
