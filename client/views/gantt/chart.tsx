// The drawn Gantt: one SVG for what scrolls both ways, and one each for the table, the head and the corner, which stay in sight.
import { memo, useCallback, useMemo } from 'react';
import { LayerView, StripsView } from '../../parts/scene.tsx';
import type { Feel, GroupAttributes } from '../../parts/scene.tsx';
import { useT } from '../../state/hooks.ts';
import type { Group, Layer, Scene } from '../../../shared/layout/scene.ts';
import { SIZE } from '../../../shared/layout/theme.ts';

export const Chart = memo(function Chart({
  scene,
  describe,
  mark,
  describeLink,
  editable,
  coarse,
  isSelected,
}: {
  readonly scene: Scene;
  /** Of a bar, bracket or diamond. */
  readonly describe: (group: Group) => GroupAttributes | undefined;
  /** Of a row's strip and cells. */
  readonly mark: (group: Group) => GroupAttributes | undefined;
  /** Of a dependency's line. */
  readonly describeLink: (group: Group) => GroupAttributes | undefined;
  readonly editable: boolean;
  /** A finger, not a mouse. */
  readonly coarse: boolean;
  readonly isSelected: (group: Group) => boolean;
}) {
  const t = useT();
  const layer = (name: Layer['name']): Layer | undefined => scene.layers.find((each) => each.name === name);
  const ground = layer('backdrop');
  const [backdrop, strips] = useMemo(() => parted(ground), [ground]);
  const { width, height } = scene;
  const { left, top } = scene.frozen!;
  const feel = useCallback(
    (group: Group): Feel => {
      const handles = editable && group.target?.part === 'bar' && (!coarse || isSelected(group));
      return { reach: coarse ? SIZE.row : SIZE.bar, handle: handles ? (coarse ? SIZE.touch : SIZE.handle) : 0 };
    },
    [editable, coarse, isSelected],
  );
  return (
    <>
      <svg
        className="gantt-chart"
        data-node="floor"
        data-part="floor"
        width={width}
        height={height}
        role="group"
        aria-label={t('gantt.chart')}
      >
        <LayerView layer={backdrop} />
        <StripsView layer={strips} attributes={mark} />
        <LayerView layer={layer('links')} attributes={describeLink} />
        <LayerView layer={layer('body')} attributes={describe} feel={feel} />
        <LayerView layer={layer('over')} />
      </svg>
      <svg className="gantt-side" width={left} height={height} aria-hidden="true">
        <LayerView layer={layer('side')} attributes={mark} />
      </svg>
      <svg className="gantt-head" width={width} height={top} aria-hidden="true">
        <LayerView layer={layer('head')} />
      </svg>
      <svg className="gantt-corner" width={left} height={top} aria-hidden="true">
        <LayerView layer={layer('corner')} />
      </svg>
    </>
  );
});

/** What is only looked at, and what is felt: scrolling sideways changes the one, an edit of the tree the other. */
function parted(layer: Layer | undefined): readonly [Layer | undefined, Layer | undefined] {
  if (!layer) return [undefined, undefined];
  const looked = layer.groups.filter(({ target }) => !target);
  const felt = layer.groups.filter(({ target }) => target);
  return [
    { ...layer, groups: looked },
    { ...layer, groups: felt },
  ];
}
