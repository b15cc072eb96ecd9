// What comes before a node and what after it: each with its type and lag to change, and what is broken and why.
import { Plus, X } from 'lucide-react';
import type { Id, Link, Node } from '../../shared/model/plan.ts';
import { earliest, isBroken } from '../../shared/model/links.ts';
import { longDay } from '../i18n/days.ts';
import { networkOf } from '../../shared/model/network.ts';
import { useCommands, useLang, useMayEdit, useNumbers, usePlan, useSpans, useT, useView } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { keyText } from './key-text.ts';
import { LinkFields } from './link-fields.tsx';
import { Tip } from './tip.tsx';

export function LinksField({ node }: { readonly node: Node }) {
  const t = useT();
  const links = usePlan((plan) => plan.links);
  const commands = useCommands();
  const mayEdit = useMayEdit();
  const before = [...links.values()].filter((link) => link.to === node.id);
  const after = [...links.values()].filter((link) => link.from === node.id);
  if (before.length + after.length === 0 && !mayEdit) return null;
  return (
    <div className="line-field">
      <span className="label">{t('inspector.links')}</span>
      <ul className="links">
        {before.map((link) => (
          <LinkRow key={`${link.from}>`} link={link} other={link.from} side="before" />
        ))}
        {after.map((link) => (
          <LinkRow key={`>${link.to}`} link={link} other={link.to} side="after" />
        ))}
      </ul>
      <Slack id={node.id} />
      {mayEdit && (
        <Tip text={t('cmd.links.with')} keys={keyText(commands, 'links.with')}>
          <button type="button" className="chip add" onClick={() => commands.run('links.with')}>
            <Plus {...ICON} size={14} />
            <span>{t('link.add')}</span>
          </button>
        </Tip>
      )}
    </div>
  );
}

/** How far it can move later before the linked work as a whole ends later. */
function Slack({ id }: { readonly id: Id }) {
  const t = useT();
  const { slack, unit } = usePlan(networkOf);
  const days = slack.get(id);
  if (days === undefined) return null;
  const said = days === 0 ? 'slack.critical' : days < 0 ? 'slack.over' : 'slack.free';
  return <p className={days > 0 ? 'hint' : 'hint warn'}>{t(said, { n: Math.abs(days), unit: t(`slack.${unit}`) })}</p>;
}

/** The one link that was chosen on the chart: both its ends, and what can be said about it. */
export function LinkPane({ link }: { readonly link: Link }) {
  const t = useT();
  return (
    <div className="inspector-body">
      <ul className="links">
        <LinkEnd id={link.from} side="before" />
        <LinkRow link={link} other={link.to} side="after" />
      </ul>
      <p className="hint">{t('link.keys')}</p>
    </div>
  );
}

function LinkEnd({ id, side }: { readonly id: Id; readonly side: 'before' | 'after' }) {
  const t = useT();
  return (
    <li>
      <span className="badge">{t(`links.${side}`)}</span>
      <NodeButton id={id} />
    </li>
  );
}

function LinkRow({
  link,
  other,
  side,
}: {
  readonly link: Link;
  readonly other: Id;
  readonly side: 'before' | 'after';
}) {
  const t = useT();
  const lang = useLang();
  const spans = useSpans();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const chosen = useView((view) => view.link === `${link.from}>${link.to}`);
  const broken = isBroken(link, spans);
  const day = broken ? earliest(link, spans) : undefined;
  return (
    <li data-chosen={chosen || undefined}>
      <span className="badge">{t(`links.${side}`)}</span>
      <NodeButton id={other} />
      {mayEdit && (
        <button
          type="button"
          className="button small icon"
          aria-label={t('cmd.time.unlink')}
          title={t('cmd.time.unlink')}
          onClick={() => run('time.unlink', { from: link.from, to: link.to })}
        >
          <X {...ICON} size={14} />
        </button>
      )}
      <LinkFields
        type={link.type}
        lag={link.lag}
        readOnly={!mayEdit}
        set={(change) => void run('time.link', { ...link, ...change })}
      />
      {day && <p className="hint warn">{t('links.broken', { day: longDay(lang, day) })}</p>}
    </li>
  );
}

function NodeButton({ id }: { readonly id: Id }) {
  const t = useT();
  const numbers = useNumbers();
  const title = usePlan((plan) => plan.nodes.get(id)?.title);
  const { run } = useCommands();
  return (
    <button
      type="button"
      className="button small finding"
      title={title}
      onClick={() => run('view.reveal', { id, inspect: true })}
    >
      <span className="number">{numbers.get(id)?.label}</span>
      <span className="clip">{title || t('untitled')}</span>
    </button>
  );
}
