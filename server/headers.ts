// The security headers of every page and file. Works over plain HTTP in a LAN: nothing here asks for https.

/** `host` is where the page was asked for: older Safari does not count a WebSocket to one's own host as 'self'. */
export function pageHeaders(host: string | undefined): Readonly<Record<string, string>> {
  const own = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      `connect-src 'self'${own}`,
      // Files from outside are read in a thread whose script is ours.
      "worker-src 'self'",
      // Widths and positions of bars are inline styles; nothing inline is ever executed.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
  };
}
