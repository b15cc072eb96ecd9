// Was this request made by our own page? Browsers say where a page came from; scripts say nothing and hold no cookie of ours by accident.

interface Headers {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/** True without an Origin: every browser sends one with a WebSocket and with anything but a plain GET. */
export function sameOrigin({ origin, host }: Headers, publicUrl?: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === publicUrl || (host !== undefined && url.host === host);
}
