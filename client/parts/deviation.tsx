// Of one node: 原定 and 现定 against each baseline that the chart shows.
import { spanLabel } from '../../shared/layout/label.ts';
import { WORDS } from '../../shared/layout/words.ts';
import { deviationOf, signed } from '../../shared/model/deviations.ts';
import type { Node } from '../../shared/model/plan.ts';
import { useLang, useT, useView, useWholePlan } from '../state/hooks.ts';

export function DeviationField({ node }: { readonly node: Node }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const shown = useView((view) => view.baselines);
  const home = plan.meta.year;
  const lines = shown.flatMap((id) => {
    const baseline = plan.records.baseline.get(id);
    const moved = baseline && deviationOf(plan, baseline, node.id);
    if (!moved) return [];
    const days = signed(moved.days);
    const by = days && t('baseline.by', { days: WORDS[lang].days(days) });
    const fill = { was: spanLabel(moved.was, lang, home), now: spanLabel(moved.now, lang, home), by };
    return [{ id, name: baseline.name, text: t('baseline.was-now', fill) }];
  });
  if (lines.length === 0) return null;
  return (
    <div className="line-field deviation">
      <span className="label">{t('baseline.title')}</span>
      {lines.map(({ id, name, text }) => (
        <p key={id}>
          <span className="quiet">{name}</span> {text}
        </p>
      ))}
    </div>
  );
}
