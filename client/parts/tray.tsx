// 待定: the work that has no dates yet. Each item can be lifted onto the chart: the stage finds it by data-node and data-part.
import { useEffect, useMemo, useRef, useState } from 'react';
import { matcher } from '../../shared/layout/filter.ts';
import type { Id } from '../../shared/model/plan.ts';
import { inOrder } from '../../shared/model/tree.ts';
import type { Filter } from '../../shared/layout/chips.ts';
import { askedOf } from '../../shared/layout/chips.ts';
import { Ghost, TrayTimes } from './tray-times.tsx';
import { useCommands, useNode, useNumbers, usePlan, useToday, useT, useView, useWholePlan } from '../state/hooks.ts';

/** A plan of thousands must not be drawn here whole with every letter of a search. */
const AT_ONCE = 100;

export function Tray() {
  const t = useT();
  const plan = useWholePlan();
  const today = useToday();
  const filter = useView((view) => view.filter);
  const all = useMemo(() => {
    const undated = matcher(plan, { undated: true });
    return inOrder(plan).filter((id) => undated(plan.nodes.get(id)!));
  }, [plan]);
  const shown = useMemo(() => {
    const wanted = matcher(plan, askedOf(filter, today));
    return all.filter((id) => wanted(plan.nodes.get(id)!));
  }, [plan, all, filter, today]);
  const { most, more } = useSome(filter);
  return (
    <section className="tray" aria-label={t('tray')}>
      <h2>
        {t('tray')}
        <span className="count">{shown.length === all.length ? all.length : `${shown.length} / ${all.length}`}</span>
      </h2>
      {all.length === 0 ? (
        <p className="hint">{t('tray.empty')}</p>
      ) : (
        <>
          <p className="hint">{t('tray.hint')}</p>
          <TrayTimes />
          <ul>
            {shown.slice(0, most).map((id) => (
              <TrayItem key={id} id={id} />
            ))}
            {shown.length > most && <More key={most} n={shown.length - most} more={more} />}
          </ul>
        </>
      )}
    </section>
  );
}

/** Another search begins at the top again. */
function useSome(filter: Filter): { readonly most: number; readonly more: () => void } {
  const [some, setSome] = useState({ filter, most: AT_ONCE });
  const most = some.filter === filter ? some.most : AT_ONCE;
  return { most, more: () => setSome({ filter, most: most + AT_ONCE }) };
}

/** Whoever scrolls to the end finds more by itself; whoever comes by key presses for it. */
function More({ n, more }: { readonly n: number; readonly more: () => void }) {
  const t = useT();
  const end = useRef<HTMLButtonElement>(null);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current());
    watch.observe(end.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <li>
      <button ref={end} type="button" className="tray-more" onClick={more}>
        {t('tray.more', { n })}
      </button>
    </li>
  );
}

function TrayItem({ id }: { readonly id: Id }) {
  const t = useT();
  const node = useNode(id);
  const mark = useNumbers().get(id)?.label ?? '';
  const offices = usePlan((plan) => plan.offices);
  const selected = useView((view) => view.selected.includes(id));
  const { run } = useCommands();
  if (!node) return null;
  const [first] = node.lead.keys();
  const lead = first === undefined ? undefined : offices.get(first);
  const title = node.title || t('untitled');
  return (
    <li>
      <button
        type="button"
        className="tray-item"
        data-node={id}
        data-part="tray"
        aria-pressed={selected}
        title={title}
        onClick={() => run('view.reveal', { id, inspect: true })}
      >
        <span className="number">{mark}</span>
        <span className="tray-title">{title}</span>
        <span className="tray-lead">
          {lead ? lead.name : t('tray.no-lead')}
          {node.lead.size > 1 && ` +${node.lead.size - 1}`}
        </span>
      </button>
      <Ghost id={id} />
    </li>
  );
}
