// How wide text is and where its lines break, from a table and by 禁则: the same on every machine. Knows no font file and asks no canvas.

/** Advance widths of U+0020–U+007E in hundredths of an em: a little wider than the widest face of the interface's list. */
const LATIN = [
  26, 33, 48, 56, 56, 93, 68, 28, 34, 34, 47, 57, 28, 35, 28, 40, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 28, 28, 57,
  57, 57, 52, 99, 65, 67, 68, 71, 63, 59, 74, 73, 30, 54, 66, 55, 90, 75, 76, 65, 76, 68, 64, 61, 73, 63, 94, 62, 60,
  61, 34, 40, 34, 56, 56, 61, 57, 62, 51, 62, 56, 33, 59, 61, 28, 28, 56, 29, 93, 61, 61, 62, 62, 39, 49, 38, 61, 53,
  81, 50, 53, 49, 34, 27, 34, 57,
];

/** Semi-bold and bold are wider than the table by about this. */
const BOLD = 1.06;

const NO_START = new Set('，。、；：？！）」』】》〉〕］｝”’…—～·,.;:?!)]}%％‰°℃々〻ー');
const NO_END = new Set('（「『【《〈〔［｛“‘([{￥$#＃№');

/** The width of one line in px. */
export function measure(text: string, size: number, weight = 400): number {
  let width = 0;
  for (const char of text) width += em(char.codePointAt(0)!);
  return width * size * (weight >= 500 ? BOLD : 1);
}

/** The baseline that centres a line of mixed Chinese and digits in a strip. */
export function baseline(y: number, height: number, size: number): number {
  return Math.round((y + height / 2 + size * 0.36) * 2) / 2;
}

/** As much of a line as fits `width`, ending in … when something was left out. */
export function clip(text: string, size: number, width: number, weight = 400): string {
  return measure(text, size, weight) <= width ? text : shorten(text, size, width, weight);
}

/** Ends in … whether it has to or not. */
function shorten(text: string, size: number, width: number, weight: number): string {
  const dots = measure('…', size, weight);
  let kept = '';
  let used = dots;
  for (const unit of units(text)) {
    used += measure(unit, size, weight);
    if (used > width) break;
    kept += unit;
  }
  // 「某某，…」 reads as a mistake: no mark or opening bracket before the ellipsis.
  while (kept !== '' && (NO_END.has(last(kept)) || NO_START.has(last(kept)) || last(kept) === ' '))
    kept = kept.slice(0, -last(kept).length);
  return dots <= width ? `${kept}…` : '';
}

/** The lines of a text in `maxWidth`; the last of `maxLines` ends in … when something was left out. Never empty. */
export function wrap(text: string, size: number, maxWidth: number, maxLines = Infinity, weight = 400): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) lines.push(...fill(paragraph, size, maxWidth, weight));
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(kept[maxLines - 1]!, size, maxWidth, weight);
  return kept;
}

/** Wrapped into as few lines as `maxWidth` allows; broken after ， and its like when that costs no line, else as narrow as that many lines can be. */
export function balance(text: string, size: number, maxWidth: number, maxLines = Infinity, weight = 400): string[] {
  const widest = wrap(text, size, maxWidth, maxLines, weight);
  if (widest.length < 2) return widest;
  const phrases = byPhrase(text, size, maxWidth, weight);
  if (phrases.length === widest.length) return phrases;
  if (widest.length === maxLines) return widest;
  let best = widest;
  let low = maxWidth / 2;
  let high = maxWidth;
  for (let step = 0; step < 6; step++) {
    const middle = (low + high) / 2;
    const lines = wrap(text, size, middle, Infinity, weight);
    if (lines.length === widest.length) [best, high] = [lines, middle];
    else low = middle;
  }
  return best;
}

/** Whole phrases to a line; nothing when one is too long for a line of its own. */
function byPhrase(text: string, size: number, maxWidth: number, weight: number): string[] {
  const lines: string[] = [];
  for (const phrase of text.match(/[^，；：。]+[，；：。]?[”’」』）》]*/g) ?? []) {
    const joined = (lines.at(-1) ?? '') + phrase;
    if (measure(phrase, size, weight) > maxWidth) return [];
    if (lines.length > 0 && measure(joined, size, weight) <= maxWidth) lines[lines.length - 1] = joined;
    else lines.push(phrase);
  }
  return lines;
}

function fill(paragraph: string, size: number, maxWidth: number, weight: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(paragraph, size, maxWidth, weight)) {
    const width = measure(piece, size, weight);
    if (line !== '' && used + measure(piece.trimEnd(), size, weight) > maxWidth) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    line += piece;
    used += width;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Runs between which a line may break. A run wider than a whole line is cut anywhere. */
function pieces(text: string, size: number, maxWidth: number, weight: number): string[] {
  const runs: string[] = [];
  for (const unit of units(text)) {
    const before = runs.at(-1);
    if (before !== undefined && sticks(last(before), first(unit))) runs[runs.length - 1] = before + unit;
    else runs.push(unit);
  }
  return runs.flatMap((run) => (measure(run, size, weight) <= maxWidth ? [run] : cut(run, size, maxWidth, weight)));
}

function cut(run: string, size: number, maxWidth: number, weight: number): string[] {
  const found: string[] = [];
  let used = Infinity;
  for (const unit of units(run)) {
    const width = measure(unit, size, weight);
    if (used + width <= maxWidth) found[found.length - 1] += unit;
    else found.push(unit);
    used = used + width <= maxWidth ? used + width : width;
  }
  return found;
}

function sticks(a: string, b: string): boolean {
  if (NO_START.has(b) || NO_END.has(a)) return true;
  if (b === ' ') return true;
  if (a === ' ') return false;
  return !isWide(a.codePointAt(0)!) && !isWide(b.codePointAt(0)!);
}

/** Code points, with what combines or joins kept on its base, so that nothing visible is ever cut in two. */
function units(text: string): string[] {
  const found: string[] = [];
  for (const char of text) {
    const at = found.length - 1;
    if (at >= 0 && (isJoined(char.codePointAt(0)!) || last(found[at]!) === '\u200d')) found[at] += char;
    else found.push(char);
  }
  return found;
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!);
}

function last(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

function em(code: number): number {
  if (code >= 0x20 && code <= 0x7e) return LATIN[code - 0x20]! / 100;
  if (isJoined(code) || code < 0x20) return 0;
  if (isWide(code)) return 1;
  if (code === 0x2013) return 0.56;
  return code < 0x2000 ? 0.66 : 1;
}

/** Combining marks, joiners and variation selectors: no width of their own. */
function isJoined(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200d) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0100 && code <= 0xe01ef) ||
    code === 0xfeff
  );
}

/** Set in a square: Chinese, Japanese and Korean characters, their punctuation, the quotes they share with Latin, symbols and emoji. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2014 && code <= 0x2027) ||
    (code >= 0x2030 && code <= 0x2bff) ||
    (code >= 0x2e80 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f000 ||
    code === 0xb7
  );
}
