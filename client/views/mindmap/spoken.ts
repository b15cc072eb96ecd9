// What a screen reader says of a topic, in the order it is drawn, so that whoever speaks what they see is understood:
// number, title, when, who leads; then how it stands and how much is folded away.
import { leadLabel, leadNames, shortTitle, spanLabel } from '../../../shared/layout/label.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { branch, childrenOf } from '../../../shared/model/tree.ts';
import type { Facts } from '../list/columns.ts';

export function spokenTopic(facts: Facts, id: Id, folded: boolean): string {
  const { plan, t, lang } = facts;
  if (id === ROOT) {
    const title = plan.meta.title || t('untitled');
    return t('map.root', { title: plan.meta.sample ? `${title} ${t('plan.sample')}` : title });
  }
  const node = plan.nodes.get(id);
  if (!node) return '';
  const span = facts.spans.get(id);
  return [
    `${facts.numbers.get(id)?.label ?? ''} ${node.kind === 'milestone' ? `${t('kind.milestone')} ` : ''}${shortTitle(node, lang)}`.trim(),
    span ? spanLabel(span, lang, plan.meta.year) : t('map.undated'),
    leadLabel(leadNames(plan, id), lang, 1, Infinity),
    t(`light.${facts.lights.get(id) ?? 'todo'}`),
    folded && childrenOf(plan, id).length > 0 ? t('map.folded', { n: branch(plan, id).length - 1 }) : '',
  ]
    .filter(Boolean)
    .join(lang === 'zh' ? '，' : ', ');
}
