// Before a paste: whether rows may be added. After it: which cells were not taken, and why.
import { Modal, ModalOverlay } from 'react-aria-components';
import { sayRefusal } from '../../i18n/refusal.ts';
import { Panel } from '../../parts/panel.tsx';
import type { Blocks } from './blocks.ts';
import type { Facts } from './columns.ts';

interface Props {
  readonly blocks: Blocks;
  readonly facts: Facts;
  readonly onClose: () => void;
}

export function PastedDialog({ blocks, facts, onClose }: Props) {
  const { asking, left } = blocks;
  const close = (): void => {
    if (asking) blocks.answer('cancel');
    blocks.forget();
    onClose();
  };
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={asking !== null || left.length > 0}
      onOpenChange={(open) => !open && close()}
    >
      <Modal className="dialog">
        {asking ? <Ask blocks={blocks} facts={facts} /> : <Left blocks={blocks} facts={facts} close={close} />}
      </Modal>
    </ModalOverlay>
  );
}

function Ask({ blocks, facts: { t } }: Omit<Props, 'onClose'>) {
  const { asking, answer } = blocks;
  if (!asking) return null;
  return (
    <Panel title={t('list.more-rows')}>
      <p>{t('list.more-rows.ask', { n: asking.missing })}</p>
      <div className="row wrap dialog-foot">
        {/* The question was asked because of a key; Enter answers it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <button type="button" className="button main" autoFocus onClick={() => answer('add')}>
          {t('list.more-rows.add', { n: asking.missing })}
        </button>
        <button type="button" className="button line" onClick={() => answer('cut')}>
          {t('list.more-rows.cut')}
        </button>
        <button type="button" className="button" onClick={() => answer('cancel')}>
          {t('list.more-rows.cancel')}
        </button>
      </div>
    </Panel>
  );
}

const MOST = 200;

function Left({ blocks: { left }, facts, close }: Omit<Props, 'onClose'> & { readonly close: () => void }) {
  const { t, plan, numbers } = facts;
  return (
    <Panel title={t('list.left', { n: left.length })}>
      <p className="quiet">{t('list.left.rest')}</p>
      <ul className="list-left">
        {left.slice(0, MOST).map(({ id, column, text, refusal }, at) => (
          // The same words may be refused twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <span className="list-left-where">
              {numbers.get(id)?.label || plan.nodes.get(id)?.title || t('list.new-row')}
              {' · '}
              {column ? t(`list.column.${column}`) : t('list.beyond')}
            </span>
            <q>{text}</q>
            <span className="quiet">{sayRefusal(t, refusal)}</span>
          </li>
        ))}
      </ul>
      {left.length > MOST && <p className="quiet">{t('list.left.more', { n: left.length - MOST })}</p>}
      <div className="row dialog-foot">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else to do here */}
        <button type="button" className="button main" autoFocus onClick={close}>
          {t('list.left.ok')}
        </button>
      </div>
    </Panel>
  );
}
