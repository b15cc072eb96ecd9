// Everything about the selected node, to read and to change; for several, what can be done to all of them at once.
import { ChevronRight, Link, X } from 'lucide-react';
import { useRef } from 'react';
import type { Node } from '../../shared/model/plan.ts';
import { ancestors } from '../../shared/model/tree.ts';
import { BasisField } from '../parts/basis.tsx';
import { isLed } from '../../shared/ops/tree.ts';
import { CoText } from '../parts/co-text.tsx';
import { DeviationField } from '../parts/deviation.tsx';
import { ICON } from '../parts/icon.ts';
import { LineageField } from '../parts/lineage.tsx';
import { LinkPane, LinksField } from '../parts/links.tsx';
import { OfficesField } from '../parts/offices.tsx';
import { OpinionsField } from '../parts/opinions.tsx';
import { ProgressField, StatusField } from '../parts/progress.tsx';
import { ReportsField } from '../parts/reports.tsx';
import { SpanField } from '../parts/span.tsx';
import { SuggestionsHere } from '../parts/suggestion-count.tsx';
import { TicksField } from '../parts/ticks.tsx';
import {
  useCommands,
  useMayEdit,
  useNode,
  useNumbers,
  usePeers,
  usePlan,
  useSetView,
  useT,
  useView,
  useWholePlan,
} from '../state/hooks.ts';
import { whoIs } from '../parts/presence.tsx';
import { NotePane } from './note-pane.tsx';

export function Inspector() {
  const t = useT();
  const selected = useView((view) => view.selected);
  const setView = useSetView();
  const { run } = useCommands();
  const node = useNode(selected.at(-1));
  const link = usePlan((plan) => plan.links).get(useView((view) => view.link) ?? '');
  return (
    <aside className="inspector" aria-label={t('inspector')} data-sheet="">
      <div className="inspector-head">
        {link ? (
          <h2>{t('inspector.links')}</h2>
        ) : selected.length > 1 ? (
          <h2>{t('inspector.many', { n: selected.length })}</h2>
        ) : (
          node && <Breadcrumb node={node} />
        )}
        {!link && selected.length === 1 && (
          <button
            type="button"
            className="button small icon"
            aria-label={t('cmd.file.copy-link')}
            title={t('cmd.file.copy-link')}
            onClick={() => run('file.copy-link')}
          >
            <Link {...ICON} />
          </button>
        )}
        <button
          type="button"
          className="button small icon"
          aria-label={t('close')}
          onClick={() => setView({ inspector: false })}
        >
          <X {...ICON} />
        </button>
      </div>
      {link ? (
        <LinkPane link={link} />
      ) : selected.length > 1 ? (
        <Several />
      ) : node ? (
        <One key={node.id} node={node} />
      ) : (
        <div className="inspector-body">
          <p className="quiet">{t('inspector.none')}</p>
        </div>
      )}
    </aside>
  );
}

function One({ node }: { readonly node: Node }) {
  const t = useT();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const { id } = node;
  return (
    <div className="inspector-body">
      <Others node={node} />
      <SuggestionsHere id={id} />
      <CoText
        value={node.title}
        commit={(title) => void run('content.retitle', { id, title })}
        label={t('inspector.title')}
        className="field title-field"
        placeholder={t('untitled')}
        readOnly={!mayEdit}
      />
      {/* Two people at once can give a section offices; then they are shown, so that they can be taken away. */}
      {node.kind !== 'milestone' && (node.kind !== 'section' || isLed(node)) && <OfficesField node={node} />}
      <SpanField node={node} />
      <BasisField node={node} />
      <DeviationField node={node} />
      {node.kind !== 'section' && <ProgressField node={node} />}
      {node.kind !== 'section' && node.kind !== 'milestone' && <TicksField node={node} />}
      {node.kind !== 'section' && <ReportsField node={node} />}
      <StatusField node={node} />
      {node.kind !== 'section' && (
        <div className="line-field">
          <span className="label">{t('inspector.deliverable')}</span>
          <CoText
            value={node.deliverable ?? ''}
            commit={(text) => void run('content.set-deliverable', { id, text })}
            label={t('inspector.deliverable')}
            placeholder={t('inspector.deliverable.hint')}
            readOnly={!mayEdit}
          />
        </div>
      )}
      <LinksField node={node} />
      <OpinionsField node={node} />
      <LineageField node={node} />
      <NotePane id={id} />
    </div>
  );
}

/** Where it stands; each step goes there. */
function Breadcrumb({ node }: { readonly node: Node }) {
  const t = useT();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const { run } = useCommands();
  const above = ancestors(plan, node.id).reverse();
  return (
    <nav className="crumbs" aria-label={t('inspector.where')}>
      {above.map((id) => (
        <span key={id}>
          <button
            type="button"
            title={plan.nodes.get(id)?.title}
            onClick={() => run('view.reveal', { id, inspect: true })}
          >
            {numbers.get(id)?.label || t('untitled')}
          </button>
          <ChevronRight {...ICON} size={12} />
        </span>
      ))}
      <b>{numbers.get(node.id)?.label}</b>
      <span className="badge">{t(`kind.${node.kind}`)}</span>
    </nav>
  );
}

/** Who else has this selected now. */
function Others({ node }: { readonly node: Node }) {
  const t = useT();
  const here = usePeers().filter((peer) => peer.selected?.includes(node.id));
  if (here.length === 0) return null;
  return (
    <p className="others">
      {here.slice(0, 4).map((peer) => (
        <span key={peer.client} className="chip">
          <span className="dot" style={{ background: peer.user.color }} />
          <span>{whoIs(t, peer.user)}</span>
        </span>
      ))}
      <span className="hint">{t('inspector.also')}</span>
    </p>
  );
}

function Several() {
  const t = useT();
  const mayEdit = useMayEdit();
  const commands = useCommands();
  const days = useRef<HTMLInputElement>(null);
  const ids = useView((view) => view.selected);
  const shift = (sign: 1 | -1): void => {
    const count = Math.round(Number(days.current?.value));
    commands.run('time.shift', { ids, days: sign * count });
  };
  if (!mayEdit) return null;
  return (
    <div className="inspector-body">
      <div className="line-field">
        <label className="label" htmlFor="shift-days">
          {t('inspector.shift')}
        </label>
        <div className="row">
          <input id="shift-days" ref={days} className="field" type="number" min={1} max={3660} defaultValue={7} />
          <button type="button" className="button line" onClick={() => shift(-1)}>
            {t('inspector.earlier')}
          </button>
          <button type="button" className="button line" onClick={() => shift(1)}>
            {t('inspector.later')}
          </button>
        </div>
      </div>
      <div className="row wrap">
        {(['batch.open', 'time.clear-span', 'time.link', 'tree.bin'] as const).map((id) => (
          <button
            key={id}
            type="button"
            className="button line"
            disabled={!commands.enabled(id)}
            onClick={() => commands.run(id)}
          >
            {t(`cmd.${id}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
