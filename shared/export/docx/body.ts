// 正文: the characters of `writeParts`, paragraph by paragraph, in the faces their level asks for. Adds the list of attachments, no word else.
import { AlignmentType } from 'docx';
import type { Paragraph, ParagraphChild } from 'docx';
import type { Id, Kind, Plan } from '../../model/plan.ts';
import { writeParts } from '../../yaodian/write.ts';
import type { TextPart } from '../../yaodian/write.ts';
import { SIZE } from '../gongwen.ts';
import { isTitle, levelOf, paragraphsOf, signed, titleLines } from '../lines.ts';
import { titleOf } from '../words.ts';
import { control, tagOf } from './control.ts';
import type { StyleId } from './styles.ts';
import { paragraph, words } from './text.ts';

export function body(plan: Plan, attachments: readonly string[]): readonly Paragraph[] {
  const count = counter();
  const lines = paragraphsOf(writeParts(plan));
  const last = lines.findLastIndex((line) => line.some(({ node }) => node !== undefined));
  const titled = lines.some(isTitle);
  const right = signed(lines);
  const first = Math.min(...right.keys());
  return [
    ...(titled ? [] : heading(titleOf(plan.meta))),
    ...lines.flatMap((line, index) => [
      ...(index === first ? [paragraph('GwList', '', { keepNext: true })] : []),
      ...(isTitle(line)
        ? heading(titleOf(plan.meta))
        : right.has(index)
          ? [signature(line, right.get(index)!)]
          : [paragraph(styleOf(plan, line), runsOf(plan, line, count))]),
      ...(index === last ? attachmentList(attachments) : []),
    ]),
    ...(last < 0 ? attachmentList(attachments) : []),
  ];
}

function signature(line: readonly TextPart[], ems: number): Paragraph {
  const text = line
    .map((part) => part.text)
    .join('')
    .trim();
  return paragraph('GwList', text, {
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(ems * SIZE.body * 10) },
  });
}

/** 7.3.3: the first level in 黑体, the second in 楷体, what is below in 仿宋. */
function styleOf(plan: Plan, line: readonly TextPart[]): StyleId {
  return ({ first: 'GwFirst', second: 'GwSecond', body: 'GwBody' } as const)[levelOf(plan, line)];
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
  if (names.length === 0) return [];
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
