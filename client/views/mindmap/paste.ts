// An indented text as a branch: what is pasted onto a topic. List marks are dropped, because the plan numbers by itself.
import { ROOT } from '../../../shared/model/plan.ts';
import type { Kind, Outline } from '../../../shared/model/plan.ts';
import { usualChild } from '../../../shared/model/tree.ts';

/** Outlines to plant below a topic of this kind; undefined when there is nothing, or nothing may hang there. */
export function outlinesOf(text: string, below: Kind | typeof ROOT): readonly Outline[] | undefined {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ depth: depthOf(line), title: titleOf(line) }));
  const read = (from: number, to: number, kind: Kind | undefined): Outline[] | undefined => {
    if (kind === undefined) return undefined;
    const found: Outline[] = [];
    for (let at = from; at < to;) {
      let end = at + 1;
      while (end < to && lines[end]!.depth > lines[at]!.depth) end++;
      const children = end > at + 1 ? read(at + 1, end, usualChild(kind)) : [];
      if (!children) return undefined;
      found.push({ kind, title: lines[at]!.title, ...(children.length > 0 && { children }) });
      at = end;
    }
    return found;
  };
  const found = read(0, lines.length, usualChild(below));
  return found && found.length > 0 ? found : undefined;
}

/** A tab is four spaces, an ideographic space two. */
function depthOf(line: string): number {
  const [indent = ''] = /^[\s\u3000]*/.exec(line) ?? [];
  return [...indent].reduce((sum, char) => sum + (char === '\t' ? 4 : char === '\u3000' ? 2 : 1), 0);
}

const MARK =
  /^(?:[-*•·●○■□▪]\s+|第?[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳]|\d+(?:\.\d+)+\s+|\d+[.．](?!\d)\s*|\d+[、)）])\s*/;

function titleOf(line: string): string {
  return line.trim().replace(MARK, '').trim();
}
