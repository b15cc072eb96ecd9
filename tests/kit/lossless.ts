// Which characters of a source a draft has somewhere: in a node, in title or preamble, or among what it says it left over.
import { formGet } from '../../shared/yaodian/grammar.ts';
import type { Draft, DraftNode } from '../../shared/yaodian/draft.ts';

/** White space, what shows nothing, and what draws a table. */
const NOTHING = /[\s\u200b-\u200d\u2060\u00ad\ufeff|｜\u2500-\u257f●○◆◇■□▲△★☆•▪►➢]/;

/** The first characters that are nowhere, or undefined. White space and what shows nothing count for nothing. */
export function lostIn(draft: Draft): string | undefined {
  const { source, children, title, preamble, rest } = draft;
  const seen = new Uint8Array(source.length);
  const mark = (from: number, to: number): void => void seen.fill(1, Math.max(0, from), Math.max(0, to));
  const headings = new Set<string>();
  const told: string[] = [];
  const visit = (node: DraftNode): void => {
    mark(node.start, node.end);
    if (node.kind === 'section') headings.add(node.title);
    const { lead, assist, leaders, time = '' } = node.roles;
    // The bracket is written back as it stood, also what in it is neither office nor deadline.
    const bracket = formGet(node.form, 'bracket') ?? '';
    told.push(bareOf([node.title, ...lead, ...assist, ...leaders, time, bracket].join('\n')));
    for (const child of node.children) visit(child);
  };
  for (const node of children) visit(node);
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  for (const { line, text } of rest) cover(source, seen, text, starts[line - 1] ?? 0);
  // Lines that were joined stand apart in the source.
  told.push(...rest.map(({ text }) => bareOf(text)), bareOf(title), bareOf(preamble));
  // The text of a merged cell may stand in every row it covers.
  for (const text of [title, ...preamble.split('\n'), ...headings]) everywhere(source, seen, text);
  for (let at = 0; at < source.length; at++)
    if (
      !seen[at] &&
      !isBullet(source, at) &&
      !isOrdinal(source, at) &&
      !isTold(source, at, told) &&
      !NOTHING.test(source[at]!)
    ) {
      const line = starts.findLastIndex((start) => start <= at);
      return `line ${line + 1}: ${source.slice(at, at + 20)}`;
    }
  return undefined;
}

/** A stop at a cell's end says nothing; a cell broken over lines is told in the cell above. */
function isTold(source: string, at: number, told: readonly string[]): boolean {
  if (/^[。；;、，]+(?: ?[\t\n|]| {2}|$)/.test(source.slice(at, at + 6))) return true;
  const before = source
    .slice(Math.max(0, at - 200), at)
    .split(CELL_END)
    .at(-1)!;
  const cell = bareOf(before + source.slice(at, at + 200).split(CELL_END)[0]!);
  // Merged cells of one row say the same.
  const line = source
    .slice(source.lastIndexOf('\n', at - 1) + 1, at - before.length)
    .split(CELL_END)
    .map(bareOf);
  if (line.includes(cell)) return true;
  return cell !== '' && told.some((words) => words.includes(cell));
}

const CELL_END = /[\t\n|\u2500-\u257f]| {2,}/;
const bareOf = (text: string): string => text.replace(new RegExp(NOTHING.source, 'g'), '').replace(/[。；;、]+$/, '');

/** —— and 【 before an item's title stand in its form, as ● does; |---| draws a table. */
function isBullet(source: string, at: number): boolean {
  const end = source.indexOf('\n', at);
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, end < 0 ? source.length : end);
  if (/^[|\-—–―:：\s\u2500-\u257f]+$/.test(line)) return true;
  return (
    '—–―─-【'.includes(source[at]!) &&
    /(?:^|[\t\n|]| {2})[\s\u3000—–―─-]*$/.test(source.slice(Math.max(0, at - 12), at))
  );
}

/** The number of a row whose work has the same number of its own. */
function isOrdinal(source: string, at: number): boolean {
  return (
    /(?:^|\n)(?:\| ?)?[0-9０-９]{0,3}$/.test(source.slice(Math.max(0, at - 6), at)) &&
    /^[0-9０-９.．、]{1,4}(?:\t| {2}| ?\|)/.test(source.slice(at, at + 6))
  );
}

/** Marks `text` at its first place from `from` on; where it is not there in one piece, its signs in their order: cells of a row stand apart. */
function cover(source: string, seen: Uint8Array, text: string, from: number): void {
  const newline = source.indexOf('\n', from);
  const end = newline < 0 ? source.length : newline;
  const whole: number[] = [];
  for (let at = source.indexOf(text, from); at >= 0 && at < end; at = source.indexOf(text, at + 1)) whole.push(at);
  const place = whole.find((at) => !seen[at]) ?? whole[0];
  if (place !== undefined) {
    seen.fill(1, place, place + text.length);
    return;
  }
  if (broken(source, seen, text, from)) return;
  let at = from;
  for (const sign of text) {
    if (NOTHING.test(sign)) continue;
    const next = source.indexOf(sign, at);
    if (next < 0) return;
    seen.fill(1, next, next + sign.length);
    at = next + sign.length;
  }
}

/** Marks `text` where lines that were joined hold it, in one piece but for white space. */
function broken(source: string, seen: Uint8Array, text: string, from: number): boolean {
  const signs = [...text]
    .filter((sign) => !NOTHING.test(sign))
    .map((sign) => sign.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  if (signs.length === 0 || signs.length > 2_000) return false;
  const found = new RegExp(signs.join(`${NOTHING.source}*`), 'u').exec(source.slice(from));
  if (found) seen.fill(1, from + found.index, from + found.index + found[0].length);
  return found !== null;
}

/** Marks a text wherever it stands, whatever white space is in it. */
function everywhere(source: string, seen: Uint8Array, text: string): void {
  const places: number[] = [];
  let bare = '';
  for (let at = 0; at < source.length; at++) {
    if (NOTHING.test(source[at]!)) continue;
    places.push(at);
    bare += source[at]!;
  }
  const wanted = [...text].filter((sign) => !NOTHING.test(sign)).join('');
  if (wanted === '') return;
  if (!bare.includes(wanted)) {
    // What stands on every page may stand within.
    const start = wanted.slice(0, 6);
    for (let at = bare.indexOf(start); at >= 0; at = bare.indexOf(start, at + 1))
      cover(source, seen, text, places[at]!);
    return;
  }
  for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1))
    for (let i = 0; i < wanted.length; i++) seen[places[at + i]!] = 1;
}
