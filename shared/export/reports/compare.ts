// 新旧对照表 and 花脸稿 between two versions: only what changed, clause by clause; or the whole text with its changes marked.
import type { Id, KeptText, Plan } from '../../model/plan.ts';
import type { ExportInput } from '../format.ts';
import type { Notice } from '../notices.ts';
import { titleOf } from '../words.ts';
import { piecesOf } from './diff.ts';
import type { Piece } from './diff.ts';
import { movedIn } from './moves.ts';
import type { ReportParagraph, ReportRow, ReportTable, ReportText } from './report.ts';
import { aligned, pairOf, preambles } from './versions.ts';
import type { Aligned, Pair } from './versions.ts';

const COLUMNS = [
  { title: '原序号', width: 16, centred: true },
  { title: '原文', width: 0 },
  { title: '现序号', width: 16, centred: true },
  { title: '现文', width: 84 },
  { title: '变动', width: 24, centred: true },
] as const;

export interface Versions {
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
}

export function compareTable({ plan }: ExportInput, { from, to }: Versions): ReportTable {
  const pair = pairOf(plan, from, to);
  const all = aligned(pair);
  const moved = movedIn(pair);
  const changed = all.flatMap((each): ReportRow[] => {
    const changes = changesOf(each, moved);
    return changes.length === 0 ? [] : [rowOf(plan, each, changes)];
  });
  const rows = [...preambleRow(pair), ...changed];
  return {
    kind: 'table',
    title: `${titleOf(plan.meta)}新旧对照表`,
    lines: [
      `原文：${pair.before.name}；现文：${pair.after.name}。变动${rows.length}条，未变${all.length - changed.length}条。`,
    ],
    columns: COLUMNS,
    rows,
    notices: noticesOf(pair),
  };
}

function noticesOf({ known }: Pair): readonly Notice[] {
  return known ? [] : [{ code: 'no-versions' }];
}

/** A number that only followed what moved around it is no change of its own. */
function changesOf({ before, after }: Aligned, moved: ReadonlySet<Id>): readonly string[] {
  if (!before) return ['新增'];
  if (!after) return ['删去'];
  return [
    ...(before.title === after.title ? [] : ['文字']),
    ...(same(before.lead, after.lead) ? [] : ['牵头']),
    ...(same(before.assist, after.assist) ? [] : ['配合']),
    ...(before.kind === after.kind ? [] : ['层级']),
    ...(moved.has(after.node) ? ['移动'] : []),
  ];
}

function same(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** What is written before the first section is as much the text as what is numbered. */
function preambleRow(pair: Pair): readonly ReportRow[] {
  const [before, after] = preambles(pair);
  if (before === after) return [];
  const said = piecesOf(before, after);
  const cells = [
    before ? PREAMBLE : '',
    before ? only(said, 'out') : '—',
    after ? PREAMBLE : '',
    after ? only(said, 'in') : '—',
    before ? (after ? '文字' : '删去') : '新增',
  ];
  return [{ node: undefined, cells }];
}

const PREAMBLE = '前言';

function only(said: readonly Piece[], mark: 'in' | 'out'): readonly Piece[] {
  return said.filter((piece) => !piece.mark || piece.mark === mark);
}

function rowOf(plan: Plan, { before, after }: Aligned, changes: readonly string[]): ReportRow {
  const said = piecesOf(before ? textOf(plan, before) : '', after ? textOf(plan, after) : '');
  return {
    node: after?.node ?? before?.node,
    cells: [
      numberOf(before),
      before ? only(said, 'out') : '—',
      numberOf(after),
      after ? only(said, 'in') : '—',
      changes.join('、'),
    ],
  };
}

function numberOf(text: KeptText | undefined): string {
  return text ? text.mark.trim().replace(/[、.]$/, '') : '';
}

/** As the official text writes it, offices behind. */
function textOf(plan: Plan, { title, lead, assist, kind }: KeptText): string {
  const names = (ids: readonly Id[]): string => ids.map((id) => plan.offices.get(id)?.name ?? '？').join('、');
  const roles = [
    lead.length > 0 && `牵头部门：${names(lead)}`,
    assist.length > 0 && `配合部门：${names(assist)}`,
  ].filter(Boolean);
  const stop = kind === 'clause' || kind === 'task' ? '。' : '';
  return `${title.trim()}${roles.length > 0 ? `（${roles.join('；')}）` : ''}${stop}`;
}

/** The later text with what went struck out and what came underlined: a paragraph for each section and item. */
export function redline({ plan }: ExportInput, { from, to }: Versions): ReportText {
  const pair = pairOf(plan, from, to);
  const paragraphs: { node: Id | undefined; level: ReportParagraph['level']; pieces: Piece[] }[] = lined(
    piecesOf(...preambles(pair)),
  ).map((pieces) => ({ node: undefined, level: 'body', pieces }));
  const opening = paragraphs.length;
  for (const each of aligned(pair)) {
    const text = (each.after ?? each.before)!;
    // The official text names neither steps nor milestones.
    if (text.kind === 'milestone' || text.kind === 'task') continue;
    const inner = text.kind === 'clause';
    const written = (kept: KeptText | undefined): string =>
      kept ? (inner ? '' : kept.mark) + textOf(plan, kept) + (kept.kind === 'item' ? '。' : '') : '';
    const pieces = piecesOf(written(each.before), written(each.after));
    if (inner && paragraphs.length > opening && paragraphs.at(-1)!.level === 'body')
      paragraphs.at(-1)!.pieces.push(...pieces);
    else paragraphs.push({ node: text.node, level: levelOf(text), pieces: [...pieces] });
  }
  return {
    kind: 'text',
    title: `${titleOf(plan.meta)}（花脸稿：${pair.before.name}→${pair.after.name}）`,
    paragraphs,
    notices: noticesOf(pair),
  };
}

/** Pieces as the lines they make. */
function lined(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, ...mark } of pieces)
    text.split('\n').forEach((line, index) => {
      if (index > 0) lines.push([]);
      if (line) lines.at(-1)!.push({ text: line, ...mark });
    });
  return lines.filter((line) => line.length > 0);
}

function levelOf({ kind, mark }: KeptText): ReportParagraph['level'] {
  if (kind !== 'section') return 'body';
  return mark.startsWith('（') ? 'second' : 'first';
}
