// What a screen reader adds to the words of a topic: its kind, who leads, when, how it stands, how much is folded away.
import { leadLabel, leadNames, spanLabel } from '../../../shared/layout/label.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { branch, childrenOf } from '../../../shared/model/tree.ts';
import { lightWord } from '../../i18n/light-word.ts';
import { waitingWords } from '../../state/waiting.ts';
import type { Facts } from '../list/columns.ts';

export function spokenTopic(facts: Facts, id: Id, folded: boolean): string {
  const { plan, t, lang } = facts;
  const node = plan.nodes.get(id);
  const waiting = waitingWords(t, plan, id);
  const stop = lang === 'zh' ? '，' : ', ';
  if (id === ROOT || !node) return [t('kind.root'), waiting].filter(Boolean).join(stop);
  const span = facts.spans.get(id);
  return [
    t(`kind.${node.kind}`),
    leadLabel(leadNames(plan, id), lang, 1, Infinity),
    span ? spanLabel(span, lang, plan.meta.year) : t('map.undated'),
    lightWord(t, plan, facts.lights.get(id) ?? 'todo'),
    folded && childrenOf(plan, id).length > 0 ? t('map.folded', { n: branch(plan, id).length - 1 }) : '',
    waiting,
  ]
    .filter(Boolean)
    .join(stop);
}
