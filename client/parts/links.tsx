// What comes before a node and what after it, with what is broken and why.
import { X } from 'lucide-react';
import type { Id, Link, Node } from '../../shared/model/plan.ts';
import { earliest, isBroken } from '../../shared/model/schedule.ts';
import { longDay } from '../i18n/days.ts';
import { useCommands, useLang, useMayEdit, useNumbers, usePlan, useSpans, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';

export function LinksField({ node }: { readonly node: Node }) {
  const t = useT();
  const links = usePlan((plan) => plan.links);
  const before: Link[] = [];
  const after: Link[] = [];
  for (const link of links.values()) {
    if (link.to === node.id) before.push(link);
    if (link.from === node.id) after.push(link);
  }
  if (before.length + after.length === 0) return null;
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
    </div>
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
  const numbers = useNumbers();
  const title = usePlan((plan) => plan.nodes.get(other)?.title);
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const broken = isBroken(link, spans);
  const day = broken ? earliest(link, spans) : undefined;
  return (
    <li>
      <span className="badge">{t(`links.${side}`)}</span>
      <button
        type="button"
        className="button small finding"
        onClick={() => run('view.reveal', { id: other, inspect: true })}
      >
        <span className="number">{numbers.get(other)?.label}</span>
        <span className="clip">{title || t('untitled')}</span>
      </button>
      <span className="quiet">
        {t(`links.${link.type}`)}
        {link.lag !== 0 && ` ${link.lag > 0 ? '+' : ''}${link.lag}`}
      </span>
      {mayEdit && (
        <button
          type="button"
          className="button small icon"
          aria-label={t('cmd.time.unlink')}
          onClick={() => run('time.unlink', { from: link.from, to: link.to })}
        >
          <X {...ICON} size={14} />
        </button>
      )}
      {day && <p className="hint warn">{t('links.broken', { day: longDay(lang, day) })}</p>}
    </li>
  );
}
