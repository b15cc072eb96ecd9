// The way back from the check screen. What was mended is nowhere else, so it is asked about first, as the browser asks when the page is closed.
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import { ICON } from '../../parts/icon.ts';
import { Panel } from '../../parts/panel.tsx';
import { useT } from '../../state/hooks.ts';

interface Props {
  /** Something would be lost. */
  readonly mended: boolean;
  readonly back: () => void;
}

export function Leave({ mended, back }: Props) {
  const t = useT();
  const [asking, ask] = useState(false);
  useGuard(mended);
  return (
    <>
      <button type="button" className="button" onClick={() => (mended ? ask(true) : back())}>
        <ArrowLeft {...ICON} />
        {t('check.back')}
      </button>
      <ModalOverlay className="overlay" isDismissable isOpen={asking} onOpenChange={ask}>
        <Modal className="dialog">
          <Panel title={t('check.leave')}>
            <p>{t('check.leave.lost')}</p>
            <div className="row wrap dialog-foot">
              {/* Enter keeps what was done. */}
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
              <button type="button" className="button main" autoFocus onClick={() => ask(false)}>
                {t('check.leave.stay')}
              </button>
              <button type="button" className="button line" onClick={back}>
                {t('check.leave.drop')}
              </button>
            </div>
          </Panel>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** Closing the page would lose what was mended: the browser asks first. */
function useGuard(mended: boolean): void {
  useEffect(() => {
    if (!mended) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [mended]);
}
