// The map's groups that are in sight, as the scene has them, with what a tree tells a screen reader of each.
import { memo, useCallback, useMemo } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { isActive, matcher } from '../../../shared/layout/rows.ts';
import { overlap } from '../../../shared/layout/scene.ts';
import type { Box, Group, Layer } from '../../../shared/layout/scene.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { LayerView } from '../../parts/scene.tsx';
import type { GroupAttributes } from '../../parts/scene.tsx';
import { useView } from '../../state/hooks.ts';
import type { Facts } from '../list/columns.ts';
import { spokenTopic } from './spoken.ts';

export const topicId = (id: Id): string => `map-${id}`;

interface Props {
  readonly map: Mindmap;
  readonly facts: Facts;
  readonly sight: Box;
  /** What is in my hand. */
  readonly lifted: readonly Id[] | undefined;
}

export const MapLayers = memo(function MapLayers({ map, facts, sight, lifted }: Props) {
  const { plan, today } = facts;
  const selected = useView((view) => view.selected);
  const folded = useView((view) => view.folded);
  const filter = useView((view) => view.filter);
  const hits = useMemo(() => {
    const asked = { ...filter, today };
    return isActive(asked) ? matcher(plan, asked) : undefined;
  }, [plan, filter, today]);
  const attributes = useCallback(
    (group: Group): GroupAttributes => {
      const id = group.target!.node;
      const node = plan.nodes.get(id);
      const dim = (node && hits && !hits(node)) || lifted?.includes(id);
      return {
        id: topicId(id),
        role: 'treeitem',
        className: dim ? 'map-topic dim' : 'map-topic',
        'aria-level': (map.spots.get(id)?.depth ?? 0) + 1,
        'aria-selected': selected.includes(id),
        // What is drawn names it; this is what the drawing says by signs.
        'aria-description': spokenTopic(facts, id, folded.has(id)),
        ...(childrenOf(plan, id).length > 0 && { 'aria-expanded': !folded.has(id) }),
      };
    },
    [plan, hits, lifted, map, selected, facts, folded],
  );
  const layer = (name: Layer['name']): Layer | undefined => {
    const found = map.layers.find((each) => each.name === name);
    return found && { name, groups: found.groups.filter((group) => overlap(group.bounds, sight)) };
  };
  return (
    <>
      <LayerView layer={layer('links')} attributes={keyed} />
      <LayerView layer={layer('body')} attributes={attributes} />
      <LayerView layer={layer('over')} attributes={hidden} />
    </>
  );
});

const keyed = (group: Group): GroupAttributes => ({ 'data-key': group.key });
/** Folding has its keys and its word in the tree; the knob is for the mouse. */
const hidden = (): GroupAttributes => ({ 'aria-hidden': true, className: 'map-knob' });

/** The topic, or the knob of a topic, that an event fell on. */
export function nodeAt(target: EventTarget): { readonly id: Id; readonly part: string } | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
  const { node, part } = element?.dataset ?? {};
  return node === undefined ? undefined : { id: node, part: part ?? 'box' };
}
