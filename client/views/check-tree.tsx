// What was understood of a text, before anything is written: counts, doubts with their lines, and the tree.
import type { Draft, DraftNode } from '../../shared/yaodian/draft.ts';
import { chineseNumber } from '../../shared/model/numbering.ts';
import { useLang, useT } from '../state/hooks.ts';
import type { Lang } from '../i18n/t.ts';

export function CheckTree({ draft }: { readonly draft: Draft }) {
  const t = useT();
  const lang = useLang();
  const all = flat(draft.children);
  const count = (kind: DraftNode['kind']): number => all.filter((node) => node.kind === kind).length;
  const leads = new Set(all.flatMap((node) => node.roles.lead));
  if (all.length === 0) return <p className="hint warn">{t('new.nothing')}</p>;
  return (
    <>
      <dl className="counts">
        {(['section', 'item', 'clause'] as const).map((kind) => (
          <div key={kind}>
            <dd>{count(kind)}</dd>
            <dt>{t(`count.${kind}`)}</dt>
          </div>
        ))}
        <div>
          <dd>{leads.size}</dd>
          <dt>{t('count.lead')}</dt>
        </div>
      </dl>
      {draft.warnings.length > 0 && (
        <details className="doubts" open>
          <summary>{t('new.doubts', { n: draft.warnings.length })}</summary>
          <ul>
            {draft.warnings.map(({ line, code, message }, i) => (
              <li key={`${line} ${code} ${i}`}>
                <span className="badge">{t('new.line', { n: line })}</span>
                <span>{quoting(t(`doubt.${code}`), message, lang)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="check-tree">
        <Level nodes={draft.children} depth={0} />
      </div>
    </>
  );
}

/** The parser's message quotes the line after a colon; the words before it are said in the reader's language. */
function quoting(words: string, message: string, lang: Lang): string {
  const at = message.indexOf('：');
  return at < 0 ? words : `${words}${lang === 'zh' ? '：' : ': '}${message.slice(at + 1)}`;
}

/** As the text itself writes it, so that both can be read side by side. */
function markOf({ kind, number }: DraftNode, depth: number): string {
  if (kind === 'item') return `${number}.`;
  const numeral = chineseNumber(number);
  return depth === 0 ? `${numeral}、` : `（${numeral}）`;
}

function Level({ nodes, depth }: { readonly nodes: readonly DraftNode[]; readonly depth: number }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.start} data-kind={node.kind}>
          <p>
            {node.kind !== 'clause' && <span className="number">{markOf(node, depth)}</span>}
            <span>{node.title}</span>
            {node.roles.lead.length > 0 && <span className="quiet"> {node.roles.lead.join('、')}</span>}
          </p>
          {node.children.length > 0 && <Level nodes={node.children} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  );
}

function flat(nodes: readonly DraftNode[]): readonly DraftNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
