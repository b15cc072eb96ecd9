// 待补清单: every finding by kind, each with its way there; the chair answers for one with a reason and a name, and can ask for it again.
import { useState } from 'react';
import { findingKey, waiverOf } from '../../shared/model/audit.ts';
import { FINDING_CODES } from '../../shared/model/finding.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { isBinned } from '../../shared/model/tree.ts';
import { BY_MAX, REASON_MAX } from '../../shared/ops/waivers.ts';
import { longDay } from '../i18n/days.ts';
import { sayFinding } from '../i18n/finding.ts';
import {
  useCommands,
  useDesktop,
  useFindings,
  useGrant,
  useLang,
  useMayEdit,
  useOpenFindings,
  useSettings,
  useT,
  useWholePlan,
} from '../state/hooks.ts';
import { FindingLink } from './findings.tsx';
import { Panel } from './panel.tsx';
import '../style/findings.css';

const FIRST = 40;

export function FindingsPanel() {
  const t = useT();
  const chair = useGrant().role === 'chair';
  const mine = useMayEdit() && chair;
  const findings = useOpenFindings();
  return (
    <Panel title={t('findings.title')}>
      <p className="hint">
        <Counts /> {t(mine ? 'findings.hint' : 'findings.hint.read')}
      </p>
      {findings.length === 0 && (
        <p className="quiet" role="status">
          {t('findings.none')}
        </p>
      )}
      <div className="findings-list">
        {FINDING_CODES.map((code) => {
          const found = findings.filter((finding) => finding.code === code);
          return found.length > 0 && <Group key={code} found={found} mine={mine} />;
        })}
        <Waived mine={mine} />
      </div>
    </Panel>
  );
}

function Counts() {
  const t = useT();
  const plan = useWholePlan();
  const counts = { section: 0, item: 0, clause: 0, task: 0, milestone: 0 };
  for (const { id, kind } of plan.nodes.values()) if (!isBinned(plan, id)) counts[kind]++;
  return t('findings.counts', { sections: counts.section, items: counts.item, clauses: counts.clause });
}

function Group({ found, mine }: { readonly found: readonly Finding[]; readonly mine: boolean }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, FIRST);
  return (
    <details>
      <summary>
        {t(`finding.${found[0]!.code}`)}
        <span className="count">{found.length}</span>
      </summary>
      <ul>
        {shown.map((finding) => (
          <Row key={findingKey(finding)} finding={finding} mine={mine} />
        ))}
      </ul>
      {!all && found.length > FIRST && (
        <button type="button" className="button small" onClick={() => setAll(true)}>
          {t('findings.more', { n: found.length - FIRST })}
        </button>
      )}
    </details>
  );
}

function Row({ finding, mine }: { readonly finding: Finding; readonly mine: boolean }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { panel } = useDesktop();
  const [asking, setAsking] = useState(false);
  const said = sayFinding(t, lang, plan, finding);
  return (
    <li>
      <div className="row">
        <FindingLink finding={finding} gone={() => panel.set(null)} />
        {mine && !asking && (
          <button
            type="button"
            className="button small line"
            aria-label={t('findings.waive.of', { finding: said })}
            onClick={() => setAsking(true)}
          >
            {t('findings.waive')}
          </button>
        )}
      </div>
      {asking && <Answer finding={finding} cancel={() => setAsking(false)} />}
    </li>
  );
}

function Answer({ finding, cancel }: { readonly finding: Finding; readonly cancel: () => void }) {
  const t = useT();
  const { run } = useCommands();
  const { name } = useSettings();
  const [by, setBy] = useState(name);
  const [reason, setReason] = useState('');
  return (
    <form
      className="row wrap waive"
      onSubmit={(event) => {
        event.preventDefault();
        run('findings.waive', { finding, by, reason });
      }}
    >
      <input
        className="field"
        aria-label={t('findings.reason')}
        placeholder={t('findings.reason.hint')}
        value={reason}
        maxLength={REASON_MAX}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opened on the reader's own click, to be typed into
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <input
        className="field by"
        aria-label={t('findings.by')}
        placeholder={t('findings.by')}
        value={by}
        maxLength={BY_MAX}
        onChange={(event) => setBy(event.target.value)}
      />
      <button type="submit" className="button small main" disabled={!reason.trim() || !by.trim()}>
        {t('findings.keep')}
      </button>
      <button type="button" className="button small" onClick={cancel}>
        {t('cancel')}
      </button>
    </form>
  );
}

function Waived({ mine }: { readonly mine: boolean }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { panel } = useDesktop();
  const { run } = useCommands();
  const waived = useFindings().flatMap((finding) => {
    const waiver = waiverOf(plan, finding);
    return waiver ? [{ finding, waiver }] : [];
  });
  if (waived.length === 0) return null;
  return (
    <details open>
      <summary>{t('findings.waived', { n: waived.length })}</summary>
      <ul>
        {waived.map(({ finding, waiver: { by, at, reason } }) => (
          <li key={findingKey(finding)}>
            <div className="row">
              <FindingLink finding={finding} gone={() => panel.set(null)} />
              {mine && (
                <button
                  type="button"
                  className="button small line"
                  aria-label={t('findings.unwaive.of', { finding: sayFinding(t, lang, plan, finding) })}
                  onClick={() => run('findings.unwaive', { finding })}
                >
                  {t('findings.unwaive')}
                </button>
              )}
            </div>
            <p className="hint">
              {t(`finding.${finding.code}`)} · {t('findings.waived.by', { by, day: longDay(lang, at), reason })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
