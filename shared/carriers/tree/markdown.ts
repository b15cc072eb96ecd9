// Markdown → topics where it is an outline, or blocks where its lines are a 要点 that somebody marked up.
import { FINDINGS_MARK } from '../../export/findings.ts';
import type { Carried } from '../../yaodian/carried.ts';
import { isHeadRow } from '../../yaodian/columns.ts';
import { readMark } from '../../yaodian/marks.ts';
import { findRoles } from '../../yaodian/rolefind.ts';
import { closesInOurFacts } from './ours.ts';
import type { Topic, Topics } from './topic.ts';

interface Line {
  readonly kind: 'heading' | 'bullet' | 'text' | 'row';
  /** Of a heading from 1, of a bullet its indent in columns. */
  readonly depth: number;
  readonly text: string;
}

export type Markdown = { readonly blocks: readonly Carried[] } | { readonly topics: Topics };

export function readMarkdown(source: string): Markdown {
  const lines = linesOf(source);
  // What a plan of ours lacks stands behind a mark that nobody else writes.
  const ours = source.includes(FINDINGS_MARK);
  return !ours && isYaodian(lines) ? { blocks: blocksOf(lines) } : { topics: topicsOf(lines, ours) };
}

/** Measures in running text, or brackets that name offices: the words say the structure, not the signs around them. */
function isYaodian(lines: readonly Line[]): boolean {
  const bullets = lines.filter(({ kind }) => kind === 'bullet');
  // Ours are never numbered.
  const numbered = bullets.some(({ text }) => readMark(text) !== undefined);
  // With a line that says dates or progress as ours do, every bullet is a measure, a task or a milestone.
  if (!numbered && bullets.some(({ text }) => closesInOurFacts(text))) return false;
  if (lines.some(({ kind, text }) => kind === 'row' && isHeadRow(cellsOf(text)))) return true;
  const prose = lines.filter(({ kind, text }) => kind !== 'row' && (findRoles(text).length > 0 || /。./.test(text)));
  const marked = lines.filter(({ text, kind }) => kind !== 'bullet' && readMark(text) !== undefined);
  return prose.length >= 2 && marked.length >= 2;
}

function linesOf(source: string): readonly Line[] {
  const body = source
    .replace(/^\ufeff/, '')
    .replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '')
    .split(FINDINGS_MARK)[0]!
    .replace(/<!--[^]*?-->/g, '');
  let fenced = false;
  return body.split(/\r\n?|\n/).flatMap((line): Line[] => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (/^\s*(```|~~~)/.test(line)) return [];
    if (fenced) return [{ kind: 'text', depth: 0, text: line }];
    if (line.trim() === '' || /^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) return [];
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading) return [{ kind: 'heading', depth: heading[1]!.length, text: plain(heading[2]!) }];
    if (/^\s*\|.*\|\s*$/.test(line))
      return /^[\s|:-]+$/.test(line) ? [] : [{ kind: 'row', depth: 0, text: line.trim() }];
    const bullet = /^(\s*)(?:[-*+]|\d{1,4}[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/.exec(line);
    if (bullet)
      return [
        {
          kind: 'bullet',
          depth: bullet[1]!.replace(/\t/g, '    ').length,
          text: plain(/^\s*\d/.test(line) ? line.trim() : bullet[3]!),
        },
      ];
    return [{ kind: 'text', depth: 0, text: plain(line.replace(/^\s*(?:>\s?)*/, '').trim()) }];
  });
}

const ESCAPED = '\\`*_{}[]()#+-.!|<>~&';
/** Characters that no text may hold stand for escaped signs while the others are read as marks. */
const HIDDEN = 0xfdd0;

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"' } as const;

/** The words without the signs that dress them. What is escaped is a word. */
function plain(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~&])/g, (_, sign: string) => String.fromCharCode(HIDDEN + ESCAPED.indexOf(sign)))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/[\ufdd0-\ufde5]/g, (sign) => ESCAPED[sign.charCodeAt(0) - HIDDEN] ?? sign);
}

function blocksOf(lines: readonly Line[]): readonly Carried[] {
  const blocks: Carried[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  const top = lines.find(({ kind }) => kind === 'heading');
  for (const line of lines) {
    if (line.kind === 'row') {
      rows.push(cellsOf(line.text));
      continue;
    }
    flush();
    const title = line === top && line.depth === 1 && readMark(line.text) === undefined;
    blocks.push({
      kind: 'paragraph',
      text: line.text,
      ...(line.kind === 'heading' && !title && { level: line.depth }),
      ...(title && { title: true }),
      ...(line.kind === 'bullet' && !readMark(line.text) && { listed: true }),
    });
  }
  flush();
  return blocks;
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replace(/<br\s*\/?>/gi, '\n').trim()));
}

interface Growing extends Topic {
  title: string;
  note?: string;
  readonly children: Growing[];
}

function topicsOf(lines: readonly Line[], ours: boolean): Topics {
  const headings = lines.filter(({ kind }) => kind === 'heading');
  const outer = Math.min(...headings.map(({ depth }) => depth), 7);
  const single =
    headings.filter(({ depth }) => depth === outer).length === 1 &&
    lines[0]?.kind === 'heading' &&
    lines[0].depth === outer;
  const root: Growing = { title: single ? lines[0]!.text : '', children: [] };
  const open: { rank: number; topic: Growing }[] = [{ rank: -1, topic: root }];
  let headed = 0;
  for (const line of single ? lines.slice(1) : lines) {
    if (line.kind === 'text' || line.kind === 'row') {
      const { topic } = open.at(-1)!;
      topic.note = topic.note === undefined ? line.text : `${topic.note}\n${line.text}`;
      continue;
    }
    const rank = line.kind === 'heading' ? line.depth : 10 + line.depth;
    if (line.kind === 'heading') headed = rank;
    while (open.length > 1 && open.at(-1)!.rank >= Math.max(rank, line.kind === 'bullet' ? headed + 1 : 0)) open.pop();
    const point = line.kind === 'bullet' && line.text.startsWith('◆ ');
    const topic: Growing = point
      ? { title: line.text.slice(2), kind: 'milestone', children: [] }
      : { title: line.text, ...(ours && line.kind === 'bullet' && { literal: true as const }), children: [] };
    open.at(-1)!.topic.children.push(topic);
    open.push({ rank, topic });
  }
  return { title: root.title, ...(root.note && { preamble: root.note }), topics: root.children };
}
