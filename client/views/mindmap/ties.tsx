// Relation lines and braces as they stand on the map: pressed, one is selected; pressed twice or typed at, its words are edited; Delete takes it away.
import { memo, useEffect, useRef } from 'react';
import type { Group } from '../../../shared/layout/scene.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { relationOf } from '../../../shared/ops/ties.ts';
import { ShapeView } from '../../parts/scene.tsx';
import { useCommands, useT } from '../../state/hooks.ts';
import type { Tie } from '../../state/view-store.ts';
import type { T } from '../../i18n/t.ts';

/** The relation that is already there between the two selected. */
export function relationAmong(plan: Plan, selected: readonly Id[]): Tie | null {
  const [one, other] = selected.filter((id) => plan.nodes.has(id));
  const id = one === undefined || other === undefined ? undefined : relationOf(plan, one, other);
  return id === undefined ? null : { sort: 'relation', id };
}

interface Props {
  readonly ties: readonly Group[];
  readonly plan: Plan;
  readonly chosen: Tie | null;
  readonly choose: (tie: Tie | null) => void;
  readonly onBack: () => void;
}

export const Ties = memo(function Ties({ ties, plan, chosen, choose, onBack }: Props) {
  const t = useT();
  return (
    <g className="map-ties">
      {ties.map((group) => {
        const { key, shapes, target } = group;
        const sort = target?.part === 'brace' ? 'brace' : 'relation';
        const on = chosen?.id === key;
        const [first] = shapes;
        return (
          <g
            key={`${sort} ${key}`}
            className={on ? 'map-tie on' : 'map-tie'}
            data-node={key}
            data-part={sort}
            role="img"
            aria-label={spokenTie(t, plan, { sort, id: key })}
          >
            {first?.kind === 'path' && (
              <path d={first.d} fill="none" stroke="none" strokeWidth={14} pointerEvents="stroke" />
            )}
            {shapes.map((shape, index) => (
              <ShapeView key={index} shape={shape} />
            ))}
          </g>
        );
      })}
      {chosen && <TieField key={chosen.id} ties={ties} plan={plan} tie={chosen} choose={choose} onBack={onBack} />}
    </g>
  );
});

export function spokenTie(t: T, plan: Plan, { sort, id }: Tie): string {
  const titleOf = (node: string): string => plan.nodes.get(node)?.title || t('untitled');
  const relation = plan.records.relation.get(id);
  if (sort === 'relation' && relation)
    return t('map.tie.between', { from: titleOf(relation.from), to: titleOf(relation.to), title: relation.title });
  const brace = plan.records.brace.get(id);
  return brace ? t('map.tie.over', { from: titleOf(brace.first), to: titleOf(brace.last), title: brace.title }) : '';
}

/** Over the words of the tie; it has the keys while it is chosen. */
function TieField({ ties, plan, tie, choose, onBack }: Omit<Props, 'chosen'> & { readonly tie: Tie }) {
  const t = useT();
  const { run } = useCommands();
  const field = useRef<HTMLInputElement>(null);
  const group = ties.find(({ key }) => key === tie.id);
  const title = plan.records[tie.sort].get(tie.id)?.title ?? '';
  const kind = t(`map.tie.${tie.sort}`);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  if (!group) return null;
  const { x, y, w, h } = group.grip ?? group.bounds;
  const save = (): void => {
    const text = field.current?.value ?? title;
    if (text.trim() !== title) run('map.entitle-tie', { ...tie, title: text });
  };
  return (
    <foreignObject className="map-tie-field" x={x + w / 2 - 90} y={y + h / 2 - 16} width={180} height={32}>
      <input
        ref={field}
        className="field"
        data-plan-field=""
        aria-label={t('map.tie.label', { kind })}
        placeholder={kind}
        defaultValue={title}
        maxLength={400}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const whole =
            field.current?.selectionEnd === field.current?.value.length && field.current?.selectionStart === 0;
          if (event.key === 'Enter') save();
          else if (event.key === 'Delete' && whole) run('map.drop-tie', tie);
          else if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          choose(null);
          onBack();
        }}
        onBlur={() => {
          save();
          choose(null);
        }}
      />
    </foreignObject>
  );
}
