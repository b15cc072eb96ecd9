// Makes a dependency without a mouse: which side the other work stands on, which work, what type, how long between.
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { shortTitle } from '../../shared/layout/label.ts';
import type { Id, LinkType } from '../../shared/model/plan.ts';
import { finds } from '../../shared/model/pinyin.ts';
import { inOrder } from '../../shared/model/tree.ts';
import { link as linkOp } from '../../shared/ops/time.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import { sayRefusal } from '../i18n/refusal.ts';
import { useCommands, useLang, useNumbers, useT, useView, useWholePlan } from '../state/hooks.ts';
import { LinkFields } from './link-fields.tsx';
import { Panel } from './panel.tsx';

const MOST = 60;

export function LinkPanel({ close }: { readonly close: () => void }) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const { run } = useCommands();
  const self = useView((view) => view.selected.at(-1));
  const [side, setSide] = useState<'before' | 'after'>('before');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<{ type: LinkType; lag: number }>({ type: 'FS', lag: 0 });
  const [no, setNo] = useState('');
  const node = self === undefined ? undefined : plan.nodes.get(self);
  if (!node) return <Panel title={t('cmd.links.with')}>{t('refuse.no-such-node')}</Panel>;
  const found = inOrder(plan)
    .map((id) => ({ id, label: numbers.get(id)?.label ?? '', title: plan.nodes.get(id)!.title }))
    .filter(({ id, label, title }) => id !== node.id && (label.startsWith(text.trim()) || finds(title, text)))
    .slice(0, MOST);
  const pick = (other: Id): void => {
    const ends = side === 'before' ? { from: other, to: node.id } : { from: node.id, to: other };
    const outcome = linkOp(plan, { ...ends, ...kind });
    if (isRefusal(outcome)) return setNo(sayRefusal(t, outcome));
    run('time.link', { ...ends, ...kind });
    close();
  };
  return (
    <Panel title={t('link.title', { title: shortTitle(node, lang) })}>
      <div className="row wrap link-how">
        <select
          className="field narrow"
          aria-label={t('link.side')}
          value={side}
          onChange={(event) => setSide(event.target.value as typeof side)}
        >
          <option value="before">{t('link.side.before')}</option>
          <option value="after">{t('link.side.after')}</option>
        </select>
        <LinkFields {...kind} set={(change) => setKind({ ...kind, ...change })} />
      </div>
      <p className="hint">{t('link.lag.hint')}</p>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t(`link.find.${side}`)} autoFocus>
          <Input className="field" placeholder={t(`link.find.${side}`)} />
        </SearchField>
        <ListBox
          className="picker-list link-list"
          aria-label={t(`link.find.${side}`)}
          selectionMode="none"
          onAction={(key) => pick(String(key))}
          renderEmptyState={() => <p className="hint">{t('palette.none')}</p>}
        >
          {found.map(({ id, label, title }) => (
            <ListBoxItem key={id} id={id} textValue={`${label} ${title}`} className="menu-item">
              <span className="quiet number">{label}</span>
              <span className="clip">{title || t('untitled')}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
      <p className="hint warn" role="alert">
        {no}
      </p>
    </Panel>
  );
}
