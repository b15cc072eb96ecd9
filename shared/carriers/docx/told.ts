// What a Word file says besides its words: ids of our content controls for the nodes that were read, and what was left out.
import type { CarriedDraft } from '../../yaodian/carried.ts';
import type { ReadDoubt, ReadNode, Reading } from '../reading.ts';
import type { Docx } from './docx.ts';
import type { LeftOut } from './inline.ts';

const WORDS: Readonly<Record<LeftOut, string>> = {
  deleted: '修订中删除的文字没有读入',
  footnote: '脚注和尾注没有读入',
  comment: '批注没有读入',
  header: '页眉页脚没有读入',
  hidden: '隐藏文字没有读入',
  contents: '目录没有读入',
  picture: '图片没有读入',
  annex: '附件由计划重新生成，没有读入',
  'text-box': '文本框里的文字接在所在段落之后',
};

export function leftOutDoubts({ leftOut }: Docx, { places }: CarriedDraft): readonly ReadDoubt[] {
  return [...leftOut].map(([what, { times, block }]) => ({
    line:
      Math.max(
        0,
        places.findIndex((place) => place.block === block),
      ) + 1,
    code: `docx-${what}`,
    message: `${WORDS[what]}：${times} 处`,
  }));
}

interface Stretch {
  readonly kind: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const TAG = /^guatu:(section|item|clause|task|milestone):([\w-]{1,40})$/;

/** A document of ours: what it says beyond its text (任务清单, 甘特图) is made anew from the plan and not read back as text. */
export function withoutAnnexes(docx: Docx): Docx {
  const marked = [...docx.tags].filter(([, tags]) => tags.some(({ tag }) => TAG.test(tag))).map(([block]) => block);
  if (marked.length === 0) return docx;
  const last = Math.max(...marked);
  const at = docx.blocks.findIndex(
    (block, i) => i > last && block.kind === 'paragraph' && /^附件[\d０-９]*[：:]?/.test(block.text.trim()),
  );
  if (at < 0) return docx;
  const leftOut = new Map(docx.leftOut).set('annex', { times: 1, block: Math.max(0, at - 1) });
  return { ...docx, blocks: docx.blocks.slice(0, at), leftOut };
}

/** A node is the one whose control covers most of its characters; of nested controls, the one of its own kind. */
export function withIds(reading: Reading, draft: CarriedDraft, { blocks, tags, custom }: Docx): Reading {
  const stretches: Stretch[] = [];
  let offset = 0;
  const lines = draft.source.split('\n');
  lines.forEach((line, at) => {
    const { block, row } = draft.places[at] ?? { block: -1 };
    const around = row === undefined ? tags.get(block) : undefined;
    const carried = blocks[block];
    // The automatic number stands before the text in the line.
    const shift = carried?.kind === 'paragraph' ? line.length - carried.text.length : 0;
    for (const { tag, from, to } of around ?? []) {
      const [, kind = '', id = ''] = TAG.exec(tag) ?? [];
      if (id) stretches.push({ kind, id, start: offset + (from === 0 ? 0 : from + shift), end: offset + to + shift });
    }
    offset += line.length + 1;
  });
  const base = custom.find((text) => text.includes('urn:guatu') || /<(?:\w+:)?guatu[\s>]/.test(text));
  const taken = new Set<string>();
  const nodes = reading.nodes.map((node) => identified(node, stretches, taken));
  return { ...reading, nodes, ...(base !== undefined && { base }) };
}

function identified(node: ReadNode, stretches: readonly Stretch[], taken: Set<string>): ReadNode {
  let best: Stretch | undefined;
  let most = 0;
  for (const stretch of stretches) {
    if (stretch.kind !== node.kind || taken.has(stretch.id)) continue;
    const shared = Math.min(stretch.end, node.end) - Math.max(stretch.start, node.start);
    if (shared > most) [best, most] = [stretch, shared];
  }
  if (best) taken.add(best.id);
  return {
    ...node,
    ...(best && { id: best.id }),
    children: node.children.map((child) => identified(child, stretches, taken)),
  };
}
