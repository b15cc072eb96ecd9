// The flags of the lines across the chart: always in sight below the head, and what a hand or a key takes hold of.
import type { Grab } from '../../drag/drop.ts';
import { useDrag } from '../../drag/stage.tsx';
import type { Drag } from '../../drag/stage.tsx';
import { longDay } from '../../i18n/days.ts';
import { useGrant, useLang, useMayEdit, useT } from '../../state/hooks.ts';
import { tell } from '../../state/notices.ts';
import { markerDay } from './marker-drag.ts';
import type { Seen } from './seen.ts';

export function Flags({ seen }: { readonly seen: Seen }) {
  const t = useT();
  const lang = useLang();
  const { role } = useGrant();
  const theirs = role === 'chair';
  const may = useMayEdit() && theirs;
  const drag = useDrag<Grab, Drag<Grab> | null>((each) => (each?.grab.does === 'marker' ? each : null));
  const { plan, scale, left, head, edge, room, scene } = seen;
  // From the left of what is scrolled to the left of the view.
  const offset = left - edge;
  const xOf = (day: string): number => left + scale.x(day) + scale.perDay / 2 + offset;
  const to = drag ? markerDay(plan, drag.grab, drag.drop) : undefined;
  return (
    <>
      {[...plan.records.marker].map(([id, { day, name }]) => {
        const x = xOf(drag?.grab.node === id && to ? to : day);
        if (x < left - 1 || x > left + room) return null;
        return (
          <button
            key={id}
            type="button"
            className="marker-flag"
            data-node={may ? id : undefined}
            data-part={may ? 'marker' : undefined}
            aria-label={t('marker.flag', { name, day: longDay(lang, day) })}
            aria-describedby={may ? 'drag-how' : undefined}
            title={
              may ? t('marker.how') : [longDay(lang, day), ...(theirs ? [] : [t('marker.chair')])].join(t('gantt.stop'))
            }
            style={{ top: head + 1, left: x }}
            onClick={
              theirs
                ? undefined
                : () => tell({ key: 'marker.chair', tone: 'plain', say: (each) => each('marker.chair') })
            }
          >
            {name}
          </button>
        );
      })}
      {to && <div className="marker-line" style={{ top: head, left: xOf(to), height: scene.height - head }} />}
    </>
  );
}
