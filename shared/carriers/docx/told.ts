// What a Word file says besides its words: ids of our content controls for the nodes that were read, and what was left out.
import { BASE_SPACE } from '../../export/docx/base.ts';
import type { Carried, CarriedDraft } from '../../yaodian/carried.ts';
import type { Hand, Owned, ReadDoubt, ReadNode, Reading, Remark } from '../reading.ts';
import type { Docx } from './docx.ts';
import type { LeftOut } from './inline.ts';

const WORDS: Readonly<Record<LeftOut, string>> = {
  deleted: '修订中删除的文字没有读入',
  footnote: '脚注和尾注没有读入',
  comment: '批注随所在条目带入，作为意见',
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
export function withIds(reading: Reading, draft: CarriedDraft, docx: Docx): Reading {
  const { blocks, tags, custom } = docx;
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
    ...handsIn(draft, docx),
  };
}

/** Who changed which characters of the source, and what is remarked where. */
function handsIn({ source, places }: CarriedDraft, { blocks, revised, anchors, comments }: Docx): Partial<Reading> {
  const at = startsOf(source, places, blocks);
  const hands: Hand[] = [];
  for (const [block, list] of revised)
    for (const { by, at: day, from, to, deleted, tags } of list) {
      const start = at(block);
      if (start === undefined || !by) continue;
      const ids = (tags ?? []).flatMap((tag) => TAG.exec(tag)?.[2] ?? []);
      const last = hands.at(-1);
      // Several runs deleted at one place are one deletion.
      if (deleted && last?.deleted && last.by === by && last.start === start.text + from)
        hands[hands.length - 1] = { ...last, deleted: last.deleted + deleted, ids: [...(last.ids ?? []), ...ids] };
      else
        hands.push({ by, at: day, start: start.text + from, end: start.text + to, ...(deleted && { deleted, ids }) });
    }
  const remarks = anchors.flatMap(({ id, block, row, from, to }): Remark[] => {
    const comment = comments.get(id);
    const start = at(block, row) ?? { text: source.length, end: source.length };
    if (!comment) return [];
    if (row !== undefined) return [{ ...comment, start: start.text, end: start.end }];
    return [{ ...comment, start: start.text + from, end: start.text + Math.max(from, to) }];
  });
  return { ...(hands.length > 0 && { hands }), ...(remarks.length > 0 && { remarks }) };
}

type StartOf = (block: number, row?: number) => { readonly text: number; readonly end: number } | undefined;

/** Where a block's own text begins in the source, behind its automatic number; what is nowhere is where the next one is. */
function startsOf(source: string, places: CarriedDraft['places'], blocks: readonly Carried[]): StartOf {
  const found = new Map<string, { text: number; end: number }>();
  let offset = 0;
  source.split('\n').forEach((line, i) => {
    const { block, row } = places[i] ?? { block: -1 };
    const key = `${block} ${row ?? ''}`;
    const carried = blocks[block];
    const shift = carried?.kind === 'paragraph' ? Math.max(0, line.length - carried.text.length) : 0;
    if (!found.has(key)) found.set(key, { text: offset + shift, end: offset + line.length });
    offset += line.length + 1;
  });
  return (block, row) => {
    for (let next = block; next < blocks.length; next++) {
      const start = found.get(`${next} ${next === block ? (row ?? '') : ''}`);
      if (start) return start;
    }
    return undefined;
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
