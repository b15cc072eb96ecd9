// 正文: the characters of `writeParts`, paragraph by paragraph, in the faces their level asks for. Adds the list of attachments, no word else.
import type { Paragraph, ParagraphChild } from 'docx';
import type { Id, Kind, Plan } from '../../model/plan.ts';
import { depthOf } from '../../model/tree.ts';
import { writeParts } from '../../yaodian/write.ts';
import type { TextPart } from '../../yaodian/write.ts';
import { measure } from '../../layout/text.ts';
import { BLOCK, SIZE } from '../gongwen.ts';
import { titleOf } from '../words.ts';
import { control, tagOf } from './control.ts';
import type { StyleId } from './styles.ts';
import { paragraph, words } from './text.ts';

export function body(plan: Plan, attachments: readonly string[]): readonly Paragraph[] {
  const count = counter();
  const lines = paragraphsOf(writeParts(plan));
  const last = lines.findLastIndex((line) => line.some(({ node }) => node !== undefined));
  const titled = lines.some(isTitle);
  return [
    ...(titled ? [] : heading(titleOf(plan.meta))),
    ...lines.flatMap((line, index) => [
      ...(isTitle(line) ? heading(titleOf(plan.meta)) : [paragraph(styleOf(plan, line), runsOf(plan, line, count))]),
      ...(index === last ? attachmentList(attachments) : []),
    ]),
    ...(last < 0 ? attachmentList(attachments) : []),
  ];
}

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

function isTitle(line: readonly TextPart[]): boolean {
  return line.some(({ part, node }) => part === 'title' && node === undefined);
}

/** 7.3.3: the first level in 黑体, the second in 楷体, what is below in 仿宋. */
function styleOf(plan: Plan, line: readonly TextPart[]): StyleId {
  const id = line[0]!.node;
  if (id === undefined || plan.nodes.get(id)?.kind !== 'section') return 'GwBody';
  return depthOf(plan, id) === 0 ? 'GwFirst' : 'GwSecond';
}

/** A control around the runs of each node: what belongs to whom stays known in the file. */
function runsOf(plan: Plan, line: readonly TextPart[], count: () => number): readonly ParagraphChild[] {
  const style = styleOf(plan, line);
  const runs: { node: Id | undefined; text: string }[] = [];
  for (const { node, text } of line) {
    const before = runs.at(-1);
    if (before && before.node === node) before.text += text;
    else runs.push({ node, text });
  }
  return runs.flatMap(({ node: id, text }): readonly ParagraphChild[] => {
    const node = id === undefined ? undefined : plan.nodes.get(id);
    const written = words(style, text);
    return node ? [control(tagOf(node.kind, node.id), KIND_NAMES[node.kind], count(), written)] : written;
  });
}

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  section: '部分',
  item: '重点工作',
  clause: '措施',
  task: '任务',
  milestone: '节点',
};

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

/** 7.3.1: centred, in lines of like length; an empty line follows. */
function heading(title: string): readonly Paragraph[] {
  return [paragraph('GwTitle', titleLines(title).join('\n')), paragraph('GwList', '')];
}

/** 7.3.4: an empty line, then 附件： two characters in; names stand below each other and carry no stop. */
function attachmentList(names: readonly string[]): readonly Paragraph[] {
  const char = SIZE.body * 10;
  const label = 3 * char;
  const number = 1.5 * char;
  const left = 2 * char + label + number;
  return [
    paragraph('GwList', '', { keepNext: true }),
    ...names.map((name, index) =>
      paragraph('GwList', `${index === 0 ? '附件：' : ''}${index + 1}. ${name}`, {
        indent: { left, hanging: index === 0 ? label + number : number },
        keepNext: index < names.length - 1,
      }),
    ),
  ];
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
