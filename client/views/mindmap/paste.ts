// What is pasted onto a topic as a branch: an indented text, a block of Excel, a list of Word. List marks are dropped, because the plan numbers by itself.
import { ROOT } from '../../../shared/model/plan.ts';
import type { Kind, Outline } from '../../../shared/model/plan.ts';
import { usualChild } from '../../../shared/model/tree.ts';
import { tableIn } from '../list/clipboard.ts';
import { readBlock } from '../list/entry.ts';
import { oneLine } from '../text/splice.ts';
import { tableLines } from './sheet.ts';
import type { Line } from './sheet.ts';

/** Outlines to plant below a topic of this kind; undefined when there is nothing, or nothing may hang there. */
export function outlinesOf(text: string, below: Kind | typeof ROOT, html = ''): readonly Outline[] | undefined {
  return grown(htmlLines(html) ?? cellLines(html, text) ?? linesOf(text), below);
}

/** A table knows its merged cells and where a cell breaks its lines. One column alone is an indented text, with breaks in quotes. */
function cellLines(html: string, text: string): readonly Line[] | undefined {
  const rows = tableIn(html);
  if (!rows) return undefined;
  if (rows.every((row) => row.length === 1))
    return readBlock(text).flatMap(([cell = '']) =>
      cell.trim() === '' ? [] : [{ depth: depthOf(cell), title: titleOf(cell) }],
    );
  return tableLines(rows).map(cleaned);
}

function linesOf(text: string): readonly Line[] {
  // A tab between words is a cell's edge, before them it is an indent.
  if (/[^\t\n\r ]\t/.test(text)) return tableLines(readBlock(text)).map(cleaned);
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ depth: depthOf(line), title: titleOf(line) }));
}

function grown(lines: readonly Line[], below: Kind | typeof ROOT): readonly Outline[] | undefined {
  const read = (from: number, to: number, kind: Kind | undefined): Outline[] | undefined => {
    if (kind === undefined) return undefined;
    const found: Outline[] = [];
    for (let at = from; at < to;) {
      const { depth, title, rest } = lines[at]!;
      let end = at + 1;
      while (end < to && lines[end]!.depth > depth) end++;
      const children = end > at + 1 ? read(at + 1, end, usualChild(kind)) : [];
      if (!children) return undefined;
      found.push({ kind, title, ...rest, ...(children.length > 0 && { children }) });
      at = end;
    }
    return found;
  };
  const found = read(0, lines.length, usualChild(below));
  return found && found.length > 0 ? found : undefined;
}

/** Lists as Word, WPS and the web hand them over; nothing for anything else, tables among it: those come better as text. */
function htmlLines(html: string): readonly Line[] | undefined {
  if (!/mso-list|<li[\s>]/i.test(html) || /<table/i.test(html)) return undefined;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found: Line[] = [];
  for (const el of page.body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li')) {
    if (el.matches('li p, li li p')) continue;
    const title = titleOf(ownText(el));
    if (title !== '') found.push({ depth: listDepth(el), title });
  }
  return found.length > 0 ? found : undefined;
}

/** Word says its level in the style; a list by what it is nested in. */
function listDepth(el: Element): number {
  const level = /mso-list:[^;"']*level(\d+)/i.exec(el.getAttribute('style') ?? '')?.[1];
  if (level) return Number(level);
  let depth = 0;
  for (let at = el.parentElement; at; at = at.parentElement) if (at.matches('ul, ol')) depth++;
  return depth;
}

/** Without the lists inside it, and without the number Word puts before it. */
function ownText(el: Element): string {
  const copy = el.cloneNode(true) as Element;
  for (const inner of copy.querySelectorAll('ul, ol')) inner.remove();
  for (const span of copy.querySelectorAll('span'))
    if (/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')) span.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ');
}

function cleaned(line: Line): Line {
  return { ...line, title: titleOf(line.title) };
}

/** A tab is four spaces, an ideographic space two. */
function depthOf(line: string): number {
  const [indent = ''] = /^[\s\u3000]*/.exec(line) ?? [];
  return [...indent].reduce((sum, char) => sum + (char === '\t' ? 4 : char === '\u3000' ? 2 : 1), 0);
}

const MARK =
  /^(?:[-*•·●○■□▪]\s+|第?[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳]|\d+(?:\.\d+)+\s+|\d+[.．](?!\d)\s*|\d+[、)）])\s*/;

function titleOf(line: string): string {
  return oneLine(line.trim()).replace(MARK, '').trim();
}
