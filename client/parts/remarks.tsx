// The comments of an edited copy, each at its entry: kept as an opinion there, or left. Nothing of them goes without a word.
import { wordsOf } from '../../shared/carriers/compare/signed.ts';
import type { PlacedRemark } from '../../shared/carriers/compare/signed.ts';
import type { Day, Id, Plan } from '../../shared/model/plan.ts';
import { officeNamed } from '../../shared/ops/content.ts';
import type { Saying } from '../../shared/ops/opinions.ts';
import { newId } from '../../shared/ops/tree.ts';
import { longDay } from '../i18n/days.ts';
import { useLang, useNumbers, useT } from '../state/hooks.ts';

export const remarkKey = ({ node, by, words, quote }: PlacedRemark): string => `remark ${node} ${by} ${quote} ${words}`;

/** As opinions: of the office its author is, where the register knows one of that name. */
export function sayings(list: readonly PlacedRemark[], plan: Plan, today: Day): readonly Saying[] {
  return list.map((each) => ({
    id: newId(Math.random),
    node: each.node,
    office: officeNamed(plan, each.by) ?? '',
    by: each.by,
    at: each.at || today,
    words: wordsOf(each),
  }));
}

interface Props {
  readonly plan: Plan;
  readonly list: readonly PlacedRemark[];
  readonly reveal: (id: Id) => void;
  readonly bring: (list: readonly PlacedRemark[]) => void;
  readonly leave: (list: readonly PlacedRemark[]) => void;
}

export function Remarks({ plan, list, reveal, bring, leave }: Props) {
  const t = useT();
  const lang = useLang();
  const numbers = useNumbers();
  return (
    <section aria-labelledby="remarks-title">
      <h3 id="remarks-title" className="label">
        {t('remarks.title', { n: list.length })}
      </h3>
      <ul className="suggestions scroll">
        {list.map((each) => (
          <li key={remarkKey(each)} className="suggestion" data-field="remark">
            <div className="suggestion-head">
              <span className="badge">{t('remarks.badge')}</span>
              <button type="button" className="suggestion-title" onClick={() => reveal(each.node)}>
                <span className="number">{numbers.get(each.node)?.label}</span>
                <span className="clip">{plan.nodes.get(each.node)?.title || t('untitled')}</span>
              </button>
              <button
                type="button"
                className="button small"
                aria-label={t('remarks.leave-one', { words: each.words })}
                onClick={() => leave([each])}
              >
                {t('remarks.leave')}
              </button>
              <button
                type="button"
                className="button small line"
                aria-label={t('remarks.bring-one', { words: each.words })}
                onClick={() => bring([each])}
              >
                {t('remarks.bring')}
              </button>
            </div>
            <p>
              {each.quote && <span className="quiet">“{each.quote}”：</span>}
              {each.words}
            </p>
            <p className="hint">{[each.by, each.at ? longDay(lang, each.at) : ''].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
