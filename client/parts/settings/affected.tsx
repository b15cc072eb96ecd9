// What a changed calendar touches, with why, and what is proposed: one by one or all at once, and only on a click.
import type { Affected } from '../../../shared/model/affected.ts';
import { shortTitle } from '../../../shared/layout/label.ts';
import { fieldDay } from '../../i18n/days.ts';
import { useCommands, useLang, useMayEdit, useT, useWholePlan } from '../../state/hooks.ts';

export function AffectedList({ list, propose }: { readonly list: readonly Affected[]; readonly propose: boolean }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const mayEdit = useMayEdit() && propose;
  const { run } = useCommands();
  const open = list.flatMap(({ id, proposed, span }) => {
    const now = plan.nodes.get(id)?.span;
    return proposed && now?.start === span.start && now.end === span.end ? [{ id, span: proposed }] : [];
  });
  if (list.length === 0) return <p className="quiet">{t('affected.none')}</p>;
  const dates = ({ start, end }: Affected['span']): string =>
    start === end ? fieldDay(lang, end) : `${fieldDay(lang, start)} – ${fieldDay(lang, end)}`;
  return (
    <>
      <div className="settings-scroll">
        <table className="settings-table" aria-label={t('affected')}>
          <tbody>
            {list.map(({ id, span, why, before, after, proposed }) => {
              const node = plan.nodes.get(id);
              if (!node) return null;
              const ready = open.some((each) => each.id === id);
              return (
                <tr key={id}>
                  <th scope="row" className="affected-title">
                    {shortTitle(node, lang)}
                  </th>
                  <td>{dates(span)}</td>
                  <td className="quiet">
                    {t(`affected.${why}`, { before: before ?? '—', after: after ?? '—' })}
                    {proposed && ` ${t('affected.proposed', { span: dates(proposed) })}`}
                  </td>
                  {mayEdit && (
                    <td>
                      {proposed && (
                        <button
                          type="button"
                          className="button small line"
                          disabled={!ready}
                          onClick={() => run('time.set-spans', { spans: [{ id, span: proposed }] })}
                        >
                          {t(ready ? 'affected.take' : 'affected.taken')}
                        </button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {mayEdit && open.length > 1 && (
        <button type="button" className="button line" onClick={() => run('time.set-spans', { spans: open })}>
          {t('affected.take-all', { n: open.length })}
        </button>
      )}
    </>
  );
}
