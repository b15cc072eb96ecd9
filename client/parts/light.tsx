// A status light: shape and colour, with the word beside it or spoken.
import { lightGlyph } from '../../shared/layout/glyph.ts';
import type { Shape } from '../../shared/layout/scene.ts';
import type { Light } from '../../shared/model/plan.ts';
import { useLightWord } from '../state/hooks.ts';

export const LIGHTS = ['todo', 'doing', 'done', 'late', 'hold'] as const satisfies readonly Light[];

export function LightMark({
  light,
  size = 12,
  named = false,
}: {
  readonly light: Light;
  readonly size?: number;
  readonly named?: boolean;
}) {
  const word = useLightWord()(light);
  return (
    <>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {lightGlyph(light, size / 2, size / 2, size).map((shape, i) => (
          <Glyph key={i} shape={shape} />
        ))}
      </svg>
      {named ? word : <span className="sr">{word}</span>}
    </>
  );
}

/** The few shapes a light is made of. */
function Glyph({ shape }: { readonly shape: Shape }) {
  const paint = {
    fill: 'fill' in shape && shape.fill ? `var(--${shape.fill})` : 'none',
    stroke: 'stroke' in shape && shape.stroke ? `var(--${shape.stroke})` : 'none',
    strokeWidth: 'width' in shape ? shape.width : undefined,
  };
  if (shape.kind === 'circle') return <circle cx={shape.x} cy={shape.y} r={shape.r} {...paint} />;
  if (shape.kind === 'path') return <path d={shape.d} {...paint} />;
  if (shape.kind === 'line') return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} {...paint} />;
  return null;
}
