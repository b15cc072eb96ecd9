// What the plan still lacks, counted by kind; opening one lists where, and a click goes there.
import type { Finding, FindingCode } from '../../shared/model/audit.ts';
import { useCommands, useFindings, useNumbers, usePlan, useT } from '../state/hooks.ts';

const CODES: readonly FindingCode[] = ['no-lead', 'no-span', 'outside-horizon', 'link-broken', 'misplaced'];

export function Findings() {
  const t = useT();
  const findings = useFindings();
  const groups = CODES.map((code) => ({ code, found: findings.filter((finding) => finding.code === code) })).filter(
    ({ found }) => found.length > 0,
  );
  return (
    <section className="findings" aria-label={t('findings')}>
      <h2>{t('findings')}</h2>
      {groups.length === 0 && <p className="hint">{t('findings.none')}</p>}
      {groups.map(({ code, found }) => (
        <details key={code}>
          <summary>
            {t(`finding.${code}`)}
            <span className="count">{found.length}</span>
          </summary>
          <Found findings={found} />
        </details>
      ))}
    </section>
  );
}

function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT();
  const numbers = useNumbers();
  const nodes = usePlan((plan) => plan.nodes);
  const { run } = useCommands();
  return (
    <ul>
      {findings.map(({ node, other }) => (
        <li key={`${node} ${other ?? ''}`}>
          <button
            type="button"
            className="button small finding"
            onClick={() => run('view.reveal', { id: node, inspect: true })}
          >
            <span className="number">{numbers.get(node)?.label}</span>
            <span className="clip">{nodes.get(node)?.title || t('untitled')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
