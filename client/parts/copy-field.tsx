// A text to take along: copied by a press, or selected for whoever must copy it by hand.
import { useRef, useState } from 'react';
import { copyText } from '../state/clipboard.ts';
import { useT } from '../state/hooks.ts';

/** Copies by the clipboard where the browser lets it; on plain http by the old way, and else leaves the text selected. */
export function CopyField({
  text,
  label,
  hint,
}: {
  readonly text: string;
  readonly label: string;
  readonly hint: string;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<'copied' | 'select'>();
  const copy = async (): Promise<void> => {
    input.current?.select();
    setDone((await copyText(text)) ? 'copied' : 'select');
  };
  return (
    <div>
      <div className="row">
        <input
          ref={input}
          className="field"
          readOnly
          value={text}
          aria-label={label}
          onFocus={(e) => e.target.select()}
        />
        <button type="button" className="button main" onClick={() => void copy()}>
          {t('copy')}
        </button>
      </div>
      <p className="hint" role="status">
        {done ? t(`share.${done}`) : hint}
      </p>
    </div>
  );
}
