// What a finger can do with the range: what keys do otherwise.
import { ArrowDownToLine, ClipboardPaste, Copy, Eraser } from 'lucide-react';
import { ICON } from '../../parts/icon.ts';
import { useT } from '../../state/hooks.ts';
import type { Blocks } from './blocks.ts';

interface Props {
  readonly blocks: Blocks;
  readonly mayEdit: boolean;
  /** Gives the keys to the field over the cells, which hears of copying. */
  readonly take: () => void;
}

/** Reading the clipboard unasked for exists on https alone. */
const reads = (): boolean => typeof navigator.clipboard?.readText === 'function';

export function TouchBar({ blocks, mayEdit, take }: Props) {
  const t = useT();
  const copy = (): void => {
    take();
    document.execCommand('copy');
  };
  const paste = async (): Promise<void> => {
    // Whoever says no to the browser's question has said it.
    const text = await navigator.clipboard.readText().catch(() => '');
    if (text === '') return;
    const data = new DataTransfer();
    data.setData('text/plain', text);
    blocks.paste(data);
  };
  return (
    <div className="list-touch" role="toolbar" aria-label={t('list.touch')}>
      <button type="button" className="button" onClick={copy}>
        <Copy {...ICON} />
        {t('list.touch.copy')}
      </button>
      {mayEdit && reads() && (
        <button type="button" className="button" onClick={() => void paste()}>
          <ClipboardPaste {...ICON} />
          {t('list.touch.paste')}
        </button>
      )}
      {mayEdit && (
        <>
          <button type="button" className="button" onClick={blocks.fillDown}>
            <ArrowDownToLine {...ICON} />
            {t('list.touch.fill')}
          </button>
          <button type="button" className="button" onClick={blocks.clear}>
            <Eraser {...ICON} />
            {t('list.touch.clear')}
          </button>
        </>
      )}
    </div>
  );
}
