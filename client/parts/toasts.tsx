// Short sentences at the corner, spoken to screen readers too.
import { X } from 'lucide-react';
import { useReadable, useT } from '../state/hooks.ts';
import { dismiss, notices } from '../state/notices.ts';

export function Toasts() {
  const t = useT();
  const shown = useReadable(notices);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className={`toast ${notice.tone}`}>
          <p>{notice.say(t)}</p>
          <button
            type="button"
            className="button small icon"
            aria-label={t('close')}
            onClick={() => dismiss(notice.id)}
          >
            <X size={16} strokeWidth={1.5} />
          </button>
          {notice.detail && <pre>{notice.detail}</pre>}
          {notice.action && (
            <button
              type="button"
              className="button small line"
              onClick={() => {
                notice.action?.run();
                dismiss(notice.id);
              }}
            >
              {notice.action.label(t)}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
