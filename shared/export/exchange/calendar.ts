// Dated work as iCalendar (RFC 5545) all-day events, for everyone or for one office. The same node is the same event each time.
import { nodeAt } from '../../model/address.ts';
import { numbering } from '../../model/numbering.ts';
import { addDays, toNumber } from '../../model/day.ts';
import { todayFor } from '../../model/schedule.ts';
import { inOrder } from '../../model/tree.ts';
import type { Day, Id, Node, Plan } from '../../model/plan.ts';
import { concerns } from '../filter.ts';
import type { ExportInput } from '../format.ts';
import { legalXml } from '../clean.ts';
import { WORDS } from '../../layout/words.ts';
import { titleOf } from '../words.ts';
import { branches, factLine } from './branches.ts';
import type { Branch } from './branches.ts';

export function toIcs(input: ExportInput, office?: Id): string {
  const { plan } = input;
  const stamp = todayFor(plan, input.today);
  const sequence = sequenceOf(input, stamp);
  const numbers = numbering(plan);
  const said = new Map(
    branches(input)
      .flatMap(flat)
      .map((branch) => [branch.id, branch]),
  );
  const name = office ? plan.offices.get(office)?.name : undefined;
  const calendar = name ? `${titleOf(plan.meta)} · ${name}` : titleOf(plan.meta);
  const dated = datedOf(plan, office);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//guatu//plan//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...dated.flatMap((node) => [
      'BEGIN:VEVENT',
      ...event(node, said.get(node.id)!, numbers.get(node.id)?.label ?? '', stamp, sequence),
      ...(input.address ? [`URL:${nodeAt(input.address, node.id)}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('');
}

function datedOf(plan: Plan, office: Id | undefined): readonly Node[] {
  return inOrder(plan).flatMap((id) => {
    const node = plan.nodes.get(id)!;
    return node.span && concerns(plan, id, office) ? [node] : [];
  });
}

/** The same events as rows, for whoever looks before the file is made. */
export function events({ plan }: ExportInput, office: Id | undefined): readonly (readonly string[])[] {
  const numbers = numbering(plan);
  const rows = datedOf(plan, office).map(({ id, title, span }) => [
    numbers.get(id)?.label || '▲',
    title.trim() || WORDS.zh.untitled,
    span!.start,
    span!.end,
  ]);
  return [['序号', '日程', '开始', '结束'], ...rows];
}

/**
 * Grows with every edit, so that a later export replaces what an earlier one put into a calendar; with the day, where
 * nobody counts the edits.
 */
function sequenceOf({ revision }: ExportInput, stamp: Day): number {
  return revision === undefined ? Math.max(0, toNumber(stamp)) : COUNTED + revision;
}

/** Above every day. */
const COUNTED = 100_000;

function event(
  { id, title, kind, span, lead, assist }: Node,
  branch: Branch,
  number: string,
  stamp: Day,
  sequence: number,
): readonly string[] {
  const name = title.trim() || WORDS.zh.untitled;
  const about = [factLine(branch.facts), ...branch.note].filter(Boolean).join('\n');
  return [
    `UID:${id}@plan.guatu`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(span!.start)}`,
    // The end of an all-day event is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${compact(addDays(span!.end, 1))}`,
    `SUMMARY:${escaped([kind === 'milestone' ? '▲' : number, name].filter(Boolean).join(' '))}`,
    ...(about ? [`DESCRIPTION:${escaped(about)}`] : []),
    ...(lead.size + assist.size > 0 ? [`CATEGORIES:${officeNames(branch).map(escaped).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
  ];
}

function officeNames({ facts }: Branch): readonly string[] {
  return facts
    .filter(({ name }) => name === '牵头部门' || name === '配合部门')
    .flatMap(({ value }) => value.split('、'));
}

function flat(branch: Branch): readonly Branch[] {
  return [branch, ...branch.children.flatMap(flat)];
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

/** Beside what no XML holds, DEL: here it is a control character like the others. */
function escaped(text: string): string {
  return legalXml(text)
    .replaceAll('\u007f', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', ' ');
}

const FOLD = 75;

/** Lines of at most 75 octets (3.1), never cut within a character; the rest follows behind a space. */
function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let [text, used] = ['', 0];
  for (const char of line) {
    const octets = octetsOf(char.codePointAt(0)!);
    if (used + octets > FOLD) {
      lines.push(text);
      [text, used] = [' ', 1];
    }
    text += char;
    used += octets;
  }
  return [...lines, text];
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
