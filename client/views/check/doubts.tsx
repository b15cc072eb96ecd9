// Every doubt with its line and words; each leads to its place on both sides and can be ticked off.
import { Check as Tick } from 'lucide-react';
import { keyIf } from '../../i18n/t.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { ICON } from '../../parts/icon.ts';
import { useLang, useT } from '../../state/hooks.ts';
import type { Doubt, Mending } from './mending.ts';

interface Props {
  readonly mending: Mending;
  readonly chosen: string | undefined;
  readonly choose: (doubt: Doubt) => void;
}

export function Doubts({ mending, chosen, choose }: Props) {
  const t = useT();
  const lang = useLang();
  const { doubts } = mending;
  const open = doubts.filter(({ settled }) => !settled).length;
  return (
    <section className="check-doubts" aria-label={t('check.doubts')}>
      <h2>
        {t('check.doubts')}
        {doubts.length > 0 && (
          <span className="quiet" role="status">
            {open > 0 ? t('check.doubts.open', { n: open }) : t('check.doubts.done')}
          </span>
        )}
      </h2>
      {doubts.length === 0 && <p className="quiet">{t('check.doubts.none')}</p>}
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.key} data-settled={doubt.settled || undefined} data-chosen={doubt.key === chosen || undefined}>
            <button type="button" className="check-doubt" onClick={() => choose(doubt)}>
              <span className="number">{doubt.line > 0 ? t('check.line', { n: doubt.line }) : t('check.whole')}</span>
              <span>{wordsOf(doubt, t, lang)}</span>
            </button>
            {doubt.loose && (
              <button
                type="button"
                className="button small line"
                onClick={() => mending.mend({ do: 'in', line: doubt.line })}
              >
                {t('check.doubt.put-in')}
              </button>
            )}
            <button
              type="button"
              className="button small icon"
              aria-pressed={doubt.settled}
              title={t(doubt.settled ? 'check.doubt.again' : 'check.doubt.settle')}
              aria-label={t(doubt.settled ? 'check.doubt.again' : 'check.doubt.settle')}
              onClick={() => mending.settle(doubt)}
            >
              <Tick {...ICON} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The reader's message quotes the document after a colon; the words before it are said in the language of whoever reads. */
function wordsOf({ code, message }: Doubt, t: T, lang: Lang): string {
  const key = keyIf(`doubt.${code}`);
  if (!key) return message;
  const at = message.indexOf('：');
  return at < 0 ? t(key) : `${t(key)}${lang === 'zh' ? '：' : ': '}${message.slice(at + 1)}`;
}
