// What the plan still lacks, counted by kind, always in sight; opening one lists where, and a click goes there.
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { FINDING_CODES } from '../../shared/model/finding.ts';
import type { Finding, FindingCode } from '../../shared/model/finding.ts';
import { detailOf } from '../i18n/finding.ts';
import { useCommands, useLang, useNumbers, useOpenFindings, useT, useWholePlan } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';
import { Tip } from './tip.tsx';

export function Findings() {
  const t = useT();
  const { run } = useCommands();
  const findings = useOpenFindings();
  const groups = FINDING_CODES.map((code) => ({
    code,
    found: findings.filter((finding) => finding.code === code),
  })).filter(({ found }) => found.length > 0);
  return (
    <section className="findings" aria-label={t('findings')}>
      <h2>
        {t('findings')}
        <span className="count">{findings.length}</span>
        <button type="button" className="button small findings-all" onClick={() => run('findings.open')}>
          {t('findings.all')}
        </button>
      </h2>
      {groups.length === 0 && <p className="hint">{t('findings.none')}</p>}
      {groups.map(({ code, found }) => (
        <Group key={code} code={code} found={found} />
      ))}
    </section>
  );
}

/** Where is listed once somebody opens it: a long plan lacks thousands of things, and nobody sees those that are shut away. */
function Group({ code, found }: { readonly code: FindingCode; readonly found: readonly Finding[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`finding.${code}`)}
        <span className="count">{found.length}</span>
      </summary>
      {open && (
        <ul>
          {found.map((finding) => (
            <li key={`${finding.node} ${finding.other ?? ''} ${finding.words ?? ''}`}>
              <FindingLink finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** Its number, what is meant, and where; a click goes there. */
export function FindingLink({ finding, gone }: { readonly finding: Finding; readonly gone?: () => void }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const { run } = useCommands();
  const { node } = finding;
  const detail = detailOf(t, lang, plan, finding);
  return (
    <button
      type="button"
      className="button small finding"
      onClick={() => {
        gone?.();
        run('view.reveal', { id: node, inspect: true });
      }}
    >
      <span className="number">{numbers.get(node)?.label}</span>
      {detail && <b>{detail}</b>}
      <span className="clip">{plan.nodes.get(node)?.title || t('untitled')}</span>
    </button>
  );
}

/** In the top bar, so that no folded rail and no narrow screen hides it. */
export function FindingsButton() {
  const t = useT();
  const commands = useCommands();
  const n = useOpenFindings().length;
  if (n === 0) return null;
  return (
    <Tip text={t('cmd.findings.open')} keys={keyText(commands, 'findings.open')}>
      <button
        type="button"
        className="button findings-key"
        aria-label={t('findings.button', { n })}
        onClick={() => commands.run('findings.open')}
      >
        <TriangleAlert {...ICON} />
        <span className="number">{n}</span>
      </button>
    </Tip>
  );
}
