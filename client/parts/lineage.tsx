// 往年: what a node was called in the plans it continues, newest first. Asked of the server when it is looked at.
import { useEffect, useState } from 'react';
import type { Node } from '../../shared/model/plan.ts';
import { planPath } from '../../shared/protocol/api.ts';
import type { LineageYear } from '../../shared/protocol/api.ts';
import { useGrant, useT } from '../state/hooks.ts';
import { lineage } from '../state/session.ts';
import type { Reply } from '../state/session.ts';
import '../style/carry.css';

export function LineageField({ node }: { readonly node: Node }) {
  return node.lineage ? <Years key={node.id} node={node} /> : null;
}

function Years({ node }: { readonly node: Node }) {
  const t = useT();
  const { plan } = useGrant();
  const [reply, setReply] = useState<Reply<readonly LineageYear[]>>();
  useEffect(() => {
    let here = true;
    void lineage(plan, node.id).then((each) => here && setReply(each));
    return () => {
      here = false;
    };
  }, [plan, node.id]);
  return (
    <section className="line-field lineage" aria-label={t('lineage.title')}>
      <span className="label">{t('lineage.title')}</span>
      {!reply && <p className="hint">{t('lineage.loading')}</p>}
      {reply && !reply.ok && <p className="hint">{t('lineage.failed')}</p>}
      {reply?.ok && (
        <ol>
          {reply.value.map(({ plan: id, node: at, year, fate, title, text, progress }) => (
            <li key={`${id} ${at}`}>
              <p>
                <b>
                  {title === null ? (
                    t('lineage.year', { year })
                  ) : (
                    <a href={planPath(id)}>{t('lineage.year', { year })}</a>
                  )}
                </b>{' '}
                <span className="badge">{t(`carry.fate.${fate}`)}</span>{' '}
                {progress !== undefined && <span className="quiet">{t('lineage.progress', { n: progress })}</span>}
              </p>
              {text === null ? (
                <p className="hint">{t('lineage.hidden')}</p>
              ) : (
                <p className="lineage-text" lang="zh-CN">
                  {text}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
