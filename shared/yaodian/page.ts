// A text as lines with offsets, and how long one may be. Knows no meaning.

/** A hundred times a year's text. Reading more would hold up everybody else on the server, or freeze the page. */
export const MOST_LINES = 20_000;
export const MOST_CHARS = 500_000;

/** How long a text is, when that is too long to be read. */
export function tooLong(text: string): { readonly lines: number; readonly chars: number } | undefined {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  // Old Macs ended lines so.
  if (lines === 1) for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) lines++;
  return lines > MOST_LINES || text.length > MOST_CHARS ? { lines, chars: text.length } : undefined;
}

export interface Page {
  /** The text with line ends made `\n`. */
  readonly source: string;
  /** How lines ended. */
  readonly eol: '\n' | '\r\n' | '\r';
  readonly lines: readonly string[];
  /** Where each line begins. */
  readonly starts: readonly number[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function openPage(text: string): Page {
  const eol = eolOf(text);
  return pageOf(eol === '\n' ? text : text.replaceAll(eol, '\n'), eol);
}

/** `source` is cut where it has a `\n`, whatever else it holds. */
export function pageOf(source: string, eol: Page['eol']): Page {
  const lines = source.split('\n');
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  return { source, eol, lines, starts };
}

/** CRLF or CR when every line ends so; in a mixture a stray CR counts as white space. */
function eolOf(text: string): Page['eol'] {
  const newlines = text.split('\n').length - 1;
  const carriages = text.split('\r').length - 1;
  if (newlines === 0) return carriages > 0 ? '\r' : '\n';
  return carriages === newlines && text.split('\r\n').length - 1 === newlines ? '\r\n' : '\n';
}

/** From the first to the last character of these lines that is not white space. */
export function inked(page: Page, first: number, last: number): Stretch {
  const line = page.lines[first]!;
  return {
    start: page.starts[first]! + line.length - line.trimStart().length,
    end: page.starts[last]! + page.lines[last]!.trimEnd().length,
  };
}

/** The line of an offset, from 1. */
export function lineAt(page: Page, offset: number): number {
  let [low, high] = [0, page.starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (page.starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
