// Under the tray: how many times the text proposes; under an undated piece of work the bar its words would make, as a ghost on the year.
import { CalendarPlus } from 'lucide-react';
import type { Id } from '../../shared/model/plan.ts';
import type { Proposal } from '../../shared/yaodian/proposals.ts';
import { sayProposal } from '../i18n/times.ts';
import {
  useCommands,
  useLang,
  useMayEdit,
  useT,
  useTimes,
  useTimesByNode,
  useToday,
  useWholePlan,
} from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { YearStrip } from './year-strip.tsx';
import '../style/times.css';

export function TrayTimes() {
  const t = useT();
  const { run } = useCommands();
  const all = useTimes();
  if (all.length === 0) return null;
  return (
    <button type="button" className="button small line tray-times" onClick={() => run('times.open')}>
      <CalendarPlus {...ICON} size={14} />
      {t('times.open.tray', { n: all.length })}
    </button>
  );
}

export function Ghost({ id }: { readonly id: Id }) {
  const first = useTimesByNode()
    .get(id)
    ?.find(({ does }) => does === 'span');
  return first ? <GhostBar proposal={first} /> : null;
}

function GhostBar({ proposal }: { readonly proposal: Proposal }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const today = useToday();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const node = plan.nodes.get(proposal.node);
  const span = proposal.span;
  if (!node || !span) return null;
  const what = sayProposal(t, lang, plan, node, proposal);
  const { words, key } = proposal;
  return (
    <div className="tray-ghost">
      <YearStrip plan={plan} today={today} span={span} />
      <span className="tray-ghost-what" title={what}>
        {t('basis.text')}
        <q lang="zh-CN">{words}</q>
      </span>
      {mayEdit && (
        <button
          type="button"
          className="button small line"
          aria-label={t('times.take.of', { words, what })}
          title={t('times.take.of', { words, what })}
          onClick={() => run('times.take', { keys: [key] })}
        >
          {t('times.take')}
        </button>
      )}
    </div>
  );
}
