// Lines that a PDF or a terminal broke at a width, and page numbers between them. Looks at widths and signs, not at meaning.
import { readMark } from './marks.ts';
import { labelAt, skipBlank } from './words.ts';

export interface Wrapping {
  /** Lines that go on in the next line that is neither dropped nor blank. */
  readonly joins: ReadonlySet<number>;
  /** Page numbers. */
  readonly dropped: ReadonlySet<number>;
}

const PAGE_NUMBER =
  /^[—–―－\-·~\s]*(?:第\s*)?[0-9０-９]{1,3}\s*(?:页)?(?:\s*[/／共,，]{1,2}\s*(?:共\s*)?[0-9０-９]{1,3}\s*页?)?[—–―－\-·~\s]*$/;

export function wrappingOf(lines: readonly string[], skipped: ReadonlySet<number>): Wrapping {
  const trimmed = lines.map((line) => line.trim());
  const dropped = new Set(trimmed.flatMap((line, i) => (!skipped.has(i) && isPageNumber(line) ? [i] : [])));
  const usable = trimmed.map((line, i) => line !== '' && !dropped.has(i) && !skipped.has(i));
  const widths = lines.map((line, i) => (usable[i] ? widthOf(line) : 0));
  const full = fullWidth(trimmed, widths);
  if (full === undefined) return { joins: new Set(), dropped };
  const indented = usesIndents(lines, usable);
  const joins = new Set<number>();
  let open = 0;
  let since = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!usable[i]) continue;
    open = opened(trimmed[i]!, open);
    since = open > 0 ? since + 1 : 0;
    if (widths[i]! < full - 2.6) {
      open = 0;
      continue;
    }
    let next = i + 1;
    let paged = false;
    for (; next < lines.length && !usable[next] && !skipped.has(next); next++) paged ||= dropped.has(next);
    if (!usable[next] || (next > i + 1 && !paged)) continue;
    // Inside a bracket nothing begins anew.
    if (open > 0 && open < 3 && since < 5) {
      joins.add(i);
      continue;
    }
    open = 0;
    if (begins(trimmed[next]!)) continue;
    const closed = /[。！？；：]$/.test(trimmed[i]!);
    if (
      closed &&
      (indented ? /^[\s\u3000]{2}/.test(lines[next]!) : /^[。]$/.test(trimmed[i]!.at(-1)!) && widths[next]! < 8)
    )
      continue;
    if (indented && /^\u3000\u3000|^ {4}/.test(lines[next]!)) continue;
    joins.add(i);
  }
  return { joins, dropped };
}

/** How many brackets are open behind the line. */
function opened(line: string, before: number): number {
  let open = before;
  for (const sign of line) {
    if ('（(【〔'.includes(sign)) open++;
    else if ('）)】〕'.includes(sign)) open = Math.max(0, open - 1);
  }
  return open;
}

function isPageNumber(line: string): boolean {
  return line.length <= 16 && /[0-9０-９]/.test(line) && PAGE_NUMBER.test(line);
}

/** A paragraph of its own begins here, whatever the line before. */
function begins(line: string): boolean {
  return readMark(line) !== undefined || labelAt(line, skipBlank(line, 0)) !== undefined;
}

/** Signs of an ideograph's width; others count half. */
function widthOf(line: string): number {
  const text = line.trimEnd();
  const lead = text.length - text.trimStart().length;
  if (lead > 6) return 0;
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** The width at which this text was broken, if it was. */
function fullWidth(trimmed: readonly string[], widths: readonly number[]): number | undefined {
  const all = widths.filter((width) => width > 0).sort((a, b) => b - a);
  if (all.length < 4) return undefined;
  const most = all[Math.floor(all.length * 0.01)]!;
  if (most < 14 || most > 64 || all[0]! > most + 3) return undefined;
  let near = 0;
  let open = 0;
  widths.forEach((width, i) => {
    if (width < most - 2.6) return;
    near++;
    if (!/[。！？；：]$/.test(trimmed[i]!)) open++;
  });
  return near >= 3 && near >= all.length * 0.2 && open >= near * 0.6 ? most : undefined;
}

function usesIndents(lines: readonly string[], usable: readonly boolean[]): boolean {
  const text = lines.filter((_, i) => usable[i]);
  const indented = text.filter((line) => /^(?:\u3000\u3000| {2,6})(?! )/.test(line)).length;
  return indented >= 2 && indented >= text.length * 0.08 && indented <= text.length * 0.8;
}
