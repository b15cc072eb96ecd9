// Markdown: headings for the title, sections and items, a list for what is below, notes as quotations.
import { nodeAt } from '../../model/address.ts';
import type { Id } from '../../model/plan.ts';
import { legalXml } from '../clean.ts';
import { FINDINGS, FINDINGS_MARK, findingLines, findingText } from '../findings.ts';
import type { ExportInput } from '../format.ts';
import { SAMPLE_NOTICE, titleOf } from '../words.ts';
import { branches, factLine } from './branches.ts';
import type { Branch } from './branches.ts';

export function toMarkdown(input: ExportInput): string {
  const { meta } = input.plan;
  const blocks = [
    `# ${plain(titleOf(meta))}`,
    ...(meta.sample ? [`> ${SAMPLE_NOTICE}`] : []),
    ...paragraphs(meta.preamble).map((line) => unlisted(plain(line))),
    ...branches(input).flatMap((branch) => heading(branch, 2, input.address)),
    ...wanting(input),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Behind a mark that says it is no part of the text: whoever reads the file back leaves it out. */
function wanting({ plan }: ExportInput): readonly string[] {
  const lines = findingLines(plan);
  if (lines.length === 0) return [];
  return [FINDINGS_MARK, `## ${FINDINGS}`, lines.map((line) => `- ${plain(findingText(line))}`).join('\n')];
}

/** Six levels of heading are all that Markdown has. */
function heading(branch: Branch, level: number, address: string | undefined): string[] {
  if (branch.kind !== 'section' && branch.kind !== 'item') return [list(branch, 0, address).join('\n')];
  const listed = branch.children.filter(({ kind }) => kind !== 'section' && kind !== 'item');
  const headed = branch.children.filter((child) => !listed.includes(child));
  return [
    `${'#'.repeat(Math.min(level, 6))} ${leading(branch.mark + branch.title, branch.id, address)}`,
    ...(branch.facts.length > 0 ? [`（${plain(factLine(branch.facts))}）`] : []),
    ...quote(branch.note, ''),
    ...(listed.length > 0 ? [listed.flatMap((child) => list(child, 0, address)).join('\n')] : []),
    ...headed.flatMap((child) => heading(child, level + 1, address)),
  ];
}

function list(branch: Branch, depth: number, address: string | undefined): string[] {
  const indent = '  '.repeat(depth);
  const title = branch.title + (branch.kind === 'clause' && !/[。！？；]$/.test(branch.title) ? '。' : '');
  const facts = branch.facts.length > 0 ? `（${plain(factLine(branch.facts))}）` : '';
  const sign = branch.kind === 'milestone' ? '◆ ' : '';
  const quoted = quote(branch.note, `${indent}  `);
  return [
    `${indent}- ${sign}${unlisted(leading(title, branch.id, address))}${facts}`,
    ...(quoted.length > 0 ? ['', ...quoted, ''] : []),
    ...branch.children.flatMap((child) => list(child, depth + 1, address)),
  ];
}

function quote(lines: readonly string[], indent: string): readonly string[] {
  return lines.length > 0 ? [lines.map((line) => `${indent}> ${unlisted(plain(line))}`).join(`\n${indent}>\n`)] : [];
}

/** Words that lead back to their node, where the plan's page is known; brackets within would end them too early. */
function leading(words: string, node: Id, address: string | undefined): string {
  return address && words.trim() && !/[[\]]/.test(words) ? `[${plain(words)}](${nodeAt(address, node)})` : plain(words);
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r]/).filter((line) => line.trim());
}

/** A line that opens with a number and a point is no list of its own. */
function unlisted(line: string): string {
  return line.replace(/^(\s*\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

/** Words stay words: what Markdown would take for a mark is escaped, a line end within a title becomes a space. */
function plain(text: string): string {
  return legalXml(text)
    .replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|~]|&(?=[#\w])/g, '\\$&')
    .replace(/^(\s*)([#+-])(?=\s)/, '$1\\$2');
}
