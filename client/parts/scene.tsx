// A scene as SVG elements: one memoised component for each group, so that what has not changed is not drawn again. Knows shapes, not what they stand for.
import { createContext, memo, use } from 'react';
import type { SVGAttributes } from 'react';
import type { Box, Group, Layer, Shape } from '../../shared/layout/scene.ts';
import { SIZE } from '../../shared/layout/theme.ts';
import type { Paint } from '../../shared/layout/theme.ts';

/** What a view adds to a group's element: its role, its name, whether it is selected. Compared field by field. */
export type GroupAttributes = SVGAttributes<SVGGElement> & { readonly [data: `data-${string}`]: unknown };

/** What is felt around a thing, in px: at least `reach` in both directions, and `handle` at each end of a bar; 0 for none. */
export interface Feel {
  readonly reach: number;
  readonly handle: number;
}

const NO_FEEL: Feel = { reach: 0, handle: 0 };

/** Hears of every group that is drawn anew; tests count with it. */
export const DrawnContext = createContext<((key: string) => void) | null>(null);

/** Layers in which nothing changed are the same object; give the functions an identity that lasts, too. */
export const LayerView = memo(function LayerView({
  layer,
  attributes,
  feel,
}: {
  readonly layer: Layer | undefined;
  readonly attributes?: ((group: Group) => GroupAttributes | undefined) | undefined;
  readonly feel?: ((group: Group) => Feel | undefined) | undefined;
}) {
  if (!layer) return null;
  return (
    <g className={`layer-${layer.name}`}>
      {layer.groups.map((group) => {
        const { reach, handle } = feel?.(group) ?? NO_FEEL;
        return (
          <GroupView key={group.key} group={group} attributes={attributes?.(group)} reach={reach} handle={handle} />
        );
      })}
    </g>
  );
});

/**
 * Groups that are felt all over but drawn as one line each, such as the rows' strips: a single element for each to be felt by,
 * and one for all their lines.
 */
export const StripsView = memo(function StripsView({
  layer,
  attributes,
}: {
  readonly layer: Layer | undefined;
  readonly attributes: (group: Group) => GroupAttributes | undefined;
}) {
  const strips = layer?.groups.filter(({ target }) => target) ?? [];
  const lines = strips.flatMap(({ shapes }) => shapes.filter((shape) => shape.kind === 'line'));
  const [first] = lines;
  return (
    <g className="layer-strips">
      {first && (
        <path
          {...painted(first)}
          d={lines.map(({ x1, y1, x2 }) => `M${x1} ${y1}H${x2}`).join('')}
          pointerEvents="none"
        />
      )}
      {strips.map((group) => (
        <Strip key={group.key} group={group} attributes={attributes(group)} />
      ))}
    </g>
  );
});

const Strip = memo(function Strip({ group, attributes }: Pick<GroupProps, 'group' | 'attributes'>) {
  use(DrawnContext)?.(group.key);
  const { target, bounds } = group;
  return (
    <rect
      {...attributes}
      data-node={target?.node}
      data-part={target?.part}
      x={bounds.x}
      y={bounds.y}
      width={bounds.w}
      height={bounds.h}
      fill="none"
      pointerEvents="all"
    />
  );
}, sameStrip);

function sameStrip(a: Pick<GroupProps, 'group' | 'attributes'>, b: Pick<GroupProps, 'group' | 'attributes'>): boolean {
  return a.group === b.group && sameFields(a.attributes, b.attributes);
}

interface GroupProps {
  readonly group: Group;
  readonly attributes: GroupAttributes | undefined;
  readonly reach: number;
  readonly handle: number;
}

const GroupView = memo(function GroupView({ group, attributes, reach, handle }: GroupProps) {
  use(DrawnContext)?.(group.key);
  const { target, hint, shapes, grip, line } = group;
  return (
    <g {...attributes} data-node={target?.node} data-part={target?.part}>
      {hint && <title>{hint}</title>}
      {shapes.map((shape, index) => (
        <ShapeView key={index} shape={shape} />
      ))}
      {line && attributes && <FeltLine line={line} />}
      {reach > 0 && <Felt box={grown(grip ?? group.bounds, reach)} round={grip !== undefined} />}
      {target && grip && handle > 0 && <Handles node={target.node} grip={grip} handle={handle} reach={reach} />}
    </g>
  );
}, same);

function same(a: GroupProps, b: GroupProps): boolean {
  return a.group === b.group && a.reach === b.reach && a.handle === b.handle && sameFields(a.attributes, b.attributes);
}

function sameFields(a: GroupAttributes | undefined, b: GroupAttributes | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const keys = Object.keys(a) as (keyof GroupAttributes)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** A thin line is felt some px to both sides. */
function FeltLine({ line }: { readonly line: NonNullable<Group['line']> }) {
  const d = line.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return <path className="felt" d={d} fill="none" stroke="transparent" strokeWidth={11} pointerEvents="stroke" />;
}

/** Nothing to see, something to hit. */
function Felt({ box, round }: { readonly box: Box; readonly round: boolean }) {
  return (
    <rect
      className="felt"
      x={box.x}
      y={box.y}
      width={box.w}
      height={box.h}
      rx={round ? SIZE.radius : 0}
      fill="none"
      pointerEvents="all"
    />
  );
}

function grown(box: Box, least: number): Box {
  const w = Math.max(box.w, least);
  const h = Math.max(box.h, least);
  return { x: box.x - (w - box.w) / 2, y: box.y - (h - box.h) / 2, w, h };
}

/** The ends of a bar. A short bar keeps its middle third for itself, or it could not be moved any more. */
function Handles({ node, grip, handle, reach }: { node: string; grip: Box; handle: number; reach: number }) {
  const inside = Math.min(handle / 2, grip.w / 3);
  const { y, h } = grown(grip, Math.max(reach, handle));
  const felt = {
    'data-node': node,
    className: 'handle',
    y,
    width: handle,
    height: h,
    fill: 'none',
    pointerEvents: 'all',
  };
  const top = grip.y + grip.h / 2 - 4;
  return (
    <>
      <rect {...felt} data-part="start" x={grip.x + inside - handle} />
      <rect {...felt} data-part="end" x={grip.x + grip.w - inside} />
      <path className="knobs" d={`M${grip.x + 6} ${top}v8M${grip.x + grip.w - 6} ${top}v8`} />
    </>
  );
}

export function ShapeView({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, w, h, r } = shape;
      return <rect x={x} y={y} width={w} height={h} rx={r} {...painted(shape)} />;
    }
    case 'line': {
      const { x1, y1, x2, y2 } = shape;
      return <line x1={x1} y1={y1} x2={x2} y2={y2} {...painted(shape)} />;
    }
    case 'path':
      return <path d={shape.d} {...painted(shape)} />;
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...painted(shape)} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fill={token(shape.fill)}
          fontWeight={shape.weight}
          textAnchor={shape.anchor}
          fontFamily={shape.face === 'song' ? 'var(--song)' : undefined}
          textDecoration={shape.decoration}
        >
          {shape.text}
        </text>
      );
  }
}

interface Painted {
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: string;
}

function painted({ fill, stroke, width, dash }: Painted) {
  return {
    fill: fill ? token(fill) : 'none',
    ...(stroke && { stroke: token(stroke), strokeWidth: width, strokeDasharray: dash }),
  };
}

function token(paint: Paint): string {
  return `var(--${paint})`;
}
