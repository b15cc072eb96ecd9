// The topics and lines that are in sight, with what a tree tells a screen reader of each.
import { memo, use, useMemo } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { isActive, matcher } from '../../../shared/layout/filter.ts';
import type { Box } from '../../../shared/layout/scene.ts';
import type { Placed } from '../../../shared/layout/tidy.ts';
import type { Topic } from '../../../shared/layout/topic.ts';
import { courseOf, courseWidth, drawKnob } from '../../../shared/layout/twigs.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { childrenOf, parentOf } from '../../../shared/model/tree.ts';
import { DrawnContext, ShapeView } from '../../parts/scene.tsx';
import { askedOf } from '../../../shared/layout/chips.ts';
import { useView } from '../../state/hooks.ts';
import type { Facts } from '../list/columns.ts';
import { Course, Passing } from './courses.tsx';
import { Floor } from './floor.tsx';
import { spokenTopic } from './spoken.ts';

export const topicId = (id: Id): string => `map-${id}`;

/** Smaller than this, words are blocks. */
export const FAR = 0.34;

interface Props {
  readonly map: Mindmap;
  readonly folded: ReadonlySet<Id>;
  readonly facts: Facts;
  readonly sight: Box;
  readonly scale: number;
  readonly far: boolean;
  /** What is in my hand. */
  readonly lifted: readonly Id[] | undefined;
}

export const Topics = memo(function Topics({ map, folded, facts, sight, scale, far, lifted }: Props) {
  const { plan, today } = facts;
  const selected = useView((view) => view.selected);
  const filter = useView((view) => view.filter);
  const { placed, passing } = useMemo(() => map.see(sight), [map, sight]);
  const hits = useMemo(() => {
    const asked = askedOf(filter, today);
    return isActive(asked) ? matcher(plan, asked) : undefined;
  }, [plan, filter, today]);
  const lit = filter.text?.trim() ? hits : undefined;
  return (
    <>
      <g className="layer-links" aria-hidden="true">
        <Floor sight={sight} scale={scale} />
        {map.axis?.shapes.map((shape, index) => (
          <ShapeView key={`axis ${index}`} shape={shape} />
        ))}
        {placed.map(
          (each) =>
            each.parent && (
              <Course
                key={each.branch.id}
                id={each.branch.id}
                d={courseOf(each, sight)}
                paint={each.branch.tone.edge}
                width={courseWidth(each.branch)}
              />
            ),
        )}
        <Passing passing={passing} sight={sight} />
      </g>
      <g className="layer-body">
        <Floor sight={sight} scale={scale} />
        {placed.map(({ branch: { id, level, topic, children, hidden }, box }) => {
          const node = plan.nodes.get(id);
          const parent = id === map.middle ? undefined : parentOf(plan, id);
          const siblings = parent === undefined ? NONE : childrenOf(plan, parent);
          const shut = folded.has(id) && (children.length > 0 || hidden > 0);
          return (
            <TopicView
              key={id}
              id={id}
              topic={topic}
              far={far}
              x={box.x}
              y={box.y}
              level={level}
              size={siblings.length}
              at={siblings.indexOf(id) + 1}
              expanded={children.length + hidden > 0 ? !shut : undefined}
              selected={selected.includes(id)}
              dim={(node !== undefined && hits !== undefined && !hits(node)) || lifted?.includes(id) === true}
              lit={node !== undefined && lit?.(node) === true}
              spoken={spokenTopic(facts, id, shut)}
            />
          );
        })}
      </g>
      <g className="layer-over" aria-hidden="true">
        <Floor sight={sight} scale={scale} />
        {placed.map((each) => (
          <Knob key={each.branch.id} placed={each} open={map.knobs && !far} />
        ))}
      </g>
    </>
  );
});

const NONE: readonly Id[] = [];

interface TopicProps {
  readonly id: Id;
  readonly topic: Topic;
  readonly far: boolean;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly size: number;
  readonly at: number;
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  readonly dim: boolean;
  readonly lit: boolean;
  readonly spoken: string;
}

const TopicView = memo(function TopicView(props: TopicProps) {
  const { id, topic, far, x, y, level, size, at, expanded, selected, dim, lit, spoken } = props;
  // What is drawn names it; this is what the drawing says by signs. Spread, because the rules know no such attribute yet.
  const described = { 'aria-description': spoken };
  return (
    <g
      {...described}
      id={topicId(id)}
      className={dim ? 'map-topic dim' : 'map-topic'}
      data-node={id}
      data-part={id === ROOT ? 'root' : 'box'}
      role="treeitem"
      aria-level={level + 1}
      aria-setsize={size || undefined}
      aria-posinset={at || undefined}
      aria-expanded={expanded}
      aria-selected={selected}
    >
      {lit && <rect className="map-hit" x={x - 5} y={y - 3} width={topic.w + 10} height={topic.h + 6} rx={7} />}
      <Body id={id} topic={topic} far={far} x={x} y={y} />
    </g>
  );
});

/** What it shows, where it stands: a transform for each would cost the browser more than drawing what moved. */
const Body = memo(function Body({ id, topic, far, x, y }: Pick<TopicProps, 'id' | 'topic' | 'far' | 'x' | 'y'>) {
  use(DrawnContext)?.(id);
  const { shapes, chips } = far ? topic.far(x, y) : topic.draw(x, y);
  return (
    <>
      {shapes.map((shape, index) => (
        <ShapeView key={index} shape={shape} />
      ))}
      {chips?.map(({ part, box }) => (
        <rect
          key={part}
          className="map-chip"
          data-node={id}
          data-part={part}
          x={box.x}
          y={box.y}
          width={box.w}
          height={box.h}
          rx={5}
          fill="none"
          pointerEvents="all"
        />
      ))}
    </>
  );
});

/** As large as a finger, where fingers point; between two knobs it ends before the next. */
function Felt({ box: { x, y, w, h } }: { readonly box: Box }) {
  const more = COARSE.matches ? 10 : 2;
  return <rect x={x - more} y={y - more} width={w + 2 * more} height={h + 2 * more} fill="none" pointerEvents="all" />;
}

const COARSE = matchMedia('(pointer: coarse)');

const Knob = memo(
  function Knob({ placed, open }: { readonly placed: Placed; readonly open: boolean }) {
    const group = drawKnob(placed, open);
    if (!group) return null;
    return (
      <g className="map-knob" data-node={group.key} data-part="fold">
        <Felt box={group.bounds} />
        {group.shapes.map((shape, index) => (
          <ShapeView key={index} shape={shape} />
        ))}
      </g>
    );
  },
  (a, b) =>
    a.open === b.open &&
    a.placed.side === b.placed.side &&
    a.placed.branch.hidden === b.placed.branch.hidden &&
    a.placed.branch.tone === b.placed.branch.tone &&
    a.placed.branch.topic === b.placed.branch.topic &&
    a.placed.branch.children.length > 0 === b.placed.branch.children.length > 0 &&
    a.placed.box.x === b.placed.box.x &&
    a.placed.box.y === b.placed.box.y,
);

/** The topic, the knob or the chip of a topic, or the tie, that an event fell on. */
export function nodeAt(target: EventTarget): { readonly id: Id; readonly part: string } | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
  const { node, part } = element?.dataset ?? {};
  return node === undefined ? undefined : { id: node, part: part ?? 'box' };
}
