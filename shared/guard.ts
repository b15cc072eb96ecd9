// What every door asks of a value from outside: a file, a document, a presence, what a browser kept. Shapes, not meanings.

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id of ours or of a careful script: no separators, no words that mean something. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!(?:root|bin|__proto__|constructor|prototype)$)[\w-]{1,40}$/.test(value);
}

/** A key to sort by among siblings. */
export function isOrder(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Za-z]{1,400}$/.test(value);
}
