// One line of JSON per event, to standard error. Knows no tokens, cookies or contents: callers pass ids and counts only.

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  /** A fault of ours, with its stack. */
  fault(event: string, error: unknown, fields?: Fields): void;
}

export function makeLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const put = (level: string, event: string, fields: Fields): void => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => put('info', event, fields),
    warn: (event, fields = {}) => put('warn', event, fields),
    fault: (event, error, fields = {}) =>
      put('fault', event, {
        ...fields,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  };
}

export const silent: Log = { info: () => {}, warn: () => {}, fault: () => {} };
