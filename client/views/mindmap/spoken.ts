// What a screen reader says of a topic: number, title, who leads, when, how it stands, how much is folded away.
import { leadLabel, leadNames, shortTitle, spanLabel } from '../../../shared/layout/label.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { branch, childrenOf } from '../../../shared/model/tree.ts';
import type { Facts } from '../list/columns.ts';

export function spokenTopic(facts: Facts, id: Id, folded: boolean): string {
  const { plan, t, lang } = facts;
  if (id === ROOT) return t('map.root', { title: plan.meta.title || t('untitled') });
  const node = plan.nodes.get(id);
  if (!node) return '';
  const span = facts.spans.get(id);
  return [
    `${facts.numbers.get(id)?.label ?? ''} ${node.kind === 'milestone' ? `${t('kind.milestone')} ` : ''}${shortTitle(node, lang)}`.trim(),
    leadLabel(leadNames(plan, id), lang, 1, Infinity),
    span ? spanLabel(span, lang, plan.meta.year) : t('map.undated'),
    t(`light.${facts.lights.get(id) ?? 'todo'}`),
    folded && childrenOf(plan, id).length > 0 ? t('map.folded', { n: branch(plan, id).length - 1 }) : '',
  ]
    .filter(Boolean)
    .join(lang === 'zh' ? '，' : ', ');
}
