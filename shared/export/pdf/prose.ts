// Running text of the official document set line by line: 22 lines of 28 characters, two characters in, stretched to both margins.
import { wrap } from '../../layout/text.ts';
import type { Shape } from '../../layout/scene.ts';
import type { FaceName } from '../../layout/theme.ts';
import type { Plan } from '../../model/plan.ts';
import { writeParts } from '../../yaodian/write.ts';
import type { TextPart } from '../../yaodian/write.ts';
import { GRID, SIZE } from '../gongwen.ts';
import { isTitle, levelOf, paragraphsOf, signed, titleLines } from '../lines.ts';
import { titleOf } from '../words.ts';
import { blockOf, px, typePx } from './leaf.ts';
import type { Leaf } from './leaf.ts';

export const PITCH = px(GRID.linePitch);

/** One line of the grid. */
export interface Line {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  /** Px from the left of the block; `centred` ignores it. */
  readonly indent?: number;
  readonly centred?: boolean;
  /** Px from the right of the block, where the line ends. */
  readonly right?: number;
  /** To be filled to the right margin. */
  readonly full?: boolean;
  /** Not the last of a leaf. */
  readonly keep?: boolean;
}

const FACES = { first: 'hei', second: 'kai', body: 'fang' } as const;
const BODY = typePx(SIZE.body);
const EMPTY: Line = { text: '', face: 'fang', size: BODY };

export function textLeaves(plan: Plan, attachments: readonly string[]): readonly Leaf[] {
  const paragraphs = paragraphsOf(writeParts(plan));
  const last = paragraphs.findLastIndex((line) => line.some(({ node }) => node !== undefined));
  const title = [...titled(titleOf(plan.meta), false), EMPTY];
  const right = signed(paragraphs);
  const first = Math.min(...right.keys());
  const lines = paragraphs.flatMap((line, index) => [
    ...(index === first ? [EMPTY] : []),
    ...(isTitle(line)
      ? title
      : right.has(index)
        ? [signature(line, right.get(index)!)]
        : set(line.map(({ text }) => text).join(''), FACES[levelOf(plan, line)], levelOf(plan, line) !== 'body')),
    ...(index === last ? attached(attachments) : []),
  ]);
  const whole = [...(paragraphs.some(isTitle) ? [] : title), ...lines, ...(last < 0 ? attached(attachments) : [])];
  return leavesOf(whole, false);
}

/** 2号 小标宋, centred. */
export function titled(title: string, turned: boolean): readonly Line[] {
  const width = blockOf(turned).w;
  return titleLines(title, width * 15).map((text) => ({
    text,
    face: 'biao',
    size: typePx(SIZE.title),
    centred: true,
    keep: true,
  }));
}

/** A cell of the grid: 28 fill the block. */
const CELL = blockOf(false).w / GRID.characters;

function signature(line: readonly TextPart[], ems: number): Line {
  const text = line
    .map((part) => part.text)
    .join('')
    .trim();
  return { text, face: 'fang', size: BODY, right: ems * CELL };
}

function set(text: string, face: FaceName, heading: boolean): readonly Line[] {
  const lines = wrap(`　　${text}`, CELL, GRID.characters * CELL + 0.1);
  return lines.map((line, index) => {
    const indent = index === 0 ? 2 * CELL : 0;
    const full = index < lines.length - 1;
    return { text: index === 0 ? line.slice(2) : line, face, size: BODY, indent, full, keep: heading && !full };
  });
}

/** 7.3.4 */
function attached(names: readonly string[]): readonly Line[] {
  if (names.length === 0) return [];
  return [
    EMPTY,
    ...names.flatMap((name, index) => {
      const label = index === 0 ? '附件：' : '';
      const lines = wrap(`${index + 1}. ${name}`, CELL, (GRID.characters - 5) * CELL);
      return lines.map((text, at): Line => ({
        text: at === 0 ? label + text : text,
        face: 'fang',
        size: BODY,
        indent: CELL * (at > 0 ? 6.5 : label ? 2 : 5),
      }));
    }),
  ];
}

export function leavesOf(lines: readonly Line[], turned: boolean): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (let rest = lines; rest.length > 0;) {
    let count = Math.min(rest.length, GRID.lines);
    while (count > 1 && count < rest.length && rest[count - 1]!.keep) count--;
    leaves.push({
      turned,
      shapes: rest.slice(0, count).flatMap((line, index) => shapeOf(line, index * PITCH, turned)),
    });
    rest = rest.slice(count);
    // A leaf does not begin with an empty line.
    while (rest[0]?.text === '') rest = rest.slice(1);
  }
  return leaves.length > 0 ? leaves : [{ turned, shapes: [] }];
}

/** `y` from the top of the block. */
export function shapeOf(
  { text, face, size, indent = 0, centred, right, full }: Line,
  y: number,
  turned: boolean,
): readonly Shape[] {
  if (text === '') return [];
  const block = blockOf(turned);
  const at = { kind: 'text', y: block.y + y + PITCH / 2 + size * 0.36, text, size, face, fill: 'ink' } as const;
  if (right !== undefined) return [{ ...at, x: block.x + block.w - right, anchor: 'end' }];
  if (centred) return [{ ...at, x: block.x + block.w / 2, anchor: 'middle' }];
  return [{ ...at, x: block.x + indent, ...(full && { fit: block.w - indent }) }];
}
