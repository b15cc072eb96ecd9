// What a Word file says besides its words: ids of our content controls for the nodes that were read, and what was left out.
import { BASE_SPACE } from '../../export/docx/base.ts';
import type { Carried, CarriedDraft } from '../../yaodian/carried.ts';
import type { Owned, ReadDoubt, ReadNode, Reading } from '../reading.ts';
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

const TAG = /^guatu:(section|item|clause|task|milestone):([\w-]{1,40})$/;

function baseIn(custom: readonly string[]): string | undefined {
  return custom.find((text) => text.includes(BASE_SPACE));
}

function isOurList(block: Carried): boolean {
  return block.kind === 'paragraph' && /^附件：1[.．]\s.*任务清单$/.test(block.text.trim());
}

/** A document of ours: what it says beyond its text (任务清单, 甘特图) is made anew from the plan and not read back as text. */
export function withoutAnnexes(docx: Docx): Docx {
  const marked = [...docx.tags].filter(([, tags]) => tags.some(({ tag }) => TAG.test(tag))).map(([block]) => block);
  // An office suite may drop the controls and all that is hidden; our own list of attachments is still there to see.
  if (marked.length === 0 && baseIn(docx.custom) === undefined && !docx.blocks.some(isOurList)) return docx;
  const last = Math.max(-1, ...marked);
  const heading = last < 0 ? /^附件(?:1$|：1[.．])/ : /^附件[\d０-９]*[：:]?/;
  const at = docx.blocks.findIndex(
    (block, i) => i > last && block.kind === 'paragraph' && heading.test(block.text.trim()),
  );
  if (at < 0) return docx;
  const leftOut = new Map(docx.leftOut).set('annex', { times: 1, block: Math.max(0, at - 1) });
  return { ...docx, blocks: docx.blocks.slice(0, at), leftOut };
}

/** A node is the one whose control covers most of its characters; of nested controls, the one of its own kind. */
export function withIds(reading: Reading, draft: CarriedDraft, { blocks, tags, custom }: Docx): Reading {
  const stretches: Owned[] = [];
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
  const base = baseIn(custom);
  const nodes = identified(reading.nodes, stretches);
  return {
    ...reading,
    nodes,
    ...(base !== undefined && { base }),
    ...(stretches.length > 0 && { owned: stretches }),
  };
}

/** Nodes with the ids of the stretches that cover most of them. */
export function identified(nodes: readonly ReadNode[], stretches: readonly Owned[]): readonly ReadNode[] {
  const taken = new Set<string>();
  return nodes.map((node) => withId(node, stretches, taken));
}

function withId(node: ReadNode, stretches: readonly Owned[], taken: Set<string>): ReadNode {
  let best: Owned | undefined;
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
    children: node.children.map((child) => withId(child, stretches, taken)),
  };
}
