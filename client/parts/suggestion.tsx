// One suggestion as people read it: where, what would change word by word, who proposes it, and the two answers to it.
import { isDay } from '../../shared/model/day.ts';
import type { Id, Outline, Plan, Suggestion } from '../../shared/model/plan.ts';
import { ROOT } from '../../shared/model/plan.ts';
import { WHOLE_PLAN, readSpot } from '../../shared/model/spot.ts';
import { clash } from '../../shared/ops/suggestions.ts';
import { longDay, shortDay } from '../i18n/days.ts';
import { keyIf } from '../i18n/t.ts';
import type { Lang, T } from '../i18n/t.ts';
import { useLang, useNumbers, useT } from '../state/hooks.ts';
import { Rewording } from './rewording.tsx';

interface Props {
  readonly plan: Plan;
  readonly value: Suggestion;
  readonly reveal: (id: Id) => void;
  /** The node it stands at, which need not be named again. */
  readonly at?: Id;
  /** Undefined where nothing can be answered. */
  readonly take?: (() => void) | undefined;
  readonly leave?: (() => void) | undefined;
}

export function SuggestionRow({ plan, value, reveal, at: named, take, leave }: Props) {
  const t = useT();
  const lang = useLang();
  const numbers = useNumbers();
  const { node, field, by, at, source, state } = value;
  const there = plan.nodes.get(node);
  const title = nameOf(value, plan, t);
  const label = numbers.get(node)?.label;
  const online = state === 'open' ? clash(plan, value) : undefined;
  const key = keyIf(`suggest.field.${field}`);
  return (
    <li className="suggestion" data-state={state} data-field={field}>
      <div className="suggestion-head">
        <span className="badge">{key ? t(key) : field}</span>
        {node === named ? (
          <span className="grow" />
        ) : there ? (
          <button type="button" className="suggestion-title" onClick={() => reveal(node)}>
            {label && <span className="number">{label}</span>}
            <span className="clip">{title}</span>
          </button>
        ) : (
          <span className="suggestion-title">
            <span className="clip">{title}</span>
          </span>
        )}
        {state !== 'open' && (
          <span className="quiet">{t(state === 'taken' ? 'suggest.state.taken' : 'suggest.state.left')}</span>
        )}
        {state === 'open' && leave && (
          <button type="button" className="button small" aria-label={t('suggest.leave-one', { title })} onClick={leave}>
            {t('suggest.leave')}
          </button>
        )}
        {state === 'open' && take && (
          <button
            type="button"
            className="button small line"
            aria-label={t('suggest.take-one', { title })}
            onClick={take}
          >
            {t('suggest.take')}
          </button>
        )}
      </div>
      <Body plan={plan} value={value} t={t} lang={lang} />
      {state === 'open' && !there && field !== 'add' && node !== WHOLE_PLAN && (
        <p className="hint warn">{t('suggest.gone')}</p>
      )}
      {online !== undefined && (
        <p className="suggestion-clash">
          <b>{t('suggest.clash')}</b> {online || t('suggest.empty')}
        </p>
      )}
      {online === undefined && state === 'open' && field === 'title' && there && differs(there.title, value.was) && (
        <p className="hint">{t('suggest.merge')}</p>
      )}
      {(by || source) && (
        <p className="hint">{[by, source, isDay(at) ? longDay(lang, at) : ''].filter(Boolean).join(' · ')}</p>
      )}
    </li>
  );
}

function differs(a: string, b: string): boolean {
  const plain = (text: string): string => text.trim().replace(/。$/, '');
  return plain(a) !== plain(b);
}

function nameOf({ node, field, now }: Suggestion, plan: Plan, t: T): string {
  if (node === WHOLE_PLAN) return t('suggest.whole');
  if (field === 'add') return readSpot(now)?.outline?.title || t('suggest.new');
  return plan.nodes.get(node)?.title || t('untitled');
}

interface BodyProps {
  readonly plan: Plan;
  readonly value: Suggestion;
  readonly t: T;
  readonly lang: Lang;
}

function Body({ plan, value, t, lang }: BodyProps) {
  const { field, was, now } = value;
  switch (field) {
    case 'title':
    case 'entitle':
    case 'preamble':
    case 'deliverable':
      return <Rewording was={was} now={now} />;
    case 'bin':
      return (
        <p className="rewording">
          <del>{was}</del>
        </p>
      );
    case 'place':
      return <p>{placeWords(plan, now, t, 'to')}</p>;
    case 'add': {
      const outline = readSpot(now)?.outline;
      return (
        <>
          <p className="hint">{placeWords(plan, now, t, 'in')}</p>
          {outline && (
            <ul className="suggestion-new">
              <New outline={outline} t={t} />
            </ul>
          )}
        </>
      );
    }
    default:
      return (
        <p className="suggestion-values">
          <del>{shownValue(field, was, lang) || t('suggest.empty')}</del>
          <span aria-hidden="true">→</span>
          <ins>{shownValue(field, now, lang) || t('suggest.empty')}</ins>
        </p>
      );
  }
}

function New({ outline, t }: { readonly outline: Outline; readonly t: T }) {
  return (
    <li>
      <ins>{outline.title || t('untitled')}</ins>
      {outline.lead && <span className="quiet"> {outline.lead.join('、')}</span>}
      {outline.children && (
        <ul>
          {outline.children.map((child, i) => (
            <New key={i} outline={child} t={t} />
          ))}
        </ul>
      )}
    </li>
  );
}

function placeWords(plan: Plan, text: string, t: T, how: 'to' | 'in'): string {
  const spot = readSpot(text);
  const name = (id: Id): string => {
    const title = id === ROOT ? plan.meta.title : (plan.nodes.get(id)?.title ?? t('suggest.new'));
    return title.length > 24 ? `${title.slice(0, 24)}…` : title;
  };
  if (!spot) return '';
  const parent = name(spot.parent);
  return spot.after ? t(`suggest.${how}`, { parent, after: name(spot.after) }) : t(`suggest.${how}-first`, { parent });
}

function shownValue(field: string, text: string, lang: Lang): string {
  if (field === 'span') {
    const [start = '', end = ''] = text.split('/');
    if (!isDay(start) || !isDay(end)) return text;
    return start === end ? shortDay(lang, end) : `${shortDay(lang, start)}–${shortDay(lang, end)}`;
  }
  if (field === 'progress') return text && `${text}%`;
  if (field !== 'due') return text;
  try {
    return (JSON.parse(text) as { words?: string } | null)?.words ?? '';
  } catch {
    return text;
  }
}
