// The official text as a document sets it: paragraphs with the level each has, a title in lines of like length. Knows no file format.
import type { Plan } from '../model/plan.ts';
import { depthOf } from '../model/tree.ts';
import { measure } from '../layout/text.ts';
import type { TextPart } from '../yaodian/write.ts';
import { BLOCK, SIZE } from './gongwen.ts';

/** Pieces grouped by paragraph. Blank lines and the white space around a paragraph belong to a text file, not to a document. */
export function paragraphsOf(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const lines: TextPart[][] = [[]];
  for (const part of parts) {
    part.text.split(/\r\n|\n|\r/).forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text) lines.at(-1)!.push({ ...part, text });
    });
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

function trimmed(line: readonly TextPart[]): readonly TextPart[] {
  const inked = (part: TextPart): boolean => part.text.trim() !== '';
  const first = line.findIndex(inked);
  const last = line.findLastIndex(inked);
  return line.slice(first < 0 ? line.length : first, last + 1).map((part, index, kept) => ({
    ...part,
    text: atEdges(part.text, index === 0, index === kept.length - 1),
  }));
}

function atEdges(text: string, first: boolean, last: boolean): string {
  const start = first ? text.trimStart() : text;
  return last ? start.trimEnd() : start;
}

export function isTitle(line: readonly TextPart[]): boolean {
  return line.some(({ part, node }) => part === 'title' && node === undefined);
}

/** 2019年3月1日, 二〇一九年三月一日 */
const DATE = /^[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/**
 * 7.3.5: what signs the document stands at the right, the date four characters in and the name centred above it. Lines by
 * their index, with the ems they keep from the right.
 */
export function signed(lines: readonly (readonly TextPart[])[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const last = lines.findLastIndex((line) => line.some(({ node }) => node !== undefined));
  const words = lines.map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
  const date = words.findLastIndex((text, index) => index > last && DATE.test(text.replace(/\s/g, '')));
  if (date < 0) return found;
  found.set(date, 4);
  for (let at = date - 1; at > last && isName(words[at]!); at--)
    found.set(at, Math.max(2, 4 + (measure(words[date]!, 1) - measure(words[at]!, 1)) / 2));
  return found;
}

/** An office's, not 附件：… nor a sentence. */
function isName(text: string): boolean {
  return [...text].length <= 28 && !/^(附件|[（(])|[。；：:]$/.test(text);
}

export type Level = 'first' | 'second' | 'body';

/** 7.3.3: sections in two levels, and all below them. */
export function levelOf(plan: Plan, line: readonly TextPart[]): Level {
  const id = line[0]!.node;
  if (id === undefined || plan.nodes.get(id)?.kind !== 'section') return 'body';
  return depthOf(plan, id) === 0 ? 'first' : 'second';
}

/** A title too long for one line breaks into lines of nearly equal length, rather before a bracket or after a stop than within a word. */
export function titleLines(title: string, width: number = BLOCK.width): readonly string[] {
  const size = SIZE.title * 10;
  const whole = measure(title, size);
  const count = Math.ceil(whole / width);
  if (count <= 1) return [title];
  const chars = [...title];
  const lines: string[] = [];
  let rest = chars;
  for (let left = count; left > 1; left--) {
    const at = breakAt(rest, measure(rest.join(''), size) / left, width, size);
    lines.push(rest.slice(0, at).join('').trim());
    rest = rest.slice(at);
  }
  return [...lines, rest.join('').trim()];
}

function breakAt(chars: readonly string[], ideal: number, width: number, size: number): number {
  let best = 1;
  let least = Infinity;
  for (let at = 1; at < chars.length; at++) {
    const length = measure(chars.slice(0, at).join(''), size);
    if (length > width) break;
    const [before, after] = [chars[at - 1]!, chars[at]!];
    if (/[（《“‘]/.test(before) || /[，。、；：？！）》”’]/.test(after)) continue;
    if (/[\dA-Za-z]/.test(before) && /[\dA-Za-z年月日]/.test(after)) continue;
    const natural = /[（《“ ·]/.test(after) || /[，、；：）》” ·]/.test(before);
    const cost = Math.abs(length - ideal) + (natural ? 0 : 3 * size);
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}
