// The line under the top bar for what concerns everybody on this page: cut off, stopped, not kept. Silent otherwise.
import { useEffect, useState } from 'react';
import type { CloseName } from '../../shared/protocol/close.ts';
import { useStatus, useT } from '../state/hooks.ts';
import { keyIf } from '../i18n/t.ts';

/** A restart of the server takes a second or two; only what lasts is worth a line. */
const PATIENCE_MS = 2500;

export function Banner() {
  const t = useT();
  const { link, local, stop } = useStatus();
  const away = useLasting(link === 'closed' || link === 'connecting', PATIENCE_MS);
  if (stop)
    return (
      <div className="banner-end" role="alert">
        <span>{t(stopKey(stop))}</span>
        <button type="button" className="button small line" onClick={() => location.reload()}>
          {t('banner.reload')}
        </button>
      </div>
    );
  if (!away) return null;
  return (
    <div className="banner" role="status">
      {t(local === 'failed' ? 'banner.offline-unkept' : 'banner.offline')}
    </div>
  );
}

function stopKey(stop: CloseName) {
  return keyIf(`banner.stop.${stop}`) ?? 'banner.stop.other';
}

/** True once `now` has been true for `ms`. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return lasting && now;
}
